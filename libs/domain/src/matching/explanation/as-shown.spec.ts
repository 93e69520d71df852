import { NEED_KEYS } from '../../children/words';
import { candidateAsShown, evidenceAsShown } from './as-shown';
import type { UnitEvidence } from './evidence';
import type { ShownCandidate, ShownContribution } from './read-evidence';

const card = { youngestBand: '0-3', oldestBand: 'ANY', groupSize: 2, groupOpen: true, needs: NEED_KEYS.map((key) => ({ key, level: 2 as const, upTo: key === 'attachment' ? (3 as const) : null })) } as const;
const contribution = (criterion: string, unitValue: string): ShownContribution => ({ criterion, unitValue, householdValue: 'mild' }) as ShownContribution;

describe('ANON-2: a pair’s reasons, read by another agency', () => {
  it('tell of ages and of the number of children what the card shows', () => {
    const evidence = { version: 2, size: 4, ages: ['2-3', '8+'] } as unknown as UnitEvidence;
    expect(evidenceAsShown(evidence, card)).toMatchObject({ size: 3, ages: ['0-3', 'ANY'] });
    expect(evidenceAsShown(evidence, { ...card, groupOpen: false })).toMatchObject({ size: 2 });
  });

  it('tell a rare level as the range that it is shown as, and leave the rest alone', () => {
    const candidate = { contributions: [contribution('need:attachment', 'severe'), contribution('need:sexualAbuse', 'moderate'), contribution('age', '0-3')] } as unknown as ShownCandidate;
    expect(candidateAsShown(candidate, card).contributions.map(({ unitValue }) => unitValue)).toEqual(['moderate or severe', 'moderate', '0-3']);
  });
});
