import { useCallback, useState, type FormEvent, type ReactNode } from 'react';
import type { Outcome } from '../app/data';
import { problem as problemFor, type Problem } from '../app/problems';
import { Button } from './button';
import { ErrorContext, ErrorSummary, type FieldError } from './form-errors';
import { FormReader } from './form-reader';

interface FormProps {
  /** The fields; none where the question is only whether. */
  readonly children?: ReactNode;
  readonly submit: string;
  readonly tone?: 'primary' | 'warning';
  /** Reads the answers, then asks the hub. `null`: the answers had faults, which the reader has noted. */
  readonly onSubmit: (answers: FormReader) => Promise<Outcome<unknown> | null>;
  /** The path of an issue from the hub (`facts.firstName`) as the name of the field that shows it. */
  readonly fieldOf?: (path: string) => string;
  readonly onReload?: () => void;
  readonly aside?: ReactNode;
  /** Empties the fields once they were sent, for the next answers. */
  readonly clears?: boolean;
}

const lastPart = (path: string): string => path.split('.').at(-1) ?? path;

/** A form with the error summary first and focused. It validates on sending, never while typing. */
export function Form({ children, submit, tone = 'primary', onSubmit, fieldOf = lastPart, onReload, aside, clears = false }: FormProps) {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [failure, setFailure] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const send = useCallback(async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const answers = new FormReader(new FormData(form));
    setBusy(true);
    const outcome = await onSubmit(answers);
    setBusy(false);
    if (answers.errors.length > 0) { setFailure(null); setErrors([...answers.errors]); return; }
    if (outcome && !outcome.ok) {
      setErrors(outcome.problem.issues.map(({ path, message }) => ({ field: fieldOf(path), message })));
      setFailure(outcome.problem.issues.length > 0 ? problemFor('INVALID_INPUT') : outcome.problem);
    } else {
      setErrors([]);
      setFailure(null);
      if (clears) form.reset();
    }
  }, [busy, onSubmit, fieldOf, clears]);

  return (
    <ErrorContext.Provider value={errors}>
      <ErrorSummary errors={errors} failure={failure} onReload={onReload} />
      <form noValidate onSubmit={(event) => void send(event)}>
        {children}
        <div className="govuk-button-group">
          <Button type="submit" kind={tone}>{submit}</Button>
          {aside}
        </div>
        <p className="govuk-visually-hidden" role="status">{busy ? 'Sending' : ''}</p>
      </form>
    </ErrorContext.Provider>
  );
}
