import { isoDate } from '../../dates/iso-date';
import { DEFAULT_POLICY } from '../default-policy';
import { generatePool } from '../generate-pool';
import { startRun } from '../match-pool';
import { prepareUnit } from '../prepared';
import { unpackNames } from './codes';
import { findUnit, offersOf, startEvidence } from './evidence';
import { countStanding, withoutRuledOut } from './ruled-out-since';

const asAt = isoDate('2026-11-22');
const pool = generatePool({ seed: 11, units: 8, households: 60, asAt });
const run = startRun(pool, DEFAULT_POLICY);
const rules = run.rules.rules.map(({ rule }) => rule);
const evidenceRun = startEvidence(run, offersOf(pool.households, DEFAULT_POLICY));
const findings = pool.units.map((unit) => findUnit(evidenceRun, prepareUnit(unit, asAt)));

describe('pairs that people ruled out after a run', () => {
  test('are counted as the run counts', () => {
    for (const { evidence, eligible, conditional, blocked, ruledOut } of findings) {
      expect(countStanding(evidence, rules)).toEqual({ eligible, conditional, blocked, ruledOut });
    }
  });

  test('leave the list and stand among the blocked, as in a run of today', () => {
    for (const [at, { evidence, unit }] of findings.entries()) {
      const out = [...evidence.listed.slice(0, 2).map(({ offer }) => offer.household), ...evidence.blocked.slice(0, 2).map(({ household }) => household)];
      const later = startRun({ ...pool, vetoes: [...(pool.vetoes ?? []), ...out.map((household) => ({ unit, household }))] }, DEFAULT_POLICY);
      const expected = findUnit(startEvidence(later, offersOf(pool.households, DEFAULT_POLICY)), prepareUnit(pool.units[at] as (typeof pool.units)[number], asAt)).evidence;
      const shown = withoutRuledOut(evidence, new Set(out), rules);
      const lines = ({ listed }: typeof shown) => listed.map(({ offer, unknowns, fits }) => [offer.household, unknowns, fits]);
      expect(lines(shown)).toEqual(lines(expected));
      const byHousehold = (a: { household: string }, b: { household: string }) => (a.household < b.household ? -1 : 1);
      expect([...shown.blocked].sort(byHousehold)).toEqual([...expected.blocked].sort(byHousehold));
      for (const { household, blockers } of shown.blocked) if (out.includes(household)) expect(unpackNames(blockers, rules)).toContain('notRuledOut');
    }
  });

  test('change nothing where there are none', () => {
    const [first] = findings;
    if (first) expect(withoutRuledOut(first.evidence, new Set(), rules)).toBe(first.evidence);
  });
});
