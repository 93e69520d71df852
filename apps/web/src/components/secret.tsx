import { useState } from 'react';
import { Button } from './button';

/** A code that is shown once: selectable, and copied by a button. */
export function Secret({ label, value }: { label: string; value: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid('Copied.');
    } catch {
      setSaid('The browser did not allow it. Select the code and copy it yourself.');
    }
  };
  return (
    <div className="hub-secret">
      <label className="govuk-label" htmlFor="secret">{label}</label>
      <input id="secret" className="govuk-input" readOnly value={value} spellCheck={false} autoComplete="off" onFocus={(event) => event.target.select()} />
      <Button kind="secondary" onClick={() => void copy()}>Copy</Button>
      <p className="govuk-body" role="status">{said}</p>
    </div>
  );
}
