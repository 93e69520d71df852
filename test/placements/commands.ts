import fc from 'fast-check';
import { addDays } from '@hub/domain/dates/day-count';
import type { PlacementEvent } from '@hub/domain/placements/events';
import { ago, today } from '@hub/features/keys/spec-keys';
import type { PlacementStepRequest } from '@hub/features/placements/placements.service';
import type { PlacementsWorld } from '../harness/placements-world';
import * as model from './model';

export const FAMILIES = 2;
/** Children of each unit: one child, and two who belong together. */
export const UNITS = [1, 2] as const;

export interface Real {
  readonly world: PlacementsWorld;
  readonly units: readonly string[];
  readonly families: readonly string[];
}

type Command = fc.AsyncCommand<model.Model, Real>;

/** Runs the hub, lets the model say whether it may succeed, and compares what both hold then. */
function command(name: string, expected: (state: model.Model) => boolean, act: (real: Real) => Promise<unknown>): Command {
  return {
    check: () => true,
    async run(state, real) {
      const happened = await act(real).then(() => true, (error: { code?: string }) => {
        if (error.code === undefined || /INTERNAL|AUDIT|^[0-9]/.test(error.code)) throw error as Error;
        return false;
      });
      expect([name, happened]).toEqual([name, expected(state)]);
      expect(await held(real)).toEqual(said(state));
    },
    toString: () => name,
  };
}

const CHILD: Readonly<Record<string, model.Child>> = {
  ADM_DECIDED: 'WAITING', AUTHORITY_TO_PLACE: 'WAITING', LINKED: 'WAITING', MATCHED: 'MATCHED', INTRODUCTIONS: 'MATCHED', PLACED: 'PLACED', AO_APPLIED: 'APPLIED', ADOPTED: 'ADOPTED', DISRUPTED: 'DISRUPTED',
};
const FAMILY: Readonly<Record<string, string>> = { APPROVED: 'FREE', LINKED: 'FREE', MATCHED: 'MATCHED', PLACED: 'PLACED', AO_GRANTED: 'DONE' };

/** Past the door: the records of both agencies, the placements, and every promise of trust.md I1, I2, I3 and I7. */
async function held({ world, units, families }: Real) {
  const children = await world.sql<{ unit: string; state: string }>('select u.reference as unit, c.state from hub.child c join hub.unit u on u.id = c.unit_id order by c.created_at, c.reference');
  const homes = await world.sql<{ reference: string; state: string }>('select reference, state from hub.household');
  const placed = await world.sql<{ unit: string; family: string; children: string[] }>(`
    select p.unit_reference as unit, p.household_reference as family, array_agg(case c.state when 'AO_APPLIED' then 'APPLIED' else c.state end order by c.number) as children
    from hub.placement p join hub.placement_child c on c.placement_id = p.id group by p.id order by p.created_at`);
  expect(await world.sql('select * from hub.broken_placements()')).toEqual([]);
  return {
    units: units.map((unit) => children.filter((child) => child.unit === unit).map(({ state }) => CHILD[state] ?? state)),
    families: families.map((family) => FAMILY[homes.find(({ reference }) => reference === family)?.state ?? ''] ?? 'UNKNOWN'),
    placements: placed.map(({ unit, family, children: states }) => `${units.indexOf(unit)} ${families.indexOf(family)} ${states.join()}`),
  };
}

const said = ({ units, families, placements }: model.Model) => ({
  units: units.map((children) => [...children]), families: [...families], placements: placements.map(({ unit, family, children }) => `${unit} ${family} ${children.join()}`),
});

async function step({ world, units }: Real, unit: number, event: PlacementEvent, more: Partial<PlacementStepRequest>): Promise<unknown> {
  const [found] = await world.sql<{ reference: string }>('select reference from hub.placement where unit_reference = $1 and ended_at is null', [units[unit]]);
  if (!found) throw Object.assign(new Error('No placement'), { code: 'NOT_FOUND' });
  return world.take(world.worker, found.reference, event, more);
}

const onLive = (unit: number, work: (state: model.Model, placement: model.ModelPlacement) => boolean) => (state: model.Model): boolean => {
  const placement = model.liveOf(state, unit);
  return placement !== undefined && work(state, placement);
};

const LONG_AGO = ago(9);
/** Days in the order in which the law asks for them. */
const DAY: Readonly<Partial<Record<PlacementEvent, string>>> = { PLAN_AGREED: LONG_AGO, INTRODUCTIONS_STARTED: LONG_AGO, PLACED: addDays(LONG_AGO, 14) };
const on = (event: PlacementEvent): Pick<PlacementStepRequest, 'onDate'> => ({ onDate: (DAY[event] ?? today) as PlacementStepRequest['onDate'] });

const matched = (unit: number, family: number): Command => command(`match ${unit} ${family}`, (state) => model.match(state, unit, family),
  async ({ world, units, families }) => world.match(units[unit] ?? '', families[family] ?? '', LONG_AGO));
const planned = (unit: number): Command => command(`plan ${unit}`, onLive(unit, (_, placement) => model.plan(placement)), (real) => step(real, unit, 'PLAN_AGREED', on('PLAN_AGREED')));
const introduced = (unit: number): Command => command(`introduce ${unit}`, onLive(unit, (_, placement) => model.introduce(placement)), (real) => step(real, unit, 'INTRODUCTIONS_STARTED', on('INTRODUCTIONS_STARTED')));
const moved = (unit: number, child: number, event: model.Move): Command => command(`${event} ${unit}.${child}`, onLive(unit, (state, placement) => model.move(state, placement, child, event)), (real) => step(real, unit, event, { children: [child + 1], ...on(event) }));
const disrupted = (unit: number, child: number, again: boolean): Command => command(`disrupt ${unit}.${child}${again ? ' and seek again' : ''}`, onLive(unit, (state, placement) => model.disrupt(state, placement, child, again)),
  (real) => step(real, unit, 'DISRUPTED', { children: [child + 1], code: 'SUPPORT', resumeSearch: again }));
const fallen = (unit: number, child: number): Command => command(`fall ${unit}.${child}`, onLive(unit, (state, placement) => model.fall(state, placement, child)), (real) => step(real, unit, 'FELL', { children: [child + 1], code: 'COURT' }));
/** What a live placement holds is not recorded on the child's own page. */
const elsewhere = (unit: number): Command => command(`elsewhere ${unit}`, () => false, async ({ world, units }) => {
  const child = (await world.units.view(world.worker, units[unit] ?? '')).record?.children[0];
  return world.children.recordEvent(world.worker, { subject: child?.reference ?? '', version: child?.version ?? 0, event: 'ADOPTED', onDate: today });
});

/** How a placement gets to its order: walks begin somewhere on this way, so that they try what comes late too. */
export const WAY: readonly Command[] = [matched(1, 0), planned(1), introduced(1), moved(1, 0, 'PLACED'), moved(1, 1, 'PLACED'), moved(1, 0, 'AO_APPLIED'), moved(1, 0, 'ADOPTED'), moved(1, 1, 'AO_APPLIED')];

const unit = fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(0) });
const child = fc.nat(1);
const moves: readonly model.Move[] = ['PLACED', 'AO_APPLIED', 'ADOPTED'];

export const COMMANDS: fc.Arbitrary<Command>[] = [
  fc.tuple(unit, fc.nat(FAMILIES - 1)).map(([of, family]) => matched(of, family)), unit.map(planned), unit.map(introduced), unit.map(elsewhere),
  fc.tuple(unit, child, fc.constantFrom(...moves)).map(([of, at, event]) => moved(of, at, event)), fc.tuple(unit, child, fc.boolean()).map(([of, at, again]) => disrupted(of, at, again)), fc.tuple(unit, child).map(([of, at]) => fallen(of, at)),
];
