import { PAIR_OUTCOMES, RULE_OUT_REASONS, wrongOutcome, type OutcomeWish, type PairOutcome } from '@hub/domain/meetings/outcomes';
import { useRef, useState, type FocusEvent } from 'react';
import { LinkButton } from '../../../components/button';
import { outcomeButtonWords } from '../../../words/meetings';
import { useDrafts } from './drafts';
import { useFocusBack } from '../../../app/use-focus-back';

interface ButtonsProps {
  /** The family. */
  readonly about: string;
  /** By which half-written words are kept. */
  readonly field: string;
  readonly decided: string | null;
  readonly onRecord: (wish: OutcomeWish) => void;
}

// Folded at once, the page would move under a pointer that is being pressed elsewhere.
const FOLDS_AFTER = 400;

const OUTCOMES = Object.keys(PAIR_OUTCOMES) as readonly PairOutcome[];
const REASONS = Object.entries(RULE_OUT_REASONS);

/** What is wrong with the wish, in words. */
function faultOf(wish: OutcomeWish): string | null {
  const issues = (wrongOutcome(wish)?.details as { issues?: readonly { readonly message: string }[] } | undefined)?.issues;
  return issues?.map(({ message }) => message).join(' ') ?? null;
}

/**
 * Pursue, hold, rule out, more information, each with words. Once decided they fold away behind "Change", but never while the focus is among
 * them: what others record takes nothing from under anybody's hands.
 */
export function OutcomeButtons({ about, field, decided, onRecord }: ButtonsProps) {
  const drafts = useDrafts();
  const [open, setOpen] = useState(false);
  const [ruling, setRuling] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [first, focusFirst] = useFocusBack<HTMLButtonElement>();
  const words = useRef<HTMLTextAreaElement>(null);
  const reason = useRef<HTMLSelectElement>(null);
  const id = `words-${about}`;

  const record = (outcome: PairOutcome) => {
    const wish: OutcomeWish = { outcome, reason: outcome === 'RULE_OUT' ? (reason.current?.value || null) : null, words: words.current?.value.trim() || null };
    const wrong = faultOf(wish);
    setFault(wrong);
    if (wrong !== null) return;
    onRecord(wish);
    drafts.delete(field);
    if (words.current) words.current.value = '';
    if (ruling) { setRuling(false); focusFirst(); }
  };
  const press = (outcome: PairOutcome) => { if (outcome === 'RULE_OUT') setRuling(!ruling); else record(outcome); };
  const folding = useRef(0);
  const enter = () => { window.clearTimeout(folding.current); setOpen(true); };
  // A window that loses the focus keeps its active element: then nobody went anywhere.
  const leave = ({ currentTarget, relatedTarget, target }: FocusEvent) => {
    if (document.activeElement !== target && !currentTarget.contains(relatedTarget as Node | null)) folding.current = window.setTimeout(() => setOpen(false), FOLDS_AFTER);
  };
  const isWriting = ruling || drafts.has(field);

  if (decided !== null && !open && !isWriting) {
    return <p className="hub-tight"><LinkButton onClick={() => { setOpen(true); focusFirst(); }}>Change<span className="govuk-visually-hidden"> the outcome of {about}</span></LinkButton></p>;
  }
  return (
    <div onFocus={enter} onBlur={leave}>
      <div className="hub-pair__buttons" role="group" aria-label={`Outcome of ${about}`}>
        {OUTCOMES.map((outcome, at) => (
          <button key={outcome} ref={at === 0 ? first : undefined} type="button" onClick={() => press(outcome)} className={`govuk-button${outcome === 'PURSUE' ? '' : ' govuk-button--secondary'} hub-button--small`}
            aria-pressed={outcome === 'RULE_OUT' ? undefined : decided === outcome} aria-expanded={outcome === 'RULE_OUT' ? ruling : undefined}>
            {outcomeButtonWords(outcome)}<span className="govuk-visually-hidden"> {about}</span>
          </button>
        ))}
      </div>
      {ruling && (
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor={`reason-${about}`}>Why is {about} ruled out?</label>
          <select ref={reason} id={`reason-${about}`} className="govuk-select" defaultValue="" autoFocus>
            <option value="">Choose the reason</option>
            {REASONS.map(([value, label]) => <option key={value} value={value}>{label}</option>)}
          </select>
        </div>
      )}
      <details className="hub-fold" open={ruling || undefined}>
        <summary>Words for the minutes<span className="govuk-visually-hidden"> on {about}</span></summary>
        <label className="govuk-visually-hidden" htmlFor={id}>Words for the minutes on {about}</label>
        <textarea ref={words} id={id} className="govuk-textarea" rows={2} maxLength={2000} defaultValue={drafts.get(field) ?? ''} onInput={({ currentTarget: { value } }) => (value === '' ? drafts.delete(field) : drafts.set(field, value))} />
      </details>
      {fault && <p className="govuk-error-message" role="alert"><span className="govuk-visually-hidden">Error:</span> {fault}</p>}
      {ruling && (
        <div className="hub-pair__buttons">
          <button type="button" className="govuk-button govuk-button--warning hub-button--small" onClick={() => record('RULE_OUT')}>Record that {about} is ruled out</button>
          <LinkButton onClick={() => { setRuling(false); setFault(null); focusFirst(); }}>Cancel<span className="govuk-visually-hidden"> ruling out {about}</span></LinkButton>
        </div>
      )}
    </div>
  );
}
