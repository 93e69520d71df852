import { useFieldError } from './form-errors';

interface FileFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  /** Several files together. */
  readonly multiple?: boolean;
}

export function FileField({ name, label, hint, accept, multiple = false }: FileFieldProps) {
  const error = useFieldError(name);
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label" htmlFor={name}>{label}</label>
      <div id={`${name}-hint`} className="govuk-hint">{hint}</div>
      {error && <p id={`${name}-error`} className="govuk-error-message"><span className="govuk-visually-hidden">Error:</span> {error}</p>}
      <input id={name} name={name} type="file" accept={accept} multiple={multiple} className="govuk-file-upload" aria-describedby={error ? `${name}-hint ${name}-error` : `${name}-hint`} />
    </div>
  );
}
