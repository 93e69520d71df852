import { standingWords } from '@hub/domain/matching/explanation/standing-words';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { usePlaceState } from '../../app/place-state';
import { AwaitPart } from '../../components/await';
import { LinkButton } from '../../components/button';
import { useCompareChoice } from '../../components/compare-choice';
import { Download } from '../../components/download';
import { useKeep } from '../../components/keep';
import { Pager } from '../../components/pager';
import { RunHere } from '../../components/run-here';
import { RunLine } from '../../components/standing';
import { ChildShortlistDocument, type ChildShortlistQuery, type SelectionOf } from '../../gql/graphql';
import { count } from '../../words/plain';
import { CandidateTable } from './candidate-table';

type Found = NonNullable<ChildShortlistQuery['shortlist']>;

const START = { unsure: false, before: [] as readonly string[], compared: [] as readonly string[] };

export function Shortlist({ reference, searching }: { reference: string; searching: boolean }) {
  const [{ unsure, before, compared }, change] = usePlaceState(START);
  const list = useData(ChildShortlistDocument, { unit: reference, first: 20, after: before.at(-1) ?? null, status: unsure ? null : 'eligible' });
  return (
    <section aria-labelledby="families-title">
      <AwaitPart of={list} what="the families">
        {({ shortlist }) => (
          <>
            <div className="hub-title-row">
              <h2 className="govuk-heading-m" id="families-title">Families to consider</h2>
              {shortlist && <RunLine run={shortlist.run} looked={shortlist.run.households === null ? null : count(shortlist.run.households, 'family', 'families')} />}
            </div>
            {shortlist
              ? <Candidates reference={reference} found={shortlist} unsure={unsure} compared={compared} onCompared={(next) => change({ compared: next })} onUnsure={() => change({ unsure: !unsure, before: [] })} />
              : <p className="govuk-body">No run has looked at this record yet.{searching ? '' : ' A run looks only at records whose family finding is active.'}</p>}
            {shortlist && <Pager label="Pages of families" before={before} page={shortlist.candidates.pageInfo} onMove={(next) => change({ before: next })} />}
            {searching && <RunHere scope="UNIT" subject={reference} label={shortlist ? 'Look for families again' : 'Look for families'} again={shortlist !== null} onDone={list.refresh} />}
          </>
        )}
      </AwaitPart>
    </section>
  );
}

interface CandidatesProps { readonly reference: string; readonly found: Found; readonly unsure: boolean; readonly compared: readonly string[]; readonly onCompared: (compared: readonly string[]) => void; readonly onUnsure: () => void }

function Candidates({ reference, found, unsure, compared, onCompared, onUnsure }: CandidatesProps) {
  const keep = useKeep('HOUSEHOLD');
  const compare = useCompareChoice({ holds: 'HOUSEHOLD' as SelectionOf, references: compared, subject: reference }, onCompared);
  const candidates = found.candidates.edges.map(({ node }) => node);
  return (
    <>
      <p className="hub-headline">{standingWords(found, 'No family')}</p>
      {candidates.length > 0 && keep?.chooser}
      {candidates.length > 1 && compare.bar}
      {candidates.length > 0 && <CandidateTable unit={reference} candidates={candidates} keep={keep?.button} compare={candidates.length > 1 ? compare.box : undefined} />}
      <ul className="hub-links">
        {found.conditional > 0 && <li><LinkButton onClick={onUnsure}>{unsure ? 'Show only those that fit' : `Show ${found.conditional === 1 ? 'the one that depends' : `the ${found.conditional} that depend`} on something unknown`}</LinkButton></li>}
        <li><Link className="govuk-link" to={`/children/${reference}/not-here`}>Why is a family not here?</Link></li>
        <li><Link className="govuk-link" to="/families" state={{ place: { near: reference } }}>Search families by distance from here</Link></li>
        <li><LinkButton onClick={() => window.print()}>Print</LinkButton></li>
      </ul>
      <Download label="Download the shortlist as PDF" path={`/packs/shortlist/${reference}`} />
    </>
  );
}
