import { useEffect, useRef, useState } from 'react';
import { useSession } from './session';

const MINUTE = 60_000;
const WARN_AFTER = 25 * MINUTE;
const END_AFTER = 30 * MINUTE;

/** Five minutes before the hub ends an idle session, the person may keep it (WCAG 2.2.1). */
export function IdleWarning() {
  const { lastAnswer, extend, expire, end } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const look = () => {
      const idle = Date.now() - lastAnswer.current;
      if (idle >= END_AFTER) expire();
      else setOpen(idle >= WARN_AFTER);
    };
    const timer = window.setInterval(look, 10_000);
    document.addEventListener('visibilitychange', look);
    return () => { window.clearInterval(timer); document.removeEventListener('visibilitychange', look); };
  }, [lastAnswer, expire]);

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);

  const stay = () => { setOpen(false); void extend(); };
  return (
    <dialog ref={dialog} className="hub-dialog" aria-labelledby="idle-title" onCancel={(event) => { event.preventDefault(); stay(); }}>
      <h2 className="govuk-heading-m" id="idle-title">You will be signed out soon</h2>
      <p className="govuk-body">You have done nothing here for 25 minutes. To keep records safe, the hub signs you out after 30.</p>
      <div className="govuk-button-group">
        <button type="button" className="govuk-button" onClick={stay}>Stay signed in</button>
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void end()}>Sign out</button>
      </div>
    </dialog>
  );
}
