import { isoDate } from '../dates/iso-date';
import { explained } from './example.support-spec';
import type { Changes } from './example.support-spec';
import type { Outcome, RuleName } from './result';

const members = (...dates: readonly string[]): { readonly unit: Changes['unit'] } => ({
  unit: { members: dates.map((date) => ({ dateOfBirth: isoDate(date) })) },
});
const otherAgency = { agency: 'BRA' };
const early = { earlyPermanence: true };
const avoiding = { avoidAreas: ['LE2', 'LE3'] };
const approved = (min: number, max: number): { readonly household: Changes['household'] } => ({
  household: { ageMonths: { min, max } },
});
const attachment = (need: 0 | 1 | 2 | 3 | null, accepted?: 0 | 1 | 2 | 3 | null): Changes => ({
  unit: { needs: { attachment: need } },
  household: { accepts: { attachment: accepted } },
});

// The child is 36 months old; the stretch is 12 months and the largest gap 1 level.
const CASES: readonly (readonly [RuleName, string, Changes, Outcome])[] = [
  ['available', 'available', {}, 'pass'],
  ['available', 'on hold', { household: { available: false } }, 'fail'],
  ['available', 'in stage two', { household: { available: null } }, 'unknown'],
  ['available', 'absent', { household: { available: undefined } }, 'unknown'],
  ['notRuledOut', 'not ruled out', { vetoes: [{ unit: 'U', household: 'other' }] }, 'pass'],
  ['notRuledOut', 'ruled out', { vetoes: [{ unit: 'U', household: 'H', reason: 'too near' }] }, 'fail'],
  ['shareConsent', 'own agency without consent', { household: { shareConsent: false } }, 'pass'],
  ['shareConsent', 'own agency, not recorded', { household: { shareConsent: null } }, 'pass'],
  ['shareConsent', 'other agency with consent', { unit: otherAgency }, 'pass'],
  ['shareConsent', 'other agency without', { unit: otherAgency, household: { shareConsent: false } }, 'fail'],
  ['shareConsent', 'other agency, not recorded', { unit: otherAgency, household: { shareConsent: null } }, 'unknown'],
  ['groupSize', 'exactly room', { ...members('2023-01-01', '2022-01-01'), household: { maxChildren: 2 } }, 'pass'],
  ['groupSize', 'one too many', { ...members('2023-01-01', '2022-01-01'), household: { maxChildren: 1 } }, 'fail'],
  ['groupSize', 'no room at all', { household: { maxChildren: 0 } }, 'fail'],
  ['groupSize', 'not recorded', { household: { maxChildren: null } }, 'unknown'],
  ['area', 'elsewhere', { unit: avoiding }, 'pass'],
  ['area', 'inside', { unit: avoiding, household: { area: 'LE3' } }, 'fail'],
  ['area', 'not recorded', { unit: avoiding, household: { area: null } }, 'unknown'],
  ['area', 'not recorded and none avoided', { household: { area: null } }, 'pass'],
  ['area', 'avoided areas not recorded', { unit: { avoidAreas: null }, household: { area: null } }, 'pass'],
  ['earlyPermanence', 'approved', { unit: early }, 'pass'],
  ['earlyPermanence', 'not approved', { unit: early, household: { earlyPermanence: false } }, 'fail'],
  ['earlyPermanence', 'not recorded', { unit: early, household: { earlyPermanence: null } }, 'unknown'],
  ['earlyPermanence', 'other plan', { household: { earlyPermanence: false } }, 'pass'],
  ['earlyPermanence', 'plan not recorded', { unit: { earlyPermanence: null }, household: { earlyPermanence: false } }, 'pass'],
  ['age', 'inside', approved(36, 36), 'pass'],
  ['age', 'stretched to the limit downwards', approved(48, 60), 'pass'],
  ['age', 'a month beyond the limit downwards', approved(49, 60), 'fail'],
  ['age', 'stretched to the limit upwards', approved(0, 24), 'pass'],
  ['age', 'a month beyond the limit upwards', approved(0, 23), 'fail'],
  ['age', 'one member of the group outside', { ...members('2023-11-01', '2014-11-01'), ...approved(0, 60) }, 'fail'],
  ['age', 'not recorded', { household: { ageMonths: null } }, 'unknown'],
  ['need:attachment', 'met', attachment(2, 2), 'pass'],
  ['need:attachment', 'a gap of one', attachment(2, 1), 'pass'],
  ['need:attachment', 'a gap of two', attachment(2, 0), 'fail'],
  ['need:attachment', 'acceptance not recorded, need within the gap', attachment(1, null), 'pass'],
  ['need:attachment', 'acceptance not recorded, need beyond the gap', attachment(2, null), 'unknown'],
  ['need:attachment', 'acceptance absent, need beyond the gap', attachment(3), 'unknown'],
  ['need:attachment', 'need not recorded', attachment(null, 0), 'pass'],
];

describe('hard rules', () => {
  it.each(CASES)('%s: %s', (rule, _, changes, outcome) => {
    const { rules, blockers, unknowns } = explained(changes);
    expect(rules.find((finding) => finding.rule === rule)?.outcome).toBe(outcome);
    expect([blockers.includes(rule), unknowns.includes(rule)]).toEqual([outcome === 'fail', outcome === 'unknown']);
  });

  it('stand in the order of the table, needs in the order of the policy', () => {
    const names = explained({}).rules.map(({ rule }) => rule);
    expect(names.slice(0, 8)).toEqual([
      'available', 'notRuledOut', 'shareConsent', 'groupSize', 'area', 'earlyPermanence', 'age', 'need:developmentalUncertainty',
    ]);
    expect(names.at(-1)).toBe('need:attachment');
  });

  it('say what would have to change', () => {
    const { status, changes } = explained({ household: { available: false, maxChildren: null } });
    expect(status).toBe('blocked');
    expect(changes.map((text) => text.split(':')[0])).toEqual(['available', 'groupSize']);
  });
});
