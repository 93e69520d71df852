import { Fieldset, type Option } from './fields';

interface ChoicesProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly Option[];
  readonly small?: boolean;
}

export function Radios({ name, label, hint, options, value, small = false, inline = false }: ChoicesProps & { value?: string | null; inline?: boolean }) {
  return (
    <Fieldset name={name} label={label} hint={hint}>
      <div className={`govuk-radios${small ? ' govuk-radios--small' : ''}${inline ? ' govuk-radios--inline' : ''}`}>
        {options.map((option) => (
          <div key={option.value} className="govuk-radios__item">
            <input className="govuk-radios__input" type="radio" id={`${name}-${option.value}`} name={name} value={option.value}
              defaultChecked={option.value === value} aria-describedby={option.hint && `${name}-${option.value}-hint`} />
            <label className="govuk-label govuk-radios__label" htmlFor={`${name}-${option.value}`}>{option.label}</label>
            {option.hint && <div id={`${name}-${option.value}-hint`} className="govuk-hint govuk-radios__hint">{option.hint}</div>}
          </div>
        ))}
      </div>
    </Fieldset>
  );
}

export function Checkboxes({ name, label, hint, options, values, small = false }: ChoicesProps & { values?: readonly string[] }) {
  return (
    <Fieldset name={name} label={label} hint={hint}>
      <div className={`govuk-checkboxes${small ? ' govuk-checkboxes--small' : ''}`}>
        {options.map((option) => (
          <div key={option.value} className="govuk-checkboxes__item">
            <input className="govuk-checkboxes__input" type="checkbox" id={`${name}-${option.value}`} name={name} value={option.value}
              defaultChecked={values?.includes(option.value)} />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`${name}-${option.value}`}>{option.label}</label>
          </div>
        ))}
      </div>
    </Fieldset>
  );
}

const YES_NO: readonly Option[] = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, { value: 'unknown', label: 'Not known' }];

/** Yes, no, or not known: the third is an answer of its own. */
export function YesNo({ name, label, hint, value }: { name: string; label: string; hint?: string; value?: boolean | null }) {
  const chosen = value === undefined || value === null ? 'unknown' : value ? 'yes' : 'no';
  return <Radios name={name} label={label} hint={hint} options={YES_NO} value={chosen} small inline />;
}
