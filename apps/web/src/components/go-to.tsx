import { useEffect, useRef, type FormEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** A reference typed or pasted leads straight to its record. `/` comes here. */
export function GoTo({ label, folder }: { label: string; folder: string }) {
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const wanted = (useLocation().state as { focusSearch?: boolean } | null)?.focusSearch === true;
  useEffect(() => { if (wanted) field.current?.focus(); }, [wanted]);
  const go = (event: FormEvent) => {
    event.preventDefault();
    const reference = field.current?.value.trim().toUpperCase() ?? '';
    if (reference !== '') void navigate(`${folder}/${encodeURIComponent(reference)}`);
    else field.current?.focus();
  };
  return (
    <form className="hub-go-to" onSubmit={go} role="search">
      <label className="govuk-label" htmlFor="go-to">{label}</label>
      <div className="hub-go-to__row">
        <input ref={field} id="go-to" className="govuk-input govuk-input--width-10" data-search autoComplete="off" spellCheck={false} maxLength={12} />
        <button type="submit" className="govuk-button govuk-button--secondary">Open</button>
      </div>
    </form>
  );
}
