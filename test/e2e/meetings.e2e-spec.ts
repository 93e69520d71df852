import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { systemClock } from '@hub/platform/clock';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';

/* A matching meeting over plain HTTP with the worker running: called, proposed, held by two, recorded, closed, read by three agencies. */

const TODAY = isoDate(systemClock.today());
const TERMS = { title: 'Matching meeting, spring', place: 'Town hall, room 4', startsAt: '2027-05-06T09:30:00+01:00', minutes: 120, minutesPerItem: 8, agencies: ['NMB', 'SVC'], maxLinks: 40, perUnit: 3, perHousehold: 3 };

interface Standing { readonly reference: string; readonly version: number; readonly status: string }
interface Page {
  readonly version: number;
  readonly status: string;
  readonly current: number | null;
  readonly mayRecord: boolean;
  readonly agenda: { readonly status: string; readonly gap: number; readonly account: string };
  readonly people: readonly { readonly number: number }[];
  readonly items: readonly { readonly position: number; readonly isShown: boolean; readonly unitReference: string | null; readonly pairs: readonly { readonly householdReference: string; readonly version: number; readonly outcome: string | null; readonly words: string | null }[] }[];
}

let hub: RunningHub;
let coordinator: GraphQLClient & { userId: string };
let finder: GraphQLClient & { userId: string };
let worker: GraphQLClient & { userId: string };
let stranger: GraphQLClient;

const PAGE = `query ($reference: String!) { meeting(reference: $reference) { version status current mayRecord agenda { status gap account } people { number }
  items { position isShown unitReference pairs { householdReference version outcome words } } } }`;
const read = async (who: GraphQLClient, reference: string): Promise<Page> => (await who.query<{ meeting: Page }>(PAGE, { reference })).meeting;
const version = async (who: GraphQLClient, reference: string): Promise<number | null> => (await who.query<{ meetingVersion: number | null }>('query ($reference: String!) { meetingVersion(reference: $reference) }', { reference })).meetingVersion;

const schema = readFileSync(join(__dirname, '../../schema.gql'), 'utf8');
async function change(who: GraphQLClient, name: string, input: object): Promise<Standing> {
  const type = new RegExp(`\\b${name}\\(input: (\\w+)!\\)`).exec(schema)?.[1] ?? '';
  return (await who.query<Record<string, Standing>>(`mutation ($input: ${type}!) { ${name}(input: $input) { reference version status } }`, { input }))[name] as Standing;
}

async function child(externalId: string): Promise<string> {
  const { createChild } = await finder.query<{ createChild: { reference: string; record: { version: number } } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', {
    input: { facts: { externalId, firstName: 'Robin', lastName: 'Sparrow', dateOfBirth: '2022-05-05', sex: 'F', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15' } } });
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit: createChild.reference, version: createChild.record.version, to: 'ACTIVE', onDate: '2026-01-05' } });
  return createChild.reference;
}
const family = async (familyId: string): Promise<string> => (await worker.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
  input: { facts: { familyId, names: 'Kit Marlow', kind: 'SINGLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true, maxChildren: 1, ageMinMonths: 0, ageMaxMonths: 84 } } })).createHousehold.reference;

async function until(done: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(50)) if (await done()) return;
  throw new Error('It did not come to its end.');
}

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  coordinator = await person(admin, { agency: 'HUB', email: 'coordinator@hub.example.test', roles: ['HUB_COORDINATOR'] });
  finder = await person(admin, { agency: 'NMB', email: 'finder@nmb.example.test', roles: ['FAMILY_FINDER'], displayName: 'Ada Finder' });
  worker = await person(admin, { agency: 'SVC', email: 'worker@svc.example.test', roles: ['ADOPTERS_WORKER'], displayName: 'Bea Worker' });
  stranger = await person(admin, { agency: 'HWA', email: 'worker@hwa.example.test', roles: ['ADOPTERS_WORKER'] });
});
afterAll(() => hub?.stop());

describe('a matching meeting over HTTP', () => {
  it('is called, proposed by the worker, held, closed and read in its minutes, as far as each may see', async () => {
    const [units, families] = [[await child('C1'), await child('C2')], [await family('F1'), await family('F2')]];
    const { startMatchingRun: run } = await coordinator.query<{ startMatchingRun: { reference: string } }>('mutation { startMatchingRun(scope: REGION) { reference } }');
    await until(async () => (await coordinator.query<{ run: { status: string } }>('query ($reference: String!) { run(reference: $reference) { status } }', run)).run.status === 'DONE');

    const { reference } = await change(coordinator, 'scheduleMeeting', { ...TERMS, idempotencyKey: 'meeting-of-spring' });
    expect((await change(coordinator, 'scheduleMeeting', { ...TERMS, idempotencyKey: 'meeting-of-spring' })).reference).toBe(reference);
    await change(coordinator, 'proposeAgenda', { meeting: reference, version: 1 });
    await until(async () => (await read(coordinator, reference)).agenda.status === 'READY');
    const proposed = await read(finder, reference);
    expect(proposed.agenda).toEqual({ status: 'READY', gap: 0, account: 'Proposed for 2 units and 4 links: every unit that can have a link has one, no family is on more than 2. Proven best.' });
    expect(proposed.items.map(({ unitReference }) => unitReference).sort()).toEqual([...units].sort());
    expect([...new Set(proposed.items.flatMap(({ pairs }) => pairs.map(({ householdReference }) => householdReference)))].sort()).toEqual([...families].sort());

    await change(finder, 'nameMeetingPerson', { meeting: reference, userId: finder.userId, role: 'FAMILY_FINDER' });
    await change(coordinator, 'changeMeetingRole', { meeting: reference, person: 1, role: 'MINUTE_TAKER' });
    await change(worker, 'nameMeetingPerson', { meeting: reference, userId: worker.userId, role: 'ADOPTERS_WORKER' });
    await change(coordinator, 'moveMeetingOn', { meeting: reference, step: 'START' });
    await change(finder, 'recordAttendance', { meeting: reference, person: 2, attendance: 'PRESENT' });

    const live = await read(finder, reference);
    const [first, last] = live.items;
    const [pair, other] = first!.pairs;
    const of = { meeting: reference, unit: first!.unitReference };
    const watched = await version(worker, reference);
    await change(finder, 'recordPairOutcome', { ...of, household: pair!.householdReference, version: pair!.version, outcome: 'PURSUE', words: 'Both agree to look further.', idempotencyKey: 'outcome-one' });
    expect(await version(worker, reference)).toBe((watched ?? 0) + 1);
    // Somebody else had the page open meanwhile.
    const late = await coordinator.ask('mutation ($input: PairOutcomeInput!) { recordPairOutcome(input: $input) { version } }', { input: { ...of, household: pair!.householdReference, version: pair!.version, outcome: 'HOLD' } });
    expect(late.errors?.[0]?.extensions).toEqual({ code: 'STALE_VERSION', details: { seenVersion: 1, currentVersion: 2, differences: [{ field: 'outcome', seen: null, now: 'PURSUE' }, { field: 'decidedBy', seen: null, now: 'Ada Finder' }] } });
    await change(finder, 'recordPairOutcome', { ...of, household: other!.householdReference, version: 1, outcome: 'RULE_OUT', reason: 'CONTACT' });
    await change(finder, 'giveMeetingAction', { ...of, owner: 2, dueOn: addDays(TODAY, 7), words: 'Visit the family.' });
    await change(finder, 'stepOutOfItem', { meeting: reference, position: 2, person: 2, reason: 'KNOWS_FAMILY' });
    await change(finder, 'moveMeetingOn', { meeting: reference, step: 'NEXT', from: 1 });
    await change(finder, 'recordUnitOutcome', { meeting: reference, unit: last!.unitReference, version: 1, outcome: 'NO_FAMILY_TODAY' });
    expect(await change(finder, 'moveMeetingOn', { meeting: reference, step: 'CLOSE', from: 2 })).toMatchObject({ status: 'CLOSED' });

    const minutes = `query ($reference: String!) { meetingMinutes(reference: $reference) { meeting { status } attendance { agency { code } people { person { displayName } role attendance } }
      items { item { unitReference outcome absences { person { displayName } reason } pairs { householdReference outcome reasonLabel words link } } actions { number words owner { displayName } } } } }`;
    const told = (await worker.query<{ meetingMinutes: object }>(minutes, { reference })).meetingMinutes;
    expect(told).toEqual({
      meeting: { status: 'CLOSED' },
      attendance: [{ agency: { code: 'NMB' }, people: [{ person: { displayName: 'Ada Finder' }, role: 'MINUTE_TAKER', attendance: 'EXPECTED' }] }, { agency: { code: 'SVC' }, people: [{ person: { displayName: 'Bea Worker' }, role: 'ADOPTERS_WORKER', attendance: 'LEFT' }] }],
      items: [
        { item: { unitReference: first!.unitReference, outcome: null, absences: [], pairs: [{ householdReference: pair!.householdReference, outcome: 'PURSUE', reasonLabel: null, words: 'Both agree to look further.', link: expect.stringMatching(/^L-/) as string },
          { householdReference: other!.householdReference, outcome: 'RULE_OUT', reasonLabel: 'The plan for contact does not fit', words: null, link: null }] }, actions: [{ number: 1, words: 'Visit the family.', owner: { displayName: 'Bea Worker' } }] },
        { item: { unitReference: last!.unitReference, outcome: 'NO_FAMILY_TODAY', absences: [{ person: { displayName: 'Bea Worker' }, reason: 'KNOWS_FAMILY' }],
          pairs: last!.pairs.map(({ householdReference }) => ({ householdReference, outcome: null, reasonLabel: null, words: null, link: null })) }, actions: [] },
      ],
    });
    expect((await stranger.query<{ meetingMinutes: null }>(minutes, { reference })).meetingMinutes).toBeNull();
    const { myWork } = await worker.query<{ myWork: { meetingActions: { words: string; unitReference: string }[]; notices: { kind: string }[] } }>('{ myWork { meetingActions { words unitReference } notices { kind } } }');
    expect(myWork.meetingActions).toEqual([{ words: 'Visit the family.', unitReference: first!.unitReference }]);
    expect(myWork.notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['MEETING_INVITED', 'MEETING_MINUTES', 'ACTION_GIVEN', 'LINK_SUGGESTED']));
  }, 120_000);

  it('goes into a calendar, for those who are invited, and tells there nothing of a case', async () => {
    const { reference } = await change(coordinator, 'scheduleMeeting', TERMS);
    const file = await finder.send(`/meetings/${reference}.ics`);
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition'), file.headers.get('cache-control')]).toEqual([200, 'text/calendar; charset=utf-8; method=PUBLISH', `attachment; filename="${reference}.ics"`, 'no-store']);
    const lines = (await file.text()).split('\r\n');
    expect(lines).toEqual(expect.arrayContaining(['BEGIN:VCALENDAR', `UID:${reference}@adoption-hub`, 'SEQUENCE:0', 'STATUS:CONFIRMED', 'DTSTART:20270506T083000Z', 'DTEND:20270506T103000Z', `SUMMARY:Matching meeting\\, spring (${reference})`, 'LOCATION:Town hall\\, room 4']));
    expect((await stranger.send(`/meetings/${reference}.ics`)).status).toBe(404);
    expect((await fetch(`${hub.url}/meetings/${reference}.ics`)).status).toBe(401);
    await change(coordinator, 'cancelMeeting', { meeting: reference, version: 1 });
    expect(await (await finder.send(`/meetings/${reference}.ics`)).text()).toMatch(/METHOD:CANCEL\r\n[^]*SEQUENCE:1\r\nSTATUS:CANCELLED/);
  });
});
