import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** The cell that names the row. */
  readonly names?: boolean;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string;
}

/** A table that becomes a list of labelled lines where the screen is narrow. */
export function Table<Row>({ caption, captionHidden = false, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <table className="govuk-table hub-table">
      <caption className={captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}>{caption}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {columns.map(({ title, numeric }) => <th key={title} scope="col" className={`govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}`}>{title}</th>)}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row, index) => (
          <tr key={keyOf(row, index)} className="govuk-table__row">
            {columns.map((column) => <Cell key={column.title} column={column} row={row} />)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const label = <span className="hub-table__label" aria-hidden="true">{column.title}</span>;
  const value = column.cell(row);
  if (column.names) return <th scope="row" className="govuk-table__header hub-table__name">{label}{value}</th>;
  const numeric = column.numeric ? ' govuk-table__cell--numeric' : '';
  const empty = value === '' || value === null ? ' hub-table__empty' : '';
  return <td className={`govuk-table__cell${numeric}${empty}`}>{label}<span>{value}</span></td>;
}
