import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useChange, useData, useSaid, type Outcome } from '../../app/data';
import { Heading } from '../../app/page';
import type { Problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { useWatch } from '../../app/watch';
import { Await, ProblemNote } from '../../components/await';
import { Success } from '../../components/banner';
import { Button, LinkButton } from '../../components/button';
import { Details } from '../../components/details';
import { Download } from '../../components/download';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { EndSelectionDocument, SelectionPageDocument, SelectionVersionDocument, type WholeSelectionFragment } from '../../gql/graphql';
import { momentWords } from '../../words/dates';
import { changeWords, readersWords, selectionWords } from '../../words/selections';
import NoSuchPage from '../help/no-such-page';
import { EntryBox } from './entry-box';

// Both people see each other's change within five seconds.
const POLL_EVERY = 3000;
const ATTENDED_FOR = 60_000;

export default function Selection() {
  const { id = '' } = useParams();
  const page = useData(SelectionPageDocument, { id });
  return <Await of={page} what="the selection">{({ selection }) => (selection ? <SelectionPage selection={selection} refresh={page.refresh} /> : <NoSuchPage />)}</Await>;
}

/** Asks for the number of the last change, and for the rest when it grew. */
function useOthers({ id, version }: WholeSelectionFragment, refresh: () => Promise<void>): void {
  const { data, refresh: ask } = useData(SelectionVersionDocument, { id });
  const now = data?.selectionVersion;
  useEffect(() => { if (now !== undefined && now !== version) void refresh(); }, [now, version, refresh]);
  useWatch(ask, { every: POLL_EVERY, attendedFor: ATTENDED_FOR });
}

function SelectionPage({ selection, refresh }: { selection: WholeSelectionFragment; refresh: () => Promise<void> }) {
  const may = useMay()('search.keep');
  const [said, say] = useSaid(refresh);
  const [problem, setProblem] = useState<Problem | null>(null);
  useOthers(selection, refresh);
  const { entries, changes, holds, shared } = selection;
  const done = (outcome: Outcome<unknown>, words: string) => {
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) say(words);
  };
  return (
    <PageBody back={{ to: '/selections', label: 'Selections' }}>
      {said && <Success key={said}>{said}</Success>}
      <Heading title={selectionWords(selection)} />
      <p className="govuk-body">This selection and its notes are read by {readersWords(shared)}. No other agency sees it, nor that anybody stands in it.</p>
      {problem && <ProblemNote problem={problem} />}
      {entries.length === 0 && <p className="govuk-body">Nobody stands in it yet. Search for {holds === 'UNIT' ? 'children' : 'families'} and keep results in it.</p>}
      {entries.length > 1 && <p className="govuk-body"><Link className="govuk-link" to={`/selections/${selection.id}/compare`}>Compare them side by side</Link></p>}
      <ol className="govuk-list hub-selection">
        {entries.map((entry, index) => <li key={entry.id}><EntryBox selection={selection.id} entry={entry} place={index + 1} last={index === entries.length - 1} may={may} onDone={done} /></li>)}
      </ol>
      {entries.length > 0 && (
        <>
          <p className="govuk-body hub-links"><LinkButton onClick={() => window.print()}>Print</LinkButton></p>
          <Download label="Download the cards as PDF" path={`/packs/selection/${selection.id}`} />
        </>
      )}
      <Details summary="History of changes">
        <Table caption="History of changes" captionHidden rows={changes} keyOf={(_, index) => String(index)} columns={[
          { title: 'When', names: true, cell: ({ changedAt }) => momentWords(changedAt) },
          { title: 'What', cell: changeWords },
          { title: 'By', cell: ({ changedBy }) => changedBy.displayName },
        ]} />
      </Details>
      {may && <EndSelection id={selection.id} shared={shared} onProblem={setProblem} />}
    </PageBody>
  );
}

function EndSelection({ id, shared, onProblem }: { id: string; shared: boolean; onProblem: (problem: Problem) => void }) {
  const [end] = useChange(EndSelectionDocument);
  const navigate = useNavigate();
  const send = async () => {
    const outcome = await end({ id });
    if (outcome.ok) void navigate('/selections');
    else onProblem(outcome.problem);
  };
  return (
    <Details summary="End this selection">
      <p className="govuk-body">It goes away {shared ? 'for everybody who reads it' : 'for good'}, with its notes.</p>
      <Button kind="warning" onClick={() => void send()}>End the selection</Button>
    </Details>
  );
}
