import type { Actor } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { activeUnit } from '../children/spec-children';
import { openWorld, type Town, type World } from '../children/spec-world';
import { RemindersService } from '../work/reminders.service';
import type { ClockFilter } from './clock-items';
import { ClockFiles } from './clock-files.service';
import { ClocksService } from './clocks.service';

let database: TestDatabase;
let world: World;
let ashby: Town;
let barrow: Town;
let unit: string;
let family: string;

/** As seen on a day: nothing of it is stored. */
const on = (day: string) => new ClocksService(world.uow, world.vault, fixedClock(`${day}T10:00:00Z`));
const list = async (actor: Actor, day: string, filter: ClockFilter = {}) => (await on(day).list(actor, filter, 50, 0)).items
  .map(({ subject, standing, clock: { code, dueOn, daysOver, daysLeft } }) => [subject, code, standing, dueOn, daysOver ?? daysLeft]);
const step = async (event: string, onDate: string) => {
  const { record } = await world.units.view(ashby.as('FAMILY_FINDER'), unit);
  const child = record?.children[0];
  await world.children.recordEvent(ashby.as('FAMILY_FINDER'), { subject: child?.reference ?? '', version: child?.version ?? 0, event, onDate: isoDate(onDate) });
};

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [ashby, barrow] = [await world.town('ASHBY'), await world.town('BARROW')];
  await world.agree(ashby, barrow);
  unit = await activeUnit(world, ashby, 'C-1', { dateOfBirth: isoDate('2023-04-01'), enteredCareOn: isoDate('2025-01-10'), admDecidedOn: isoDate('2025-06-02'), placementOrderOn: isoDate('2025-09-01') });
  family = (await world.households.create(ashby.as('ADOPTERS_WORKER'), { kind: 'COUPLE', enquiryOn: '2025-08-01', roiOn: '2025-08-26', stage1StartedOn: '2025-08-29', familyExternalId: 'F-1' } as never)).reference;
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

// Every day reckoned by hand on a calendar.
describe('the clocks of an agency', () => {
  it('are what is due in its own cases, the latest first, for those who may read them', async () => {
    const child = [[unit, 'WIDEN_SEARCH', 'OVERDUE', '2025-09-02', 57], [unit, 'REVIEW_WITH_AUTHORITY', 'RUNNING', '2025-12-01', 33], [unit, 'MATCH_AT_PANEL', 'RUNNING', '2025-12-02', 34]];
    const household = [[family, 'STAGE_ONE', 'SOON', '2025-10-29', 0], [family, 'STATUTORY_TOTAL', 'RUNNING', '2026-02-28', 122]];
    expect(await list(ashby.as('APPROVING_MANAGER'), '2025-10-29')).toEqual([child[0], household[0], child[1], child[2], household[1]]);
    expect(await list(ashby.as('FAMILY_FINDER'), '2025-10-29')).toEqual(child);
    expect(await list(ashby.as('ADOPTERS_WORKER'), '2025-10-29')).toEqual(household);
    expect(await list(barrow.as('APPROVING_MANAGER'), '2025-10-29')).toEqual([]);
  });

  it('are filtered by how they stand, stage and worker, and counted however they stand', async () => {
    const manager = ashby.as('APPROVING_MANAGER');
    await world.workers.assign(ashby.as('ADOPTERS_WORKER'), family, ashby.second().userId);
    expect(await list(manager, '2025-10-29', { standing: 'OVERDUE' })).toEqual([[unit, 'WIDEN_SEARCH', 'OVERDUE', '2025-09-02', 57]]);
    expect((await list(manager, '2025-10-29', { stage: 'RECRUITMENT' })).map(([subject]) => subject)).toEqual([family, family]);
    expect(await list(ashby.second('APPROVING_MANAGER'), '2025-10-29', { mine: true })).toHaveLength(2);
    expect(await list(manager, '2025-10-29', { mine: true })).toEqual([]);
    expect(await list(manager, '2025-10-29', { worker: 'NONE' })).toHaveLength(3);
    expect((await on('2025-10-29').list(manager, { standing: 'OVERDUE' }, 1, 0))).toMatchObject({ totalCount: 1, counts: { overdue: 1, soon: 1, running: 3, paused: 0 }, workers: [{ displayName: 'Robin Tester' }] });
  });

  it('follow what people record: reviews, application, holds', async () => {
    await step('REVIEWED', '2025-10-20');
    const { record } = await world.units.view(ashby.as('FAMILY_FINDER'), unit);
    const reviews = record?.children[0]?.clocks.filter(({ code }) => code === 'REVIEW_WITH_AUTHORITY').map(({ nth, state, dueOn }) => [nth, state, dueOn]);
    expect(reviews?.slice(0, 2)).toEqual([[1, 'DONE', '2025-12-01'], [2, expect.any(String), '2026-04-20']]);
    expect(record?.children[0]?.journey.find(({ event }) => event === 'DUE_MATCHED')?.target).toBe('2025-12-02');
    const view = await world.households.view(ashby.as('ADOPTERS_WORKER'), family);
    await world.households.recordEvent(ashby.as('ADOPTERS_WORKER'), { subject: family, version: view.record?.version ?? 0, event: 'PUT_ON_HOLD', onDate: isoDate('2025-10-09'), code: 'HOME_OR_WORK', askedBy: 'ADOPTERS', reason: 'Moving house' });
    expect(await list(ashby.as('ADOPTERS_WORKER'), '2025-12-24', { standing: 'PAUSED' })).toEqual([[family, 'STAGE_ONE', 'PAUSED', '2025-10-29', 20], [family, 'STATUTORY_TOTAL', 'PAUSED', '2026-02-28', 142]]);
  });

  it('leave as a file with the rule and who took it, logged as an export', async () => {
    const text = (await new ClockFiles(on('2025-10-29'), fixedClock('2025-10-29T10:00:00Z')).csv(ashby.as('APPROVING_MANAGER'), { standing: 'OVERDUE' })).toString('utf8');
    const [headings, row, made] = text.split('\r\n');
    expect(headings).toContain('Case,Child,Clock');
    expect(row).toContain(`${unit},`);
    expect(row).toContain('2025-06-02,2025-09-02,OVERDUE,,57');
    expect(made).toContain('Made by Robin Tester, ASHBY');
    expect(await world.sql(`select stage, row_count as count from audit.access where action = 'clocks.export'`)).toEqual([{ stage: 'OWN', count: 1 }]);
  });
});

describe('the nightly round', () => {
  const remind = (day: string) => new RemindersService(world.uow, world.vault, fixedClock(`${day}T05:00:00Z`)).remind();
  const told = (subject: string) => world.sql(`select kind, due_on::text as on, days_left as days, coalesce(role, 'PERSON') as to from hub.notice where kind like 'CLOCK%' and subject_reference = $1 order by at`, [subject]);

  it('tells a week ahead, on the day, and once it is overdue the managers too, each once', async () => {
    await world.workers.assign(ashby.as('ADOPTERS_WORKER'), family, ashby.second().userId);
    for (const day of ['2025-10-21', '2025-10-22', '2025-10-23', '2025-10-29', '2025-10-29', '2025-10-30', '2025-11-02', '2025-12-20']) await remind(day);
    expect(await told(family)).toEqual([
      { kind: 'CLOCK_DUE', on: '2025-10-29', days: 7, to: 'PERSON' }, { kind: 'CLOCK_DUE', on: '2025-10-29', days: 0, to: 'PERSON' },
      { kind: 'CLOCK_OVERDUE', on: '2025-10-29', days: 0, to: 'PERSON' }, { kind: 'CLOCK_OVERDUE', on: '2025-10-29', days: 0, to: 'APPROVING_MANAGER' },
    ]);
  });

  it('tells all who do that work where a case has no worker, and nobody of what was overdue long ago', async () => {
    await remind('2025-11-24');
    expect(await told(unit)).toEqual([{ kind: 'CLOCK_DUE', on: '2025-12-01', days: 7, to: 'FAMILY_FINDER' }]);
    expect(await world.sql(`select distinct a.code from hub.notice n join hub.agency a on a.id = n.agency_id where n.kind like 'CLOCK%'`)).toEqual([{ code: 'ASHBY' }]);
  });
});
