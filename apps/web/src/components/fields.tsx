import type { ReactNode } from 'react';
import { useFieldError } from './form-errors';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

function describedBy(name: string, hint: string | undefined, error: string | undefined): string | undefined {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined;
}

function Notes({ name, hint, error }: { name: string; hint?: string; error?: string }) {
  return (
    <>
      {hint && <div id={`${name}-hint`} className="govuk-hint">{hint}</div>}
      {error && <p id={`${name}-error`} className="govuk-error-message"><span className="govuk-visually-hidden">Error:</span> {error}</p>}
    </>
  );
}

interface GroupProps extends FieldProps { readonly error?: string; readonly children: ReactNode }

function Group({ name, label, hint, error, children }: GroupProps) {
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label" htmlFor={name}>{label}</label>
      <Notes name={name} hint={hint} error={error} />
      {children}
    </div>
  );
}

interface TextProps extends FieldProps {
  readonly value?: string | number | null;
  readonly type?: 'text' | 'email' | 'password';
  readonly autoComplete?: string;
  readonly inputMode?: 'numeric' | 'text';
  readonly width?: 'short' | 'medium' | 'full';
}

const WIDTH = { short: ' govuk-input--width-5', medium: ' govuk-input--width-20', full: '' };

export function TextField({ name, label, hint, value, type = 'text', autoComplete = 'off', inputMode, width = 'full' }: TextProps) {
  const error = useFieldError(name);
  return (
    <Group name={name} label={label} hint={hint} error={error}>
      <input id={name} name={name} type={type} className={`govuk-input${WIDTH[width]}${error ? ' govuk-input--error' : ''}`}
        defaultValue={value ?? ''} autoComplete={autoComplete} inputMode={inputMode} spellCheck={type === 'text'}
        aria-describedby={describedBy(name, hint, error)} aria-invalid={error ? true : undefined} />
    </Group>
  );
}

export function TextArea({ name, label, hint, value, rows = 5 }: FieldProps & { value?: string | null; rows?: number }) {
  const error = useFieldError(name);
  return (
    <Group name={name} label={label} hint={hint} error={error}>
      <textarea id={name} name={name} rows={rows} className={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        defaultValue={value ?? ''} aria-describedby={describedBy(name, hint, error)} />
    </Group>
  );
}

export interface Option { readonly value: string; readonly label: string; readonly hint?: string }

interface ChoiceProps extends FieldProps { readonly options: readonly Option[]; readonly value?: string | null }

export function SelectField({ name, label, hint, options, value }: ChoiceProps) {
  const error = useFieldError(name);
  return (
    <Group name={name} label={label} hint={hint} error={error}>
      <select id={name} name={name} className="govuk-select" defaultValue={value ?? ''} aria-describedby={describedBy(name, hint, error)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </Group>
  );
}

interface FieldsetProps extends FieldProps { readonly children: ReactNode }

/** A question with several inputs; its legend is the question. */
export function Fieldset({ name, label, hint, children }: FieldsetProps) {
  const error = useFieldError(name);
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`} id={name}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(name, hint, error)}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
        <Notes name={name} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  );
}
