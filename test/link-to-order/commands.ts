import type fc from 'fast-check';
import type { TakenStep } from '@hub/domain/links/events';
import type { Side } from '@hub/domain/links/states';
import type { Outcome, Recommendation } from '@hub/domain/panels/items';
import type { PlacementEvent } from '@hub/domain/placements/events';
import { ago, today } from '@hub/features/keys/spec-keys';
import type { PlacementStepRequest } from '@hub/features/placements/placements.service';
import { held, isOpenTo, readable, said } from './held';
import * as model from './model';
import * as placements from './placements';
import { actorOf, grantOf, itemOf, linkOf, managerOf, placementOf, until, type Real } from './real';
import * as revoking from './revoking';

export interface Command extends fc.AsyncCommand<model.Model, Real> {
  /** Whether it succeeds, with what it changes of the model. */
  readonly expected: (state: model.Model) => boolean;
}
type Pair = model.Pair;

/** Runs the hub, lets the model say whether it may succeed, and compares what both hold and show then, and asks the rows for what is promised of them (trust.md I1 to I4, I7, I10). */
function command(name: string, expected: (state: model.Model) => boolean, act: (real: Real) => Promise<unknown>): Command {
  return {
    expected, check: () => true,
    async run(state, real) {
      const happened = await act(real).then(() => true, (error: { code?: string }) => {
        if (error.code === undefined || /INTERNAL|AUDIT|^[0-9]/.test(error.code)) throw error as Error;
        return false;
      });
      expect([name, happened]).toEqual([name, expected(state)]);
      expect([name, await held(real)]).toEqual([name, said(state)]);
      expect([name, await isOpenTo(real)]).toEqual([name, readable(state)]);
      expect([name, await real.invariants.check()]).toEqual([name, []]);
    },
    toString: () => name,
  };
}

const onOpen = (pair: Pair, work: (state: model.Model, link: model.ModelLink) => boolean) => (state: model.Model): boolean => {
  const link = model.openOf(state, pair);
  return link !== undefined && work(state, link);
};
const onLive = (unit: number, work: (state: model.Model, placement: model.ModelPlacement) => boolean) => (state: model.Model): boolean => {
  const placement = placements.liveOf(state, unit);
  return placement !== undefined && work(state, placement);
};

async function step(real: Real, side: Side, pair: Pair, event: TakenStep): Promise<unknown> {
  const { reference, version } = await linkOf(real, pair);
  return real.world.links.step(actorOf(real, side), { link: reference, version, event, reason: 'NO_ANSWER' });
}

export const express = (by: Side, pair: Pair): Command => command(`express ${by} ${pair.join()}`, (state) => model.express(state, by, pair),
  (real) => real.world.links.express(actorOf(real, by), { unit: real.units[pair[0]] ?? '', household: real.families[pair[1]] ?? '' }));
export const shortlist = (by: Side, pair: Pair): Command => command(`shortlist ${by} ${pair.join()}`, onOpen(pair, (state, link) => model.shortlist(state, link, by)), (real) => step(real, by, pair, 'SHORTLISTED'));
export const agree = (by: Side, pair: Pair): Command => command(`agree ${by} ${pair.join()}`, onOpen(pair, (state, link) => model.agree(state, link, by)), (real) => step(real, by, pair, 'EXPLORING_AGREED'));
export const approve = (by: Side, subject: number): Command => command(`approve ${by} ${subject}`, (state) => model.approve(state, by, subject),
  async (real) => real.world.grants.approve(managerOf(real, by), await grantOf(real, { side: by, subject, stage: 'S2', isAsked: true }), { expiresOn: until(60) }));
export const onwards = (event: Exclude<keyof typeof model.ONWARDS, 'PANEL_BOOKED'>, pair: Pair): Command => command(`${event} ${pair.join()}`, onOpen(pair, (state, link) => model.onwards(state, link, event)), (real) => step(real, 'CHILD', pair, event));

export function leave(by: Side, pair: Pair): Command {
  const exit = by === 'CHILD' ? 'DECLINED_BY_CHILD_AGENCY' : 'DECLINED_BY_ADOPTERS';
  return command(`${exit} ${pair.join()}`, onOpen(pair, (state, link) => model.leave(state, link, exit)), (real) => step(real, by, pair, exit));
}

const gift = (real: Real, by: Side, pair: Pair, link: string) => ({ document: real.reports[by][pair[by === 'CHILD' ? 0 : 1]] ?? '', number: 1, link });
export const give = (by: Side, pair: Pair): Command => command(`give ${by} ${pair.join()}`, onOpen(pair, (_, link) => model.give(link, by)),
  async (real) => real.sharing.give(actorOf(real, by), gift(real, by, pair, (await linkOf(real, pair)).reference)));
export const takeBack = (by: Side, pair: Pair): Command => command(`take back ${by} ${pair.join()}`, (state) => model.takeBack(state, pair, by),
  async (real) => real.sharing.takeBack(actorOf(real, by), gift(real, by, pair, (await linkOf(real, pair)).reference)));

export const book = (pair: Pair): Command => command(`PANEL_BOOKED ${pair.join()}`, onOpen(pair, (state, link) => model.onwards(state, link, 'PANEL_BOOKED')), async (real) => {
  const { reference } = await linkOf(real, pair);
  const [{ slot = 1 } = {}] = await real.world.sql<{ slot: number }>('select coalesce(max(slot), 0) + 1 as slot from hub.panel_item');
  return real.world.booking.book(real.world.finder, { link: reference, panel: real.panel, slot });
});
export const unbook = (pair: Pair): Command => command(`unbook ${pair.join()}`, onOpen(pair, (_, link) => model.unbook(link)), async (real) => {
  const { reference, version } = await itemOf(real, await linkOf(real, pair));
  return real.world.booking.withdraw(real.world.finder, { item: reference, version });
});
export const hear = (pair: Pair, recommendation: Recommendation): Command => command(`${recommendation} ${pair.join()}`, onOpen(pair, (_, link) => model.hear(link, recommendation)),
  async (real) => real.world.hear(real.world.adviser, (await itemOf(real, await linkOf(real, pair))).reference, recommendation));
export const decide = (pair: Pair, outcome: Outcome): Command => command(`${outcome} ${pair.join()}`, onOpen(pair, (state, link) => model.decide(state, link, outcome === 'APPROVED')), async (real) => {
  const { reference, version } = await itemOf(real, await linkOf(real, pair));
  return real.world.decisions.decide(real.world.decider, { item: reference, version, outcome, reasons: 'As the panel said.' });
});

async function place(real: Real, unit: number, event: PlacementEvent, more: Partial<PlacementStepRequest> = {}): Promise<unknown> {
  const { reference, version } = await placementOf(real, unit);
  return real.placements.step(real.world.finder, { placement: reference, version, event, onDate: today, ...more });
}
const ofChild = (child: number): Pick<PlacementStepRequest, 'children'> => ({ children: [child + 1] });

export const plan = (unit: number): Command => command(`plan ${unit}`, onLive(unit, (_, placement) => placements.plan(placement)), (real) => place(real, unit, 'PLAN_AGREED'));
export const introduce = (unit: number): Command => command(`introduce ${unit}`, onLive(unit, (_, placement) => placements.introduce(placement)), (real) => place(real, unit, 'INTRODUCTIONS_STARTED'));
export const livesThere = (unit: number, child: number): Command => command(`lives there ${unit}.${child}`, onLive(unit, (_, placement) => placements.livesThere(placement, child)),
  (real) => place(real, unit, 'LIVES_THERE', { ...ofChild(child), code: 'FOSTER_CARERS', onDate: ago(7) }));
export const move = (unit: number, child: number, event: placements.Move): Command => command(`${event} ${unit}.${child}`, onLive(unit, (state, placement) => placements.move(state, placement, child, event)), (real) => place(real, unit, event, ofChild(child)));
export const disrupt = (unit: number, child: number, again: boolean): Command => command(`disrupt ${unit}.${child}${again ? ' and seek again' : ''}`, onLive(unit, (state, placement) => placements.disrupt(state, placement, child, again)),
  (real) => place(real, unit, 'DISRUPTED', { ...ofChild(child), code: 'SUPPORT', resumeSearch: again }));
export const fall = (unit: number, child: number, again: boolean): Command => command(`fall ${unit}.${child}${again ? ' and seek again' : ''}`, onLive(unit, (state, placement) => placements.fall(state, placement, child, again)),
  (real) => place(real, unit, 'FELL', { ...ofChild(child), code: 'COURT', resumeSearch: again }));
/** What a live placement holds is not recorded on the child's own page, nor without one. */
export const elsewhere = (unit: number): Command => command(`elsewhere ${unit}`, () => false, async ({ world, units }) => {
  const child = (await world.units.view(world.finder, units[unit] ?? '')).record?.children[0];
  return world.children.recordEvent(world.finder, { subject: child?.reference ?? '', version: child?.version ?? 0, event: 'PLACED', onDate: today });
});

export const revokeNames = (by: Side, subject: number): Command => command(`revoke names ${by} ${subject}`, (state) => model.withdrawNames(state, by, subject),
  async (real) => real.world.grants.withdraw(actorOf(real, by), await grantOf(real, { side: by, subject, stage: 'S2' }), 'Withdrawn by hand'));
export const revokeProfile = (by: Side, subject: number): Command => command(`revoke profile ${by} ${subject}`, (state) => revoking.revokeProfile(state, by, subject),
  async (real) => real.world.releases.withdraw(actorOf(real, by), await grantOf(real, { side: by, subject, stage: 'S1' }), 'Withdrawn by hand'));
/** By two people. Where the first is refused, the second has nothing to approve. */
export const release = (by: Side, subject: number): Command => command(`release ${by} ${subject}`, (state) => revoking.release(state, by, subject), async (real) => {
  const [subjectType, reference] = by === 'CHILD' ? (['UNIT', real.units[subject]] as const) : (['HOUSEHOLD', real.families[subject]] as const);
  const { id } = await real.world.releases.request(actorOf(real, by), { subjectType, subject: reference ?? '', purpose: 'Family finding', about: 'Likes trains.' });
  return real.world.releases.approve(managerOf(real, by), id, until(90));
});
export const consent = (family: number, isGiven: boolean): Command => command(`consent of ${family} ${isGiven ? 'given' : 'withdrawn'}`, (state) => revoking.consent(state, family, isGiven), ({ world, consents, families }) => {
  const household = families[family] ?? '';
  return isGiven ? consents.record(world.worker, { household, scopes: ['CARD', 'PROFILE'], granted: true, wording: '2026-1', how: 'WRITTEN', givenBy: 'ALL_ADULTS', givenOn: today }) : consents.withdraw(world.worker, household, ['CARD', 'PROFILE']);
});
export const endAgreement = (): Command => command('end the agreement', revoking.endAgreement, async ({ world, agreements, admin }) => {
  const [found] = await world.sql<{ reference: string }>('select reference from hub.agreement');
  return agreements.end(admin, found?.reference ?? '', today);
});
export const offer = (family: number): Command => command(`offer ${family}`, (state) => revoking.offer(state, family), async ({ world, families }) => {
  const household = families[family] ?? '';
  return world.households.correct(world.worker, { household, version: (await world.households.view(world.worker, household)).record?.version ?? 0, facts: { availability: 'AVAILABLE' } });
});
export const search = (unit: number, isSought: boolean): Command => command(`${isSought ? 'seek' : 'pause'} ${unit}`, (state) => revoking.search(state, unit, isSought), async ({ world, units }) => {
  const reference = units[unit] ?? '';
  const version = (await world.units.view(world.finder, reference)).record?.version ?? 0;
  return world.units.changeFamilyFinding(world.finder, { unit: reference, version, to: isSought ? 'ACTIVE' : 'PAUSED', reason: isSought ? null : 'Foster carers', onDate: today });
});
