import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { Await } from '../../components/await';
import { LinkButton } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { CompareChildDocument, CompareFamilyDocument, SelectionPageDocument, type WholeSelectionFragment } from '../../gql/graphql';
import { selectionWords } from '../../words/selections';
import NoSuchPage from '../help/no-such-page';
import { childRows, differing, familyRows, type CompareRow } from './compare-rows';

/** More would not stand side by side on a page. */
const MOST = 4;
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
  const chosen = (place.chosen.length > 0 ? shown.filter((one) => place.chosen.includes(one.id)) : shown).slice(0, MOST);
  const rows = holds === 'HOUSEHOLD'
    ? familyRows(chosen.flatMap(({ household }) => household ?? []), child.data?.unit?.card ?? null)
    : childRows(chosen.flatMap(({ unit }) => unit ?? []), family.data?.household?.card ?? null);
  const references = chosen.map(({ unit, household }) => (unit ?? household)?.reference ?? '');
  return (
    <PageBody back={{ to: `/selections/${id}`, label: selectionWords(selection) }}>
      <Heading title={`Compare: ${selectionWords(selection)}`} />
      {shown.length < 2 ? <p className="govuk-body">There is nothing to compare: fewer than two of this selection are shown.</p> : (
        <>
          {shown.length > MOST && <Chooser shown={shown} chosen={chosen.map((one) => one.id)} onChange={(next) => change({ chosen: next })} />}
          <p className="govuk-body hub-compare__tools">
            <LinkButton onClick={() => change({ differences: !place.differences })}>{place.differences ? 'Show every line' : 'Show differences only'}</LinkButton>{' '}
            <LinkButton onClick={() => window.print()}>Print</LinkButton>
          </p>
          <CompareTable rows={place.differences ? differing(rows) : rows} references={references} folder={holds === 'UNIT' ? '/children' : '/families'} subject={subject ?? null} />
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
    setFull(next.length > MOST);
    if (next.length <= MOST && next.length > 0) onChange(next);
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

interface CompareTableProps { readonly rows: readonly CompareRow[]; readonly references: readonly string[]; readonly folder: string; readonly subject: string | null }

/** Wider than a narrow screen: it scrolls in a frame of its own, and the first column stays. */
function CompareTable({ rows, references, folder, subject }: CompareTableProps) {
  const caption = `${references.length} side by side${subject ? `, for ${subject}` : ''}`;
  return (
    <div className="hub-compare" role="region" aria-label="Comparison" tabIndex={0}>
      <table className="govuk-table">
        <caption className="govuk-table__caption govuk-table__caption--m">{caption}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header hub-compare__label">What</th>
            {subject && <th scope="col" className="govuk-table__header">{subject}</th>}
            {references.map((reference) => <th key={reference} scope="col" className="govuk-table__header"><Link className="govuk-link" to={`${folder}/${reference}`}>{reference}</Link></th>)}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map(({ label, subject: own, cells }) => (
            <tr key={label} className="govuk-table__row">
              <th scope="row" className="govuk-table__header hub-compare__label">{label}</th>
              {subject && <td className="govuk-table__cell">{own}</td>}
              {cells.map((cell, index) => <td key={references[index]} className="govuk-table__cell">{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="govuk-body">They do not differ in anything that the cards show.</p>}
    </div>
  );
}
