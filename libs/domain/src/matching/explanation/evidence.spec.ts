import fc from 'fast-check';
import { isoDate } from '../../dates/iso-date';
import { DEFAULT_POLICY } from '../default-policy';
import { generatePool } from '../generate-pool';
import { matchPool } from '../match-pool';
import { unpackNames } from './codes';
import { findAll } from './evidence.support-spec';
import { validatePolicy } from '../validate-policy';
import { readCandidate } from './read-evidence';

const asAt = isoDate('2026-11-22');
const pools = fc.record({ seed: fc.integer({ min: 1, max: 1_000_000 }), units: fc.integer({ min: 1, max: 6 }), households: fc.integer({ min: 0, max: 25 }) });

function find(request: { seed: number; units: number; households: number }) {
  const pool = generatePool({ ...request, asAt });
  return { pool, ...findAll(pool) };
}

describe('the evidence of a run', () => {
  test('gives the numbers and the order of matchPool again', () => {
    fc.assert(fc.property(pools, (request) => {
      const { pool, run, findings } = find(request);
      const names = run.rules.rules.map(({ rule }) => rule);
      const expected = matchPool(pool, DEFAULT_POLICY, { blocked: true });
      expect(findings.map(({ unit, eligible, conditional, blocked, priority }) => ({ unit, eligible, conditional, blocked, priority })))
        .toEqual(expected.map(({ unit, eligible, conditional, blocked, priority }) => ({ unit, eligible, conditional, blocked, priority })));
      findings.forEach((finding, at) => {
        const shown = finding.evidence.listed.map((listed) => readCandidate(listed, finding.evidence, run.rules));
        expect(shown.map(({ contributions, household, status, unknowns, rank, score, coverage, low, high, band, stretches }) => ({ household, status, unknowns, rank, score, coverage, low, high, band, stretches, contributions: contributions.map(({ criterion, weight, fit, points }) => ({ criterion, weight, fit, points })) })))
          .toEqual(expected[at]?.candidates);
        expect(finding.best).toBe(expected[at]?.candidates[0]?.band ?? null);
        expect(finding.evidence.blocked.map(({ household, blockers }) => ({ household, blockers: unpackNames(blockers, names) }))).toEqual(expected[at]?.blockedHouseholds);
      });
    }), { numRuns: 60 });
  });

  test('keeps every rule apart, also under the largest policy that is valid', () => {
    const needs = [...DEFAULT_POLICY.needs, ...Array.from({ length: 46 - DEFAULT_POLICY.needs.length }, (_, at) => `more ${at}`)];
    const policy = { ...DEFAULT_POLICY, needs };
    expect(validatePolicy(policy).ok).toBe(true);
    const all = (level: 0 | 3) => Object.fromEntries(needs.map((key) => [key, level]));
    const unit = { id: 'U1', agency: 'A', members: [{ dateOfBirth: isoDate('2024-01-01'), sex: 'F' as const }], waitingSince: asAt, needs: all(3) };
    const household = { id: 'H1', agency: 'A', available: true, shareConsent: true, maxChildren: 1, ageMonths: { min: 0, max: 100 }, accepts: { ...all(0), [needs[0] as string]: 3 as const } };
    const { run, findings } = findAll({ asAt, units: [unit], households: [household], vetoes: [] }, policy);
    const names = run.rules.rules.map(({ rule }) => rule);
    expect(unpackNames(findings[0]?.evidence.blocked[0]?.blockers ?? '', names)).toEqual(needs.slice(1).map((key) => `need:${key}`));
  });

  test('shows points that sum to the rank', () => {
    fc.assert(fc.property(pools, (request) => {
      const { run, findings } = find(request);
      for (const { evidence } of findings) {
        for (const listed of evidence.listed) {
          const { rank, contributions } = readCandidate(listed, evidence, run.rules);
          expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(rank, 9);
        }
      }
    }), { numRuns: 40 });
  });

  test('holds no date, no place and no exact age', () => {
    const { pool, findings } = find({ seed: 7, units: 20, households: 60 });
    const text = JSON.stringify(findings);
    for (const unit of pool.units) for (const { dateOfBirth } of unit.members) expect(text).not.toContain(dateOfBirth);
    for (const { area } of pool.households) if (area) expect(text).not.toContain(`"${area}"`);
    expect(text).not.toMatch(/lat|lon|reason/);
  });

  test('counts on how many lists a household stands', () => {
    const { findings } = find({ seed: 3, units: 5, households: 30 });
    const listedOn = (household: string) => findings.filter(({ evidence }) => evidence.listed.some(({ offer }) => offer.household === household)).length;
    for (const { evidence } of findings) for (const { offer: { household, onShortlists } } of evidence.listed) expect(onShortlists).toBe(listedOn(household));
  });
});
