import { Client } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';
import { readPdf, type ReadPdf } from '../harness/pdf-text';
import { halves } from '../samples/photo';

/* What another agency takes along: generated from what was approved for sharing, clean, marked, logged, and stopped when the sharing ends. */

let hub: RunningHub;
let db: Client;
let worker: GraphQLClient;
let manager: GraphQLClient;
let partner: GraphQLClient & { userId: string };
let coordinator: GraphQLClient;
const subject = { unit: '', household: '' };

const UNTIL = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
type Kind = keyof typeof subject;

beforeAll(async () => {
  hub = await startHub();
  db = new Client({ connectionString: hub.database.superuserUrl });
  await db.connect();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin, { agreement: false });
  await admin.query('mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { reference } }', {
    input: { title: 'Regional', purpose: 'FAMILY_FINDING', legalBasis: 'Adoption and Children Act 2002', startsOn: '2020-01-01', parties: ['NMB', 'SVC', 'HUB'], upToStage: 'S2' } });
  worker = await person(admin, { agency: 'NMB', email: 'worker@nmb.example.test', roles: ['FAMILY_FINDER', 'ADOPTERS_WORKER'] });
  manager = await person(admin, { agency: 'NMB', email: 'manager@nmb.example.test', roles: ['APPROVING_MANAGER'] });
  partner = await person(admin, { agency: 'SVC', email: 'partner@svc.example.test', roles: ['FAMILY_FINDER', 'ADOPTERS_WORKER'], displayName: 'Pat <Partner>' });
  coordinator = await person(admin, { agency: 'HUB', email: 'coordinator@hub.example.test', roles: ['HUB_COORDINATOR'], displayName: 'Cory Coordinator' });
  const made = await worker.query<{ createChild: { reference: string; record: { version: number; children: { reference: string }[] } } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version children { reference } } } }', {
    input: { facts: { externalId: 'CANARY-1', firstName: 'Robin', lastName: 'Canarylast', sex: 'F', dateOfBirth: '2021-03-17', homeArea: 'ZZ8', avoidAreas: ['ZZ9'], admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15',
      needs: [{ key: 'attachment', level: 2 }], about: 'Canarydraft', healthSummary: 'Asthma, well controlled.' } } });
  subject.unit = made.createChild.reference;
  await worker.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit: subject.unit, version: made.createChild.record.version, to: 'ACTIVE', onDate: '2026-01-05' } });
  const home = await worker.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
    input: { facts: { familyId: 'CANARY-2', names: 'Canarynames', address: '1 Canary Row', kind: 'COUPLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true, maxChildren: 2, ageMinMonths: 0, ageMaxMonths: 84,
      offers: [{ key: 'attachment', level: 3 }], area: 'QZ7', experience: 'Two nephews', reportSummary: 'Warm and steady.' } } });
  subject.household = home.createHousehold.reference;
  await worker.send(`/photos/child/${made.createChild.record.children[0]?.reference ?? ''}`, { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(await halves('jpeg')) });
});
afterAll(async () => {
  await db?.end();
  await hub?.stop();
});

const ask = (client: GraphQLClient, kind: Kind, reference = subject[kind]): Promise<Response> =>
  client.send(`/profile-files/${kind}/${reference}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
const read = async (reply: Response): Promise<ReadPdf> => readPdf(Buffer.from(await reply.arrayBuffer()));
const problem = async (reply: Response): Promise<[number, string]> => [reply.status, ((await reply.json()) as { error: { code: string } }).error.code];

async function release(kind: Kind): Promise<string> {
  const { requestRelease } = await worker.query<{ requestRelease: { id: string } }>('mutation ($input: RequestReleaseInput!) { requestRelease(input: $input) { id } }',
    { input: { subjectType: kind.toUpperCase(), subject: subject[kind], purpose: 'x', about: 'Likes trains\nand <b>boats</b>.', ...(kind === 'household' && { experience: 'Two nephews' }) } });
  await manager.query('mutation ($id: ID!, $until: LocalDate!) { approveRelease(id: $id, expiresOn: $until) { status } }', { id: requestRelease.id, until: UNTIL });
  return requestRelease.id;
}

async function grant(kind: Kind): Promise<string> {
  const { requestGrant } = await worker.query<{ requestGrant: { id: string } }>('mutation ($input: RequestGrantInput!) { requestGrant(input: $input) { id } }',
    { input: { subjectType: kind.toUpperCase(), subject: subject[kind], stage: 'S2', purpose: 'A link', agency: 'SVC', photos: kind === 'unit' } });
  await manager.query('mutation ($id: ID!, $until: LocalDate!, $photos: Boolean) { approveGrant(id: $id, expiresOn: $until, photos: $photos) { photos } }', { id: requestGrant.id, until: UNTIL, photos: kind === 'unit' ? true : null });
  return requestGrant.id;
}

interface Row { action: string; stage: string; fields: string[]; row_count: number | null; outcome: string; request_id: string }
const logged = async (reference: string): Promise<Row[]> => (await db.query<Row>(
  `select action, stage, fields, row_count, outcome, request_id from audit.access where subject_reference = $1 and actor_id = $2 and action ~ '^(disclosure.view|.*export)$' order by id`, [reference, partner.userId])).rows;

const HIDDEN = /canary|2021-03-17|ZZ8|ZZ9|QZ7/i;

describe.each<Kind>(['unit', 'household'])('the profile of a %s as a file', (kind) => {
  const at = () => subject[kind];

  it('is there for who sees the profile, and for nobody else', async () => {
    expect(await problem(await ask(partner, kind))).toEqual([409, 'GUARD_FAILED']);
    const [foreign, random] = [await ask(coordinator, kind, 'ZZZZZZ'), await ask(partner, kind, 'ZZZZZZ')];
    expect([foreign.status, (await foreign.text())]).toEqual([random.status, await random.text()]);
    expect((await fetch(`${hub.url}/profile-files/${kind}/${at()}`, { method: 'POST' })).status).toBe(401);
    expect((await partner.send(`/profile-files/${kind}/${at()}`)).status).toBe(404);
    expect((await partner.send(`/profile-files/${kind}/${at()}`, { method: 'POST', headers: { 'x-hub-csrf': 'x' } })).status).toBe(403);
  });

  it('ANON-7: is generated from approved fields: author, comments and hidden parts are absent, and the title names nobody', async () => {
    await release(kind);
    const reply = await ask(partner, kind);
    expect([reply.status, reply.headers.get('content-type'), reply.headers.get('content-disposition'), reply.headers.get('cache-control'), reply.headers.get('x-content-type-options')])
      .toEqual([200, 'application/pdf', `attachment; filename="profile-${at()}.pdf"`, 'no-store', 'nosniff']);
    const { text, information, everything } = await read(reply);
    expect(Object.keys(information).sort()).toEqual(['CreationDate', 'Creator', 'ModDate', 'Producer', 'Title']);
    expect([information.Title, information.Creator]).toEqual([`Profile of ${at()}`, 'Chromium']);
    expect(everything).not.toMatch(/\/(Metadata|EmbeddedFile|Annots?|JavaScript|AcroForm|OCG|URI|Author|Subject|Keywords|XObject|Subtype \/Image)\b/);
    expect(everything).toMatch(/\/Marked true/);
    for (const words of [`Profileof${at()}`, 'StageS1', 'Likestrainsand<b>boats</b>.', 'Attachment', kind === 'unit' ? 'Girl,4to5years' : 'Twonephews']) expect(text).toContain(words);
    expect(`${text} ${everything}`).not.toMatch(HIDDEN);
    expect(text).not.toMatch(/Robin|Asthma|Warm/);
  }, 60_000);

  it('UPL-7: carries by whom, when, for what and under which request it was made, on each page, and is in the log with its stage, fields and count', async () => {
    const before = (await logged(at())).length;
    const { text } = await read(await ask(partner, kind));
    const rows = (await logged(at())).slice(before);
    expect(rows.map(({ action, stage, outcome, row_count }) => [action, stage, outcome, row_count])).toEqual([
      ['disclosure.view', 'S1', 'ALLOWED', 1], [kind === 'unit' ? 'children.export' : 'adopters.export', 'S1', 'ALLOWED', 1],
    ]);
    expect(rows[1]?.fields).toEqual(expect.arrayContaining(['profile.about', 'card.reference']));
    expect(text).toMatch(new RegExp(`MadebyPat<Partner>,SVC,\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z,forfamilyfinding;request${rows[1]?.request_id ?? 'none'}\\.Page1of1$`));
  }, 60_000);

  it('holds the identified stage for who it is granted to, and no photo', async () => {
    await grant(kind);
    const { text, everything, information } = await read(await ask(partner, kind));
    for (const words of ['StageS2', ...(kind === 'unit' ? ['Robin', 'Asthma,wellcontrolled.'] : ['Warmandsteady.'])]) expect(text).toContain(words);
    expect(`${text} ${everything}`).not.toMatch(HIDDEN);
    expect(everything).not.toMatch(/\/Subtype \/Image|JFIF/);
    expect(information.Title).toBe(`Profile of ${at()}`);
    expect((await logged(at())).at(-1)).toMatchObject({ stage: 'S2', fields: expect.arrayContaining(kind === 'unit' ? ['identified.firstName', 'identified.healthSummary'] : ['identified.reportSummary']) as string[] });
    const { text: others } = await read(await ask(coordinator, kind));
    expect(others).not.toMatch(/Robin|Asthma|Warm/);
  }, 60_000);

  it('AZ-7: revoking a grant stops a running export before it leaves', async () => {
    const before = (await logged(at())).length;
    const running = ask(partner, kind);
    // The first look is done, and the page is being printed.
    while ((await logged(at())).length === before) await pause(10);
    const { rows: [live] } = await db.query<{ id: string }>(`select g.id from hub.disclosure_grant g left join hub.unit u on u.id = g.subject_id left join hub.household h on h.id = g.subject_id
      where $1 in (u.reference, h.reference) and g.stage = 'S2' and g.approved_at is not null and g.withdrawn_at is null`, [at()]);
    await worker.query('mutation ($id: ID!) { withdrawGrant(id: $id, reason: "Not suitable") { status } }', { id: live?.id ?? '' });
    const reply = await running;
    expect([reply.status, await reply.text()]).toEqual([409, expect.stringContaining('changed while the file was made') as string]);
    expect((await logged(at())).slice(before).map(({ action, outcome, row_count }) => [action, outcome, row_count])).toEqual([['disclosure.view', 'ALLOWED', 1], [kind === 'unit' ? 'children.export' : 'adopters.export', 'FAILED', null]]);
  }, 60_000);

  it('UPL-5: has no link that another user, or the same user an hour later, could open: each asking is judged anew', async () => {
    const { rows: [profile] } = await db.query<{ id: string }>(`select release_id as id from hub.${kind}_profile where live`);
    await worker.query('mutation ($id: ID!) { withdrawRelease(id: $id, reason: "Plan reviewed") { status } }', { id: profile?.id ?? '' });
    expect(await problem(await ask(partner, kind))).toEqual([409, 'GUARD_FAILED']);
  });
});
