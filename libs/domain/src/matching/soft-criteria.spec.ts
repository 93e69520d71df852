import { isoDate } from '../dates/iso-date';
import { explained } from './example.support-spec';
import type { Changes } from './example.support-spec';
import type { CriterionName } from './result';

type Unit = NonNullable<Changes['unit']>;
type Household = NonNullable<Changes['household']>;

const both = (unit: Unit, household: Household): Changes => ({ unit, household });
const ofHousehold = (household: Household): Changes => ({ household });
const aged = (...dates: readonly string[]): Unit => ({ members: dates.map((date) => ({ dateOfBirth: isoDate(date) })) });
const sexes = (...values: readonly ('F' | 'M' | null)[]): Unit => ({
  members: values.map((sex) => ({ dateOfBirth: isoDate('2023-11-01'), sex })),
});
// One degree of latitude is 111.195 km on the mean radius.
const north = (km: number): Household => ({ point: { lat: 52 + km / 111.19508, lon: -1 } });

// `undefined` means that the criterion does not apply, `null` that it is unknown. The child is 36 months old.
const CASES: readonly (readonly [CriterionName, string, Changes, number | null | undefined])[] = [
  ['need:attachment', 'no need', {}, undefined],
  ['need:attachment', 'met', both({ needs: { attachment: 2 } }, { accepts: { attachment: 2 } }), 1],
  ['need:attachment', 'a stretch', both({ needs: { attachment: 2 } }, { accepts: { attachment: 1 } }), 0.25],
  ['need:attachment', 'beyond', both({ needs: { attachment: 3 } }, { accepts: { attachment: 1 } }), 0],
  ['need:attachment', 'need not recorded', both({ needs: { attachment: null } }, { accepts: { attachment: 3 } }), null],
  ['need:attachment', 'acceptance not recorded', both({ needs: { attachment: 1 } }, { accepts: {} }), null],
  ['age', 'at the upper limit', ofHousehold({ ageMonths: { min: 0, max: 36 } }), 1],
  ['age', 'at the lower limit', ofHousehold({ ageMonths: { min: 36, max: 60 } }), 1],
  ['age', 'a month outside', ofHousehold({ ageMonths: { min: 37, max: 60 } }), 0.25],
  ['age', 'not recorded', ofHousehold({ ageMonths: null }), null],
  ['sex', 'no preference', {}, undefined],
  ['sex', 'preference not recorded', ofHousehold({ sex: null }), null],
  ['sex', 'all of it', both(sexes('F', 'F'), { sex: 'F' }), 1],
  ['sex', 'one is not', both(sexes('F', 'M'), { sex: 'F' }), 0],
  ['sex', 'one not recorded', both(sexes('F', null), { sex: 'F' }), null],
  ['sex', 'one not recorded and one mismatch', both(sexes(null, 'M'), { sex: 'F' }), 0],
  ['contact', 'none wanted', both({ contact: 0 }, { contact: null }), undefined],
  ['contact', 'met', both({ contact: 2 }, { contact: 2 }), 1],
  ['contact', 'one level short', both({ contact: 2 }, { contact: 1 }), 0.25],
  ['contact', 'two levels short', both({ contact: 3 }, { contact: 1 }), 0],
  ['contact', 'not recorded for the unit', both({ contact: null }, { contact: 3 }), null],
  ['contact', 'not recorded for the household', both({ contact: 1 }, { contact: null }), null],
  ['distance', 'the same place', {}, 1],
  ['distance', 'just inside 40 km', ofHousehold(north(39.999)), 1],
  ['distance', 'just beyond 40 km', ofHousehold(north(40.001)), 0.8],
  ['distance', 'beyond 80 km', ofHousehold(north(80.001)), 0.5],
  ['distance', 'inside 320 km', ofHousehold(north(319.999)), 0.2],
  ['distance', 'beyond all bands', ofHousehold(north(320.001)), 0],
  ['distance', 'without a point', ofHousehold({ point: null }), null],
  ['heritage', 'none wanted', both({ heritage: [] }, { heritage: null }), undefined],
  ['heritage', 'shared', both({ heritage: ['AIND', 'WBRI'] }, { heritage: ['WBRI'] }), 1],
  ['heritage', 'not shared', both({ heritage: ['AIND'] }, { heritage: ['WBRI'] }), 0],
  ['heritage', 'household has none', both({ heritage: ['AIND'] }, { heritage: [] }), 0],
  ['heritage', 'not recorded', both({ heritage: null }, { heritage: ['WBRI'] }), null],
  ['language', 'shared', both({ languages: ['pl'] }, { languages: ['en', 'pl'] }), 1],
  ['language', 'not recorded for the household', both({ languages: ['pl'] }, { languages: null }), null],
  ['religion', 'none', both({ religion: 'none' }, { religion: null }), undefined],
  ['religion', 'equal', both({ religion: 'hindu' }, { religion: 'hindu' }), 1],
  ['religion', 'not equal', both({ religion: 'hindu' }, { religion: 'none' }), 0],
  ['religion', 'not recorded for the unit', both({ religion: null }, { religion: 'none' }), null],
  ['childrenAtHome', 'none', {}, undefined],
  ['childrenAtHome', 'not recorded', ofHousehold({ childrenAtHome: null }), null],
  ['childrenAtHome', 'older by exactly the gap', ofHousehold({ childrenAtHome: [60] }), 1],
  ['childrenAtHome', 'older by less', ofHousehold({ childrenAtHome: [59] }), 0],
  ['childrenAtHome', 'younger by the gap', ofHousehold({ childrenAtHome: [12, 90] }), 0.5],
  ['childrenAtHome', 'between two members, far from both', both(aged('2025-11-01', '2021-11-01'), { childrenAtHome: [36] }), 0.5],
  ['childrenAtHome', 'one too near', ofHousehold({ childrenAtHome: [12, 40] }), 0],
  ['pets', 'no risk', both({ petsRisk: false }, { pets: true }), undefined],
  ['pets', 'risk and pets', both({ petsRisk: true }, { pets: true }), 0],
  ['pets', 'risk and no pets', both({ petsRisk: true }, { pets: false }), 1],
  ['pets', 'risk not recorded, no pets', both({ petsRisk: null }, { pets: false }), null],
  ['pets', 'pets not recorded', both({ petsRisk: true }, { pets: null }), null],
  ['smoking', 'no smokers', {}, 1],
  ['smoking', 'smokers', ofHousehold({ smokers: true }), 0],
  ['smoking', 'not recorded', ofHousehold({ smokers: null }), null],
  ['smoking', 'all members at the age limit', both(aged('2021-11-01'), { smokers: true }), undefined],
  ['smoking', 'one member a month under it', both(aged('2020-01-01', '2021-12-01'), { smokers: true }), 0],
];

describe('soft criteria', () => {
  it.each(CASES)('%s: %s', (name, _, changes, fit) => {
    expect(explained(changes).contributions.find(({ criterion }) => criterion === name)?.fit).toBe(fit);
  });
});
