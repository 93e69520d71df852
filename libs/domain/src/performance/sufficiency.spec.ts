import fc from 'fast-check';
import { addMonths } from '../dates/day-count';
import { isoDate } from '../dates/iso-date';
import { DEFAULT_POLICY } from '../matching/default-policy';
import type { Household, Unit } from '../matching/pool';
import { parted, regionSufficiency } from './sufficiency-shown';
import { familiesShort, shortOf, sufficiencyOf, sufficiencyWords, type Offering, type SufficiencyRow } from './sufficiency';

const TODAY = isoDate('2026-11-22');
const aged = (...months: number[]): Unit['members'] => months.map((age) => ({ dateOfBirth: addMonths(TODAY, -age) }));
const unit = (over: Partial<Unit>): Unit => ({ id: 'U', agency: 'A', members: aged(30), waitingSince: TODAY, ...over });
const family = (over: Partial<Household>, standing: Offering['standing'] = 'AVAILABLE'): Offering => ({ standing, household: { id: 'H', agency: 'A', ...over } });

const rowsOf = (units: readonly Unit[], offerings: readonly Offering[]): readonly SufficiencyRow[] => sufficiencyOf(units, offerings, TODAY, DEFAULT_POLICY);
const row = (rows: readonly SufficiencyRow[], dimension: string, value: string): SufficiencyRow => {
  const found = rows.find((one) => one.dimension === dimension && one.value === value);
  if (!found) throw new Error(`There is no row ${dimension} ${value}.`);
  return found;
};

describe('sufficiency', () => {
  it('says children and groups apart (domain.md trap 17): a group of two of different ages stands in both ages', () => {
    const rows = rowsOf([unit({}), unit({ members: aged(10, 70) })], []);
    expect(row(rows, 'ALL', 'ALL')).toMatchObject({ children: 3, units: 2 });
    expect(['0-1', '2-3', '4-5', '6-7'].map((band) => row(rows, 'AGE', band).children)).toEqual([1, 1, 1, 0]);
    expect([row(rows, 'SIZE', '1'), row(rows, 'SIZE', '2')].map(({ children, units }) => [children, units])).toEqual([[1, 1], [2, 1]]);
    expect(row(rows, 'KIND', '2 4-5')).toMatchObject({ children: 2, units: 1 });
    expect(row(rows, 'KIND', '2 0-1')).toMatchObject({ units: 0 });
  });

  // The engine stretches an approved range by 12 months, takes a need of one level more than is accepted, and lets what is not recorded pass neither way.
  it('counts families by the hard rules of the matching engine', () => {
    const offerings = [
      family({ ageMonths: { min: 0, max: 48 }, maxChildren: 2, accepts: { attachment: 1 }, earlyPermanence: false }),
      family({ ageMonths: { min: 0, max: 23 }, maxChildren: 1, accepts: { attachment: 2 }, earlyPermanence: true }, 'PIPELINE'),
      family({}),
    ];
    const rows = rowsOf([], offerings);
    const counts = (dimension: string, value: string) => { const { available, pipeline, notRecorded } = row(rows, dimension, value); return [available, pipeline, notRecorded]; };
    expect(counts('ALL', 'ALL')).toEqual([2, 1, 0]);
    expect(counts('AGE', '2-3')).toEqual([1, 0, 1]); // 36 months: beyond 23 and a year's stretch
    expect(counts('AGE', '4-5')).toEqual([1, 0, 1]); // 60 months: the very end of 48 and a year
    expect(counts('AGE', '6-7')).toEqual([0, 0, 1]);
    expect(counts('SIZE', '2')).toEqual([1, 0, 1]);
    expect(counts('KIND', '2 4-5')).toEqual([1, 0, 1]);
    expect(counts('NEED', 'attachment 2')).toEqual([1, 1, 1]);
    expect(counts('NEED', 'attachment 3')).toEqual([0, 1, 1]);
    expect(counts('EARLY_PERMANENCE', 'YES')).toEqual([0, 1, 1]);
  });

  it('tells of heritage who shares it, and asks no rule for it', () => {
    const rows = rowsOf([unit({ heritage: ['BCRB'] })], [family({ heritage: ['BAFR'] }), family({ heritage: ['WBRI'] })]);
    expect(row(rows, 'HERITAGE', 'BLACK')).toMatchObject({ children: 1, available: 1 });
  });

  it('puts who waits into one row of heritage, and families into each that they share', () => {
    const rows = rowsOf([unit({ heritage: ['BCRB', 'WBRI'] }), unit({ heritage: ['WIRI', 'WBRI'] })], [family({ heritage: ['BAFR', 'WBRI'] })]);
    expect(['WHITE', 'BLACK', 'SEVERAL', 'ASIAN'].map((value) => [row(rows, 'HERITAGE', value).units, row(rows, 'HERITAGE', value).available])).toEqual([[1, 1], [0, 1], [1, 1], [0, 0]]);
  });

  it('names the kinds that are short, the shortest first, and none by numbers that are hidden', () => {
    const kinds = [{ dimension: 'KIND', units: 9, available: 8 }, { dimension: 'NEED', units: 20, available: 4 }, { dimension: 'NEED', units: 3, available: 3 }, { dimension: 'NEED', units: null, available: 0 }, { dimension: 'ALL', units: 50, available: 1 }];
    expect(shortOf(kinds)).toEqual([kinds[1], kinds[0]]);
  });

  it('is short of no heritage (domain.md trap 26), and of no age or size apart from its kinds', () => {
    expect(shortOf(['HERITAGE', 'AGE', 'SIZE'].map((dimension) => ({ dimension, units: 20, available: 1 })))).toEqual([]);
  });

  it.each([
    ['KIND', '1 2-3', 'families who take one child, aged 2 to 3 years'],
    ['KIND', '3+ 4-5', 'families who take three children or more, the oldest 4 to 5 years'],
    ['NEED', 'prenatalAlcohol 3', 'families who accept a severe need: alcohol before birth'],
    ['EARLY_PERMANENCE', 'YES', 'families who offer early permanence'],
  ] as const)('says of %s %s: %s', (dimension, value, words) => expect(familiesShort(dimension, value)).toBe(words));

  it('has words for every row', () => {
    expect(rowsOf([], []).map(({ dimension, value }) => sufficiencyWords(dimension, value)).filter((words) => !words || /undefined/.test(words))).toEqual([]);
    expect(sufficiencyWords('KIND', '3+ 4-5')).toBe('three children or more, the oldest 4 to 5 years');
  });
});

describe('what is shown of the region', () => {
  const isTelling = (count: number): boolean => count >= 1 && count <= 5;

  // Every sum of shown parts, and what it leaves of the whole, as anybody could reckon it: one who knows nothing else, and each agency that takes its own away.
  it('lets nobody find one to five children by any sum or difference of parts', () => {
    const agency = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 5, maxLength: 5 });
    fc.assert(fc.property(fc.array(agency, { minLength: 2, maxLength: 6 }), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }), (agencies, rests) => {
      const sum = (of: readonly number[]): number => of.reduce((total, count) => total + count, 0);
      const views = (counts: readonly number[]): number[] => [sum(counts), ...counts.map((own) => sum(counts) - own)];
      const parts = [0, 1, 2, 3, 4].map((at) => views(agencies.map((counts) => counts[at] ?? 0)));
      const whole = views(agencies.map((counts, at) => sum(counts) + (rests[at] ?? 0)));
      if (whole.some(isTelling)) return;
      const shown = parted(parts, whole).flatMap((isShown, at) => (isShown ? [parts[at] ?? []] : []));
      for (let chosen = 0; chosen < 2 ** shown.length; chosen++) {
        const some = shown.filter((_, at) => (chosen >> at) & 1);
        for (const viewer of whole.keys()) {
          const known = sum(some.map((part) => part[viewer] ?? 0));
          if ([known, (whole[viewer] ?? 0) - known].some(isTelling)) throw new Error(`Viewer ${viewer} finds ${known} of ${whole[viewer] ?? 0}.`);
        }
      }
    }), { numRuns: 300 });
  });

  it('hides a single small part with the next, and shows a true zero', () => {
    expect(parted([[3], [8], [20], [0]], [31])).toEqual([false, false, true, true]);
    expect(parted([[8], [20]], [28])).toEqual([true, true]);
  });

  const rowsFor = (units: number, couples: number, families: number): readonly SufficiencyRow[] =>
    rowsOf([...Array.from({ length: units }, () => unit({})), ...Array.from({ length: couples }, () => unit({ members: aged(30, 30) }))], Array.from({ length: families }, () => family({ ageMonths: { min: 0, max: 60 }, maxChildren: 1 })));

  it('shows what is large enough for everybody, whoever takes away their own', () => {
    const shown = regionSufficiency([rowsFor(9, 0, 9), rowsFor(8, 0, 7), rowsFor(7, 0, 8)]);
    expect(shown.find(({ dimension }) => dimension === 'ALL')).toMatchObject({ children: 24, units: 24, available: 24 });
    expect(shown.find(({ dimension, value }) => dimension === 'SIZE' && value === '2')).toMatchObject({ children: 0, units: 0, available: 0 });
    // All but two of the region's are the first agency's own: it would know of the two.
    expect(regionSufficiency([rowsFor(9, 0, 9), rowsFor(2, 0, 1)]).find(({ dimension }) => dimension === 'ALL')).toMatchObject({ children: null, units: null, available: null });
  });

  it('hides three couples among many, and with them the singles from whom they could be reckoned', () => {
    const shown = regionSufficiency([rowsFor(9, 1, 9), rowsFor(8, 1, 9), rowsFor(9, 1, 9)]);
    expect(shown.filter(({ dimension }) => dimension === 'SIZE').map(({ units }) => units)).toEqual([null, null, 0]);
    expect(shown.filter(({ dimension, value }) => dimension === 'KIND' && value.startsWith('1')).every(({ units }) => units === null)).toBe(true);
    // 32 children in 29 groups would say that there are three couples.
    expect(shown[0]).toMatchObject({ dimension: 'ALL', children: null, units: 29 });
  });

  it('tells no children of an age, and of a large group none where a fourth could be found', () => {
    const groups = (count: number, ...sizes: number[]) => rowsOf([...Array.from({ length: count }, () => unit({ members: aged(30, 30, 30) })), ...sizes.map((size) => unit({ members: aged(...Array.from({ length: size }, () => 30)) }))], []);
    expect(regionSufficiency([groups(7), groups(8)]).filter(({ children }) => children !== null).map(({ dimension, value, children }) => [dimension, value, children])).toEqual([['ALL', 'ALL', 45], ['SIZE', '1', 0], ['SIZE', '2', 0], ['SIZE', '3+', 45]]);
    expect(regionSufficiency([groups(7, 4), groups(8, 4)]).filter(({ children }) => children !== null).map(({ value }) => value)).toEqual(['1', '2']);
  });

  const KINDS = fc.record({ size: fc.integer({ min: 1, max: 4 }), age: fc.constantFrom(10, 30, 60), heritage: fc.constantFrom(['WBRI'], ['BAFR'], ['WBRI', 'BAFR'], ['ZZZZ']), level: fc.constantFrom<0 | 2 | 3>(0, 2, 3), count: fc.integer({ min: 1, max: 9 }) });
  const FAMILIES = fc.record({ size: fc.integer({ min: 1, max: 3 }), min: fc.constantFrom(0, 48), max: fc.constantFrom(24, 60, 120), count: fc.integer({ min: 1, max: 9 }) });

  // Every row with every one that holds it, and every four that cross: what is a number of people whatever the people are, must not be one to five.
  it('lets nobody find one to five by any two rows or crossing four of all the tables', () => {
    fc.assert(fc.property(fc.array(fc.record({ kinds: fc.array(KINDS, { maxLength: 12 }), families: fc.array(FAMILIES, { maxLength: 8 }) }), { minLength: 1, maxLength: 4 }), (agencies) => {
      const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
      const perAgency = agencies.map(({ kinds, families }) => rowsOf(
        kinds.flatMap(({ size, age, heritage, level, count }) => many(count, unit({ members: aged(...many(size, age)), heritage, needs: { attachment: level } }))),
        families.flatMap(({ size, min, max, count }) => many(count, family({ maxChildren: size, ageMonths: { min, max } })))));
      const shown = regionSufficiency(perAgency);
      const at = (field: 'children' | 'units' | 'available', dimension: string, value: string): readonly number[] | null => {
        const place = shown.findIndex((one) => one.dimension === dimension && one.value === value);
        if (shown[place]?.[field] == null) return null;
        const total = perAgency.reduce((sum, rows) => sum + (rows[place]?.[field] ?? 0), 0);
        return [total, ...perAgency.map((rows) => total - (rows[place]?.[field] ?? 0))];
      };
      const check = (what: string, ...signed: readonly (readonly [number, readonly number[] | null])[]): void => {
        if (signed.some(([, views]) => views === null)) return;
        for (let viewer = 0; viewer <= agencies.length; viewer++) {
          const found = signed.reduce((sum, [sign, views]) => sum + sign * (views?.[viewer] ?? 0), 0);
          if (isTelling(found)) throw new Error(`${what}: viewer ${viewer} finds ${found}.`);
        }
      };
      const BANDS = ['0-1', '2-3', '4-5', '6-7', '8+'];
      const SIZES = ['1', '2', '3+'];
      const all = (field: 'children' | 'units' | 'available') => at(field, 'ALL', 'ALL');
      for (const { dimension, value } of shown) for (const field of ['children', 'units', 'available'] as const) check(`${field} ${dimension} ${value}`, [1, at(field, dimension, value)]);
      for (const { dimension, value } of shown) for (const field of ['units', 'available'] as const) check(`${field} ALL - ${dimension} ${value}`, [1, all(field)], [-1, at(field, dimension, value)]);
      for (const { dimension, value } of shown) for (const times of [1, 2, 3]) if (dimension === 'ALL' ? times === 1 : value >= String(times)) check(`children - ${times} units ${dimension} ${value}`, [1, at('children', dimension, value)], [-times, at('units', dimension, value)]);
      for (const band of BANDS) {
        SIZES.forEach((size, place) => {
          check(`units SIZE ${size} - KIND ${band}`, [1, at('units', 'SIZE', size)], [-1, at('units', 'KIND', `${size} ${band}`)]);
          check(`neither ${size} nor ${band}`, [1, all('available')], [-1, at('available', 'SIZE', size)], [-1, at('available', 'AGE', band)], [1, at('available', 'KIND', `${size} ${band}`)]);
          for (const smaller of SIZES.slice(0, place)) check(`${smaller}, not ${size}, not ${band}`, [1, at('available', 'SIZE', smaller)], [-1, at('available', 'SIZE', size)], [-1, at('available', 'KIND', `${smaller} ${band}`)], [1, at('available', 'KIND', `${size} ${band}`)]);
        });
      }
      check('heritage of nobody’s rows', [1, all('units')], ...['WHITE', 'MIXED', 'ASIAN', 'BLACK', 'OTHER', 'SEVERAL'].map((value) => [-1, at('units', 'HERITAGE', value)] as const));
      check('children of groups but the first', [1, all('children')], [-1, all('units')]);
    }), { numRuns: 150 });
  });
});
