import { needRangeWords } from '../words/needs';

interface DotsProps {
  readonly level: number | null | undefined;
  /** Where a range is shown: its upper end. */
  readonly upTo?: number | null;
  readonly of: 'need' | 'offer';
}

/** A level on the one scale of three dots; of a range the dots that may be are dashed. What is not recorded is a broken line, never three empty dots. */
export function Dots({ level, upTo, of }: DotsProps) {
  const words = needRangeWords(level, upTo);
  const shown = level !== null && level !== undefined && words !== 'not shown';
  return (
    <span className="hub-dots">
      <svg viewBox="0 0 48 16" width="48" height="16" aria-hidden="true" focusable="false" className={`hub-dots__${of}`}>
        {shown
          ? [0, 1, 2].map((place) => <circle key={place} cx={8 + place * 16} cy="8" r="5.5" className={place < level ? 'hub-dots__full' : place < (upTo ?? level) ? 'hub-dots__perhaps' : 'hub-dots__empty'} />)
          : <line x1="3" x2="45" y1="8" y2="8" className="hub-dots__unknown" />}
      </svg>
      <span className={shown ? 'hub-dots__words' : 'hub-not-recorded'}>{words}</span>
    </span>
  );
}
