import { levelWords } from '../words/needs';

interface DotsProps {
  readonly level: number | null | undefined;
  readonly of: 'need' | 'offer';
}

/** A level on the one scale of three dots. What is not recorded is a broken line, never three empty dots. */
export function Dots({ level, of }: DotsProps) {
  const recorded = level !== null && level !== undefined;
  return (
    <span className="hub-dots">
      <svg viewBox="0 0 48 16" width="48" height="16" aria-hidden="true" focusable="false" className={`hub-dots__${of}`}>
        {recorded
          ? [0, 1, 2].map((place) => <circle key={place} cx={8 + place * 16} cy="8" r="5.5" className={place < level ? 'hub-dots__full' : 'hub-dots__empty'} />)
          : <line x1="3" x2="45" y1="8" y2="8" className="hub-dots__unknown" />}
      </svg>
      <span className={recorded ? 'hub-dots__words' : 'hub-not-recorded'}>{levelWords(level)}</span>
    </span>
  );
}
