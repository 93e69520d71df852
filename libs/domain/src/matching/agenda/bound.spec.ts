import * as fc from 'fast-check';
import { exhaustiveBest, requestOf, smallRequest, unitOf } from './agenda.support-spec';
import { agendaBound, pricesOf } from './bound';
import { greedyLinks } from './greedy';
import { agendaProblem } from './problem';

const price = fc.constantFrom(0, 0.2, 0.5, 1, 1.7, 3);

describe('agendaBound', () => {
  it('is exceeded by no agenda, whatever the prices', () => {
    fc.assert(
      fc.property(smallRequest, fc.array(price, { minLength: 4, maxLength: 4 }), price, (request, households, link) => {
        const best = exhaustiveBest(request);
        fc.pre(best !== null);
        const problem = agendaProblem(request);
        // A place in a meeting without a size cannot be sold.
        expect(agendaBound(problem, { households, link: request.maxLinks === null ? 0 : link })).toBeGreaterThanOrEqual(best! - 1e-9);
        expect(agendaBound(problem, pricesOf(problem, greedyLinks(problem)))).toBeGreaterThanOrEqual(best! - 1e-9);
      }),
      { numRuns: 300, seed: 16 },
    );
  });

  it('is the optimum at the right prices', () => {
    // Two children want the one place of H1; at a price of 0.6 the one with another family leaves it.
    const problem = agendaProblem(
      requestOf([unitOf('U1', 1, { H1: 90, H2: 40 }), unitOf('U2', 1, { H1: 80 })], { limits: { firstLinkBonus: 1, perUnit: 1, perHousehold: 1 } }),
    );
    expect(agendaBound(problem, { households: [0.6, 0], link: 0 })).toBeCloseTo(1.4 + 1.8, 12);
    expect(agendaBound(problem, { households: [0, 0], link: 0 })).toBeCloseTo(1.9 + 1.8, 12);
  });

  it('is near the greedy agenda at the prices of that agenda, also for a meeting much smaller than the pool', () => {
    const units = Array.from({ length: 100 }, (_, at) => unitOf(`U${at}`, 1 + at / 100, { [`H${at % 40}`]: 60, [`H${(at * 7) % 40}`]: 80 }));
    const problem = agendaProblem(requestOf(units, { maxLinks: 10 }));
    // The ten most urgent units, each with its better family, at most three each: (1.90 + … + 1.99) * 1.8.
    const best = 19.45 * 1.8;
    const bound = agendaBound(problem, pricesOf(problem, greedyLinks(problem)));
    expect(bound).toBeGreaterThanOrEqual(best - 1e-9);
    expect(bound).toBeLessThan(best * 1.05);
  });
});
