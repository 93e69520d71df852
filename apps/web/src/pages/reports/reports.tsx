import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { ExecutiveReportsDocument, type ExecutiveReportsQuery } from '../../gql/graphql';
import { dayWords, instantWords } from '../../words/dates';

type Summary = ExecutiveReportsQuery['executiveReports'][number];

/** The six-monthly reports of the own agency. */
export default function ReportsPage() {
  const found = useData(ExecutiveReportsDocument, {});
  return (
    <PageBody>
      <Heading title="Six-monthly reports" />
      <p className="govuk-body">Every six months the executive side of an agency is told in writing how its adoption work is managed, what comes of it and what it costs (National Minimum Standards 25.6). The figures write themselves; the words are yours.</p>
      <p className="govuk-body"><Link className="govuk-link" to="/performance/hand-in">Returns to hand in: quarterly return and scorecard sheet</Link></p>
      <Await of={found} what="the reports">
        {({ executiveReports }) => (
          <Table caption="Reports" captionHidden rows={executiveReports} keyOf={({ from }) => from} columns={[
            { title: 'Half-year', names: true, cell: ({ from, to }) => <Link className="govuk-link" to={`/performance/reports/${from}`}>{dayWords(from)} to {dayWords(to)}</Link> },
            { title: 'Stands as', cell: (one) => <Standing of={one} /> },
          ]} />
        )}
      </Await>
    </PageBody>
  );
}

function Standing({ of: { isBegun, signedAt, signedBy } }: { of: Summary }) {
  if (signedAt) return <><Tag tone="green">Signed</Tag> {signedBy && `by ${signedBy}, `}{instantWords(signedAt)}</>;
  return isBegun ? <Tag tone="amber">Draft</Tag> : <Tag tone="grey">Not begun</Tag>;
}
