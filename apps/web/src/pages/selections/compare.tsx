import { MOST_COMPARED } from '@hub/domain/search/selection';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { Await } from '../../components/await';
import { PageBody } from '../../components/page-body';
import { CompareChildDocument, CompareFamilyDocument, SelectionPageDocument, type WholeSelectionFragment } from '../../gql/graphql';
import { selectionWords } from '../../words/selections';
import NoSuchPage from '../help/no-such-page';
import { childRows, familyRows } from './compare-rows';
import { CompareView } from './compare-view';

/** `chosen`: ids of entries; none stands for the first ones. */
const START: { readonly chosen: readonly string[]; readonly differences: boolean } = { chosen: [], differences: false };

export default function Compare() {
  const { id = '' } = useParams();
  const page = useData(SelectionPageDocument, { id });
  return <Await of={page} what="the comparison">{({ selection }) => (selection ? <ComparePage selection={selection} /> : <NoSuchPage />)}</Await>;
}

function ComparePage({ selection }: { selection: WholeSelectionFragment }) {
  const { id, holds, subject, entries } = selection;
  const [place, change] = usePlaceState(START);
  const child = useData(CompareChildDocument, { reference: subject ?? '' }, { pause: !subject || holds !== 'HOUSEHOLD' });
  const family = useData(CompareFamilyDocument, { reference: subject ?? '' }, { pause: !subject || holds !== 'UNIT' });
  const shown = entries.filter(({ unit, household }) => unit ?? household);
  const chosen = (place.chosen.length > 0 ? shown.filter((one) => place.chosen.includes(one.id)) : shown).slice(0, MOST_COMPARED);
  const rows = holds === 'HOUSEHOLD'
    ? familyRows(chosen.flatMap(({ household }) => household ?? []), child.data?.unit?.card ?? null)
    : childRows(chosen.flatMap(({ unit }) => unit ?? []), family.data?.household?.card ?? null);
  const references = chosen.map(({ unit, household }) => (unit ?? household)?.reference ?? '');
  return (
    <PageBody back={{ to: `/selections/${id}`, label: selectionWords(selection) }}>
      <Heading title={`Compare: ${selectionWords(selection)}`} />
      {shown.length < 2 ? <p className="govuk-body">There is nothing to compare: fewer than two of this selection are shown.</p> : (
        <>
          {shown.length > MOST_COMPARED && <Chooser shown={shown} chosen={chosen.map((one) => one.id)} onChange={(next) => change({ chosen: next })} />}
          <CompareView rows={rows} references={references} folder={holds === 'UNIT' ? '/children' : '/families'} subject={subject ?? null} differences={place.differences} onDifferences={(differences) => change({ differences })} />
        </>
      )}
    </PageBody>
  );
}

interface ChooserProps { readonly shown: WholeSelectionFragment['entries']; readonly chosen: readonly string[]; readonly onChange: (chosen: readonly string[]) => void }

function Chooser({ shown, chosen, onChange }: ChooserProps) {
  const [full, setFull] = useState(false);
  const choose = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    setFull(next.length > MOST_COMPARED);
    if (next.length <= MOST_COMPARED && next.length > 0) onChange(next);
  };
  return (
    <fieldset className="govuk-fieldset hub-facet">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Whom to compare, up to four</legend>
      <div className="govuk-checkboxes govuk-checkboxes--small">
        {shown.map(({ id, unit, household }) => (
          <div key={id} className="govuk-checkboxes__item">
            <input className="govuk-checkboxes__input" type="checkbox" id={`compare-${id}`} checked={chosen.includes(id)} onChange={() => choose(id)} />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`compare-${id}`}>{(unit ?? household)?.reference}</label>
          </div>
        ))}
      </div>
      <p className="govuk-body-s" role="status">{full ? 'Four stand side by side already. Take one out first.' : ''}</p>
    </fieldset>
  );
}
