import type { Actor } from '@hub/domain/access/actor';
import { addDays } from '@hub/domain/dates/day-count';
import { fixedClock, systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { TODAY } from '../../../../test/harness/links-world';
import { openPanelsWorld, type PanelsWorld } from '../../../../test/harness/panels-world';
import { PanelsService } from '../panels/panels.service';
import { ReadinessService } from '../readiness/readiness.service';
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
const list = async (actor: Actor, day: string, of = 'PANEL_ITEM') => (await new ClocksService(world.uow, world.vault, fixedClock(`${day}T10:00:00Z`)).list(actor, { stage: 'PANEL' }, 50, 0)).items
  .filter(({ subjectType }) => subjectType === of).map(({ subjectType, subject, standing, clock: { code, dueOn } }) => [subjectType, subject, code, standing, dueOn]);
const remind = (day: string) => new RemindersService(world.uow, world.vault, fixedClock(`${day}T05:00:00Z`)).remind();
const told = (of = 'PANEL_ITEM') => world.sql(`select kind, due_on::text as on, role from hub.notice where kind like 'CLOCK%' and subject_type = $1 order by due_on, role`, [of]);

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

describe('the clock of the adopters’ time to comment', () => {
  it('runs on the item from the day on which they were given the placement report, until they gave their views', async () => {
    const link = await world.drafted(await world.addUnit('C5'), await world.addFamily('F5'));
    const panel = await world.panel(world.adviser, { meetsOn: addDays(TODAY, 40) });
    const { reference } = await world.booking.book(world.finder, { link, panel, slot: 1 });
    const prepare = async (kind: 'APR_GIVEN' | 'ADOPTERS_VIEWS', day: string) => {
      await new ReadinessService(world.uow, world.vault, systemClock).prepare(world.finder, { link, kind, onDate: TODAY, words: kind === 'ADOPTERS_VIEWS' ? 'They would like letters.' : null });
      await world.sql('update hub.link_preparation set on_date = $1::date where kind = $2', [day, kind]);
    };
    const clocks = async () => (await new PanelsService(world.uow, world.vault, fixedClock('2026-06-12T10:00:00Z')).item(world.finder, reference))?.clocks.map(({ code, startsOn, dueOn, state }) => [code, startsOn, dueOn, state]);
    expect(await clocks()).toEqual([]);
    await prepare('APR_GIVEN', '2026-06-01');
    expect(await clocks()).toEqual([['APR_COMMENTS', '2026-06-01', '2026-06-16', 'RUNNING']]);
    await prepare('ADOPTERS_VIEWS', '2026-06-03');
    expect(await clocks()).toEqual([]);
    expect((await world.item(world.worker, reference)).clocks).toEqual([]);
  });
});

describe('the clock of an agency’s panel', () => {
  it('asks for a meeting each month after the last, of each agency that takes part, and is told on the day alone', async () => {
    const meet = async (day: string, parts: readonly string[] = []): Promise<string> => {
      const reference = await world.panel(world.adviser, { meetsOn: addDays(TODAY, 50), parts: [...parts] });
      await world.sql('alter table hub.panel disable trigger user');
      await world.sql(`update hub.panel set meets_on = $2::date, papers_due_on = $2::date - 10 where reference = $1`, [reference, day]);
      await world.sql('alter table hub.panel enable trigger user');
      return reference;
    };
    const joint = await meet('2026-01-31', [world.south.code]);
    const last = await meet('2026-03-04');
    expect(await list(world.finder, '2026-04-05', 'PANEL')).toEqual([['PANEL', last, 'PANEL_MEETING', 'OVERDUE', '2026-04-04']]);
    expect(await list(world.worker, '2026-02-20', 'PANEL')).toEqual([['PANEL', joint, 'PANEL_MEETING', 'SOON', '2026-02-28']]);
    await remind('2026-03-30');
    expect(await told('PANEL')).toEqual([]);
    await remind('2026-04-04');
    expect(await told('PANEL')).toEqual([{ kind: 'CLOCK_DUE', on: '2026-04-04', role: 'PANEL_ADVISER' }]);
  });
});
