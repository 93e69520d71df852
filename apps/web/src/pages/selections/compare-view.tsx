import { Link } from 'react-router';
import { LinkButton } from '../../components/button';
import { differing, type CompareRow } from './compare-rows';

interface CompareViewProps {
  readonly rows: readonly CompareRow[];
  readonly references: readonly string[];
  readonly folder: string;
  readonly subject: string | null;
  readonly differences: boolean;
  readonly onDifferences: (differences: boolean) => void;
}

/** The comparison, and what can be done with it. */
export function CompareView({ rows, differences, onDifferences, ...table }: CompareViewProps) {
  return (
    <>
      <p className="govuk-body hub-compare__tools">
        <LinkButton onClick={() => onDifferences(!differences)}>{differences ? 'Show every line' : 'Show differences only'}</LinkButton>{' '}
        <LinkButton onClick={() => window.print()}>Print</LinkButton>
      </p>
      <CompareTable rows={differences ? differing(rows) : rows} {...table} />
    </>
  );
}

type CompareTableProps = Omit<CompareViewProps, 'differences' | 'onDifferences'>;

/** Wider than a narrow screen: it scrolls in a frame of its own, and the first column stays. */
function CompareTable({ rows, references, folder, subject }: CompareTableProps) {
  const caption = `${references.length} side by side${subject ? `, for ${subject}` : ''}`;
  return (
    <div className="hub-compare" role="region" aria-label="Comparison" tabIndex={0}>
      <table className="govuk-table">
        <caption className="govuk-table__caption govuk-table__caption--m">{caption}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header hub-compare__label">What</th>
            {subject && <th scope="col" className="govuk-table__header">{subject}</th>}
            {references.map((reference) => <th key={reference} scope="col" className="govuk-table__header"><Link className="govuk-link" to={`${folder}/${reference}`}>{reference}</Link></th>)}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map(({ label, subject: own, cells }) => (
            <tr key={label} className="govuk-table__row">
              <th scope="row" className="govuk-table__header hub-compare__label">{label}</th>
              {subject && <td className="govuk-table__cell">{own}</td>}
              {cells.map((cell, index) => <td key={references[index]} className="govuk-table__cell">{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="govuk-body">They do not differ in anything that the cards show.</p>}
    </div>
  );
}
