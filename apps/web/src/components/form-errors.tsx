import { createContext, useContext, useEffect, useRef } from 'react';
import type { Problem } from '../app/problems';
import { LinkButton } from './button';

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export const ErrorContext = createContext<readonly FieldError[]>([]);

export function useFieldError(field: string): string | undefined {
  return useContext(ErrorContext).find((error) => error.field === field)?.message;
}

interface SummaryProps {
  readonly errors: readonly FieldError[];
  readonly failure: Problem | null;
  readonly onReload?: () => void;
}

/** The first thing after a refused form; each line leads to its field. */
export function ErrorSummary({ errors, failure, onReload }: SummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => { if (errors.length > 0 || failure) summary.current?.focus(); }, [errors, failure]);
  if (errors.length === 0 && !failure) return null;
  return (
    <div ref={summary} className="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{failure && errors.length === 0 ? failure.title : 'There is a problem'}</h2>
        <div className="govuk-error-summary__body">
          {errors.length === 0 && failure && <p>{failure.advice}</p>}
          {failure?.code === 'STALE_VERSION' && onReload && <p><LinkButton onClick={onReload}>Load the newest record</LinkButton></p>}
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ field, message }) => (
              <li key={`${field} ${message}`}><a href={`#${field}`} onClick={(event) => { event.preventDefault(); focusField(field); }}>{message}</a></li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** A field, or the first field of a group: dates, radios, checkboxes. */
function focusField(field: string): void {
  const place = document.getElementById(field);
  const input = place?.matches('input, select, textarea') ? place : place?.querySelector<HTMLElement>('input, select, textarea');
  (place?.closest('.govuk-form-group') ?? place)?.scrollIntoView();
  input?.focus({ preventScroll: true });
}
