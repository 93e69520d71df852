import { isoDate } from '../../dates/iso-date';
import { DEFAULT_POLICY } from '../default-policy';
import { startRun } from '../match-pool';
import type { Household, Unit } from '../pool';
import type { CriterionName } from '../result';
import { findAll } from './evidence.support-spec';
import { criterionLabel, ruleLabel } from './labels';
import { readCandidate, type ShownCandidate } from './read-evidence';
import { changesFor, changesForListed, summarise } from './summary';

const asAt = isoDate('2026-11-22');
const none = Object.fromEntries(DEFAULT_POLICY.needs.map((key) => [key, 0 as const]));
const UNIT: Unit = {
  id: 'U', agency: 'NMB', members: [{ dateOfBirth: isoDate('2024-05-17'), sex: 'F' }], needs: { ...none, attachment: 2, prenatalAlcohol: 3 }, essential: ['prenatalAlcohol'],
  earlyPermanence: false, avoidAreas: ['QZ9'], point: { lat: 52, lon: -1 }, contact: 2, heritage: ['WBRI'], languages: ['en'], religion: 'none', petsRisk: false, waitingSince: isoDate('2026-01-01'),
};
const HOUSEHOLD: Household = {
  id: 'H', agency: 'SVC', available: true, shareConsent: true, ageMonths: { min: 18, max: 66 }, maxChildren: 2, sex: 'any', accepts: { ...none, attachment: 2, prenatalAlcohol: 3 }, earlyPermanence: false,
  area: 'QB1', point: { lat: 52.1, lon: -1 }, contact: 3, heritage: ['WBRI'], languages: ['en'], religion: 'none', childrenAtHome: [], pets: true, smokers: false,
};
const far = { lat: 54, lon: -1 };

function shown(unit: Partial<Unit> = {}, household: Partial<Household> = {}): ShownCandidate {
  const all: Unit = { ...UNIT, ...unit };
  const { run, findings } = findAll({ asAt, units: [all], households: [{ ...HOUSEHOLD, ...household }] });
  const evidence = findings[0]?.evidence;
  const listed = evidence?.listed[0];
  if (!evidence || !listed) throw new Error('The pair is not listed.');
  return readCandidate(listed, evidence, run.rules);
}

const values = (criterion: CriterionName, candidate: ShownCandidate) => {
  const { unitValue, householdValue } = candidate.contributions.find((one) => one.criterion === criterion) ?? {};
  return [unitValue, householdValue];
};

describe('the values that another agency may see', () => {
  test.each<[string, CriterionName, Partial<Unit>, Partial<Household>, (string | null)[]]>([
    ['levels', 'need:attachment', {}, {}, ['moderate', 'moderate']],
    ['a level not recorded', 'need:attachment', {}, { accepts: { ...none, attachment: null, prenatalAlcohol: 3 } }, ['moderate', 'not recorded']],
    ['a band of age, the approved range', 'age', {}, {}, ['2-3', 'approved for 18 months to 5 years 6 months']],
    ['bands of a group', 'age', { members: [{ dateOfBirth: isoDate('2020-01-01'), sex: 'F' }, ...UNIT.members] }, { ageMonths: { min: 0, max: 120 } }, ['2-3 and 6-7', 'approved for 0 months to 10 years']],
    ['a range not recorded', 'age', {}, { ageMonths: null }, ['2-3', 'not recorded']],
    ['contact in words', 'contact', {}, {}, ['direct contact with siblings', 'direct contact with birth relatives']],
    ['the nearest band', 'distance', {}, {}, [null, 'up to 40 km']],
    ['a middle band', 'distance', {}, { point: far }, [null, '160 to 320 km']],
    ['beyond the last band', 'distance', {}, { point: { lat: 58, lon: -1 } }, [null, 'over 320 km']],
    ['no place of the child', 'distance', { point: null }, {}, ['not recorded', null]],
    ['no place of the family', 'distance', {}, { point: null }, [null, 'not recorded']],
    ['heritage as a fit alone', 'heritage', {}, {}, [null, null]],
    ['heritage not recorded', 'heritage', { heritage: null }, {}, ['not recorded', null]],
    ['religion not recorded', 'religion', { religion: 'sikh' }, { religion: null }, [null, 'not recorded']],
    ['smoking as a fit alone', 'smoking', {}, { smokers: true }, [null, null]],
    ['pets not recorded of the child', 'pets', { petsRisk: null }, {}, ['not recorded', null]],
    ['pets not recorded of the family', 'pets', { petsRisk: true }, { pets: null }, [null, 'not recorded']],
  ])('%s', (_, criterion, unit, household, expected) => {
    expect(values(criterion, shown(unit, household))).toEqual(expected);
  });

  test('bands of distance with one fit are shown as one', () => {
    const policy = { ...DEFAULT_POLICY, distanceBandsKm: [[40, 1], [80, 0.5], [160, 0.5], [320, 0]] as const };
    const at = (lat: number) => {
      const { run, findings } = findAll({ asAt, units: [UNIT], households: [{ ...HOUSEHOLD, point: { lat, lon: -1 } }] }, policy);
      const evidence = findings[0]?.evidence;
      const listed = evidence?.listed[0];
      return evidence && listed && values('distance', readCandidate(listed, evidence, run.rules))[1];
    };
    expect([52.1, 52.5, 53, 54, 58].map(at)).toEqual(['up to 40 km', '40 to 160 km', '40 to 160 km', 'over 160 km', 'over 160 km']);
  });
});

describe('the summary', () => {
  test.each<[string, Partial<Unit>, Partial<Household>, string]>([
    ['every need met', {}, {}, 'This family’s offers meet every recorded need of the child. Nothing that counts is unknown.'],
    ['no need at all', { needs: none }, {}, 'No need of the child is recorded as more than none. Nothing that counts is unknown.'],
    ['a family far away', { religion: null }, { point: far }, 'This family’s offers meet every recorded need of the child. It is far away (160 to 320 km). Not recorded: the child’s religion.'],
    ['an essential stretch', {}, { accepts: { ...none, attachment: 2, prenatalAlcohol: 2 } },
      'This family would have to stretch for alcohol before birth (severe, essential; they would accept moderate); its offers meet every other recorded need of the child. Nothing that counts is unknown.'],
    ['gaps of both sides', { petsRisk: null, heritage: null }, { contact: null, smokers: null, accepts: { prenatalAlcohol: 3 } },
      'This family’s offers meet every recorded need of the child that can be compared. Not recorded: the child’s heritage and risk with pets; the family’s offer on attachment, contact and smoking.'],
    ['nothing comparable', { needs: {} }, { contact: 0, smokers: true },
      'No need of the child can be compared yet. It does not fit well on contact and smoke-free home. Not recorded: the child’s developmental uncertainty'],
    ['two children', { members: [{ dateOfBirth: isoDate('2022-01-01'), sex: 'F' }, ...UNIT.members] }, {}, 'This family’s offers meet every recorded need of both children. Nothing that counts is unknown.'],
    ['three children', { members: [...UNIT.members, ...UNIT.members, ...UNIT.members], religion: null }, { maxChildren: 3 }, 'This family’s offers meet every recorded need of all children. Not recorded: the children’s religion.'],
  ])('%s', (_, unit, household, expected) => {
    expect(summarise(shown(unit, household), (unit.members ?? UNIT.members).length)).toContain(expected);
  });
});

describe('what would change', () => {
  test('names each blocker, then each thing to record', () => {
    expect(changesFor(['groupSize', 'area', 'need:prenatalAlcohol'], ['available', 'need:attachment'])).toEqual([
      'Room for all: the household would have to be approved for all members together.',
      'Outside the areas to avoid: the household would have to live elsewhere, or the area be safe again.',
      'Alcohol before birth: the household would have to accept a higher level.',
      'Available: record whether the household is available: approval is still ahead.',
      'Attachment: ask the household what level it would accept.',
    ]);
  });

  test('gives the interval of what is unknown', () => {
    const candidate = shown({ religion: null });
    expect(changesForListed(candidate)).toEqual([`Recording religion: the rank would lie between ${candidate.low.toFixed(1)} and ${candidate.high.toFixed(1)}.`]);
    expect(changesForListed(shown())).toEqual(['Nothing else is unknown.']);
  });

  test('is led by the rule that waits for an answer', () => {
    expect(changesForListed(shown({}, { available: null }))).toEqual(['Available: record whether the household is available: approval is still ahead.', 'Nothing else is unknown.']);
  });
});

test('every criterion and rule of the policy has words', () => {
  const { rules, criteria } = startRun({ asAt, units: [], households: [] }, DEFAULT_POLICY).rules;
  for (const label of [...criteria.map(({ criterion }) => criterionLabel(criterion)), ...rules.map(({ rule }) => ruleLabel(rule))]) expect(label).toMatch(/^[A-Z][A-Za-z' -]+$/);
});
