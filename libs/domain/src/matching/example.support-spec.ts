import { isoDate } from '../dates/iso-date';
import { DEFAULT_POLICY } from './default-policy';
import { explainPair } from './explain-pair';
import type { PairExplanation } from './explain-pair';
import type { Policy } from './policy';
import type { Household, Level, Levels, Pool, Unit } from './pool';

/** Every need of the default policy at one level. */
export const allNeeds = (level: Level | null): Levels =>
  Object.fromEntries(DEFAULT_POLICY.needs.map((key) => [key, level]));

/** A child of 36 months with everything recorded and no extra needs. */
export const UNIT: Unit = {
  id: 'U',
  agency: 'ALD',
  members: [{ dateOfBirth: isoDate('2023-11-01'), sex: 'F' }],
  needs: allNeeds(0),
  essential: [],
  earlyPermanence: false,
  avoidAreas: [],
  point: { lat: 52, lon: -1 },
  contact: 0,
  heritage: [],
  languages: [],
  religion: 'none',
  petsRisk: false,
  waitingSince: isoDate('2026-11-01'),
};

/** A household with everything recorded that is right for that child. */
export const HOUSEHOLD: Household = {
  id: 'H',
  agency: 'ALD',
  available: true,
  shareConsent: true,
  ageMonths: { min: 0, max: 60 },
  maxChildren: 1,
  sex: 'any',
  accepts: allNeeds(2),
  earlyPermanence: true,
  area: 'LE7',
  point: { lat: 52, lon: -1 },
  contact: 3,
  heritage: ['WBRI'],
  languages: ['en'],
  religion: 'none',
  childrenAtHome: [],
  pets: false,
  smokers: false,
};

/** What differs from the pair above. */
export interface Changes {
  readonly unit?: Partial<Unit>;
  readonly household?: Partial<Household>;
  readonly policy?: Partial<Policy>;
  readonly vetoes?: Pool['vetoes'];
}

export function poolOf(units: readonly Unit[], households: readonly Household[], vetoes?: Pool['vetoes']): Pool {
  return { asAt: isoDate('2026-11-01'), units, households, vetoes };
}

/** The explanation of the pair above with some changes. */
export function explained({ unit, household, policy, vetoes }: Changes): PairExplanation {
  const changedUnit = { ...UNIT, ...unit };
  const changedHousehold = { ...HOUSEHOLD, ...household };
  const pool = poolOf([changedUnit], [changedHousehold], vetoes);
  return explainPair(changedUnit, changedHousehold, pool, { ...DEFAULT_POLICY, ...policy });
}
