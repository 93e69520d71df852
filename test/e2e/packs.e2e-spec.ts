import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';
import { readPdf, type ReadPdf } from '../harness/pdf-text';

/* Pages that people take along: a link, a shortlist, a selection. Cards and reasons alone, marked, logged, and refused to whoever does not see the page. */

let hub: RunningHub;
let db: Client;
let finder: GraphQLClient & { userId: string };
let worker: GraphQLClient & { userId: string };
let coordinator: GraphQLClient & { userId: string };
let stranger: GraphQLClient;
let unit: string;
let family: string;
let link: string;
let selection: string;

const HIDDEN = /canary|2022-05-05|5May2022|ZZ8|QZ7/i;

beforeAll(async () => {
  hub = await startHub();
  db = new Client({ connectionString: hub.database.superuserUrl });
  await db.connect();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  finder = await person(admin, { agency: 'NMB', email: 'finder@nmb.example.test', roles: ['FAMILY_FINDER'], displayName: 'Fin <North>' });
  worker = await person(admin, { agency: 'SVC', email: 'worker@svc.example.test', roles: ['ADOPTERS_WORKER'], displayName: 'Wyn South' });
  coordinator = await person(admin, { agency: 'HUB', email: 'coordinator@hub.example.test', roles: ['HUB_COORDINATOR'] });
  stranger = await person(admin, { agency: 'HWA', email: 'stranger@hwa.example.test', roles: ['ADOPTERS_WORKER'] });
  const { createChild } = await finder.query<{ createChild: { reference: string; record: { version: number } } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', {
    input: { facts: { externalId: 'CANARY-1', firstName: 'Canaryfirst', lastName: 'Canarylast', dateOfBirth: '2022-05-05', sex: 'F', homeArea: 'ZZ8', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15', needs: [{ key: 'attachment', level: 2 }] } } });
  unit = createChild.reference;
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit, version: createChild.record.version, to: 'ACTIVE', onDate: '2026-01-05' } });
  const { createHousehold } = await worker.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
    input: { facts: { familyId: 'CANARY-2', names: 'Canarynames', area: 'QZ7', kind: 'COUPLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true, maxChildren: 2, ageMinMonths: 0, ageMaxMonths: 84, offers: [{ key: 'attachment', level: 3 }] } } });
  family = createHousehold.reference;
  const { startMatchingRun } = await finder.query<{ startMatchingRun: { reference: string } }>('mutation ($unit: String!) { startMatchingRun(scope: UNIT, subject: $unit) { reference } }', { unit });
  for (let status = ''; status !== 'DONE'; await pause(50)) status = (await finder.query<{ run: { status: string } }>('query ($reference: String!) { run(reference: $reference) { status } }', startMatchingRun)).run.status;
  const { expressInterest } = await finder.query<{ expressInterest: { reference: string } }>('mutation ($input: LinkInterestInput!) { expressInterest(input: $input) { reference } }', { input: { unit, household: family } });
  link = expressInterest.reference;
  await finder.query('mutation ($input: LinkMessageInput!) { writeLinkMessage(input: $input) { reference } }', { input: { link, body: 'Do they like boats?' } });
  const { createSelection } = await finder.query<{ createSelection: { id: string } }>('mutation ($input: CreateSelectionInput!) { createSelection(input: $input) { id } }', { input: { holds: 'HOUSEHOLD', name: 'Canaryname', shared: true } });
  selection = createSelection.id;
  const { keepInSelection } = await finder.query<{ keepInSelection: { entries: { id: string }[] } }>('mutation ($id: ID!, $references: [String!]!) { keepInSelection(id: $id, references: $references) { entries { id } } }', { id: selection, references: [family] });
  await finder.query('mutation ($id: ID!, $entry: ID!, $note: String!) { noteInSelection(id: $id, entry: $entry, note: $note) { id } }', { id: selection, entry: keepInSelection.entries[0]?.id, note: 'Canarynote' });
});
afterAll(async () => {
  await db?.end();
  await hub?.stop();
});

const POST = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
const ask = (client: GraphQLClient, path: string): Promise<Response> => client.send(`/packs/${path}`, POST);
async function read(client: GraphQLClient, path: string): Promise<ReadPdf> {
  const reply = await ask(client, path);
  if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
  return readPdf(Buffer.from(await reply.arrayBuffer()));
}
const logged = async ({ userId }: { userId: string }, action: string): Promise<unknown[]> => (await db.query(
  'select action, subject_reference as subject, stage, outcome, row_count from audit.access where actor_id = $1 and action = $2 order by id', [userId, action])).rows as unknown[];

/** A tagged document with an outline, a title that names nobody, page numbers, and by whom it was made. */
function sound({ text, information, everything }: ReadPdf, title: string, by: string): void {
  expect(information.Title).toBe(title);
  expect(everything).toMatch(/\/Marked true/);
  expect(everything).toMatch(/\/Type \/Outlines|\/Outlines \d+ 0 R/);
  expect(text).toMatch(new RegExp(`Madeby${by},\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z,forfamilyfinding;request[\\w-]+\\.Page\\dof\\d$`));
  expect(`${text} ${everything}`).not.toMatch(HIDDEN);
}

describe('a link as a file', () => {
  it('has both sides as each may see them, the turns and the history, and no message', async () => {
    for (const [client, by] of [[finder, 'Fin<North>,NMB'], [worker, 'WynSouth,SVC']] as const) {
      const file = await read(client, `link/${link}`);
      sound(file, `Link summary: ${link}`, by);
      for (const words of [`Thechild’sside:${unit}`, `Theadopters’side:${family}`, 'Girl,4to5years', 'upto2children', 'Whoactsnext', 'Interestexpressed', 'Fin<North>']) expect(file.text).toContain(words);
      expect(file.text).not.toMatch(/boats/);
    }
    // Whose the family is stays untold to the other side until it answers.
    expect((await read(finder, `link/${link}`)).text).toContain('Namedonceithasanswered');
    expect(await logged(worker, 'links.export')).toEqual([unit, family].map((subject) => ({ action: 'links.export', subject, stage: 'S0', outcome: 'ALLOWED', row_count: 1 })));
  }, 90_000);

  it('AZ-7: does not leave when the link moved while it was made', async () => {
    const looks = async (): Promise<number> => (await logged(finder, 'links.read')).length;
    const before = await looks();
    const running = ask(finder, `link/${link}`);
    while ((await looks()) === before) await pause(10);
    await worker.query('mutation ($input: LinkStepInput!) { takeLinkStep(input: $input) { state } }', { input: { link, version: 1, event: 'SHORTLISTED' } });
    const reply = await running;
    expect([reply.status, await reply.text()]).toEqual([409, expect.stringContaining('changed while the file was made') as string]);
  }, 60_000);
});

describe('a shortlist as a file', () => {
  it('has each family with its reasons, point by point, at the own agency and at the hub', async () => {
    for (const [client, by] of [[finder, 'Fin<North>,NMB'], [coordinator, 'RobinTester,HUB']] as const) {
      const file = await read(client, `shortlist/${unit}`);
      sound(file, `Shortlist of ${unit}`, by);
      for (const words of [family, 'Attachment', 'points,weight', 'forthechildmoderate;ofthefamilysevere', 'Rank', 'itdecidesnothing']) expect(file.text).toContain(words);
      expect(await logged(client, 'matching.export')).toEqual([{ action: 'matching.export', subject: unit, stage: 'S0', outcome: 'ALLOWED', row_count: 1 }]);
    }
  }, 90_000);
});

describe('a selection as a file', () => {
  it('has the cards, and neither its name nor a note', async () => {
    const file = await read(finder, `selection/${selection}`);
    sound(file, 'Families kept', 'Fin<North>,NMB');
    for (const words of [`1.${family}`, 'upto2children', 'Attachment']) expect(file.text).toContain(words);
    expect(await logged(finder, 'search.export')).toEqual([{ action: 'search.export', subject: null, stage: 'S0', outcome: 'ALLOWED', row_count: 1 }]);
  }, 60_000);
});

describe('a page that is not the asker’s', () => {
  it('gives no file, in the words of one that does not exist, and none by a link', async () => {
    const pairs = [[stranger, `link/${link}`, 'link/L-ZZZZZZ'], [stranger, `shortlist/${unit}`, 'shortlist/ZZZZZZ'], [worker, `selection/${selection}`, 'selection/00000000-0000-4000-8000-000000000000']] as const;
    for (const [who, there, nowhere] of pairs) {
      const [one, other] = [await ask(who, there), await ask(who, nowhere)];
      const blank = (words: string): string => words.replace(/"reference":"[^"]*"/, '');
      expect([one.status, blank(await one.text())]).toEqual([404, blank(await other.text())]);
      expect((await fetch(`${hub.url}/packs/${there}`, POST)).status).toBe(401);
      expect((await who.send(`/packs/${there}`)).status).toBe(404);
      expect((await who.send(`/packs/${there}`, { ...POST, headers: { 'x-hub-csrf': 'x' } })).status).toBe(403);
    }
    expect((await ask(finder, 'link/x')).status).toBe(400);
  });
});
