import { useId } from 'react';
import type { Option } from '../../components/fields';
import { levelWords } from '../../words/needs';
import type { NeedChoice } from './facets';

interface NeedFilterProps {
  readonly need: NeedChoice;
  readonly options: readonly Option[];
  readonly onChange: (need: NeedChoice) => void;
}

export function NeedFilter({ need, options, onChange }: NeedFilterProps) {
  const id = useId();
  return (
    <fieldset className="govuk-fieldset hub-facet">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">A need, at most</legend>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`${id}-key`}>Need</label>
        <select id={`${id}-key`} className="govuk-select hub-facet__select" value={need.key} onChange={(event) => onChange({ ...need, key: event.target.value })}>
          {options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
        </select>
      </div>
      {need.key !== '' && (
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor={`${id}-level`}>At most</label>
          <select id={`${id}-level`} className="govuk-select hub-facet__select" value={need.atMost ?? 1} onChange={(event) => onChange({ ...need, atMost: Number(event.target.value) })}>
            {[0, 1, 2, 3].map((level) => <option key={level} value={level}>{levelWords(level)}</option>)}
          </select>
        </div>
      )}
    </fieldset>
  );
}
