import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openMeetingsWorld, type MeetingsWorld } from '../../../../test/harness/meetings-world';
import { addDays } from '@hub/domain/dates/day-count';
import { affected } from '@hub/database/tx';
import { TODAY } from '../../../../test/harness/links-world';
import { BarsService } from '../disclosure/bars.service';
import { rulingsOut } from '../matching/ruled-out.queries';

let database: TestDatabase;
let world: MeetingsWorld;
let unit: string;
let other: string;
let family: string;
let second: string;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openMeetingsWorld(database);
  [unit, other, family, second] = [await world.addUnit('C1'), await world.addUnit('C2'), await world.addFamily('F1'), await world.addFamily('F2')];
});
afterEach(async () => {
  await world.sql('truncate hub.meeting cascade; truncate hub.link cascade; truncate hub.ruled_out, hub.notice, hub.idempotency_key cascade');
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

/** A meeting under way, the unit with both families before it, the coordinator recording. */
async function held(): Promise<string> {
  const meeting = await world.call();
  await world.agenda.add(world.coordinator, { meeting, unit });
  for (const household of [family, second]) await world.agenda.add(world.coordinator, { meeting, unit, household });
  await world.agenda.add(world.coordinator, { meeting, unit: other });
  await world.live.goOn(world.coordinator, { meeting, step: 'START' });
  return meeting;
}

const told = (work: Promise<unknown>): Promise<{ code: string; message: string; details: Record<string, unknown> }> =>
  work.then(() => { throw new Error('It was not refused'); }, (error: { code: string; message: string; details: Record<string, unknown> }) => error);

describe('a meeting', () => {
  it('goes from the invitation to the minutes', async () => {
    const meeting = await held();
    const person = await world.expect(world.worker, meeting, 'ADOPTERS_WORKER');
    await world.people.attend(world.coordinator, { meeting, person, attendance: 'PRESENT' });
    await world.decide(world.coordinator, meeting, { unit, household: family, outcome: 'PURSUE', words: 'Strong on attachment' });
    await world.decide(world.coordinator, meeting, { unit, household: second, outcome: 'RULE_OUT', reason: 'TOO_CLOSE', words: 'Two streets away' });
    await world.actions.give(world.coordinator, { meeting, unit, owner: person, dueOn: addDays(TODAY, 7), words: 'Visit the family' });
    await world.live.goOn(world.coordinator, { meeting, step: 'NEXT', from: 1 });
    await world.outcomes.ofUnit(world.coordinator, { meeting, unit: other, version: 1, outcome: 'NO_FAMILY_TODAY', words: 'Look again in May' });
    await world.live.goOn(world.coordinator, { meeting, step: 'CLOSE', from: 2 });
    await world.actions.correct(world.coordinator, { meeting, unit, household: second, words: 'It was three streets' });
    const minutes = await world.meetings.minutes(world.finder, meeting);
    expect(minutes).toMatchObject({
      meeting: { status: 'CLOSED' }, attendance: [{ agency: { code: 'SVC' }, people: [{ role: 'ADOPTERS_WORKER', attendance: 'LEFT' }] }],
      items: [
        { item: { unitReference: unit, status: 'DONE', pairs: [{ householdReference: family, outcome: 'PURSUE', words: 'Strong on attachment' }, { householdReference: second, outcome: 'RULE_OUT', reasonLabel: 'The family lives too close to the birth family', words: 'Two streets away' }] },
          actions: [{ number: 1, words: 'Visit the family', owner: { displayName: 'Robin Tester' } }], corrections: [{ householdReference: second, words: 'It was three streets' }] },
        { item: { unitReference: other, outcome: 'NO_FAMILY_TODAY', words: 'Look again in May' } },
      ],
    });
    expect(await world.meetings.myActions(world.worker)).toMatchObject([{ meeting, number: 1, unitReference: unit, words: 'Visit the family' }]);
    expect(await world.sql('select state, unit_reference, household_reference from hub.link')).toEqual([{ state: 'SUGGESTED', unit_reference: unit, household_reference: family }]);
    // The minutes lead to the link that the meeting made, also once it has ended and the two were brought together anew.
    const [{ reference = '' } = {}] = await world.sql<{ reference: string }>('select reference from hub.link');
    await world.take(world.finder, reference, 'DECLINED_BY_CHILD_AGENCY', { reason: 'NEEDS_NOT_MET' });
    await world.links.express(world.worker, { unit, household: family });
    expect((await world.meetings.minutes(world.worker, meeting))?.items[0]?.item.pairs.map(({ link }) => link)).toEqual([reference, null]);
  });
});

describe('who reads a meeting', () => {
  it('is everybody who is invited, and nobody else; the version alone is watched', async () => {
    const meeting = await world.call({ agencies: [world.north.code] });
    expect((await world.view(world.finder, meeting)).agencies.map(({ agency, isConvening }) => [agency.code, isConvening])).toEqual([['HUB', true], ['NMB', false]]);
    expect([await world.meetings.find(world.worker, meeting), await world.meetings.version(world.worker, meeting), await world.meetings.minutes(world.worker, meeting), await world.meetings.calendar(world.worker, meeting)]).toEqual([null, null, null, null]);
    expect((await world.meetings.list(world.worker, { when: 'TO_COME', limit: 20, offset: 0 })).totalCount).toBe(0);
    expect(await world.meetings.version(world.finder, meeting)).toBe(1);
    for (const role of ['ANALYST', 'AGENCY_ADMIN', 'DATA_PROTECTION_OFFICER'] as const) expect((await told(world.meetings.find(world.north.as(role), meeting))).code).toBe('FORBIDDEN');
    expect(await world.sql(`select distinct subject_reference, kind from hub.notice`)).toEqual([{ subject_reference: meeting, kind: 'MEETING_INVITED' }]);
  });

  it('is shown of each item what its card shows them, and otherwise a place and nothing else', async () => {
    const meeting = await held();
    await world.decide(world.coordinator, meeting, { unit, household: family, outcome: 'HOLD', words: 'Wait for the report' });
    await world.sql('update hub.unit_card set listed = false where reference = $1', [unit]);
    const theirs = await world.view(world.worker, meeting);
    expect(theirs.items[0]).toEqual({
      position: 1, status: 'CURRENT', since: expect.any(Date) as Date, doneAt: null, isShown: false, unitReference: null, unit: null, priority: null, outcome: null, words: null, version: null, decidedBy: null, decidedAt: null,
      pairs: [], hiddenPairs: 0, absences: [],
    });
    expect(JSON.stringify([theirs, await world.meetings.minutes(world.worker, meeting)])).not.toMatch(new RegExp(`${unit}|${family}|report`));
    // Its own agency goes on.
    expect((await world.view(world.finder, meeting)).items[0]).toMatchObject({ unitReference: unit, pairs: [{ words: 'Wait for the report' }, {}] });
    await world.sql('update hub.unit_card set listed = true where reference = $1', [unit]);
    await world.sql('update hub.household_card set listed = false where reference = $1', [family]);
    expect((await world.view(world.finder, meeting)).items[0]).toMatchObject({ pairs: [{ householdReference: second }], hiddenPairs: 1 });
    await world.sql('update hub.household_card set listed = true where reference = $1', [family]);
  });

  it('meets nothing of a case from which they are barred, in items, history, actions and the trail of changes', async () => {
    const meeting = await held();
    const person = await world.expect(world.finder, meeting, 'FAMILY_FINDER');
    await world.decide(world.coordinator, meeting, { unit, household: family, outcome: 'HOLD', words: 'Wait for the report' });
    await world.actions.give(world.coordinator, { meeting, unit, owner: person, dueOn: TODAY, words: 'Ring the nursery' });
    const before = await world.view(world.finder, meeting);
    expect(before.history.length).toBeGreaterThan(8);
    const [{ email } = { email: '' }] = await world.sql<{ email: string }>('select email from hub.app_user where id = $1', [world.finder.userId]);
    const bars = new BarsService(world.uow, world.vault);
    const { id } = await bars.bar(world.managers.north, { subjectType: 'UNIT', subject: unit, email, reason: 'She is an aunt of the child.' });
    const during = await world.view(world.finder, meeting);
    expect(JSON.stringify([during, await world.meetings.minutes(world.finder, meeting), await world.meetings.myActions(world.finder)])).not.toMatch(new RegExp(`${unit}|report|nursery`));
    expect(during.items.map(({ isShown }) => isShown)).toEqual([false, true]);
    await bars.lift(world.managers.north, id, 'It was another child.');
    expect(await world.view(world.finder, meeting)).toEqual(before);
  });
});

describe('who changes a meeting', () => {
  it('is the hub, and who chairs or takes the minutes; others name their own people', async () => {
    const meeting = await world.call();
    await world.agenda.add(world.coordinator, { meeting, unit });
    expect((await told(world.plan.cancel(world.finder, { meeting, version: 2 }))).code).toBe('FORBIDDEN');
    expect((await told(world.agenda.add(world.finder, { meeting, unit: other }))).code).toBe('FORBIDDEN');
    expect(await told(world.people.name(world.finder, { meeting, userId: world.finder.userId, role: 'CHAIR' }))).toMatchObject({ code: 'INVALID_INPUT' });
    const person = await world.expect(world.finder, meeting, 'MINUTE_TAKER');
    expect((await told(world.people.takeOff(world.worker, { meeting, person }))).code).toBe('NOT_FOUND');
    expect((await world.view(world.finder, meeting)).mayRecord).toBe(true);
    await world.agenda.add(world.finder, { meeting, unit: other });
    await world.live.goOn(world.finder, { meeting, step: 'START' });
    await world.decide(world.coordinator, meeting, { unit, household: family, outcome: 'HOLD' }).catch(() => undefined);
    await world.agenda.add(world.finder, { meeting, unit, household: family });
    await world.decide(world.finder, meeting, { unit, household: family, outcome: 'PURSUE' });
    expect(await world.sql('select suggested_by from hub.link')).toEqual([{ suggested_by: world.finder.userId }]);
    // Past the services, the database says the same.
    const attempt = (sql: string) => told(world.run(world.worker, 'meetings.record', (tx) => affected(tx, sql)).then((count) => { if (count === 0) throw Object.assign(new Error(), { code: 'NONE' }); }));
    expect((await attempt(`update hub.meeting set title = 'x'`)).code).toBe('NONE');
    expect((await attempt(`update hub.meeting_pair set outcome = 'HOLD', version = version + 1`)).code).toBe('NONE');
    expect((await told(world.run(world.worker, 'meetings.attend', (tx) => affected(tx, `update hub.meeting set title = 'x'`)))).code).toBe('FORBIDDEN');
  });

  it('records who came late, who left and who left the room for an item', async () => {
    const meeting = await world.call();
    const person = await world.expect(world.worker, meeting, 'ADOPTERS_WORKER');
    expect((await told(world.people.attend(world.worker, { meeting, person, attendance: 'PRESENT' }))).code).toBe('GUARD_FAILED');
    await world.agenda.add(world.coordinator, { meeting, unit });
    const taker = await world.expect(world.finder, meeting, 'MINUTE_TAKER');
    await world.live.goOn(world.finder, { meeting, step: 'START' });
    await world.people.attend(world.worker, { meeting, person, attendance: 'PRESENT' });
    await world.people.attend(world.coordinator, { meeting, person, attendance: 'LEFT' });
    expect((await world.view(world.finder, meeting)).people).toMatchObject([{ number: taker, attendance: 'EXPECTED', arrivedAt: null }, { number: person, attendance: 'LEFT', arrivedAt: expect.any(Date) as Date, leftAt: expect.any(Date) as Date }]);
    await world.live.stepOut(world.finder, { meeting, position: 1, person: taker, reason: 'KNOWS_FAMILY' });
    expect((await world.view(world.worker, meeting)).items[0]?.absences).toMatchObject([{ reason: 'KNOWS_FAMILY' }]);
    expect(await told(world.outcomes.ofUnit(world.finder, { meeting, unit, version: 1, outcome: 'HOLD' }))).toMatchObject({ code: 'GUARD_FAILED', message: 'You left the room for this item. Somebody else records it.' });
    expect((await told(world.live.stepOut(world.finder, { meeting, position: 1, person: taker, reason: 'OTHER' }))).code).toBe('CONFLICT');
  });
});

describe('an outcome', () => {
  it('recorded by twenty at once is recorded by one; the others are shown both', async () => {
    const meeting = await held();
    const outcomes = ['PURSUE', 'HOLD', 'MORE_INFORMATION'] as const;
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) =>
      world.outcomes.ofPair(world.coordinator, { meeting, unit, household: family, version: 1, outcome: outcomes[at % 3]! }).then((standing) => ({ code: 'OK', standing, details: {} }), (error: { code: string; details: Record<string, unknown> }) => error)));
    expect(answers.filter(({ code }) => code === 'OK')).toHaveLength(1);
    const { outcome } = await world.pair(world.coordinator, meeting, unit, family);
    for (const { code, details } of answers.filter((answer) => answer.code !== 'OK')) {
      expect({ code, details }).toEqual({ code: 'STALE_VERSION', details: { seenVersion: 1, currentVersion: 2, differences: [{ field: 'outcome', seen: null, now: outcome }, { field: 'decidedBy', seen: null, now: 'Robin Tester' }] } });
    }
    expect(await world.sql(`select count(*)::int as told from hub.meeting_event where event = 'PAIR_OUTCOME'`)).toEqual([{ told: 1 }]);
  });

  it('sent twice under a key lands once, also after the network was away', async () => {
    const meeting = await held();
    const request = { meeting, unit, household: family, version: 1, outcome: 'HOLD', idempotencyKey: 'from-the-meeting-1' } as const;
    const first = await world.outcomes.ofPair(world.coordinator, request);
    expect(await world.outcomes.ofPair(world.coordinator, request)).toEqual(first);
    expect(await told(world.outcomes.ofPair(world.coordinator, { ...request, outcome: 'PURSUE' }))).toMatchObject({ code: 'CONFLICT' });
    const next = { meeting, step: 'NEXT', from: 1, idempotencyKey: 'from-the-meeting-2' } as const;
    await world.live.goOn(world.coordinator, next);
    await world.live.goOn(world.coordinator, next);
    expect((await world.view(world.finder, meeting)).current).toBe(2);
    expect(await told(world.live.goOn(world.coordinator, { meeting, step: 'NEXT', from: 1 }))).toMatchObject({ code: 'STALE_VERSION', details: { differences: [{ field: 'current', seen: '1', now: '2' }] } });
  });

  it('changes while the meeting is live, keeps its history, and takes back what it ruled out but no link that people act on', async () => {
    const meeting = await held();
    await world.decide(world.coordinator, meeting, { unit, household: family, outcome: 'RULE_OUT', reason: 'CONTACT', words: 'Not by letter alone' });
    const ruled = (): Promise<{ reason: string | null; person: { displayName: string } }[]> => world.run(world.finder, 'matching.read', async (tx) => {
      const [ids] = await world.sql<{ unit: string; household: string }>('select unit_id as unit, household_id as household from hub.meeting_pair where household_reference = $1', [family]);
      return (await rulingsOut(tx, world.vault, ids!.unit, ids!.household)).filter(({ liftedAt }) => liftedAt === null);
    });
    expect(await ruled()).toMatchObject([{ reason: 'The plan for contact does not fit: Not by letter alone', person: { displayName: `Matching meeting ${meeting}` } }]);
    await world.decide(world.coordinator, meeting, { unit, household: family, outcome: 'PURSUE' });
    expect(await ruled()).toEqual([]);
    const [{ reference } = { reference: '' }] = await world.sql<{ reference: string }>('select reference from hub.link');
    await world.take(world.finder, reference, 'INTEREST_EXPRESSED');
    await world.decide(world.coordinator, meeting, { unit, household: family, outcome: 'HOLD' });
    await world.decide(world.coordinator, meeting, { unit, household: family, outcome: 'PURSUE' });
    expect(await world.sql('select state from hub.link')).toEqual([{ state: 'EXPRESSED_INTEREST' }]);
    expect((await world.view(world.finder, meeting)).history.filter(({ event }) => event === 'PAIR_OUTCOME').map(({ outcome, householdReference }) => [outcome, householdReference])).toEqual(['RULE_OUT', 'PURSUE', 'HOLD', 'PURSUE'].map((outcome) => [outcome, family]));
  });

  it('that cannot be is not recorded: no room, no reason, not live, not shown any more', async () => {
    const meeting = await held();
    await world.caps.set(world.managers.north, { perUnit: 1, perHousehold: 1 });
    await world.links.express(world.finder, { unit, household: second });
    expect(await told(world.decide(world.coordinator, meeting, { unit, household: family, outcome: 'PURSUE' }))).toMatchObject({ code: 'GUARD_FAILED', message: expect.stringContaining('as many open links as its agency allows') as string });
    expect(await told(world.decide(world.coordinator, meeting, { unit, household: family, outcome: 'RULE_OUT' }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await world.pair(world.coordinator, meeting, unit, family)).toMatchObject({ outcome: null, version: 1 });
    await world.live.goOn(world.coordinator, { meeting, step: 'CLOSE', from: 1 });
    expect((await told(world.decide(world.coordinator, meeting, { unit, household: family, outcome: 'HOLD' }))).code).toBe('GUARD_FAILED');
    await world.sql('delete from hub.link_cap');
  });
});

describe('what the database holds meetings to', () => {
  const past = (sql: string): Promise<string> => world.sql(sql).then(() => 'done', (error: { code: string }) => error.code);

  it.each([
    ['a second item before the meeting', `update hub.meeting_item set status = 'CURRENT', since = now() where position = 2`, '23505'],
    ['two items in one place', 'update hub.meeting_item set position = 1 where position = 2', '23505'],
    ['a version without its row of history', 'update hub.meeting set version = version + 1', '23514'],
    ['a version that is left out', 'update hub.meeting set version = version + 2', '23514'],
    ['an outcome without its row of history', `update hub.meeting_pair set outcome = 'HOLD', version = 2, decided_by = id, decided_at = now()`, '23514'],
    ['an outcome without a new version', `update hub.meeting_pair set outcome = 'HOLD', decided_by = id, decided_at = now()`, '23514'],
    ['a way back from live', `update hub.meeting set status = 'PLANNED', started_at = null`, '23514'],
    ['an item before a meeting that is closed', `update hub.meeting set status = 'CLOSED', ended_at = now()`, '23514'],
    ['a reason where nothing is ruled out', `update hub.meeting_pair set reason = 'CONTACT'`, '23514'],
  ])('refuses %s', async (_, sql, code) => {
    await held();
    expect(await past(sql)).toBe(code);
  });

  it('one child or group stands on an agenda once, and one family beside it once', async () => {
    const meeting = await held();
    expect((await told(world.agenda.add(world.coordinator, { meeting, unit }))).code).toBe('CONFLICT');
    expect((await told(world.agenda.add(world.coordinator, { meeting, unit, household: family }))).code).toBe('CONFLICT');
  });
});

describe('actions', () => {
  it('are done by their owner or the owner\'s manager, and by nobody else', async () => {
    const meeting = await held();
    const person = await world.expect(world.worker, meeting, 'ADOPTERS_WORKER');
    await world.actions.give(world.coordinator, { meeting, owner: person, dueOn: TODAY, words: 'Send the list' });
    await world.actions.give(world.coordinator, { meeting, owner: person, dueOn: addDays(TODAY, 3), words: 'Visit' });
    expect((await told(world.actions.finish(world.finder, { meeting, number: 1 }))).code).toBe('FORBIDDEN');
    expect((await told(world.actions.finish(world.managers.north, { meeting, number: 1 }))).code).toBe('FORBIDDEN');
    await world.actions.finish(world.managers.south, { meeting, number: 2 });
    expect(await world.meetings.myActions(world.worker)).toMatchObject([{ number: 1, dueOn: TODAY, isOverdue: false, words: 'Send the list' }]);
    await world.actions.finish(world.worker, { meeting, number: 1 });
    expect((await told(world.actions.finish(world.worker, { meeting, number: 1 }))).code).toBe('CONFLICT');
    expect(await world.meetings.myActions(world.worker)).toEqual([]);
  });
});

describe('a meeting that changes', () => {
  it('tells whom it concerns, counts for calendars what moved, and refuses whoever read an older one', async () => {
    const meeting = await world.call();
    const { title, place, startsAt, minutes, minutesPerItem, maxLinks, perUnit, perHousehold, version } = await world.view(world.coordinator, meeting);
    const terms = { meeting, version, title, place, startsAt, minutes, minutesPerItem, maxLinks, perUnit, perHousehold, agencies: [world.north.code] };
    await world.plan.change(world.coordinator, { ...terms, title: 'Spring meeting' });
    expect((await world.meetings.calendar(world.finder, meeting))?.sequence).toBe(0);
    expect(await told(world.plan.change(world.coordinator, terms))).toMatchObject({ code: 'STALE_VERSION', details: { seenVersion: 1, currentVersion: 2 } });
    await world.plan.change(world.coordinator, { ...terms, version: 2, place: 'Room 5' });
    await world.plan.cancel(world.coordinator, { meeting, version: 3 });
    expect(await world.meetings.calendar(world.finder, meeting)).toMatchObject({ sequence: 2, status: 'CANCELLED', place: 'Room 5' });
    expect(await world.sql(`select a.code, n.kind from hub.notice n join hub.agency a on a.id = n.agency_id where n.role = 'FAMILY_FINDER' order by a.code, n.at`)).toEqual([
      { code: 'NMB', kind: 'MEETING_INVITED' }, { code: 'NMB', kind: 'MEETING_MOVED' }, { code: 'NMB', kind: 'MEETING_CANCELLED' }, { code: 'SVC', kind: 'MEETING_INVITED' }, { code: 'SVC', kind: 'MEETING_CANCELLED' }]);
  });
});
