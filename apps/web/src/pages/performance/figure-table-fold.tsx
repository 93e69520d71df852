import type { NameOf } from '@hub/domain/performance/chart-words';
import { figureTable } from '@hub/domain/performance/figure-table';
import type { PeriodKind } from '@hub/domain/performance/periods';
import { HIDDEN_MEANS, type SeenFigure, type Described, type Shown } from '@hub/domain/performance/shown-numbers';
import { Table, type Column } from '../../components/table';
import { dayWords } from '../../words/dates';

interface FoldProps {
  readonly summary: string;
  readonly caption: string;
  readonly definitions: readonly Described[];
  readonly figures: readonly SeenFigure[];
  readonly kind: PeriodKind;
  readonly nameOf: NameOf;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const words = (cell: Shown | undefined): string => (typeof cell === 'number' ? cell.toLocaleString('en-GB') : DAY.test(cell ?? '') ? dayWords(cell ?? '') : (cell ?? ''));
/** Said over the table already, or in its caption. */
const LEFT_OUT = new Set(['Indicator', 'Unit', 'Version']);

/** The numbers of a chart as a table, behind a fold: cell for cell what its files hold. */
export function FigureTableFold({ summary, caption, definitions, figures, kind, nameOf }: FoldProps) {
  const { headings, rows } = figureTable(definitions, figures, kind, nameOf);
  const shown = headings.map((title, at) => ({ title, at })).filter(({ title }) => !LEFT_OUT.has(title) && (title !== 'What' || definitions.length > 1) && rows.some((row) => row[headings.indexOf(title)] !== null));
  const columns = shown.map(({ title, at }): Column<readonly Shown[]> => ({ title, names: title === 'Council', numeric: rows.every((row) => typeof row[at] === 'number'), cell: (row) => words(row[at]) }));
  return (
    <details className="hub-fold hub-plot-table">
      <summary>{summary}</summary>
      <Table caption={caption} captionHidden rows={rows} keyOf={(_, index) => String(index)} columns={columns} />
      <p className="govuk-body-s">{HIDDEN_MEANS}</p>
    </details>
  );
}
