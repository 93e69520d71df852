import { standingWords } from '@hub/domain/matching/explanation/standing-words';
import { useData } from '../../app/data';
import { usePlaceState } from '../../app/place-state';
import { AwaitPart } from '../../components/await';
import { LinkButton } from '../../components/button';
import { Pager } from '../../components/pager';
import { RunHere } from '../../components/run-here';
import { RunLine } from '../../components/standing';
import { FamilySuggestionsDocument, type FamilySuggestionsQuery } from '../../gql/graphql';
import { count } from '../../words/plain';
import { SuggestionTable } from './suggestion-table';

type Found = NonNullable<FamilySuggestionsQuery['suggestions']>;

const START = { unsure: false, before: [] as readonly string[] };

interface SuggestionsProps {
  readonly household: string;
  /** One run's result; else the newest. */
  readonly run?: string;
  /** Why a run would leave them out; with neither this nor a run, one can be asked for. */
  readonly notLooking?: string | null;
}

/** A shortlist the other way round, for the agency that looks after the family. */
export function Suggestions({ household, run, notLooking = null }: SuggestionsProps) {
  const [{ unsure, before }, change] = usePlaceState(START);
  const list = useData(FamilySuggestionsDocument, { household, run: run ?? null, first: 20, after: before.at(-1) ?? null, status: unsure ? null : 'eligible' });
  return (
    <section aria-labelledby="children-title">
      <AwaitPart of={list} what="the children">
        {({ suggestions }) => (
          <>
            <div className="hub-title-row">
              <h2 className="govuk-heading-m" id="children-title">Children to consider</h2>
              {suggestions && !run && <RunLine run={suggestions.run} looked={null} />}
            </div>
            {suggestions
              ? <Listed household={household} found={suggestions} unsure={unsure} onUnsure={() => change({ unsure: !unsure, before: [] })} />
              : <p className="govuk-body">{run ? 'No result that you may see.' : 'No run has looked for children for this family yet.'}</p>}
            {suggestions && <Pager label="Pages of children" before={before} page={suggestions.units.pageInfo} onMove={(next) => change({ before: next })} />}
            {notLooking && <p className="govuk-body">{notLooking}</p>}
            {!run && !notLooking && <RunHere scope="HOUSEHOLD" subject={household} label={suggestions ? 'Look for children again' : 'Look for children'} again={suggestions !== null} onDone={list.refresh} />}
          </>
        )}
      </AwaitPart>
    </section>
  );
}

interface ListedProps { readonly household: string; readonly found: Found; readonly unsure: boolean; readonly onUnsure: () => void }

function Listed({ household, found, unsure, onUnsure }: ListedProps) {
  const { run, conditional, units: { edges } } = found;
  return (
    <>
      <p className="hub-headline">{standingWords(found, 'No child or group')}</p>
      {edges.length > 0 && <SuggestionTable household={household} run={run.reference} suggestions={edges.map(({ node }) => node)} />}
      <ul className="hub-links">
        {conditional > 0 && <li><LinkButton onClick={onUnsure}>{unsure ? 'Show only those that fit' : `Show ${count(conditional, 'that depends', 'that depend')} on something unknown`}</LinkButton></li>}
        <li><LinkButton onClick={() => window.print()}>Print</LinkButton></li>
      </ul>
    </>
  );
}
