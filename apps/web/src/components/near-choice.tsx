import { useId, useState, type ReactNode } from 'react';
import { useData } from '../app/data';
import { NearHouseholdsDocument, NearUnitsDocument } from '../gql/graphql';
import { AwaitPart } from './await';
import { LinkButton } from './button';

interface NearProps { readonly near: string; readonly onChange: (near: string) => void }

/** From which own child or group distances are told. Their list is asked for when somebody wants it. */
export function NearUnit({ near, onChange }: NearProps) {
  return <Near near={near} legend="Near one of your children" note="As the newest run for the child told it. Look for families again on the child’s page to have it measured anew. A saved search does not hold it." list={() => <Units near={near} onChange={onChange} />} />;
}

/** The same from an own family. */
export function NearHousehold({ near, onChange }: NearProps) {
  return <Near near={near} legend="Near one of your families" note="As the newest run for the family told it. Look for children again on the family’s page to have it measured anew. A saved search does not hold it." list={() => <Households near={near} onChange={onChange} />} />;
}

function Near({ near, legend, note, list }: { near: string; legend: string; note: string; list: () => ReactNode }) {
  const [open, setOpen] = useState(near !== '');
  return (
    <fieldset className="govuk-fieldset hub-facet">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
      {open ? <>{list()}<p className="govuk-hint hub-near__note">{note}</p></> : <LinkButton onClick={() => setOpen(true)}>Show distances<span className="govuk-visually-hidden"> from one of your own</span></LinkButton>}
    </fieldset>
  );
}

function Units(props: NearProps) {
  const found = useData(NearUnitsDocument, {});
  return <AwaitPart of={found} what="your children">{({ units }) => <Choice {...props} label="Child or group" references={units.edges.map(({ node }) => node.reference)} />}</AwaitPart>;
}

function Households(props: NearProps) {
  const found = useData(NearHouseholdsDocument, {});
  return <AwaitPart of={found} what="your families">{({ households }) => <Choice {...props} label="Family" references={households.edges.map(({ node }) => node.reference)} />}</AwaitPart>;
}

function Choice({ near, onChange, label, references }: NearProps & { label: string; references: readonly string[] }) {
  const id = useId();
  const options = near === '' || references.includes(near) ? references : [near, ...references];
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={id}>{label}</label>
      <select id={id} className="govuk-select hub-facet__select" value={near} onChange={(event) => onChange(event.target.value)}>
        <option value="">Nobody</option>
        {options.map((reference) => <option key={reference} value={reference}>{reference}</option>)}
      </select>
    </div>
  );
}
