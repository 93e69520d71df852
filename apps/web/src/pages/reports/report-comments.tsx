import { monthWords } from '@hub/domain/dates/words';
import { Table } from '../../components/table';
import type { ReportPartsFragment } from '../../gql/graphql';

/** What the agency wrote beside its indicators in the months of the report. */
export function ReportComments({ report: { comments } }: { report: ReportPartsFragment }) {
  if (comments.length === 0) return null;
  return (
    <Table caption="Words beside indicators" rows={comments} keyOf={({ code, month }, at) => `${code} ${month} ${at}`} columns={[
      { title: 'Indicator', names: true, cell: ({ code }) => code },
      { title: 'Period to', cell: ({ month }) => monthWords(month) },
      { title: 'Words', cell: ({ words }) => words ?? '(destroyed)' },
      { title: 'By', cell: ({ author }) => author },
    ]} />
  );
}
