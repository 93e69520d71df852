import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { useChange, useData } from '../../app/data';
import type { Problem } from '../../app/problems';
import { usePlaceState } from '../../app/place-state';
import { useMay } from '../../app/viewer';
import { AwaitPart, ProblemNote } from '../../components/await';
import { Button, LinkButton } from '../../components/button';
import { Pager } from '../../components/pager';
import { isOver, RunProgress } from '../../components/run-progress';
import { ChildShortlistDocument, StartRunDocument, type ChildShortlistQuery, type RunPartsFragment } from '../../gql/graphql';
import { momentWords, secondsWords } from '../../words/dates';
import { count } from '../../words/plain';
import { failedRunWords } from '../../words/states';
import { CandidateTable } from './candidate-table';

type Found = NonNullable<ChildShortlistQuery['shortlist']>;

const START = { unsure: false, before: [] as readonly string[] };

export function Shortlist({ reference, searching }: { reference: string; searching: boolean }) {
  const [{ unsure, before }, change] = usePlaceState(START);
  const list = useData(ChildShortlistDocument, { unit: reference, first: 20, after: before.at(-1) ?? null, status: unsure ? null : 'eligible' });
  return (
    <section aria-labelledby="families-title">
      <AwaitPart of={list} what="the families">
        {({ shortlist }) => (
          <>
            <div className="hub-title-row">
              <h2 className="govuk-heading-m" id="families-title">Families to consider</h2>
              {shortlist && <RunLine found={shortlist} />}
            </div>
            {shortlist
              ? <Candidates reference={reference} found={shortlist} unsure={unsure} onUnsure={() => change({ unsure: !unsure, before: [] })} />
              : <p className="govuk-body">No run has looked at this record yet.{searching ? '' : ' A run looks only at records whose family finding is active.'}</p>}
            {shortlist && <Pager label="Pages of families" before={before} page={shortlist.candidates.pageInfo} onMove={(next) => change({ before: next })} />}
            {searching && <LookForFamilies reference={reference} again={shortlist !== null} onDone={list.refresh} />}
          </>
        )}
      </AwaitPart>
    </section>
  );
}

function RunLine({ found: { run } }: { found: Found }) {
  return (
    <p className="hub-secondary">
      Run of <Link className="govuk-link" to={`/matching/${run.reference}`}>{momentWords(run.finishedAt ?? run.requestedAt)}</Link> · policy {run.policyVersion}
      {run.households !== null && <> · {count(run.households, 'family', 'families')} looked at</>}{run.seconds !== null && <> in {secondsWords(run.seconds)}</>}
    </p>
  );
}

/** The finding first: how many fit, might fit, cannot, or were ruled out. */
export function headline({ eligible, conditional, blocked, ruledOut }: Pick<Found, 'eligible' | 'conditional' | 'blocked' | 'ruledOut'>): string {
  const fit = eligible === 0 ? 'No family fits' : `${eligible} ${eligible === 1 ? 'fits' : 'fit'}`;
  const parts = [fit, conditional > 0 && `${conditional} ${eligible > 0 ? 'more ' : ''}would if something unknown were known`, `${blocked} cannot`, ruledOut > 0 && `${ruledOut} ruled out by people`];
  return `${parts.filter(Boolean).join(', ')}. The order helps you look; it decides nothing.`;
}

interface CandidatesProps { readonly reference: string; readonly found: Found; readonly unsure: boolean; readonly onUnsure: () => void }

function Candidates({ reference, found, unsure, onUnsure }: CandidatesProps) {
  const candidates = found.candidates.edges.map(({ node }) => node);
  return (
    <>
      <p className="hub-headline">{headline(found)}</p>
      {candidates.length > 0 && <CandidateTable unit={reference} candidates={candidates} />}
      <ul className="hub-links">
        {found.conditional > 0 && <li><LinkButton onClick={onUnsure}>{unsure ? 'Show only those that fit' : `Show ${found.conditional === 1 ? 'the one that depends' : `the ${found.conditional} that depend`} on something unknown`}</LinkButton></li>}
        <li><Link className="govuk-link" to={`/children/${reference}/not-here`}>Why is a family not here?</Link></li>
        <li><LinkButton onClick={() => window.print()}>Print</LinkButton></li>
      </ul>
    </>
  );
}

function LookForFamilies({ reference, again, onDone }: { reference: string; again: boolean; onDone: () => void }) {
  const may = useMay();
  const [start] = useChange(StartRunDocument);
  const [run, setRun] = useState<RunPartsFragment | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  const over = useCallback((now: RunPartsFragment) => {
    setRun(null);
    setSaid({ DONE: 'The run is finished. The list is new.', CANCELLED: 'The run was cancelled. The list is as it was.' }[now.status as string] ?? failedRunWords(now.errorCode));
    onDone();
  }, [onDone]);
  if (!may('matching.start')) return null;
  const begin = async () => {
    setProblem(null);
    setSaid('');
    const outcome = await start({ scope: 'UNIT', subject: reference });
    if (!outcome.ok) setProblem(outcome.problem);
    else if (isOver(outcome.data.startMatchingRun.status)) over(outcome.data.startMatchingRun);
    else setRun(outcome.data.startMatchingRun);
  };
  return (
    <div className="hub-start-run">
      {run ? <RunProgress run={run} onOver={over} /> : <Button kind={again ? 'secondary' : 'primary'} onClick={() => void begin()}>{again ? 'Look for families again' : 'Look for families'}</Button>}
      <p className="govuk-body" role="status">{said}</p>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
