import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { Await } from '../../components/await';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { RunTable } from '../../components/run-table';
import { StartRun } from '../../components/start-run';
import { RunsDocument } from '../../gql/graphql';

const START = { before: [] as readonly string[] };

export default function Matching() {
  const [{ before }, change] = usePlaceState(START);
  const runs = useData(RunsDocument, { first: 20, after: before.at(-1) ?? null });
  return (
    <Await of={runs} what="the runs">
      {({ runs: { edges, pageInfo } }) => (
        <PageBody>
          <Heading title="Matching" />
          <p className="govuk-body">A run compares every child whose family finding is active with every available family, by the same rules for all. It orders your reading and decides nothing.</p>
          <StartRun scope="REGION" label="Run for the whole region" />
          <h2 className="govuk-heading-m">Runs</h2>
          {edges.length > 0 ? <RunTable runs={edges.map(({ node }) => node)} caption="Runs" /> : <p className="govuk-body">No run yet.</p>}
          <Pager label="Pages of runs" before={before} page={pageInfo} onMove={(next) => change({ before: next })} />
        </PageBody>
      )}
    </Await>
  );
}
