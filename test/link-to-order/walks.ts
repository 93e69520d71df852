import fc from 'fast-check';
import { SIDES } from '@hub/domain/links/states';
import * as to from './commands';
import type { Command } from './commands';
import type { Model, Pair } from './model';
import { FAMILIES, UNITS, type Real } from './real';

const BEGUN: Pair = [0, 0];

/** From the first interest to an order: walks begin somewhere on this way, so that they try what comes late too. */
export const WAY: readonly Command[] = [
  to.express('CHILD', BEGUN), to.shortlist('ADOPTERS', BEGUN), to.agree('CHILD', BEGUN), to.agree('ADOPTERS', BEGUN), to.approve('CHILD', 0), to.approve('ADOPTERS', 0), to.give('CHILD', BEGUN), to.onwards('CPR_SHARED', BEGUN),
  to.give('ADOPTERS', BEGUN), to.onwards('VISITED', BEGUN), to.express('ADOPTERS', [1, 0]), to.express('CHILD', [0, 1]), to.onwards('APR_DRAFTED', BEGUN), to.book(BEGUN), to.hear(BEGUN, 'RECOMMENDED'), to.decide(BEGUN, 'APPROVED'),
  to.plan(0), to.livesThere(0, 0), to.introduce(0), to.move(0, 0, 'PLACED'), to.move(0, 1, 'PLACED'), to.move(0, 0, 'AO_APPLIED'), to.move(0, 0, 'ADOPTED'),
];

const units = UNITS.map((_, unit) => unit);
const families = Array.from({ length: FAMILIES }, (_, family) => family);
const children = UNITS.flatMap((size, unit) => Array.from({ length: size }, (_, child) => [unit, child] as const));

const pairs = units.flatMap((unit) => families.map((family): Pair => [unit, family]));
const subjects = [...units.map((unit) => ['CHILD', unit] as const), ...families.map((family) => ['ADOPTERS', family] as const)];

/** What brings somebody further, for every pair, child and family. */
const FURTHER: readonly Command[] = [
  ...pairs.flatMap((pair) => [
    ...SIDES.flatMap((side) => [to.express(side, pair), to.shortlist(side, pair), to.agree(side, pair), to.give(side, pair)]),
    ...(['CPR_SHARED', 'VISITED', 'APR_DRAFTED'] as const).map((event) => to.onwards(event, pair)), to.book(pair), to.hear(pair, 'RECOMMENDED'), to.decide(pair, 'APPROVED'),
  ]),
  ...subjects.flatMap(([side, subject]) => [to.approve(side, subject), to.release(side, subject)]), ...families.flatMap((family) => [to.consent(family, true), to.offer(family)]),
  ...units.flatMap((unit) => [to.search(unit, true), to.plan(unit), to.introduce(unit)]),
  ...children.flatMap(([unit, child]) => [to.livesThere(unit, child), ...(['PLACED', 'AO_APPLIED', 'ADOPTED'] as const).map((event) => to.move(unit, child, event))]),
];

/** What ends something, or takes it back. */
const BACK: readonly Command[] = [
  ...pairs.flatMap((pair) => [...SIDES.flatMap((side) => [to.leave(side, pair), to.takeBack(side, pair)]), to.unbook(pair), to.hear(pair, 'NOT_RECOMMENDED'), to.hear(pair, 'DEFERRED'), to.decide(pair, 'NOT_APPROVED')]),
  ...subjects.flatMap(([side, subject]) => [to.revokeNames(side, subject), to.revokeProfile(side, subject)]), ...families.map((family) => to.consent(family, false)), ...units.map((unit) => to.search(unit, false)), to.endAgreement(),
  ...children.flatMap(([unit, child]) => [true, false].flatMap((again) => [to.disrupt(unit, child, again), to.fall(unit, child, again)])),
];

/** One of these steps that change something where the walk stands, each kind as often as another: taken blindly, most would be refused. */
function possible(steps: readonly Command[], which: number): fc.AsyncCommand<Model, Real> {
  let chosen = 'none is possible';
  return {
    check: () => true,
    async run(state, real) {
      const kinds = new Map<string, Command[]>();
      for (const step of steps) {
        const after = structuredClone(state);
        if (!step.expected(after) || JSON.stringify(after) === JSON.stringify(state)) continue;
        const [kind = ''] = step.toString().split(' ');
        kinds.set(kind, [...(kinds.get(kind) ?? []), step]);
      }
      const of = [...kinds.values()][which % kinds.size] ?? [];
      const step = of[Math.floor(which / kinds.size) % of.length];
      chosen = step?.toString() ?? chosen;
      await step?.run(state, real);
    },
    toString: () => `possible: ${chosen}`,
  };
}

const side = fc.constantFrom(...SIDES);
// Most of a walk on one pair, so that it gets far.
const near = fc.oneof({ weight: 4, arbitrary: fc.constant<Pair>(BEGUN) }, { weight: 1, arbitrary: fc.constantFrom(...pairs) });
const unit = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(...units) });
const family = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(...families) });
const child = fc.nat(1);
const further = fc.nat(1_000).map((which) => possible(FURTHER, which));
const back = fc.nat(1_000).map((which) => possible(BACK, which));

export const COMMANDS: fc.Arbitrary<fc.AsyncCommand<Model, Real>>[] = [
  ...Array.from({ length: 14 }, () => further), ...Array.from({ length: 8 }, () => back),
  fc.tuple(side, near).map(([by, pair]) => to.express(by, pair)), fc.tuple(side, near).map(([by, pair]) => to.shortlist(by, pair)), fc.tuple(side, near).map(([by, pair]) => to.agree(by, pair)), fc.tuple(side, family).map(([by, of]) => to.approve(by, of)),
  fc.tuple(fc.constantFrom('CPR_SHARED', 'VISITED', 'APR_DRAFTED'), near).map(([event, pair]) => to.onwards(event, pair)), fc.tuple(side, near).map(([by, pair]) => to.leave(by, pair)), fc.tuple(side, near).map(([by, pair]) => to.give(by, pair)),
  fc.tuple(side, near).map(([by, pair]) => to.takeBack(by, pair)), near.map(to.book), near.map(to.unbook), fc.tuple(near, fc.constantFrom('NOT_RECOMMENDED', 'DEFERRED')).map(([pair, said]) => to.hear(pair, said)),
  fc.tuple(near, fc.constantFrom('APPROVED', 'NOT_APPROVED')).map(([pair, outcome]) => to.decide(pair, outcome)), unit.map(to.plan), unit.map(to.introduce), unit.map(to.elsewhere), fc.tuple(unit, child).map(([of, who]) => to.livesThere(of, who)),
  fc.tuple(unit, child, fc.constantFrom('PLACED', 'AO_APPLIED', 'ADOPTED')).map(([of, who, event]) => to.move(of, who, event)), fc.tuple(unit, child, fc.boolean()).map(([of, who, again]) => to.disrupt(of, who, again)),
  fc.tuple(unit, child, fc.boolean()).map(([of, who, again]) => to.fall(of, who, again)), fc.tuple(side, family).map(([by, of]) => to.revokeNames(by, of)), fc.tuple(side, family).map(([by, of]) => to.revokeProfile(by, of)),
  fc.tuple(side, family).map(([by, of]) => to.release(by, of)), fc.tuple(family, fc.boolean()).map(([of, isGiven]) => to.consent(of, isGiven)), family.map(to.offer), fc.tuple(unit, fc.boolean()).map(([of, isSought]) => to.search(of, isSought)),
  fc.constant(null).map(to.endAgreement),
];
