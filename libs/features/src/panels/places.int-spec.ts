import { addDays } from '@hub/domain/dates/day-count';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { TODAY } from '../../../../test/harness/links-world';
import { openPanelsWorld, type PanelsWorld } from '../../../../test/harness/panels-world';
import { applyHouseholds } from '../adopters/apply-households.queries';
import { told } from '../children/spec-children';
import { BoardService } from '../recruitment/board.service';

let database: TestDatabase;
let world: PanelsWorld;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openPanelsWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

describe('a place for an approval', () => {
  const family = async (reference: string) => {
    await world.sql(`update hub.household set state = 'STAGE2', approved_on = null, stage2_started_on = current_date - 60 where reference = $1`, [reference]);
    return reference;
  };
  const stands = async (reference: string) => (await world.sql('select h.provisional_panel_on::text as day, k.listed from hub.household h left join hub.household_card k on k.household_id = h.id where h.reference = $1', [reference]))[0];

  it('is the household’s provisional panel day, on the board and for files and forms too', async () => {
    const [adviser, reference] = [await world.person(world.south, 'PANEL_ADVISER'), await family(await world.addFamily('P1'))];
    const [first, second] = [await world.panel(adviser, { meetsOn: addDays(TODAY, 30) }), await world.panel(adviser, { meetsOn: addDays(TODAY, 37) })];
    const { reference: item } = await world.booking.book(world.worker, { household: reference, panel: first, slot: 1 });
    expect(await stands(reference)).toEqual({ day: addDays(TODAY, 30), listed: true });
    await world.booking.move(world.worker, { item, version: 1, panel: second, slot: 2 });
    expect(await stands(reference)).toEqual({ day: addDays(TODAY, 37), listed: true });
    const board = await new BoardService(world.uow, systemClock).read(world.worker, {}, 50, 0);
    expect(board.items.find(({ household }) => household === reference)).toMatchObject({ provisionalPanelOn: addDays(TODAY, 37) });
    const { record } = await world.households.view(world.worker, reference);
    expect(record?.clocks.map(({ code }) => code)).toContain('PAR_GIVEN');
    const correction = { household: reference, version: record?.version ?? 0 };
    expect(await told(world.households.correct(world.worker, { ...correction, facts: { provisionalPanelOn: addDays(TODAY, 50) } }))).toMatchObject({ code: 'GUARD_FAILED' });
    await world.households.correct(world.worker, { ...correction, facts: { provisionalPanelOn: addDays(TODAY, 37), area: 'LE9' } });
    const brought = [{ familyExternalId: 'P1', provisionalPanelOn: addDays(TODAY, 50), area: 'LE8' }];
    const manager = world.south.as('APPROVING_MANAGER');
    const [applied] = await world.run(manager, 'imports.apply', (tx) => applyHouseholds(tx, world.vault, manager, brought, TODAY));
    expect(applied?.problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['WARNING HAS_PLACE']);
    expect(await stands(reference)).toEqual({ day: addDays(TODAY, 37), listed: true });
    await world.booking.withdraw(world.worker, { item, version: 2 });
    expect(await stands(reference)).toEqual({ day: null, listed: false });
  });

  it('is given back where the household leaves', async () => {
    const [adviser, reference] = [await world.person(world.south, 'PANEL_ADVISER'), await family(await world.addFamily('P2'))];
    const panel = await world.panel(adviser, { meetsOn: addDays(TODAY, 31) });
    await world.booking.book(world.worker, { household: reference, panel, slot: 1 });
    const { record } = await world.households.view(world.worker, reference);
    await world.households.recordEvent(world.worker, { subject: reference, version: record?.version ?? 0, event: 'WITHDRAWN', onDate: TODAY });
    expect((await world.panels.panel(adviser, panel))?.places[0]).toMatchObject({ status: 'FREE' });
    expect(await stands(reference)).toMatchObject({ day: null });
  });
});

describe('a place that becomes free', () => {
  const notices = (panel: string) => world.sql(`select agency_id as agency, role from hub.notice where kind = 'PANEL_PLACE_GIVEN_UP' and subject_reference = $1`, [panel]);

  it('is told to the host’s advisers, whoever gave it back and why, unless one of them did', async () => {
    const days = [60, 61, 62, 63].map((days) => addDays(TODAY, days));
    const panels = [];
    for (const meetsOn of days) panels.push(await world.panel(world.adviser, { meetsOn }));
    const [ended, moved, byAdviser, cancelled] = panels as [string, string, string, string];
    const links: string[] = [];
    for (const number of [1, 2, 3, 4]) links.push(await world.drafted(await world.addUnit(`C${number}`), await world.addFamily(`F${number}`)));
    const items = [];
    for (const [at, panel] of panels.entries()) items.push((await world.booking.book(world.finder, { link: links[at] ?? '', panel, slot: 1 })).reference);
    await world.take(world.worker, links[0] ?? '', 'DECLINED_BY_ADOPTERS', { reason: 'NOT_READY' });
    await world.booking.move(world.finder, { item: items[1] ?? '', version: 1, panel: ended, slot: 2 });
    await world.booking.withdraw(world.adviser, { item: items[2] ?? '', version: 1 });
    await world.plan.cancel(world.adviser, { panel: cancelled, version: 1 });
    expect(await notices(ended)).toEqual([{ agency: world.north.id, role: 'PANEL_ADVISER' }]);
    expect(await notices(moved)).toEqual([{ agency: world.north.id, role: 'PANEL_ADVISER' }]);
    expect([await notices(byAdviser), await notices(cancelled)]).toEqual([[], []]);
  });
});
