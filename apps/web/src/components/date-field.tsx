import { Fieldset } from './fields';
import { useFieldError } from './form-errors';

interface DateProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string | null;
}

const PARTS = [['day', 'Day', 2], ['month', 'Month', 2], ['year', 'Year', 4]] as const;

/** A date typed in three fields. */
export function DateField({ name, label, hint = 'For example, 27 3 2024', value }: DateProps) {
  const error = useFieldError(name);
  const [year, month, day] = (value ?? '--').split('-');
  const parts: Record<string, string> = { day: String(Number(day) || ''), month: String(Number(month) || ''), year };
  return (
    <Fieldset name={name} label={label} hint={hint}>
      <div className="govuk-date-input">
        {PARTS.map(([part, title, width]) => (
          <div key={part} className="govuk-date-input__item">
            <div className="govuk-form-group">
              <label className="govuk-label govuk-date-input__label" htmlFor={`${name}-${part}`}>{title}</label>
              <input id={`${name}-${part}`} name={`${name}-${part}`} defaultValue={parts[part]} inputMode="numeric" autoComplete="off"
                className={`govuk-input govuk-date-input__input govuk-input--width-${width}${error ? ' govuk-input--error' : ''}`} />
            </div>
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
