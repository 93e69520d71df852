import { MOST_COMPARED } from '@hub/domain/search/selection';
import { useId, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { SelectionOf } from '../gql/graphql';
import { LinkButton } from './button';

/** Whom to compare, and for whom. */
export interface Compared {
  readonly holds: SelectionOf;
  readonly references: readonly string[];
  /** The own child or family that they are compared for. */
  readonly subject: string | null;
}

export const NOTHING_COMPARED: Compared = { holds: 'HOUSEHOLD' as SelectionOf, references: [], subject: null };

interface Choice {
  /** How many are chosen, and the way to the comparison. */
  readonly bar: ReactNode;
  /** The box beside a result. */
  readonly box: (reference: string) => ReactNode;
}

/** Choosing up to four results to stand side by side. */
export function useCompareChoice({ references, ...compared }: Compared, onChange: (references: readonly string[]) => void): Choice {
  const navigate = useNavigate();
  const id = useId();
  const [full, setFull] = useState(false);
  const toggle = (reference: string) => {
    const next = references.includes(reference) ? references.filter((one) => one !== reference) : [...references, reference];
    setFull(next.length > MOST_COMPARED);
    if (next.length <= MOST_COMPARED) onChange(next);
  };
  const compare = () => void navigate('/compare', { state: { place: { ...compared, references } } });
  return {
    bar: (
      <div className="hub-compare-bar">
        <p className="govuk-body" role="status">{full ? 'Four stand side by side already. Take one out first.' : references.length === 0 ? 'Tick up to four to compare them side by side.' : `Chosen to compare: ${references.join(', ')}.${references.length === 1 ? ' Tick another one.' : ''}`}</p>
        {references.length > 1 && <LinkButton onClick={compare}>Compare side by side</LinkButton>}
        {references.length > 0 && <LinkButton onClick={() => { setFull(false); onChange([]); }}>Choose nobody</LinkButton>}
      </div>
    ),
    box: (reference) => (
      <span className="govuk-checkboxes govuk-checkboxes--small hub-compare-box">
        <span className="govuk-checkboxes__item">
          <input className="govuk-checkboxes__input" type="checkbox" id={`${id}-${reference}`} checked={references.includes(reference)} onChange={() => toggle(reference)} />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-${reference}`}><span className="govuk-visually-hidden">Compare {reference}</span></label>
        </span>
      </span>
    ),
  };
}
