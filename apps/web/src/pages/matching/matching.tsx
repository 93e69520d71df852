import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import type { Problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemNote } from '../../components/await';
import { Button } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { RunTable } from '../../components/run-table';
import { RunsDocument, StartRunDocument } from '../../gql/graphql';

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
          <StartRegionRun />
          <h2 className="govuk-heading-m">Runs</h2>
          {edges.length > 0 ? <RunTable runs={edges.map(({ node }) => node)} caption="Runs" /> : <p className="govuk-body">No run yet.</p>}
          <Pager label="Pages of runs" before={before} page={pageInfo} onMove={(next) => change({ before: next })} />
        </PageBody>
      )}
    </Await>
  );
}

function StartRegionRun() {
  const may = useMay();
  const navigate = useNavigate();
  const [start] = useChange(StartRunDocument);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!may('matching.start')) return null;
  const begin = async () => {
    const outcome = await start({ scope: 'REGION' });
    if (outcome.ok) void navigate(`/matching/${outcome.data.startMatchingRun.reference}`);
    else setProblem(outcome.problem);
  };
  return (
    <>
      <Button onClick={() => void begin()}>Run for the whole region</Button>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
