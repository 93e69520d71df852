import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoDate } from '../dates/iso-date';
import { DEFAULT_POLICY } from './default-policy';
import { generatePool } from './generate-pool';
import { validatePolicy } from './validate-policy';
import { validatePool } from './validate-pool';

// A document to spoil: what is wrong with it is the point, so its fields have no types.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = Record<string, any>;

const pool = (): Loose => JSON.parse(readFileSync(join(__dirname, 'example', 'pool.json'), 'utf8')) as Loose;
const policy = (): Loose => structuredClone(DEFAULT_POLICY) as Loose;
const placesOf = (result: ReturnType<typeof validatePool> | ReturnType<typeof validatePolicy>): readonly string[] =>
  result.ok ? [] : result.problems.map(({ place }) => place);

describe('validatePool', () => {
  it('accepts the example and generated pools', () => {
    expect(validatePool(pool()).ok).toBe(true);
    expect(placesOf(validatePool(generatePool({ seed: 1, units: 50, households: 80, asAt: isoDate('2026-11-01') })))).toEqual([]);
  });

  it('accepts null or absent wherever nothing is required', () => {
    const unit = { id: 'U', agency: 'A', members: [{ dateOfBirth: '2026-12-24' }], waitingSince: '2026-01-01' };
    expect(placesOf(validatePool({ asAt: '2026-11-01', units: [unit], households: [{ id: 'H', agency: 'A' }] }))).toEqual([]);
    const blanks = { needs: null, point: null, contact: null, religion: null, avoidAreas: null };
    const household = { id: 'H', agency: 'A', accepts: { attachment: null }, ageMonths: null, childrenAtHome: null };
    expect(placesOf(validatePool({ asAt: '2026-11-01', units: [{ ...unit, ...blanks }], households: [household], vetoes: null }))).toEqual([]);
  });

  const refusals: readonly (readonly [string, (document: Loose) => void])[] = [
    ['asAt', (document) => delete document['asAt']],
    ['asAt', (document) => (document['asAt'] = '2026-02-30')],
    ['units', (document) => (document['units'] = {})],
    ['households', (document) => delete document['households']],
    ['units[1].id', (document) => (document['units'][1].id = 'U1')],
    ['households[5].id', (document) => (document['households'][5].id = 'H1')],
    ['units[0].id', (document) => (document['units'][0].id = '')],
    ['units[0].agency', (document) => (document['units'][0].agency = null)],
    ['units[2].members', (document) => (document['units'][2].members = [])],
    ['units[2].members', (document) => delete document['units'][2].members],
    ['units[0].members[0].dateOfBirth', (document) => (document['units'][0].members[0].dateOfBirth = '2023-04-31')],
    ['units[0].members[0].sex', (document) => (document['units'][0].members[0].sex = 'f')],
    ['units[0].waitingSince', (document) => (document['units'][0].waitingSince = null)],
    ['units[0].needs.attachment', (document) => (document['units'][0].needs.attachment = 4)],
    ['units[0].needs.attachment', (document) => (document['units'][0].needs.attachment = 1.5)],
    ['units[0].contact', (document) => (document['units'][0].contact = -1)],
    ['units[0].point.lat', (document) => (document['units'][0].point = { lat: NaN, lon: 0 })],
    ['units[0].point.lon', (document) => (document['units'][0].point = { lat: 52 })],
    ['units[0].avoidAreas', (document) => (document['units'][0].avoidAreas = 'LE2')],
    ['households[0].accepts.attachment', (document) => (document['households'][0].accepts.attachment = '2')],
    ['households[0].ageMonths.max', (document) => (document['households'][0].ageMonths = { min: 0, max: null })],
    ['households[0].ageMonths.min', (document) => (document['households'][0].ageMonths = { max: 60 })],
    ['households[0].ageMonths', (document) => (document['households'][0].ageMonths = { min: 61, max: 60 })],
    ['households[0].maxChildren', (document) => (document['households'][0].maxChildren = -1)],
    ['households[0].available', (document) => (document['households'][0].available = 'yes')],
    ['households[0].sex', (document) => (document['households'][0].sex = 'both')],
    ['households[0].childrenAtHome[0]', (document) => (document['households'][0].childrenAtHome = [Infinity])],
    ['vetoes[0].household', (document) => delete document['vetoes'][0].household],
  ];

  it.each(refusals)('refuses and names %s', (place, spoil) => {
    const document = pool();
    spoil(document);
    expect(placesOf(validatePool(document))).toEqual([place]);
  });

  it('names every problem at once, each with a sentence', () => {
    const document = pool();
    document['asAt'] = 'today';
    document['units'][1].id = 'U1';
    document['households'][3].contact = 7;
    const result = validatePool(document);
    expect(result).toMatchObject({
      ok: false,
      problems: [
        { place: 'asAt', message: '"today" must be a day of the calendar written YYYY-MM-DD.' },
        { place: 'units[1].id', message: '"U1" is already the id of units[0]; give each its own.' },
        { place: 'households[3].contact', message: '7 must be one of the levels 0, 1, 2 and 3.' },
      ],
    });
  });

  it.each([null, [], 'pool', 3])('refuses %p as a whole', (document) => {
    expect(validatePool(document).ok).toBe(false);
  });
});

describe('validatePolicy', () => {
  it('accepts the default', () => {
    expect(placesOf(validatePolicy(policy()))).toEqual([]);
  });

  const refusals: readonly (readonly [string, (document: Loose) => void])[] = [
    ['id', (document) => delete document['id']],
    ['unknownFit', (document) => (document['unknownFit'] = 0.33)],
    ['stretchFit', (document) => (document['stretchFit'] = 1.05)],
    ['stretchFit', (document) => (document['stretchFit'] = NaN)],
    ['distanceBandsKm[1][1]', (document) => (document['distanceBandsKm'][1][1] = 0.81)],
    ['distanceBandsKm[1][0]', (document) => (document['distanceBandsKm'][1][0] = 40)],
    ['distanceBandsKm[0]', (document) => (document['distanceBandsKm'][0] = [40])],
    ['weights.pets', (document) => (document['weights'].pets = 1.5)],
    ['weights.pets', (document) => (document['weights'].pets = -1)],
    ['weights', (document) => Object.assign(document['weights'], { age: 0, distance: 0 })],
    ['bands', (document) => (document['bands'] = { A: 50, B: 70, C: 85 })],
    ['needs[14]', (document) => document['needs'].push('attachment')],
    ['needs', (document) => (document['needs'] = Array.from({ length: 47 }, (_, at) => `need ${at}`))],
    ['maxNeedGap', (document) => (document['maxNeedGap'] = 0.5)],
    ['priority.waitingDays', (document) => (document['priority'].waitingDays = 0)],
    ['agenda.perUnit', (document) => (document['agenda'].perUnit = 0)],
  ];

  it.each(refusals)('refuses and names %s', (place, spoil) => {
    const document = policy();
    spoil(document);
    expect(placesOf(validatePolicy(document))).toEqual([place]);
  });

  it('accepts every multiple of 1/20 as written', () => {
    for (let twentieths = 0; twentieths <= 20; twentieths += 1) {
      const fit = Number((twentieths * 0.05).toFixed(2));
      expect(placesOf(validatePolicy({ ...policy(), unknownFit: fit }))).toEqual([]);
    }
  });
});
