import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';

// Lives as long as the tab: nothing about a person's way of working is stored in the browser.
let on = true;
const listeners = new Set<() => void>();

export function setShortcuts(value: boolean): void {
  on = value;
  for (const listener of listeners) listener();
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => on);
}

const SEARCH = '[data-search]';
const RESULTS = '[data-results]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])'));
}

/** `/` goes to the search, `r` to what it found, `?` lists the keys; single keys can be switched off on the help page (WCAG 2.1.4). */
export function Shortcuts() {
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!on || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/') {
        event.preventDefault();
        const field = document.querySelector<HTMLElement>(SEARCH);
        if (field) field.focus();
        else void navigate('/children', { state: { focusSearch: true } });
      } else if (event.key === 'r') document.querySelector<HTMLElement>(RESULTS)?.focus();
      else if (event.key === '?') setOpen(true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [navigate]);

  useEffect(() => { if (open) dialog.current?.showModal(); }, [open]);

  return (
    <dialog ref={dialog} className="hub-dialog" aria-labelledby="keys-title" onClose={() => setOpen(false)}>
      <h2 className="govuk-heading-m" id="keys-title">Keyboard shortcuts</h2>
      <ShortcutList />
      <button type="button" className="govuk-button" onClick={() => dialog.current?.close()}>Close</button>
    </dialog>
  );
}

export function ShortcutList() {
  return (
    <dl className="hub-keys">
      <div><dt><kbd>/</kbd></dt><dd>Go to the search</dd></div>
      <div><dt><kbd>r</kbd></dt><dd>Go to the results of a search</dd></div>
      <div><dt><kbd>?</kbd></dt><dd>List the shortcuts</dd></div>
      <div><dt><kbd>Esc</kbd></dt><dd>Close a message such as the list</dd></div>
    </dl>
  );
}
