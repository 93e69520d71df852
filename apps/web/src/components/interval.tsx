interface IntervalProps {
  readonly rank: number;
  readonly low: number;
  readonly high: number;
}

const WIDTH = 190;
const at = (value: number): number => 5 + (value / 100) * (WIDTH - 10);

export const rankWords = (value: number): string => String(Math.round(value * 10) / 10);

export const intervalWords = ({ rank, low, high }: IntervalProps): string =>
  (high - low < 0.05 ? `${rankWords(rank)} · everything that matters is known` : `${rankWords(rank)} · could be ${rankWords(low)} to ${rankWords(high)}`);

/** The rank as a dot, and as a bar from low to high what the answers to the unknown could make of it. */
export function Interval(values: IntervalProps) {
  const { rank, low, high } = values;
  return (
    <div className="hub-interval">
      <svg viewBox={`0 0 ${WIDTH} 20`} width={WIDTH} height="20" aria-hidden="true" focusable="false">
        <line className="hub-interval__scale" x1="0" x2={WIDTH} y1="10" y2="10" />
        <rect className="hub-interval__range" x={at(low)} width={Math.max(at(high) - at(low), 1)} y="4" height="12" />
        <circle className="hub-interval__rank" cx={at(rank)} cy="10" r="5" />
      </svg>
      <div className="hub-interval__words">{intervalWords(values)}</div>
    </div>
  );
}
