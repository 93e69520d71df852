import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { SHOWN_AGE_BANDS } from '@hub/domain/anonymity/shown';
import { screen } from '@hub/domain/anonymity/text/screen';
import { SHAPES } from '@hub/domain/disclosure/shapes';
import { isoDate } from '@hub/domain/dates/iso-date';
import { HOUSEHOLD_STATES } from '@hub/domain/adopters/states';
import { CHILD_STATES } from '@hub/domain/children/states';
import type { Actor } from '@hub/domain/access/actor';
import { useSettings } from '@hub/platform/config';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { DemonstrationModule, servicesOf, type Services } from './demonstration.module';
import { loadDemonstration } from './load-demonstration';
import { PERFORMANCE_SEEN, performanceSeen } from './spec-performance';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from './sign-ins';
import { COUNCILS, PLACING } from './world';

let database: TestDatabase;
let folder: string;
let client: Client;
let app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>;
let services: Services;
const lines: string[] = [];

const see = async <T = Record<string, unknown>>(sql: string): Promise<T[]> => (await client.query(sql)).rows as T[];
const count = async (sql: string): Promise<number> => Number((await see<{ count: string }>(`select count(*) as count ${sql}`))[0]?.count);

async function signIn(email: string): Promise<Actor> {
  return (await services.signIn.signIn({ email, password: DEMO_PASSWORD, address: '127.0.0.1' })).actor;
}

beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'hub-demo-'));
  useSettings({
    DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, HUB_DATA_DIR: folder, HUB_KEY_FILE: join(folder, 'keys.json'),
    HUB_SECRET_FILE: join(folder, 'secret.json'), HUB_DEMO: '1', HUB_LOG: 'none',
  });
  client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query('update hub.anonymity_setting set k = 5');
  await loadDemonstration({ log: (line) => void lines.push(line) });
  app = await NestFactory.createApplicationContext(DemonstrationModule, { logger: false });
  services = servicesOf(app);
}, 180_000);

afterAll(async () => {
  await app?.close();
  await client?.end();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const OPEN = `('ADOPTED', 'PLAN_CHANGED', 'LEFT_CARE_OTHER')`;

describe('the loaded demonstration', () => {
  it('has about 220 open children, 1,200 closed ones and 160 households', async () => {
    const open = await count(`from hub.child where state not in ${OPEN}`);
    const closed = await count(`from hub.child where state in ${OPEN}`);
    expect([open > 200 && open < 260, closed > 1140 && closed < 1260, await count('from hub.household')]).toEqual([true, true, 160]);
  });

  it('has households and children in every state (domain.md 2.1, 2.3)', async () => {
    const households = (await see<{ state: string }>('select distinct state from hub.household')).map(({ state }) => state);
    expect([...households].sort()).toEqual([...HOUSEHOLD_STATES].sort());
    const children = (await see<{ state: string }>('select distinct state from hub.child')).map(({ state }) => state);
    expect([...children].sort()).toEqual([...CHILD_STATES].sort());
  });

  // What must not be, each as the rows that break it; the orders are those of domain.md 2.1, 2.3 and 4.3.
  it.each([
    ['a child’s dates out of order', `from hub.child c where not coalesce(entered_care_on <= adm_decided_on, true) or not coalesce(adm_decided_on <= authority_on, true)
      or not coalesce(authority_on <= matched_on, true) or not coalesce(matched_on <= introductions_on, true) or not coalesce(matched_on <= placed_on, true)
      or not coalesce(placed_on + 70 <= ao_applied_on, true) or not coalesce(placed_on + 70 <= adopted_on, true) or not coalesce(placed_on <= disrupted_on, true)
      or not coalesce(adm_decided_on <= decision_reversed_on, true) or not coalesce(greatest(entered_care_on, decision_reversed_on) <= left_care_on, true)`],
    ['a state that its dates do not tell', `from hub.child where (state in ('MATCHED', 'INTRODUCTIONS', 'PLACED', 'AO_APPLIED', 'ADOPTED') and matched_on is null)
      or (state in ('PLACED', 'AO_APPLIED', 'ADOPTED') and authority_on is null) or (state in ('PLACED', 'AO_APPLIED', 'ADOPTED', 'DISRUPTED') and placed_on is null) or (state = 'DISRUPTED') <> coalesce(disrupted_on >= matched_on, false)
      or (state = 'LEFT_CARE_OTHER') <> (left_care_on is not null) or (adopted_on is not null and decision_reversed_on is not null)`],
    ['a day to come', `from hub.child where greatest(entered_care_on, adm_decided_on, authority_on, matched_on, introductions_on, placed_on, ao_applied_on, adopted_on, disrupted_on, decision_reversed_on, left_care_on) > hub.today()`],
    ['an event on another day than the record tells', `from hub.child_event e join hub.child c on c.id = e.child_id where e.on_date < c.entered_care_on or e.on_date > hub.today()
      or (e.event = 'DISRUPTED' and c.disrupted_on is distinct from e.on_date) or (e.event = 'LEFT_CARE' and c.left_care_on is distinct from e.on_date)`],
    ['an open match whose search goes on, or did not end on its day', `from hub.child c join hub.unit u on u.id = c.unit_id where
      (c.state in ('MATCHED', 'INTRODUCTIONS') and (u.family_finding <> 'PAUSED' or u.family_finding_since <> c.matched_on))
      or (c.state in ('PLACED', 'AO_APPLIED', 'DISRUPTED') and (u.family_finding <> 'CLOSED' or u.family_finding_since <> c.placed_on))`],
    ['a search before the decision', `from hub.child c join hub.unit u on u.id = c.unit_id where u.family_finding <> 'NOT_STARTED' and u.family_finding_since < c.adm_decided_on`],
    ['a household’s dates out of order', `from hub.household where not coalesce(enquiry_on <= stage1_started_on, true) or not coalesce(stage1_started_on <= stage1_ended_on, true)
      or not coalesce(stage1_ended_on <= stage2_started_on, true) or not coalesce(stage2_started_on <= approved_on, true) or not coalesce(approved_on <= matched_on, true)
      or not coalesce(matched_on <= placed_on, true) or not coalesce(placed_on + 70 <= ao_on, true) or greatest(enquiry_on, approved_on, matched_on, placed_on, ao_on, left_on, on_hold_since) > hub.today()`],
    ['a child and its family who tell of another match', `from hub.child c join hub.household h on h.id = c.matched_household_id where c.state <> 'DISRUPTED'
      and (c.matched_on, c.placed_on, c.adopted_on) is distinct from (h.matched_on, h.placed_on, h.ao_on)`],
    ['an open match without a family', `from hub.child where state in ('MATCHED', 'INTRODUCTIONS', 'PLACED', 'AO_APPLIED', 'DISRUPTED') and matched_household_id is null`],
    ['a disruption on the child’s side alone', `from hub.child c join hub.household h on h.id = c.matched_household_id where c.state = 'DISRUPTED'
      and not exists (select from hub.household_event e where e.household_id = h.id and e.event = 'DISRUPTED' and e.on_date = c.disrupted_on)`],
  ])('has nowhere %s', async (_, broken) => expect(await count(broken)).toBe(0));

  it('looks again for a family for some whose placement disrupted', async () => {
    const disrupted = `hub.child c join hub.unit u on u.id = c.unit_id join hub.child_event e on e.child_id = c.id and e.event = 'DISRUPTED'`;
    expect(await count(`from ${disrupted} where c.state = 'AUTHORITY_TO_PLACE' and u.family_finding = 'ACTIVE'`)).toBeGreaterThan(0);
    expect(await count(`from ${disrupted} where c.state = 'DISRUPTED'`)).toBeGreaterThan(0);
  });

  it('took every file whole, without an error or a warning', async () => {
    expect(await see('select kind, status, count(*)::int as files from hub.import_batch group by 1, 2 order by 1')).toEqual([
      { kind: 'ANNEX_A', status: 'APPLIED', files: 12 }, { kind: 'PROFILE_SHEET', status: 'APPLIED', files: 7 },
    ]);
    for (const { code, kind } of PLACING) {
      const admin = await signIn(`admin@${code.toLowerCase()}.example`);
      const { imports } = await services.imports.list(admin, 10, 0);
      const reports = await services.imports.reports(admin, imports.map(({ reference }) => reference));
      expect(reports.size).toBe(kind === 'COUNCIL' ? 3 : 2);
      expect([...reports.values()].flatMap(({ issues }) => issues)).toEqual([]);
    }
  });

  it('seeks families for most, with reasons where the search pauses', async () => {
    expect(await count(`from hub.unit where family_finding = 'ACTIVE'`)).toBeGreaterThan(70);
    expect(await count(`from hub.unit where family_finding = 'PAUSED' and family_finding_reason is not null`)).toBeGreaterThan(4);
    expect(await count('from hub.unit where named_worker_id is not null')).toBeGreaterThan(60);
    expect(await count('from hub.ruled_out')).toBeGreaterThanOrEqual(12);
  });

  it('has profiles that two people released, and some that wait for the second', async () => {
    expect(await count('from hub.unit_profile where live')).toBeGreaterThan(40);
    expect(await count('from hub.household_profile where live')).toBeGreaterThan(15);
    expect(await count('from hub.disclosure_grant where approved_at is null')).toBeGreaterThan(3);
    expect(await count('from hub.disclosure_grant where approved_by = requested_by')).toBe(0);
    // No match was approved past what readiness misses, but by a manager's word.
    expect(await count('from hub.placement')).toBeGreaterThanOrEqual(1);
    expect(await count('from hub.placement p where not exists (select from hub.readiness_decision d where d.link_id = p.link_id)')).toBe(0);
  });

  it('shows two councils some of each other’s children and families with photos, and has one of each wait for the second person', async () => {
    expect(await count('from hub.child_photo')).toBeGreaterThanOrEqual(4);
    expect(await count('from hub.household_photo')).toBe(2);
    expect(await see(`select subject_type as of, photos_shown as shown, count(*)::int as grants from hub.disclosure_grant
      where stage = 'S2' and cardinality(photos) > 0 group by 1, 2 order by 1, 2`)).toEqual([
      { of: 'HOUSEHOLD', shown: true, grants: 2 }, { of: 'UNIT', shown: false, grants: 2 }, { of: 'UNIT', shown: true, grants: 2 },
    ]);
    const [unit] = await see<{ reference: string }>(`select u.reference from hub.unit u join hub.agency a on a.id = u.agency_id join hub.disclosure_grant g on g.subject_id = u.id where a.code = 'ALD' and g.photos_shown`);
    const view = await services.units.view(await signIn('finder@bra.example'), unit?.reference ?? '');
    expect(view).toMatchObject({ stage: 'S2', identified: expect.arrayContaining([expect.objectContaining({ photo: expect.stringMatching(/^\w{6}$/) as string })]) as object[] });
  });

  it('has panels of every agency with a quorum today, and decisions that wait', async () => {
    expect(await count('from hub.panel')).toBeGreaterThanOrEqual(30);
    expect((await services.panels.toDecide(await signIn('decider@ald.example'))).length).toBe(1);
    const { gaps } = await services.panels.calendar(await signIn('panel@ald.example'), { from: isoDate('2020-01-01'), to: isoDate('2099-01-01') });
    expect(new Set(gaps.map(({ agency }) => agency.code)).size).toBeGreaterThanOrEqual(2);
  });

  it('has fees of placements with voluntary agencies that fell due, and an invoice', async () => {
    expect(await count(`from hub.fee f join hub.agency a on a.id = f.payee_agency_id where a.kind = 'VOLUNTARY' and f.is_due and f.amount_pence is not null`)).toBeGreaterThan(0);
    expect(await count(`from hub.fee_event where event = 'INVOICED'`)).toBeGreaterThan(0);
  });

  it('has families that hold a place for their approval, whose day is their provisional panel day', async () => {
    expect(await count(`from hub.household h join hub.panel_item i on i.household_id = h.id and i.kind = 'APPROVAL' join hub.panel p on p.id = i.panel_id where p.meets_on = h.provisional_panel_on`)).toBeGreaterThan(PLACING.length / 2);
  });

  it('has reports that both sides of a link gave and managers reviewed, and not yet all that a panel needs', async () => {
    const given = await see<{ kind: string; agencies: number }>(`select d.kind, count(distinct d.agency_id)::int as agencies from hub.document_given g join hub.document_version v on v.id = g.version_id
      join hub.document d on d.id = v.document_id group by 1 order by 1`);
    expect(given).toEqual([{ kind: 'CPR', agencies: 2 }, { kind: 'PAR', agencies: expect.any(Number) as number }]);
    expect(await see('select distinct outcome from hub.document_review order by 1')).toEqual([{ outcome: 'ACCEPTED' }, { outcome: 'CHANGES_ASKED' }]);
    expect(await see('select holder, bool_and(why_not is not null) as none, count(distinct agency_id)::int as councils from hub.child_view group by 1 order by 1')).toEqual([
      { holder: 'CHILD', none: false, councils: 2 }, { holder: 'FATHER', none: true, councils: 2 }]);
    expect(await see('select distinct kind from hub.link_preparation order by 1')).toEqual([{ kind: 'APR_GIVEN' }, { kind: 'CPR_GIVEN' }]);
  });

  it('has courses of four agencies, one of them full with households that wait', async () => {
    const bookings = (state: string) => `(select count(*)::int from hub.course_booking b where b.course_id = c.id and b.state = '${state}')`;
    const [full, roomy, ...others] = await see<{ places: number; booked: number; waiting: number }>(`select (select count(*)::int from hub.course_place p where p.course_id = c.id) as places,
      ${bookings('BOOKED')} as booked, ${bookings('WAITING')} as waiting from hub.course c order by c.created_at, c.id`);
    // Each agency books one household there, and those that have a second one book it at the roomy course.
    expect([full, roomy]).toEqual([{ places: 3, booked: 3, waiting: PLACING.length - 3 }, { places: 8, booked: expect.any(Number) as number, waiting: 0 }]);
    expect(roomy?.booked).toBeGreaterThan(1);
    expect(others).toEqual([{ places: 20, booked: 0, waiting: 0 }, { places: 6, booked: 0, waiting: 0 }]);
  });

  it('has children who moved in with a family of another agency, and matches whose introductions are planned', async () => {
    const placements = await see<{ state: string }>('select distinct state from hub.placement');
    expect(placements.map(({ state }) => state)).toEqual(expect.arrayContaining(['PLACED', 'PLAN_AGREED']));
  });

  it('has enquiries that wait at every agency, some late and some that a neighbour or the hub took', async () => {
    expect(await see(`select count(*)::int as enquiries, count(distinct agency_id)::int as agencies, count(*) filter (where taken_by_agency_id <> agency_id)::int as "fromOthers" from hub.enquiry where state = 'NEW'`)).toEqual([
      { enquiries: 4 * PLACING.length, agencies: PLACING.length, fromOthers: 2 * PLACING.length }]);
    const waiting = await services.enquiries.list(await signIn('adopters@ald.example'));
    expect(waiting.map(({ isLate }) => isLate)).toEqual([true, false, false, false]);
    expect(waiting.map(({ informedOn }) => informedOn !== null)).toEqual([true, false, false, false]);
  });

  it('has links on the way to a panel and some that ended, each step with its row of history', async () => {
    expect(await count('from hub.link')).toBeGreaterThanOrEqual(20);
    const states = await see<{ state: string }>('select distinct state from hub.link order by 1');
    expect(states.length).toBeGreaterThanOrEqual(5);
    expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['EXPRESSED_INTEREST', 'EXPLORING', 'PANEL_BOOKED', 'PANEL_RECOMMENDED']));
    expect(await count('from hub.link where ended_at is not null')).toBeGreaterThan(0);
    expect(await count('from hub.link l where l.version <> (select count(*) from hub.link_event e where e.link_id = l.id)')).toBe(0);
  });

  it('has selections of each council: one that colleagues read, with notes, and one that is private', async () => {
    const made = await see('select holds, shared, count(*)::int as many, (select count(*)::int from hub.selection_entry e join hub.selection o on o.id = e.selection_id where o.holds = s.holds and e.note is not null) as notes from hub.selection s group by 1, 2 order by 1');
    const councils = COUNCILS.length;
    expect(made).toEqual([{ holds: 'HOUSEHOLD', shared: true, many: councils, notes: 2 * councils }, { holds: 'UNIT', shared: false, many: councils, notes: 0 }]);
  });

  it('has two saved searches of each council, with somebody new to find', async () => {
    expect(await count('from hub.search')).toBe(2 * COUNCILS.length);
    const searches = await services.searches.list(await signIn('finder@ald.example'));
    for (const { id } of searches) expect((await services.searches.results(await signIn('finder@ald.example'), id, { since: new Date(0), onlyNew: false, first: 20, after: null }))?.newCount).toBeGreaterThan(0);
  });

  it('has a meeting with its minutes and actions, and one next week that waits for its agenda', async () => {
    expect(await see('select status, agenda_status, (select count(*)::int from hub.meeting_action a where a.meeting_id = m.id) as actions from hub.meeting m order by starts_at')).toEqual([
      { status: 'CLOSED', agenda_status: 'NONE', actions: 3 }, { status: 'PLANNED', agenda_status: 'QUEUED', actions: 0 }]);
    const finder = await signIn('finder@bra.example');
    const { items: [held] } = await services.meetings.list(finder, { when: 'ENDED', limit: 5, offset: 0 });
    const minutes = await services.meetings.minutes(finder, held?.reference ?? '');
    expect(minutes?.items.filter(({ item }) => item.isShown && item.pairs.some(({ outcome }) => outcome !== null)).length).toBeGreaterThan(2);
  });

  it('leaves two runs for the worker', async () => {
    expect(await see('select a.code, r.scope, r.status from hub.matching_run r join hub.agency a on a.id = r.agency_id order by 1')).toEqual([
      { code: 'ALD', scope: 'REGION', status: 'QUEUED' }, { code: 'HUB', scope: 'REGION', status: 'QUEUED' },
    ]);
    expect(await see(`select name, count(*)::int as jobs from hub.outbox where name <> 'fees.fall-due' group by 1 order by 1`)).toEqual([{ name: 'matching.run', jobs: 2 }, { name: 'meetings.propose', jobs: 1 }, { name: 'performance.reckon', jobs: 1 }]);
  });

  it("lets everybody who is printed sign in, and shows a finder the other councils' cards", async () => {
    for (const { email, password } of DEMO_SIGN_INS) expect(await services.signIn.signIn({ email, password, address: '127.0.0.1' })).toMatchObject({ kind: 'WEB' });
    const page = await services.units.search(await signIn('finder@bra.example'), { filter: { own: false }, sort: 'WAITING', first: 5, after: null });
    expect(page.totalCount).toBeGreaterThan(40);
    expect(page.items[0]).toMatchObject({ isOwn: false });
  });

  it('is refused a second time', async () => {
    await expect(loadDemonstration({ log: () => undefined })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('says what it did', () => expect(lines).toHaveLength(16));
});

describe('ANON-1: what another council sees of it', () => {
  const shownOf = (type: string, answer: object): object => {
    const fields = SHAPES[type]?.fields ?? [];
    // The day on which a release ends is a term of the release; it says nothing of a child.
    return Object.fromEntries(Object.entries(answer).filter(([field]) => fields.includes(field) && field !== 'expiresOn'));
  };
  const told = (text: string): string[] => {
    const findings = screen(text, { known: [], shown: null });
    return findings.filter(({ kind }) => ['DATE', 'POSTCODE', 'PLACE', 'AGE'].includes(kind)).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);
  };

  it('no S0/S1 answer contains a date, a postcode, a place from the gazetteer or an exact age', async () => {
    const finder = await signIn('finder@bra.example');
    const [units, households] = [await services.units.search(finder, { filter: { own: false }, sort: 'REFERENCE', first: 500, after: null }), await services.households.search(finder, { filter: { own: false }, first: 500, after: null })];
    const answers: object[] = [];
    for (const { reference } of units.items) {
      const { card, profile } = await services.units.view(finder, reference);
      answers.push(shownOf('UnitCard', card), profile ? shownOf('UnitProfile', profile) : {});
    }
    for (const { reference } of households.items) {
      const { profile } = await services.households.view(finder, reference);
      answers.push(profile ? shownOf('HouseholdProfile', profile) : {});
    }
    expect(answers.filter((answer) => 'progress' in answer).length).toBeGreaterThan(20);
    const words = answers.flatMap((answer) => Object.entries(answer).filter(([field]) => !['reference', 'needs', 'waitingBand', 'youngestBand', 'oldestBand'].includes(field)).map(([, value]) => String(value)));
    expect(words.flatMap(told)).toEqual([]);
    expect(JSON.stringify(answers)).not.toMatch(/\d{4}-\d{2}-\d{2}|T\d{2}:\d{2}/);
    for (const { youngestBand, oldestBand } of units.items) for (const band of [youngestBand, oldestBand]) expect(SHOWN_AGE_BANDS).toContain(band);
  });

  it('would be noticed: the texts of the records themselves hold some', () => expect(told('Born on 03/04/2023 in Leeds, LS1 4AB, aged 3').map((one) => one.split(':')[0])).toEqual(['DATE', 'PLACE', 'POSTCODE', 'AGE']));

  it('ANON-2: has hardly a profile that waits for an override, and none live without one below k', async () => {
    const rows = await see<{ level: number; listed: string }>('select generalisation as level, count(*) as listed from hub.unit_card where listed group by 1 order by 1');
    process.stdout.write(`The demonstration's cards by level of generalisation: ${rows.map(({ level, listed }) => `${level}: ${listed}`).join(', ')}\n`);
    expect(await count(`from hub.disclosure_grant where below_k and approved_at is not null`)).toBe(0);
    expect(await count(`from hub.disclosure_grant where below_k`)).toBeLessThan(5);
  });

  it('has figures of several years from the start, a publication, and a file that tells the same as the records', async () => expect(await performanceSeen(services, await signIn('manager@ald.example'))).toEqual(PERFORMANCE_SEEN));
});
