import { DISTANCE_NOT_KNOWN, distanceBandWords } from '@hub/domain/matching/shown-distance';
import { useId } from 'react';
import { upperFirst } from '../words/plain';
import { Table } from './table';

interface RingsProps {
  readonly from: string;
  /** As `Families` or `Children and groups`. */
  readonly whom: string;
  /** By band, the nearest first: how many the search would find there. */
  readonly counts: readonly { readonly value: string; readonly count: number }[];
}

const SIZE = 300;
const MIDDLE = SIZE / 2;
const INNER = 24;

/** How many are how far: rings around one place, no map and no points, and the same numbers as a table. */
export function DistanceRings({ from, whom, counts }: RingsProps) {
  const id = useId();
  const rings = counts.filter(({ value }) => value !== DISTANCE_NOT_KNOWN);
  const width = (MIDDLE - INNER - 4) / Math.max(1, rings.length);
  const title = `${whom} by distance from ${from}`;
  return (
    <section className="hub-rings" aria-labelledby={`${id}-heading`}>
      <h3 className="govuk-heading-s" id={`${id}-heading`}>{title}</h3>
      <div className="hub-rings__both">
        <svg className="hub-rings__drawing" viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{counts.map(({ value, count }) => `${distanceBandWords(value)}: ${count}`).join('; ')}</desc>
          {rings.map(({ value }, at) => <circle key={value} cx={MIDDLE} cy={MIDDLE} r={INNER + width * (at + 1)} className={value.endsWith('+') ? 'hub-rings__open' : 'hub-rings__ring'} />)}
          <circle cx={MIDDLE} cy={MIDDLE} r={4} className="hub-rings__middle" />
          {rings.map(({ value, count }, at) => <text key={value} x={MIDDLE} y={MIDDLE - INNER - width * (at + 0.5) + 5} className="hub-rings__count">{count}</text>)}
        </svg>
        <Table caption={title} captionHidden rows={counts} keyOf={({ value }) => value} columns={[
          { title: 'Distance', names: true, cell: ({ value }) => upperFirst(distanceBandWords(value)) },
          { title: whom, numeric: true, cell: ({ count }) => String(count) },
        ]} />
      </div>
    </section>
  );
}
