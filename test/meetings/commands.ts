import fc from 'fast-check';
import type { MeetingsWorld } from '../harness/meetings-world';
import * as model from './model';

export const UNITS = 2;
export const FAMILIES = 2;

export interface Real {
  readonly world: MeetingsWorld;
  readonly units: readonly string[];
  readonly families: readonly string[];
  /** References, in the order in which they were called. */
  readonly meetings: string[];
}

type Command = fc.AsyncCommand<model.Model, Real>;

/** Runs the hub, lets the model say whether it may succeed, and compares what both hold then. */
function command(name: string, check: (model: Readonly<model.Model>) => boolean, expected: (model: model.Model) => boolean, act: (real: Real) => Promise<unknown>): Command {
  return {
    check,
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

interface Held { readonly meetings: readonly string[]; readonly links: readonly string[]; readonly ruledOut: readonly string[]; readonly gaps: number }

/** Past the door: every meeting with its agenda and outcomes, every link, every pair that is ruled out, and versions without their row of history (I7). */
async function held({ world, units, families, meetings }: Real): Promise<Held> {
  const places = await world.sql<{ meeting: string; status: string; unit: string | null; item: string | null; family: string | null; outcome: string | null }>(`
    select m.reference as meeting, m.status, u.unit_reference as unit, i.status as item, p.household_reference as family, p.outcome from hub.meeting m left join hub.meeting_item i on i.meeting_id = m.id and i.position is not null
      left join hub.meeting_unit u on u.item_id = i.id left join hub.meeting_pair p on p.item_id = i.id and p.position is not null order by i.position, p.household_reference`);
  const links = await world.sql<{ unit: string; family: string; state: string }>('select unit_reference as unit, household_reference as family, state from hub.link');
  const ruled = await world.sql<{ unit: string; family: string }>('select u.reference as unit, h.reference as family from hub.ruled_out r join hub.unit u on u.id = r.unit_id join hub.household h on h.id = r.household_id where r.lifted_at is null');
  const [gaps] = await world.sql<{ count: number }>(`select count(*)::int as count from hub.meeting m where m.version <> (select count(*) from hub.meeting_event e where e.meeting_id = m.id)`);
  return {
    meetings: meetings.map((reference) => {
      const of = places.filter(({ meeting }) => meeting === reference);
      const items = [...new Set(of.flatMap(({ unit }) => unit ?? []))].map((unit) => {
        const pairs = of.filter((place) => place.unit === unit && place.family !== null).map(({ family, outcome }) => `${families.indexOf(family ?? '')}:${outcome ?? '-'}`);
        return `${units.indexOf(unit)} ${of.find((place) => place.unit === unit)?.item ?? ''} [${pairs.sort().join()}]`;
      });
      return `${of[0]?.status ?? ''} ${items.join('; ')}`;
    }),
    links: links.map(({ unit, family, state }) => `${units.indexOf(unit)} ${families.indexOf(family)} ${state}`).sort(),
    ruledOut: ruled.map(({ unit, family }) => `${units.indexOf(unit)} ${families.indexOf(family)}`).sort(), gaps: gaps?.count ?? -1,
  };
}

const said = (state: model.Model): Held => ({
  meetings: state.meetings.map(({ status, items }) => {
    const told = items.map(({ unit, status: item, pairs }) => `${unit} ${item} [${[...pairs].filter(([, { on }]) => on).map(([family, { outcome }]) => `${family}:${outcome ?? '-'}`).sort().join()}]`);
    return `${status} ${told.join('; ')}`;
  }),
  links: state.links.map(({ unit, family, state: at }) => `${unit} ${family} ${at}`).sort(), ruledOut: model.ruledOut(state), gaps: 0,
});

type Pair = readonly [unit: number, family: number];

/** On one of the meetings; nothing to try where it was not called. */
const onMeeting = (at: number, name: string, expected: (model: model.Model, meeting: model.ModelMeeting) => boolean, act: (real: Real, meeting: string) => Promise<unknown>): Command =>
  command(`${name} at ${at}`, ({ meetings }) => meetings.length > at, (state) => expected(state, state.meetings[at] as model.ModelMeeting), (real) => act(real, real.meetings[at] ?? ''));

const of = ({ units, families }: Real, [unit, family]: Pair) => ({ unit: units[unit] ?? '', household: families[family] ?? '' });
const current = async ({ world }: Real, meeting: string): Promise<number | null> => (await world.view(world.coordinator, meeting)).current;

const call = command('call', ({ meetings }) => meetings.length < model.MOST_MEETINGS, model.call, async ({ world, meetings }) => { meetings.push(await world.call()); });
const addUnit = (at: number, unit: number): Command => onMeeting(at, `add ${unit}`, (_, meeting) => model.addUnit(meeting, unit), (real, meeting) => real.world.agenda.add(real.world.coordinator, { meeting, unit: real.units[unit] ?? '' }));
const addFamily = (at: number, pair: Pair): Command => onMeeting(at, `add ${pair.join()}`, (_, meeting) => model.addFamily(meeting, ...pair), (real, meeting) => real.world.agenda.add(real.world.coordinator, { meeting, ...of(real, pair) }));
const leaveUnit = (at: number, unit: number): Command => onMeeting(at, `leave ${unit}`, (_, meeting) => model.leaveUnit(meeting, unit), (real, meeting) => real.world.agenda.leaveOff(real.world.coordinator, { meeting, unit: real.units[unit] ?? '' }));
const leaveFamily = (at: number, pair: Pair): Command => onMeeting(at, `leave ${pair.join()}`, (_, meeting) => model.leaveFamily(meeting, ...pair), (real, meeting) => real.world.agenda.leaveOff(real.world.coordinator, { meeting, ...of(real, pair) }));
const start = (at: number): Command => onMeeting(at, 'start', (_, meeting) => model.start(meeting), (real, meeting) => real.world.live.goOn(real.world.coordinator, { meeting, step: 'START' }));
const goOn = (at: number, step: 'NEXT' | 'BACK', isLate: boolean): Command => onMeeting(at, `${step}${isLate ? ' late' : ''}`, (_, meeting) => model.goOn(meeting, step, isLate), async (real, meeting) => {
  const from = await current(real, meeting);
  return real.world.live.goOn(real.world.coordinator, { meeting, step, from: isLate ? (from ?? 0) + 7 : from });
});
const close = (at: number): Command => onMeeting(at, 'close', (_, meeting) => model.close(meeting), async (real, meeting) => real.world.live.goOn(real.world.coordinator, { meeting, step: 'CLOSE', from: await current(real, meeting) }));
const cancel = (at: number): Command => onMeeting(at, 'cancel', (_, meeting) => model.cancel(meeting), async ({ world }, meeting) => world.plan.cancel(world.coordinator, { meeting, version: (await world.view(world.coordinator, meeting)).version }));
const decide = (at: number, pair: Pair, outcome: model.Outcome, isLate: boolean): Command =>
  onMeeting(at, `${outcome}${isLate ? ' late' : ''} ${pair.join()}`, (state, meeting) => model.decide(state, meeting, { unit: pair[0], family: pair[1], outcome, isLate }), async (real, meeting) => {
    const { unit, household } = of(real, pair);
    const version = isLate ? 1 : (await real.world.pair(real.world.coordinator, meeting, unit, household)).version;
    return real.world.outcomes.ofPair(real.world.coordinator, { meeting, unit, household, version, outcome, reason: outcome === 'RULE_OUT' ? 'CONTACT' : null });
  });
const express = (pair: Pair): Command => command(`express ${pair.join()}`, () => true, (state) => model.express(state, ...pair), (real) => real.world.links.express(real.world.finder, of(real, pair)));
const leaveLink = (pair: Pair): Command => command(`end link ${pair.join()}`, () => true, (state) => model.leaveLink(state, ...pair), async (real) => {
  const { unit, household } = of(real, pair);
  const [open] = await real.world.sql<{ reference: string }>('select reference from hub.link where unit_reference = $1 and household_reference = $2 and ended_at is null', [unit, household]);
  if (!open) throw Object.assign(new Error('No link'), { code: 'NOT_FOUND' });
  return real.world.take(real.world.finder, open.reference, 'DECLINED_BY_CHILD_AGENCY', { reason: 'NO_ANSWER' });
});

/** How a meeting gets under way: walks begin somewhere on this way, so that they try what comes late too. */
export const WAY: readonly Command[] = [call, addUnit(0, 0), addFamily(0, [0, 0]), addUnit(0, 1), start(0), decide(0, [0, 0], 'PURSUE', false), goOn(0, 'NEXT', false)];

const at = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) });
const unit = fc.nat(UNITS - 1);
const pair = fc.oneof({ weight: 2, arbitrary: fc.constant([0, 0] as [number, number]) }, { weight: 1, arbitrary: fc.tuple(unit, fc.nat(FAMILIES - 1)) });
const late = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

export const COMMANDS: fc.Arbitrary<Command>[] = [
  fc.constant(call), fc.tuple(at, unit).map(([m, u]) => addUnit(m, u)), fc.tuple(at, pair).map(([m, p]) => addFamily(m, p)), fc.tuple(at, unit).map(([m, u]) => leaveUnit(m, u)), fc.tuple(at, pair).map(([m, p]) => leaveFamily(m, p)),
  at.map(start), fc.tuple(at, fc.constantFrom('NEXT' as const, 'BACK' as const), late).map(([m, step, isLate]) => goOn(m, step, isLate)), at.map(close), at.map(cancel),
  ...[0, 1, 2].map(() => fc.tuple(at, pair, fc.constantFrom(...model.OUTCOMES), late).map(([m, p, outcome, isLate]) => decide(m, p, outcome, isLate))), pair.map(express), pair.map(leaveLink),
];
