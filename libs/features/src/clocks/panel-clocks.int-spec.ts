import type { Actor } from '@hub/domain/access/actor';
import { fixedClock, systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { TODAY } from '../../../../test/harness/links-world';
import { openPanelsWorld, type PanelsWorld } from '../../../../test/harness/panels-world';
import { RemindersService } from '../work/reminders.service';
import { ClocksService } from './clocks.service';

let database: TestDatabase;
let world: PanelsWorld;
let item: string;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openPanelsWorld(database);
  item = await world.heard(await world.drafted(await world.addUnit('C1'), await world.addFamily('F1')));
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

/** The days of the story, past the guards: the calendar of the test is that of 2026. */
async function dated(table: 'panel_item' | 'agency_decision', column: string, day: string): Promise<void> {
  await world.sql(`alter table hub.${table} disable trigger user`);
  await world.sql(`update hub.${table} set ${column} = $1::date`, [day]);
  await world.sql(`alter table hub.${table} enable trigger user`);
}
const list = async (actor: Actor, day: string) => (await new ClocksService(world.uow, world.vault, fixedClock(`${day}T10:00:00Z`)).list(actor, { stage: 'PANEL' }, 50, 0)).items
  .map(({ subjectType, subject, standing, clock: { code, dueOn } }) => [subjectType, subject, code, standing, dueOn]);
const remind = (day: string) => new RemindersService(world.uow, world.vault, fixedClock(`${day}T05:00:00Z`)).remind();
const told = () => world.sql(`select kind, due_on::text as on, role from hub.notice where kind like 'CLOCK%' and subject_type = 'PANEL_ITEM' order by due_on, role`);

// Every day reckoned by hand on a calendar.
describe('the clocks of a panel’s recommendation', () => {
  it('ask for the decision within seven working days, of the agency that decides alone', async () => {
    await dated('panel_item', 'minutes_final_on', '2026-06-02');
    expect(await list(world.decider, '2026-06-12')).toEqual([['PANEL_ITEM', item, 'PANEL_DECISION', 'OVERDUE', '2026-06-11']]);
    expect(await list(world.worker, '2026-06-12')).toEqual([]);
    await remind('2026-06-11');
    expect(await told()).toEqual([{ kind: 'CLOCK_DUE', on: '2026-06-11', role: 'DECISION_MAKER' }]);
  });

  it('then for the words to parents and adopters, orally and in writing', async () => {
    const decided = await world.decisions.decide(world.decider, { item, version: (await world.item(world.decider, item)).version, outcome: 'APPROVED', reasons: 'The panel’s reasons convince.' });
    expect(decided).toBeTruthy();
    await dated('agency_decision', 'decided_on', '2026-06-05');
    const adviser = world.adviser;
    expect((await list(adviser, '2026-06-10')).map(([, , code, standing, dueOn]) => [code, standing, dueOn]).sort()).toEqual([
      ['TELL_ADOPTERS_IN_WRITING', 'SOON', '2026-06-12'], ['TELL_ADOPTERS_ORALLY', 'OVERDUE', '2026-06-09'], ['TELL_PARENTS_IN_WRITING', 'SOON', '2026-06-12'], ['TELL_PARENTS_ORALLY', 'OVERDUE', '2026-06-09'],
    ]);
    await world.sql(`insert into hub.decision_notice (decision_id, agency_id, recipient, manner, told_on, recorded_by) select d.id, d.agency_id, 'PARENTS', 'ORALLY', '2026-06-09', d.decided_by from hub.agency_decision d`);
    expect((await list(adviser, '2026-06-10')).map(([, , code]) => code)).not.toContain('TELL_PARENTS_ORALLY');
    await world.sql('delete from hub.notice');
    await remind('2026-06-10');
    expect(await told()).toEqual([{ kind: 'CLOCK_OVERDUE', on: '2026-06-09', role: 'PANEL_ADVISER' }]);
  });
});

describe('a recommendation that is nobody’s to decide on any more', () => {
  const awaited = async (decider: Actor, one: string) => {
    const { awaitsDecision, mayDecide, decisionDueOn } = await world.item(decider, one);
    const [toDecide, clocks] = [(await world.panels.toDecide(decider)).map(({ reference }) => reference), (await new ClocksService(world.uow, world.vault, systemClock).list(decider, { stage: 'PANEL' }, 50, 0)).items];
    return [awaitsDecision, mayDecide, decisionDueOn !== null, toDecide.includes(one), clocks.some(({ subject, clock }) => subject === one && clock.code === 'PANEL_DECISION')];
  };

  it('is a match whose link ended', async () => {
    const link = await world.drafted(await world.addUnit('C2'), await world.addFamily('F2'));
    const heard = await world.heard(link);
    expect(await awaited(world.decider, heard)).toEqual([true, true, true, true, true]);
    await world.take(world.worker, link, 'DECLINED_BY_ADOPTERS', { reason: 'NOT_READY' });
    expect(await awaited(world.decider, heard)).toEqual([false, false, false, false, false]);
  });

  it('also where the minutes are final after that: no decision maker is asked', async () => {
    const [link, panel] = [await world.drafted(await world.addUnit('C3'), await world.addFamily('F3')), await world.panel(world.adviser)];
    const { reference } = await world.booking.book(world.finder, { link, panel, slot: 1 });
    await world.quorum(world.adviser, panel);
    await world.hearing.recommend(world.adviser, { item: reference, version: 1, recommendation: 'RECOMMENDED', reasons: 'Good.' });
    await world.take(world.worker, link, 'DECLINED_BY_ADOPTERS', { reason: 'NOT_READY' });
    await world.hearing.minutesFinal(world.adviser, { item: reference, version: 2 });
    expect(await awaited(world.decider, reference)).toEqual([false, false, false, false, false]);
    expect(await world.sql(`select from hub.notice where kind = 'DECISION_DUE' and subject_reference = $1`, [reference])).toEqual([]);
  });

  it('is an approval whose family left', async () => {
    const [adviser, decider, family] = [await world.person(world.south, 'PANEL_ADVISER'), await world.person(world.south, 'DECISION_MAKER'), await world.addFamily('F4')];
    await world.sql(`update hub.household set state = 'AT_PANEL', approved_on = null, stage2_started_on = current_date - 60 where reference = $1`, [family]);
    const panel = await world.panel(adviser);
    const { reference } = await world.booking.book(world.worker, { household: family, panel, slot: 1 });
    await world.quorum(adviser, panel);
    await world.hear(adviser, reference, 'RECOMMENDED');
    expect(await awaited(decider, reference)).toEqual([true, true, true, true, true]);
    const version = (await world.households.view(world.worker, family)).record?.version ?? 0;
    await world.households.recordEvent(world.worker, { subject: family, version, event: 'WITHDRAWN', onDate: TODAY });
    expect(await awaited(decider, reference)).toEqual([false, false, false, false, false]);
  });
});
