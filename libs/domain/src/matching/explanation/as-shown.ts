import type { ShownCard } from '../../anonymity/shown-card';
import { rangeWord } from '../../children/words';
import { needOf } from './codes';
import type { UnitEvidence } from './evidence';
import type { ShownCandidate } from './read-evidence';

type Card = Pick<ShownCard, 'youngestBand' | 'oldestBand' | 'groupSize' | 'groupOpen' | 'needs'>;

/** Evidence as another agency may read it: with the ages and the number of children that the card shows. */
export function evidenceAsShown(evidence: UnitEvidence, { youngestBand, oldestBand, groupSize, groupOpen }: Card): UnitEvidence {
  return { ...evidence, ages: [youngestBand, oldestBand], size: groupOpen ? groupSize + 1 : groupSize };
}

/** A candidate whose needs are told as the card tells them: a range stays a range. */
export function candidateAsShown(candidate: ShownCandidate, { needs }: Card): ShownCandidate {
  const ranges = new Map(needs.flatMap(({ key, level, upTo }) => (upTo == null ? [] : [[key, rangeWord(level, upTo)] as const])));
  const contributions = candidate.contributions.map((one) => ({ ...one, unitValue: ranges.get(needOf(one.criterion) ?? '') ?? one.unitValue }));
  return { ...candidate, contributions };
}
