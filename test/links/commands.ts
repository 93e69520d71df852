import fc from 'fast-check';
import type { TakenStep } from '@hub/domain/links/events';
import { SIDES, type Side } from '@hub/domain/links/states';
import type { LinksWorld } from '../harness/links-world';
import * as model from './model';

export const UNITS = 3;
export const FAMILIES = 2;

export interface Real {
  readonly world: LinksWorld;
  readonly units: readonly string[];
  readonly families: readonly string[];
}

type Command = fc.AsyncCommand<model.Model, Real>;

/** Runs the hub, lets the model say whether it may succeed, and compares what both hold then. */
function command(name: string, expected: (model: model.Model) => boolean, act: (real: Real) => Promise<unknown>): Command {
  return {
    check: () => true,
    async run(state, real) {
      const happened = await act(real).then(() => true, (error: { code?: string }) => {
        if (error.code === undefined || /INTERNAL|AUDIT/.test(error.code)) throw error as Error;
        return false;
      });
      expect([name, happened]).toEqual([name, expected(state)]);
      expect(await held(real)).toEqual(said(state));
    },
    toString: () => name,
  };
}

interface Held { readonly links: readonly string[]; readonly live: readonly string[] }

/** Past the door: every link, and every subject whose names the other agency may read now. */
async function held({ world, units, families }: Real): Promise<Held> {
  const links = await world.sql<{ unit: string; family: string; state: string; versions: boolean }>(`
    select unit_reference as unit, household_reference as family, state, version = (select count(*) from hub.link_event e where e.link_id = l.id) as versions from hub.link l`);
  const live = await world.sql<{ subject: string; type: string }>(`
    select coalesce(u.reference, h.reference) as subject, g.subject_type as type from hub.disclosure_grant g left join hub.unit u on u.id = g.subject_id left join hub.household h on h.id = g.subject_id
    where g.stage = 'S2' and g.approved_at is not null and g.withdrawn_at is null`);
  // I7: no version without its row of history.
  expect(links.filter(({ versions }) => !versions)).toEqual([]);
  return {
    links: links.map(({ unit, family, state }) => `${units.indexOf(unit)} ${families.indexOf(family)} ${state}`).sort(),
    live: live.map(({ subject, type }) => (type === 'UNIT' ? `CHILD ${units.indexOf(subject)}` : `ADOPTERS ${families.indexOf(subject)}`)).sort(),
  };
}

const said = ({ links, grants }: model.Model): Held => ({
  links: links.map(({ unit, family, state }) => `${unit} ${family} ${state}`).sort(),
  live: grants.filter(({ status }) => status === 'LIVE').map(({ side, subject }) => `${side} ${subject}`).sort(),
});

const actorOf = ({ world }: Real, side: Side) => (side === 'CHILD' ? world.finder : world.worker);

/** A step on the newest link of a pair. */
async function step(real: Real, side: Side, [unit, family]: readonly [number, number], event: TakenStep | 'PANEL_BOOKED'): Promise<unknown> {
  const [found] = await real.world.sql<{ reference: string }>('select reference from hub.link where unit_reference = $1 and household_reference = $2 order by ended_at nulls first, created_at desc limit 1', [real.units[unit], real.families[family]]);
  if (!found) throw Object.assign(new Error('No link'), { code: 'NOT_FOUND' });
  return event === 'PANEL_BOOKED' ? real.world.book(found.reference) : real.world.take(actorOf(real, side), found.reference, event, { reason: 'NO_ANSWER' });
}

const onOpen = (pair: readonly [number, number], work: (state: model.Model, link: model.ModelLink) => boolean) => (state: model.Model): boolean => {
  const link = model.openOf(state, pair[0], pair[1]);
  return link !== undefined && work(state, link);
};

async function revoke({ world, units, families }: Real, side: Side, subject: number): Promise<unknown> {
  const reference = side === 'CHILD' ? units[subject] : families[subject];
  const [found] = await world.sql<{ id: string }>(`select g.id from hub.disclosure_grant g left join hub.unit u on u.id = g.subject_id left join hub.household h on h.id = g.subject_id
    where g.stage = 'S2' and g.withdrawn_at is null and $1 in (u.reference, h.reference)`, [reference]);
  if (!found) throw Object.assign(new Error('No grant'), { code: 'NOT_FOUND' });
  return world.grants.withdraw(actorOf({ world, units, families }, side), found.id, 'Withdrawn by hand');
}

const pairs = fc.tuple(fc.nat(UNITS - 1), fc.nat(FAMILIES - 1));
const side = fc.constantFrom(...SIDES);
// Most of a walk on one pair, so that it gets far.
const near = fc.oneof({ weight: 4, arbitrary: fc.constant([0, 0] as [number, number]) }, { weight: 1, arbitrary: pairs });
const moves = Object.keys(model.ONWARDS) as (keyof typeof model.ONWARDS)[];

type Pair = readonly [unit: number, family: number];

const express = (by: Side, pair: Pair): Command => command(`express ${by} ${pair.join()}`, (state) => model.express(state, by, pair[0], pair[1]),
  (real) => real.world.links.express(actorOf(real, by), { unit: real.units[pair[0]] ?? '', household: real.families[pair[1]] ?? '' }));
const shortlist = (by: Side, pair: Pair): Command => command(`shortlist ${by} ${pair.join()}`, onOpen(pair, (_, link) => model.shortlist(link, by)), (real) => step(real, by, pair, 'SHORTLISTED'));
const agree = (by: Side, pair: Pair): Command => command(`agree ${by} ${pair.join()}`, onOpen(pair, (state, link) => model.agree(state, link, by)), (real) => step(real, by, pair, 'EXPLORING_AGREED'));
const approve = (by: Side): Command => command(`approve ${by}`, (state) => { model.approve(state, by); return true; },
  ({ world }) => world.approveAll(by === 'CHILD' ? world.managers.north : world.managers.south));
const onwards = (event: keyof typeof model.ONWARDS, pair: Pair): Command => command(`${event} ${pair.join()}`, onOpen(pair, (state, link) => model.onwards(state, link, event)), (real) => step(real, 'CHILD', pair, event));

function leave(by: Side, pair: Pair): Command {
  const exit = by === 'CHILD' ? 'DECLINED_BY_CHILD_AGENCY' : 'DECLINED_BY_ADOPTERS';
  return command(`${exit} ${pair.join()}`, onOpen(pair, (state, link) => model.leave(state, link, exit)), (real) => step(real, by, pair, exit));
}

const BEGUN: Pair = [0, 0];

/** How a link gets to its panel: walks begin somewhere on this way, so that they try what comes late too. */
export const WAY: readonly Command[] = [
  express('CHILD', BEGUN), shortlist('ADOPTERS', BEGUN), agree('CHILD', BEGUN), agree('ADOPTERS', BEGUN), approve('CHILD'), approve('ADOPTERS'),
  onwards('CPR_SHARED', BEGUN), onwards('VISITED', BEGUN), onwards('APR_DRAFTED', BEGUN), onwards('PANEL_BOOKED', BEGUN),
];

export const COMMANDS: fc.Arbitrary<Command>[] = [
  fc.tuple(side, near).map(([by, pair]) => express(by, pair)), fc.tuple(side, near).map(([by, pair]) => shortlist(by, pair)), fc.tuple(side, near).map(([by, pair]) => agree(by, pair)), side.map(approve),
  fc.tuple(fc.constantFrom(...moves), near).map(([event, pair]) => onwards(event, pair)), fc.tuple(side, pairs).map(([by, pair]) => leave(by, pair)),
  fc.tuple(side, fc.nat(1)).map(([by, subject]) => command(`revoke ${by} ${subject}`, (state) => model.revoke(state, by, subject), (real) => revoke(real, by, subject))),
];
