import type { Actor } from '@hub/domain/access/actor';
import { addDays, addMonths } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { halfYearBefore, halfYearOf, type ReportSection } from '@hub/domain/performance/executive-report';
import { month } from '@hub/domain/performance/periods';
import { fixedClock, systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { told } from '../children/spec-children';
import { addChildren, addHouseholds, childFacts, householdFacts, today } from '../keys/spec-keys';
import { BarsService } from '../disclosure/bars.service';
import { PerformanceCommentsService } from './comments.service';
import type { ExecutiveReport } from './executive-report-view';
import { ExecutiveReportsService } from './executive-reports.service';
import { RollUpService } from './roll-up.service';

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;
let reports: ExecutiveReportsService;
let comments: PerformanceCommentsService;

/** The half-year that ended last: it can be signed whatever day the test runs on. */
const LAST = halfYearBefore(halfYearOf(today));
const from = LAST.from;
const inside = (months: number): IsoDate => addMonths(from, months);

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south] = [await world.town('NMB'), await world.town('SVC')];
  reports = new ExecutiveReportsService(world.uow, world.vault, systemClock);
  comments = new PerformanceCommentsService(world.uow, world.vault);
  await addChildren(world, north, [
    childFacts('R1', { enteredCareOn: inside(-10), admDecidedOn: inside(1), placementOrderOn: inside(2) }),
    childFacts('R2', { enteredCareOn: inside(-14), admDecidedOn: inside(-5), placementOrderOn: inside(-4), matchedOn: inside(1), placedOn: inside(2) }),
  ]);
  await addHouseholds(world, north, [householdFacts('RF', { approvedOn: inside(1), stage2StartedOn: inside(-2) })]);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const reckonOn = (day: IsoDate): Promise<void> => new RollUpService(world.uow, world.vault, fixedClock(`${day}T10:00:00Z`)).reckon();
const manager = () => north.as('APPROVING_MANAGER');
const figureOf = (report: ExecutiveReport, label: string): number | null | undefined => report.sections.flatMap(({ figures }) => figures).find((figure) => figure.label === label)?.value;
const wordsOf = (report: ExecutiveReport, section: ReportSection) => report.sections.find(({ code }) => code === section);
const write = (words: string, version: number, who = north.as('ANALYST')) => reports.write(who, { from, section: 'WAITING', version, words });

describe('a report in draft', () => {
  it('shows eight sections with the figures of the own agency alone', async () => {
    const report = await reports.read(north.as('ANALYST'), from);
    expect(report.sections.map(({ code }) => code)).toEqual(['WAITING', 'WAITS', 'APPLICATIONS', 'RECRUITMENT', 'PLACED', 'DISRUPTIONS', 'CHANGES', 'FINANCE']);
    expect(['Children waiting', 'Children placed', 'Approved'].map((label) => figureOf(report, label))).toEqual([1, 1, 1]);
    const theirs = await reports.read(south.as('ANALYST'), from);
    expect(['Children waiting', 'Children placed', 'Approved'].map((label) => figureOf(theirs, label))).toEqual([0, 0, 0]);
  });

  it('keeps words by section, and tells who came second', async () => {
    expect(wordsOf(await write('Fewer wait.', 0), 'WAITING')).toMatchObject({ words: 'Fewer wait.', version: 1, writtenBy: 'Robin Tester' });
    expect(await told(write('More wait.', 0, north.second('APPROVING_MANAGER')))).toMatchObject({ code: 'STALE_VERSION' });
    expect(wordsOf(await write('Fewer wait than in spring.', 1), 'WAITING')).toMatchObject({ words: 'Fewer wait than in spring.', version: 2 });
    expect(wordsOf(await reports.read(south.as('ANALYST'), from), 'WAITING')).toMatchObject({ words: null, version: 0 });
  });

  it('writes once what was sent again under one key', async () => {
    const action = { from, section: 'RECRUITMENT', words: 'Hold an evening.', owner: manager().userId, dueOn: addDays(today, 30), reviewOn: addDays(today, 60), idempotencyKey: 'evening-1' } as const;
    await reports.addAction(manager(), action);
    expect((await reports.addAction(manager(), action)).actions).toMatchObject([{ words: 'Hold an evening.', owner: 'Robin Tester', doneOn: null }]);
    expect(await told(reports.addAction(manager(), { ...action, words: 'Another.' }))).toMatchObject({ code: 'CONFLICT' });
    expect(await told(reports.addAction(manager(), { ...action, idempotencyKey: null, owner: south.as().userId }))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('takes budget and spend, and words beside indicators of its months', async () => {
    const { version } = await reports.read(manager(), from);
    expect(await reports.setMoney(manager(), { from, version, budget: 10_000_000, spent: 9_000_001 })).toMatchObject({ budget: 10_000_000, spent: 9_000_001 });
    expect(await told(reports.setMoney(manager(), { from, version, budget: 1 }))).toMatchObject({ code: 'STALE_VERSION' });
    await comments.comment(manager(), { code: 'A10', month: month(from.slice(0, 7)), words: 'One long wait.' });
    await comments.comment(manager(), { code: 'A10', month: month(addMonths(from, -1).slice(0, 7)), words: 'Before.' });
    expect((await reports.read(manager(), from)).comments).toMatchObject([{ code: 'A10', words: 'One long wait.' }]);
    expect(await comments.list(south.as('ANALYST'), null)).toEqual([]);
  });

  it('tells the second of two who begin it at once with sums', async () => {
    const begin = (budget: number, who: Actor) => told(reports.setMoney(who, { from, version: 0, budget }));
    const told2 = await Promise.all([begin(1, south.as('ANALYST')), begin(2, south.as('APPROVING_MANAGER'))]);
    expect(told2.filter((one) => 'code' in Object(one))).toMatchObject([{ code: 'STALE_VERSION' }]);
  });

  it('keeps the words of its months however many were written since', async () => {
    for (let at = 0; at < 201; at++) await comments.comment(south.as('ANALYST'), { code: 'A1', month: month(addMonths(from, 7).slice(0, 7)), words: 'Since.' });
    await comments.comment(south.as('ANALYST'), { code: 'A10', month: month(from.slice(0, 7)), words: 'Of then.' });
    expect((await reports.read(south.as('ANALYST'), from)).comments).toMatchObject([{ code: 'A10', words: 'Of then.' }]);
  });

  it('is nobody’s to read or write whose work it is not', async () => {
    expect(await told(reports.read(north.as('FAMILY_FINDER'), from))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(reports.write(north.as('DECISION_MAKER'), { from, section: 'WAITS', version: 0, words: 'x' }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(reports.sign(north.as('ANALYST'), { from, digest: '' }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(reports.read(manager(), isoDate('2026-05-01')))).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('a signed report', () => {
  it('waits for the end of its half-year, and for a signer who has seen the last change', async () => {
    const now = halfYearOf(today).from;
    const { digest } = await reports.write(manager(), { from: now, section: 'WAITS', version: 0, words: 'So far.' });
    expect(await told(reports.sign(manager(), { from: now, digest }))).toMatchObject({ code: 'GUARD_FAILED' });
    const seen = await reports.read(manager(), from);
    await reports.write(north.second('ANALYST'), { from, section: 'CHANGES', version: 0, words: 'None.' });
    expect(await told(reports.sign(manager(), { from, digest: seen.digest }))).toMatchObject({ code: 'STALE_VERSION' });
  });

  it('waits for indicators that were counted after its half-year, and says of which day they are', async () => {
    const attempt = async () => told(reports.sign(manager(), { from, digest: (await reports.read(manager(), from)).digest }));
    expect(await attempt()).toMatchObject({ code: 'GUARD_FAILED', message: expect.stringContaining('have not been counted') as string });
    await reckonOn(LAST.to);
    expect(await attempt()).toMatchObject({ code: 'GUARD_FAILED', message: expect.stringContaining('have not been counted') as string });
    expect(await reports.read(manager(), from)).toMatchObject({ dataDate: today, editionDate: LAST.to });
    await reckonOn(today);
    expect(await reports.read(manager(), from)).toMatchObject({ dataDate: today, editionDate: today });
  });

  it('is signed as it was read: an action done, words beside an indicator or a new count since then are told', async () => {
    const attempt = ({ digest }: ExecutiveReport) => told(reports.sign(manager(), { from, digest }));
    const before = await reports.read(manager(), from);
    const { actions } = await reports.addAction(manager(), { from, section: 'WAITS', words: 'Ask the court.', owner: manager().userId, dueOn: today, reviewOn: today });
    const asked = actions.find(({ words }) => words === 'Ask the court.');
    const open = await reports.read(manager(), from);
    await reports.finishAction(manager(), { from, action: asked?.id ?? '', version: 1, doneOn: today });
    expect([await attempt(before), await attempt(open)]).toMatchObject([{ code: 'STALE_VERSION' }, { code: 'STALE_VERSION' }]);
    const done = await reports.read(manager(), from);
    await comments.comment(manager(), { code: 'A2', month: month(from.slice(0, 7)), words: 'Said since.' });
    expect(await attempt(done)).toMatchObject({ code: 'STALE_VERSION' });
    const said = await reports.read(manager(), from);
    await reckonOn(today);
    expect(await attempt(said)).toMatchObject({ code: 'STALE_VERSION' });
  });

  it('is signed by nobody from whom a case is kept: their count would be of fewer', async () => {
    const [aunt, { digest }] = [north.second('DECISION_MAKER'), await reports.read(manager(), from)];
    const unit = (await world.sql<{ reference: string }>('select reference from hub.unit where agency_id = $1 limit 1', [north.id]))[0]?.reference ?? '';
    const email = (await world.sql<{ email: string }>('select email from hub.app_user where id = $1', [aunt.userId]))[0]?.email ?? '';
    await new BarsService(world.uow, world.vault).bar(manager(), { subjectType: 'UNIT', subject: unit, email, reason: 'Related' });
    expect(await told(reports.sign(aunt, { from, digest }))).toMatchObject({ code: 'GUARD_FAILED', message: expect.stringContaining('colleague') as string });
  });

  it('stays as it was signed when the records change, and so does everything in it', async () => {
    const draft = await reports.read(manager(), from);
    const signed = await reports.sign(manager(), { from, digest: draft.digest });
    expect(signed).toMatchObject({ signedBy: 'Robin Tester', signedAt: expect.any(Date), dataDate: today, mayWrite: false, maySign: false });
    const { sections, actions, comments: said } = draft;
    expect(signed).toMatchObject({ sections, actions, comments: said, budget: 10_000_000, spent: 9_000_001 });
    await addChildren(world, north, [childFacts('R3', { enteredCareOn: inside(-10), admDecidedOn: inside(1) })]);
    await comments.comment(manager(), { code: 'A2', month: month(from.slice(0, 7)), words: 'Later.' });
    expect(await reports.read(manager(), from)).toEqual(signed);
    expect(await told(write('Changed.', 2))).toMatchObject({ code: 'GUARD_FAILED' });
    expect(await told(reports.sign(manager(), { from, digest: signed.digest }))).toMatchObject({ code: 'GUARD_FAILED' });
    const action = signed.actions.find(({ words }) => words === 'Hold an evening.');
    const next = await reports.finishAction(manager(), { from: halfYearOf(today).from, action: action?.id ?? '', version: 1, doneOn: today });
    expect(next.actions.find(({ words }) => words === 'Hold an evening.')).toMatchObject({ doneOn: today, promisedIn: from });
    expect(await reports.read(manager(), from)).toEqual(signed);
  });

  it('cannot be changed past the service either', async () => {
    const change = (sql: string) => world.run(manager(), 'reports.write', (tx) => tx.query(sql, [from]));
    await expect(change('update hub.executive_report set budget_pence = 1 where starts_on = $1')).rejects.toThrow('23514');
    await expect(change('update hub.executive_section set words = words where report_id = (select id from hub.executive_report where starts_on = $1)')).rejects.toThrow('23514');
  });
});

describe('words beside an indicator', () => {
  it('are taken back by who wrote them alone', async () => {
    const [mine] = await comments.comment(manager(), { code: 'A1', month: month('2026-03'), words: 'Mine.' });
    expect(mine).toMatchObject({ words: 'Mine.', isMine: true, month: '2026-03' });
    expect(await told(comments.withdraw(north.second('APPROVING_MANAGER'), mine?.id ?? ''))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await comments.withdraw(manager(), mine?.id ?? '')).toBe(true);
    expect(await comments.list(manager(), ['A1'])).toEqual([]);
    expect(await told(comments.withdraw(manager(), mine?.id ?? ''))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
