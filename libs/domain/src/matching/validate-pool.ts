import {
  andThen,
  checked,
  date,
  isRecord,
  level,
  listOf,
  number,
  oneOf,
  record,
  recorded,
  text,
  truth,
  valuesOf,
  whole,
} from './checks';
import type { Check, Checked, Problem } from './checks';
import type { Pool } from './pool';

// Not recorded is said once, of the whole range: one open end could mean "no limit" or "not asked".
const ageRange: Check = andThen(record({ min: whole(0), max: whole(0) }), (value, place) => {
  const { min, max } = value as { readonly min: number; readonly max: number };
  return min <= max ? [] : [{ place, message: `The range ends (${max}) before it begins (${min}); swap the two ages.` }];
});

const point = record({ lat: number(-90, 90), lon: number(-180, 180) });
const texts = listOf(text);
const levels = valuesOf(recorded(level));

const member = record({ dateOfBirth: date, sex: recorded(oneOf('F', 'M')) });

const unit = record({
  id: text,
  agency: text,
  members: listOf(member, 1),
  needs: recorded(levels),
  essential: recorded(texts),
  earlyPermanence: recorded(truth),
  avoidAreas: recorded(texts),
  point: recorded(point),
  contact: recorded(level),
  heritage: recorded(texts),
  languages: recorded(texts),
  religion: recorded(text),
  petsRisk: recorded(truth),
  waitingSince: date,
});

const household = record({
  id: text,
  agency: text,
  available: recorded(truth),
  shareConsent: recorded(truth),
  ageMonths: recorded(ageRange),
  maxChildren: recorded(whole(0)),
  sex: recorded(oneOf('any', 'F', 'M')),
  accepts: recorded(levels),
  earlyPermanence: recorded(truth),
  area: recorded(text),
  point: recorded(point),
  contact: recorded(level),
  heritage: recorded(texts),
  languages: recorded(texts),
  religion: recorded(text),
  childrenAtHome: recorded(listOf(whole(0))),
  pets: recorded(truth),
  smokers: recorded(truth),
});

const veto = record({ unit: text, household: text, reason: recorded(text) });

const pool = record({
  asAt: date,
  units: withUniqueIds(listOf(unit)),
  households: withUniqueIds(listOf(household)),
  vetoes: recorded(listOf(veto)),
});

/** The document as a pool, or every problem with it and its place. */
export function validatePool(document: unknown): Checked<Pool> {
  return checked<Pool>(document, pool);
}

function withUniqueIds(check: Check): Check {
  return (value, place) => [...check(value, place), ...repeatedIds(value, place)];
}

function repeatedIds(value: unknown, place: string): readonly Problem[] {
  if (!Array.isArray(value)) return [];
  const seen = new Map<string, number>();
  return value.flatMap((entry: unknown, at): readonly Problem[] => {
    const id = isRecord(entry) ? entry['id'] : undefined;
    if (typeof id !== 'string' || id === '') return [];
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, at);
      return [];
    }
    const message = `${JSON.stringify(id)} is already the id of ${place}[${first}]; give each its own.`;
    return [{ place: `${place}[${at}].id`, message }];
  });
}
