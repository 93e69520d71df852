import * as fc from 'fast-check';
import { isoDate } from '@hub/domain/dates/iso-date';
import { agendaAccount } from '@hub/domain/matching/agenda/account';
import type { Agenda } from '@hub/domain/matching/agenda/agenda';
import { exhaustiveBest, isAllowed, pairsOf, requestOf, smallRequest, unitOf, worthOf } from '@hub/domain/matching/agenda/agenda.support-spec';
import { greedyLinks } from '@hub/domain/matching/agenda/greedy';
import { agendaProblem } from '@hub/domain/matching/agenda/problem';
import type { AgendaPair, AgendaRequest } from '@hub/domain/matching/agenda/request';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import { generatePool } from '@hub/domain/matching/generate-pool';
import { matchPoolByColumns } from '@hub/domain/matching/kernel';
import { solveAgenda } from './agenda-solver';

const SECONDS = 60;
const withoutPins = smallRequest.map((request) => ({ ...request, pinned: [] }));
const linksOf = ({ units }: Agenda): AgendaPair[] => units.flatMap(({ unit, links }) => links.map(({ household }) => ({ unit, household })));

function greedyOf(request: AgendaRequest): AgendaPair[] {
  const problem = agendaProblem(request);
  return greedyLinks(problem).map(({ unit, household }) => ({ unit: problem.units[unit]!.unit, household: problem.households[household]! }));
}

describe('solveAgenda on small requests', () => {
  it('finds what exhaustive search finds, proven, or refuses the pins where no agenda keeps them', async () => {
    let [solved, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(smallRequest, async (request) => {
        const best = exhaustiveBest(request);
        if (best === null) {
          refused += 1;
          await expect(solveAgenda(request, SECONDS)).rejects.toMatchObject({ name: 'DomainError' });
          return;
        }
        solved += 1;
        const agenda = await solveAgenda(request, SECONDS);
        expect(agenda.objective).toBeCloseTo(best, 9);
        expect(agenda).toMatchObject({ bound: agenda.objective, gap: 0 });
        expect(isAllowed(linksOf(agenda), request)).toBe(true);
        expect(worthOf(linksOf(agenda), request)).toBeCloseTo(agenda.objective, 9);
        expect(worthOf(greedyOf(request), request)).toBeLessThanOrEqual(best + 1e-9);
        expect(isAllowed(greedyOf(request), request)).toBe(true);
      }),
      { numRuns: 400, seed: 16 },
    );
    expect(Math.min(solved, refused)).toBeGreaterThan(50);
  });

  it('gives the same bytes whatever the order of units, candidates and groups', async () => {
    const shuffled = withoutPins.chain((request) =>
      fc.record({
        units: fc.shuffledSubarray([...request.units], { minLength: request.units.length }),
        siblings: fc.shuffledSubarray([...request.siblings], { minLength: request.siblings.length }),
      }).map(({ units, siblings }) => ({
        request,
        other: { ...request, siblings, units: units.map((unit) => ({ ...unit, candidates: [...unit.candidates].reverse() })) },
      })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ request, other }) => {
        expect(JSON.stringify(await solveAgenda(other, SECONDS))).toBe(JSON.stringify(await solveAgenda(request, SECONDS)));
      }),
      { numRuns: 150, seed: 16 },
    );
  });

  it('gives as many units a link as can have one where a first link is worth more than anything else', async () => {
    const plain = withoutPins.map((request) => ({
      ...request, siblings: [], maxLinks: null, limits: { ...request.limits, firstLinkBonus: 1000 }, units: request.units.map((unit) => ({ ...unit, priority: 1 })),
    }));
    await fc.assert(
      fc.asyncProperty(plain, async (request) => {
        expect((await solveAgenda(request, SECONDS)).units.length).toBe(mostCovered(request));
      }),
      { numRuns: 200, seed: 16 },
    );
  });

  it('leaves no unit without a link that one of its families has room for', async () => {
    await fc.assert(
      fc.asyncProperty(withoutPins, async (request) => {
        fc.pre(request.limits.firstLinkBonus > 0);
        const agenda = await solveAgenda(request, SECONDS);
        const links = linksOf(agenda);
        const more = pairsOf(request).filter(({ unit }) => agenda.without.includes(unit)).filter((pair) => isAllowed([...links, pair], request));
        expect(more).toEqual([]);
      }),
      { numRuns: 200, seed: 16 },
    );
  });
});

// By augmenting paths: how many units can have one link each within the households' room.
function mostCovered(request: AgendaRequest): number {
  const lists = new Map<string, string[]>();
  const open = pairsOf(request).filter((pair) => !request.ruledOut.some(({ unit, household }) => unit === pair.unit && household === pair.household));
  const seat = (unit: string, tried: Set<string>): boolean =>
    open.some(({ unit: of, household }) => {
      if (of !== unit || tried.has(household)) return false;
      tried.add(household);
      const list = lists.get(household) ?? [];
      lists.set(household, list);
      if (list.length < Math.min(request.limits.perHousehold, request.householdPlaces?.get(household) ?? 9)) return list.push(unit) > 0;
      const moved = list.findIndex((other) => seat(other, tried));
      if (moved < 0) return false;
      list[moved] = unit;
      return true;
    });
  return request.units.filter(({ unit, places }) => places !== 0 && seat(unit, new Set())).length;
}

describe('solveAgenda and sibling plans', () => {
  // Each group is worth 1.2 together; apart 1 for each child, whose family the next group wants too. Halves of all splits would be worth 4.8.
  const threeGroups = requestOf(
    ['A', 'B', 'C'].flatMap((group, at) => [
      unitOf(group, 1, { [`own ${group}`]: 20 }),
      unitOf(`${group}1`, 1, { [`H${at}`]: 0 }),
      unitOf(`${group}2`, 1, { [`H${(at + 1) % 3}`]: 0 }),
    ]),
    { siblings: ['A', 'B', 'C'].map((group) => ({ group, plans: [[group], [`${group}1`, `${group}2`]] })), limits: { firstLinkBonus: 1, perUnit: 2, perHousehold: 1 } },
  );

  it('branches where half of two plans would be best, and proves the best of the whole ones', async () => {
    const agenda = await solveAgenda(threeGroups, SECONDS);
    expect(agenda.objective).toBeCloseTo(2 + 1.2 + 1.2, 9);
    expect(agenda).toMatchObject({ gap: 0, bound: agenda.objective });
    expect(isAllowed(linksOf(agenda), threeGroups)).toBe(true);
    expect(agenda.apart).toHaveLength(1);
  });

  it('keeps to the plan of a pin', async () => {
    const pinned = [{ unit: 'B2', household: 'H2' }];
    const agenda = await solveAgenda({ ...threeGroups, pinned }, SECONDS);
    expect(agenda.apart).toEqual(['B']);
    expect(linksOf(agenda)).toEqual(expect.arrayContaining([...pinned, { unit: 'B1', household: 'H1' }, { unit: 'A', household: 'own A' }]));
  });
});

describe('solveAgenda on a generated pool', () => {
  const results = matchPoolByColumns(generatePool({ seed: 7, units: 300, households: 200, asAt: isoDate('2026-11-01') }), DEFAULT_POLICY, { top: 20 });
  const request = requestOf(results, { limits: DEFAULT_POLICY.agenda });

  it('is proven, keeps every limit and is worth 1.5 % more than the greedy agenda', async () => {
    const agenda = await solveAgenda(request, SECONDS);
    expect(agenda.gap).toBe(0);
    expect(isAllowed(linksOf(agenda), request)).toBe(true);
    const share = agenda.objective / worthOf(greedyOf(request), request);
    expect(share).toBeGreaterThan(1.015);
    expect(agenda.without).toEqual([]);
  });

  it('fills the meeting and no more', async () => {
    const small = { ...request, maxLinks: 60 };
    const agenda = await solveAgenda(small, SECONDS);
    expect(linksOf(agenda)).toHaveLength(60);
    expect(agenda.gap).toBe(0);
    expect(agenda.objective).toBeGreaterThanOrEqual(worthOf(greedyOf(small), small) - 1e-9);
  });

  it('stops in time with the greedy agenda and an honest gap', async () => {
    const best = await solveAgenda(request, SECONDS);
    const agenda = await solveAgenda(request, 0);
    expect(agenda.objective).toBeCloseTo(worthOf(greedyOf(request), request), 9);
    expect(agenda.bound).toBeGreaterThanOrEqual(best.objective);
    expect(agenda.gap).toBeCloseTo((agenda.bound - agenda.objective) / agenda.bound, 12);
    expect(agenda.gap).toBeGreaterThan(0);
    expect(agendaAccount(agenda)).toMatch(/Time ran out: the best agenda is worth at most \d+\.\d % more\.$/);
  });
});
