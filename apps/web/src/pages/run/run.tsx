import { useState } from 'react';
import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { PageBody } from '../../components/page-body';
import { isOver, RunProgress } from '../../components/run-progress';
import { scopeWords } from '../../components/run-table';
import { StartRun } from '../../components/start-run';
import { SummaryList } from '../../components/summary-list';
import { RunProgressDocument, type RunPartsFragment } from '../../gql/graphql';
import { dayWords, momentWords, secondsWords } from '../../words/dates';
import { count } from '../../words/plain';
import { failedRunWords } from '../../words/states';
import { Suggestions } from '../family/suggestions';
import { RunResults } from './run-results';

export default function RunPage() {
  const { run = '' } = useParams();
  const asked = useData(RunProgressDocument, { reference: run });
  return (
    <Await of={asked} what="the run">
      {(data) => (data.run ? <OneRun key={data.run.reference} first={data.run} /> : <ProblemPage problem={problem('NOT_FOUND')} />)}
    </Await>
  );
}

function headline(run: RunPartsFragment): string {
  if (run.status === 'DONE') return `${count(run.units ?? 0, 'child or group was', 'children and groups were')} compared with ${count(run.households ?? 0, 'family', 'families')}${run.seconds === null ? '' : ` in ${secondsWords(run.seconds)}`}.`;
  if (run.status === 'CANCELLED') return 'This run was cancelled. It left no result.';
  if (run.status === 'FAILED') return failedRunWords(run.errorCode);
  return 'The run is under way. You can leave this page and come back.';
}

function OneRun({ first }: { first: RunPartsFragment }) {
  const [run, setRun] = useState(first);
  return (
    <PageBody back={{ to: '/matching', label: 'Matching' }}>
      <Heading title={`Run ${run.reference}`} />
      <p className="govuk-body-l" role="status">{headline(run)}</p>
      {!isOver(run.status) && <RunProgress run={run} onOver={setRun} />}
      {run.status === 'FAILED' && <StartRun scope={run.scope} subject={run.subject} label="Start again" kind="secondary" />}
      <SummaryList rows={[
        { label: 'Looks at', value: scopeWords(run) },
        { label: 'Facts as at', value: dayWords(run.asAt) },
        { label: 'Asked for', value: `${momentWords(run.requestedAt)} by ${run.requestedBy.displayName}` },
        { label: 'Policy', value: `${run.policy}, version ${run.policyVersion}` },
      ]} />
      {run.status === 'DONE' && (run.scope === 'HOUSEHOLD' && run.subject
        ? <Suggestions household={run.subject} run={run.reference} />
        : <RunResults reference={run.reference} />)}
    </PageBody>
  );
}
