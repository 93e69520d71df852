import { useId } from 'react';
import { levelWords, NEEDS } from '../../words/needs';
import type { OfferChoice } from './family-facets';

interface OfferFilterProps {
  readonly offer: OfferChoice;
  readonly onChange: (offer: OfferChoice) => void;
}

const YEARS = Array.from({ length: 18 }, (_, year) => [String(year), String(year)] as const);
const ROOMS = [['1', 'One child or more'], ['2', 'Two or more'], ['3', 'Three or more']] as const;
const KEYS = NEEDS.map(([key, words]) => [key, words] as const);
const LEVELS = [1, 2, 3].map((level) => [String(level), levelWords(level)] as const);

export function OfferFilter({ offer, onChange }: OfferFilterProps) {
  return (
    <fieldset className="govuk-fieldset hub-facet">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">What they would accept</legend>
      <Choice label="Room for" any="Any number" options={ROOMS} value={offer.room} onChange={(room) => onChange({ ...offer, room })} />
      <Choice label="A child aged" any="Any age" options={YEARS} value={offer.age} onChange={(age) => onChange({ ...offer, age })} />
      <Choice label="A need" any="Any need" options={KEYS} value={offer.key} onChange={(key) => onChange({ ...offer, key })} />
      {offer.key !== '' && <Choice label="At least" options={LEVELS} value={String(offer.level)} onChange={(level) => onChange({ ...offer, level: Number(level) })} />}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly any?: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({ label, any, options, value, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={id}>{label}</label>
      <select id={id} className="govuk-select hub-facet__select" value={value} onChange={(event) => onChange(event.target.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(([one, words]) => <option key={one} value={one}>{words}</option>)}
      </select>
    </div>
  );
}
