import { Link } from 'react-router';
import { SummaryList } from '../../components/summary-list';
import { Table } from '../../components/table';
import type { ReportPartsFragment } from '../../gql/graphql';
import { feeSideWords, poundsWords } from '../../words/fees';

const SUMS = [['opening', 'Open at the start'], ['due', 'Fell due'], ['paid', 'Paid'], ['waived', 'Waived'], ['closing', 'Open at the end']] as const;

/** Fees between agencies, and spend against budget where somebody entered it. */
export function ReportMoney({ report: { fees, budget, spent, from, mayWrite } }: { report: ReportPartsFragment }) {
  const left = budget != null && spent != null ? poundsWords(budget - spent) : 'Not known';
  const entered = (sum: number | null | undefined): string => (sum == null ? 'Not entered' : poundsWords(sum));
  return (
    <>
      {fees.length > 0 && (
        <Table caption="Inter-agency fees" rows={fees} keyOf={({ side }) => side} columns={[
          { title: 'Direction', names: true, cell: ({ side }) => feeSideWords(side) },
          ...SUMS.map(([key, title]) => ({ title, numeric: true, cell: (row: (typeof fees)[number]) => poundsWords(row[key]) })),
        ]} />
      )}
      <SummaryList rows={[{ label: 'Budget', value: entered(budget) }, { label: 'Spent', value: entered(spent) }, { label: 'Left', value: left }]} />
      {mayWrite && <p className="govuk-body"><Link className="govuk-link" to={`/performance/reports/${from}/money`}>Enter budget and spend</Link></p>}
    </>
  );
}
