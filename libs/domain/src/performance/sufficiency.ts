import { AGE_BANDS, ageBand, HERITAGE_GROUPS, heritageGroups, type AgeBand } from '../children/bands';
import { AGE_BAND_WORDS, HERITAGE_WORDS, NEED_LABELS } from '../children/words';
import { addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { hardRules, type HardRule } from '../matching/hard-rules';
import type { Policy } from '../matching/policy';
import type { Household, Level, Unit } from '../matching/pool';
import { levelOf } from '../matching/pool';
import { prepareHousehold, prepareUnit, type PreparedHousehold } from '../matching/prepared';

/** Groups of children who wait, by what a family has to be approved for. */
export const SUFFICIENCY_DIMENSIONS = { ALL: 'All', AGE: 'Age', SIZE: 'Children together', KIND: 'Age and children together', NEED: 'Needs', EARLY_PERMANENCE: 'Early permanence', HERITAGE: 'Heritage' } as const;
export type SufficiencyDimension = keyof typeof SUFFICIENCY_DIMENSIONS;

/** Households of an agency: AVAILABLE ones are approved and can be asked; those in the PIPELINE are on their way to approval. */
export interface Offering {
  readonly standing: 'AVAILABLE' | 'PIPELINE';
  readonly household: Household;
}

/** One row: how many wait, and for how many of the families that a rule of the matching engine lets through. */
export interface SufficiencyRow {
  readonly dimension: SufficiencyDimension;
  readonly value: string;
  readonly children: number;
  /** Children or sibling groups to be placed together. */
  readonly units: number;
  readonly available: number;
  readonly pipeline: number;
  /** Of both, whose record does not tell. */
  readonly notRecorded: number;
}

const SIZES = ['1', '2', '3+'] as const;
type Size = (typeof SIZES)[number];
const SIZE_WORDS: Readonly<Record<Size, string>> = { 1: 'one child', 2: 'two children', '3+': 'three children or more' };
const NEED_LEVELS = [2, 3] as const;
const LEVELS: Readonly<Record<2 | 3, string>> = { 2: 'moderate', 3: 'severe' };
/** In the middle of a band: the child whom the age rule is asked about. */
const MIDDLE_MONTHS: Readonly<Record<AgeBand, number>> = { '0-1': 12, '2-3': 36, '4-5': 60, '6-7': 84, '8+': 108 };

const sizeOf = (unit: Unit): Size => (unit.members.length >= 3 ? '3+' : unit.members.length === 2 ? '2' : '1');
const SIZE_COUNT: Readonly<Record<Size, number>> = { 1: 1, 2: 2, '3+': 3 };

/** One group of those who wait: who is in it, and which rules a family has to pass for it. */
interface Segment {
  readonly dimension: SufficiencyDimension;
  readonly value: string;
  readonly has: (unit: Unit) => boolean;
  readonly children: (unit: Unit) => number;
  readonly rules: readonly string[];
  readonly like: Partial<Unit>;
}

/**
 * Who waits, and which families there are for them, by age, group, need, early permanence and heritage. A family counts for a group where the engine's own hard rules
 * of that group let it through for a child of that kind (docs/adr/0034); of heritage, which is never a rule (Children and Families Act 2014 s3), where it shares it.
 */
export function sufficiencyOf(units: readonly Unit[], offerings: readonly Offering[], asAt: IsoDate, policy: Policy): readonly SufficiencyRow[] {
  const rules = hardRules(policy);
  const prepared = offerings.map(({ standing, household }) => ({ standing, household: prepareHousehold(household) }));
  return segmentsOf(asAt, policy).map((segment) => {
    const { dimension, value, has, children, like } = segment;
    const inIt = units.filter(has);
    const outcomes = prepared.map(({ standing, household }) => ({ standing, outcome: dimension === 'HERITAGE' ? sharing(household.household, value) : judged(rules, segment.rules, like, household, asAt) }));
    const passing = (of: Offering['standing']): number => outcomes.filter(({ standing, outcome }) => standing === of && outcome === 'pass').length;
    return {
      dimension, value, children: inIt.reduce((sum, unit) => sum + children(unit), 0), units: inIt.length,
      available: passing('AVAILABLE'), pipeline: passing('PIPELINE'), notRecorded: outcomes.filter(({ outcome }) => outcome === 'unknown').length,
    };
  });
}

type Judged = 'pass' | 'fail' | 'unknown';

function judged(rules: readonly HardRule[], names: readonly string[], like: Partial<Unit>, household: PreparedHousehold, asAt: IsoDate): Judged {
  const unit = prepareUnit({ id: '', agency: '', members: [{ dateOfBirth: asAt }], waitingSince: asAt, ...like }, asAt);
  const found = rules.filter(({ rule }) => names.includes(rule)).map(({ judge }) => judge({ unit, household, ruledOut: false }));
  return found.includes('fail') ? 'fail' : found.includes('unknown') ? 'unknown' : 'pass';
}

/** Children of a sibling group, or adopters, whose heritage is of more than one broad group. */
const SEVERAL = 'SEVERAL';

function sharing({ heritage }: Household, value: string): Judged {
  if (heritage == null) return 'unknown';
  const groups = heritageGroups(heritage);
  return (value === SEVERAL ? groups.length > 1 : groups.some((one) => one === value)) ? 'pass' : 'fail';
}

function segmentsOf(asAt: IsoDate, policy: Policy): readonly Segment[] {
  const all = (unit: Unit): number => unit.members.length;
  const aged = (count: number, band: AgeBand): Partial<Unit> => ({ members: Array.from({ length: count }, () => ({ dateOfBirth: addMonths(asAt, -MIDDLE_MONTHS[band]) })) });
  const bandOf = (born: IsoDate): AgeBand => ageBand(born, asAt);
  const oldest = ({ members }: Unit): AgeBand => bandOf(members.map(({ dateOfBirth }) => dateOfBirth).sort()[0] ?? asAt);
  return [
    { dimension: 'ALL', value: 'ALL', has: () => true, children: all, rules: [], like: {} },
    ...AGE_BANDS.map((band): Segment => ({
      dimension: 'AGE', value: band, has: ({ members }) => members.some(({ dateOfBirth }) => bandOf(dateOfBirth) === band), children: ({ members }) => members.filter(({ dateOfBirth }) => bandOf(dateOfBirth) === band).length,
      rules: ['age'], like: aged(1, band),
    })),
    ...SIZES.map((size): Segment => ({ dimension: 'SIZE', value: size, has: (unit) => sizeOf(unit) === size, children: all, rules: ['groupSize'], like: aged(SIZE_COUNT[size], '2-3') })),
    ...SIZES.flatMap((size) => AGE_BANDS.map((band): Segment => ({
      dimension: 'KIND', value: `${size} ${band}`, has: (unit) => sizeOf(unit) === size && oldest(unit) === band, children: all, rules: ['groupSize', 'age'], like: aged(SIZE_COUNT[size], band),
    }))),
    ...policy.needs.flatMap((key) => NEED_LEVELS.map((level): Segment => ({
      dimension: 'NEED', value: `${key} ${level}`, has: ({ needs }) => levelOf(needs, key) === level, children: all, rules: [`need:${key}`], like: { needs: { [key]: level satisfies Level } },
    }))),
    { dimension: 'EARLY_PERMANENCE', value: 'YES', has: ({ earlyPermanence }) => earlyPermanence === true, children: all, rules: ['earlyPermanence'], like: { earlyPermanence: true } },
    ...[...HERITAGE_GROUPS.filter((group) => group !== 'NOT_KNOWN'), SEVERAL].map((group): Segment => ({
      dimension: 'HERITAGE', value: group, has: ({ heritage }) => heritageOf(heritage ?? null) === group, children: all, rules: [], like: {},
    })),
  ];
}

/** One broad group or several: so each child or sibling group stands in one row. */
function heritageOf(codes: readonly string[] | null): string {
  const [one = '', ...others] = heritageGroups(codes);
  return others.length > 0 ? SEVERAL : one;
}

/** By what families are recruited. Kinds say ages and groups; heritage is no rule of matching, so that no family is short by it (domain.md trap 26). */
const RECRUITED: readonly string[] = ['KIND', 'NEED', 'EARLY_PERMANENCE'] satisfies readonly SufficiencyDimension[];

/** More wait than there are families whom nothing keeps from them: which kind is short, the shortest first. Hidden numbers tell nothing. */
export function shortOf<R extends { readonly dimension: string; readonly units: number | null; readonly available: number | null }>(rows: readonly R[]): readonly R[] {
  const gap = ({ units, available }: R): number => (units === null || available === null ? 0 : units - available);
  return rows.filter((row) => RECRUITED.includes(row.dimension) && gap(row) > 0).sort((a, b) => gap(b) - gap(a));
}

/** The family that is short, of the dimensions by which families are recruited. Example: families who take one child, aged 2 to 3 years. */
export function familiesShort(dimension: SufficiencyDimension, value: string): string {
  const [first = '', second = ''] = value.split(' ');
  if (dimension === 'KIND') return `families who take ${SIZE_WORDS[first as Size]}, ${first === '1' ? 'aged' : 'the oldest'} ${AGE_BAND_WORDS[second as AgeBand]}`;
  if (dimension === 'NEED') return `families who accept a ${LEVELS[Number(second) as 2 | 3]} need: ${(NEED_LABELS[first] ?? first).toLowerCase()}`;
  return `families who offer ${sufficiencyWords(dimension, value)}`;
}

/** The value of a dimension in words. */
export function sufficiencyWords(dimension: SufficiencyDimension, value: string): string {
  const [first = '', second = ''] = value.split(' ');
  if (dimension === 'AGE') return AGE_BAND_WORDS[value as AgeBand];
  if (dimension === 'SIZE') return SIZE_WORDS[value as Size];
  if (dimension === 'KIND') return `${SIZE_WORDS[first as Size]}, the oldest ${AGE_BAND_WORDS[second as AgeBand]}`;
  if (dimension === 'NEED') return `${NEED_LABELS[first] ?? first}: ${LEVELS[Number(second) as 2 | 3]}`;
  if (dimension === 'HERITAGE') return value === SEVERAL ? 'heritage of more than one group' : `${HERITAGE_WORDS[value as keyof typeof HERITAGE_WORDS]} heritage`;
  return dimension === 'EARLY_PERMANENCE' ? 'early permanence' : 'all who wait';
}
