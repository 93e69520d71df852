import * as fc from 'fast-check';
import { isoDate } from '../dates/iso-date';
import { ageBand, heritageGroups, waitingBand } from './bands';
import { combineMembers, EMPTY_PROFILE } from './members';
import type { ChildProfile, UnitMember } from './members';
import { isInPool, toUnitCard, toUnitProfile } from './unit-card';
import type { UnitFacts } from './unit-card';
import { DEFAULT_POLICY } from '../matching/default-policy';
import { NEED_KEYS } from './words';

const asAt = isoDate('2026-11-21');
const member = (profile: Partial<ChildProfile> = {}, over: Partial<UnitMember> = {}): UnitMember & { state: 'ADM_DECIDED' } => ({
  sex: 'F', dateOfBirth: isoDate('2023-01-01'), decidedOn: isoDate('2026-01-15'), profile: { ...EMPTY_PROFILE, ...profile }, state: 'ADM_DECIDED', ...over,
});
const need = (...levels: (0 | 1 | 2 | 3 | null)[]) =>
  combineMembers(levels.map((attachment) => member({ needs: { attachment } }))).needs['attachment'];

describe('one unit out of its members', () => {
  it.each([
    [[2, 1], 2], [[null, 1], 1], [[0, 0], 0], [[null, 0], null], [[null, null], null], [[0, 3, null], 3],
  ] as const)('needs %j make %j', (levels, expected) => expect(need(...levels)).toBe(expected));

  it('takes contact, areas, heritage, faith, pets and waiting as the member who asks for most', () => {
    const unit = combineMembers([
      member({ contact: 1, avoidAreas: ['ZZ1'], heritage: ['WBRI'], religion: 'none', petsRisk: false, waitingSince: isoDate('2026-03-01'), essential: ['attachment'], homeArea: 'ZZ5' }),
      member({ contact: 3, avoidAreas: ['ZZ1', 'ZZ2'], religion: 'christian', petsRisk: true, earlyPermanence: true }),
    ]);
    expect(unit).toMatchObject({
      contact: 3, avoidAreas: ['ZZ1', 'ZZ2'], heritage: ['WBRI'], religion: null, petsRisk: true, earlyPermanence: true,
      waitingSince: '2026-01-15', essential: ['attachment'], homeArea: 'ZZ5',
    });
  });

  it('does not depend on the order of the members', () => {
    const level = fc.constantFrom(0, 1, 2, 3, null);
    fc.assert(fc.property(fc.array(level, { minLength: 1, maxLength: 5 }), (levels) => {
      expect(need(...levels)).toBe(need(...[...levels].reverse()));
    }));
  });

  it('knows the needs of the default policy', () => expect([...NEED_KEYS].sort()).toEqual([...DEFAULT_POLICY.needs].sort()));
});

describe('bands', () => {
  it.each([['2027-01-05', '0-1'], ['2024-11-22', '0-1'], ['2024-11-21', '2-3'], ['2018-11-21', '8+']])('born %s is %s', (born, band) =>
    expect(ageBand(isoDate(born), asAt)).toBe(band));
  it.each([['2026-08-22', 'UNDER_3M'], ['2026-08-21', '3_6M'], ['2026-05-21', '6_12M'], ['2025-11-21', '12_18M'], ['2025-05-21', 'OVER_18M']])(
    'waiting since %s is %s', (since, band) => expect(waitingBand(isoDate(since), asAt)).toBe(band));
  it('groups ethnicity broadly, and refusals are no group', () => {
    expect(heritageGroups(['MWBC', 'WBRI', 'REFU'])).toEqual(['WHITE', 'MIXED']);
    expect(heritageGroups(['NOBT'])).toEqual(['NOT_KNOWN']);
    expect(heritageGroups(null)).toEqual(['NOT_KNOWN']);
  });
});

describe('the projections of a unit', () => {
  const unit: UnitFacts = {
    reference: '7F3K2Q', regionBand: 'North', familyFinding: 'ACTIVE', asAt,
    members: [member({ needs: { attachment: 2 } }), member({}, { sex: 'M', dateOfBirth: isoDate('2017-01-01') })],
  };

  it('shows bands alone', () => {
    expect(toUnitCard(unit)).toMatchObject({ groupSize: 2, youngestBand: '2-3', oldestBand: '8+', sex: 'MIXED', highestNeed: 2, waitingBand: '6_12M', listed: true });
    expect(JSON.stringify([toUnitCard(unit), toUnitProfile(unit, null, ['WHITE'])])).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('leaves the pool with the first member who needs no family, or whose birth is not recorded', () => {
    expect(isInPool(unit)).toBe(true);
    expect(isInPool({ ...unit, familyFinding: 'PAUSED' })).toBe(false);
    for (const state of ['MATCHED', 'PLACED', 'ADOPTED', 'PLAN_CHANGED', 'LOOKED_AFTER'] as const) {
      expect(isInPool({ ...unit, members: [member(), { ...member(), state }] })).toBe(false);
    }
    expect(isInPool({ ...unit, members: [member({}, { dateOfBirth: null })] })).toBe(false);
  });

  it('says the progress of the slowest member', () =>
    expect(toUnitProfile(unit, 'Likes trains', ['WHITE']).progress).toBe('Decided that adoption is the plan; authority to place is awaited; waiting 6 to 12 months'));
});
