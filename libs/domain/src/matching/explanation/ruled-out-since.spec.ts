import { isoDate } from '../../dates/iso-date';
import { generatePool } from '../generate-pool';
import { unpackNames } from './codes';
import { findAll } from './evidence.support-spec';
import { countStanding, withoutRuledOut } from './ruled-out-since';

const asAt = isoDate('2026-11-22');
const pool = generatePool({ seed: 11, units: 8, households: 60, asAt });
const { run, findings } = findAll(pool);
const rules = run.rules.rules.map(({ rule }) => rule);

describe('pairs that people ruled out after a run', () => {
  test('are counted as the run counts', () => {
    for (const { evidence, eligible, conditional, blocked, ruledOut } of findings) {
      expect(countStanding(evidence, rules)).toEqual({ eligible, conditional, blocked, ruledOut });
    }
  });

  test('leave the list and stand among the blocked, as in a run of today', () => {
    for (const [at, { evidence, unit }] of findings.entries()) {
      const out = [...evidence.listed.slice(0, 2).map(({ offer }) => offer.household), ...evidence.blocked.slice(0, 2).map(({ household }) => household)];
      const later = findAll({ ...pool, vetoes: [...(pool.vetoes ?? []), ...out.map((household) => ({ unit, household }))] });
      const expected = later.findings[at]?.evidence ?? evidence;
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
