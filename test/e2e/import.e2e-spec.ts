import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LIST_10, LIST_11 } from '@hub/domain/interchange/annex-a';
import { CHILDREN_SHEET } from '@hub/domain/interchange/profile-sheet';
import { readFileSheets } from '@hub/features/interchange/reading/read-file';
import { GraphQLClient } from '../harness/graphql-client';
import { HubCommand } from '../harness/hub-command';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';
import { tableSheet, workbook, type TestCell } from '../samples/workbook';

let hub: RunningHub;
let finder: GraphQLClient;
let neighbour: GraphQLClient;
let analyst: GraphQLClient;

type Row = Readonly<Record<string, TestCell>>;

const child = (id: string, more: Row = {}): Row => ({
  'Child Unique ID': id, Gender: 'b) Female', Ethnicity: 'a) WBRI', 'Date of Birth': '05/06/2023', 'Does the Child have a Disability': 'b) No', 'Date the Child Entered Care': '01/02/2024',
  'Date of Decision that Child Should be Placed for Adoption': '01/09/2024', 'Date of Placement Order': '01/12/2024', ...more,
});
const adult = (id: string, family: string): Row => ({
  'Individual adopter identifier': id, 'Family identifier': family, Gender: 'a) Male', Ethnicity: 'a) WBRI', Disability: 'b) No', 'Is the (prospective) adopter fostering for adoption?': 'No',
  'Date enquiry received': '01/02/2024', 'Date application approved': '01/12/2024',
});
const columns = (spec: typeof LIST_10): string[] => spec.columns.map(({ heading }) => heading);
const annexA = (children: Row[], adults: Row[]): Buffer => workbook([tableSheet('List 10', columns(LIST_10), children), tableSheet('List 11', columns(LIST_11), adults)]);

interface Batch {
  readonly status: string;
  readonly progress: number;
  readonly fileName: string;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly requestedBy: { readonly displayName: string };
  readonly counts: readonly { readonly sheet: string; readonly added: number; readonly changed: number; readonly unchanged: number; readonly refused: number }[];
  readonly issues: { readonly totalCount: number; readonly edges: readonly { readonly node: Record<string, unknown> }[] };
  readonly differences: { readonly edges: readonly { readonly node: Record<string, unknown> }[] };
  readonly mapping: readonly { readonly heading: string; readonly field: string | null }[];
}

const BATCH = `query ($reference: String!) { importBatch(reference: $reference) { status progress fileName errorCode errorMessage requestedBy { displayName }
  counts { sheet added changed unchanged refused } issues { totalCount edges { node { severity sheet row column value code message } } }
  differences { edges { node { subject field before after } } } mapping { heading field } } }`;

/** What the page shows once nothing moves any more. */
async function settled(client: GraphQLClient, reference: string): Promise<Batch> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { importBatch } = await client.query<{ importBatch: Batch }>(BATCH, { reference });
    if (!['QUEUED', 'CHECKING', 'APPLYING'].includes(importBatch.status)) return importBatch;
    await pause(50);
  }
  throw new Error('The import did not come to an end');
}

const apply = (client: GraphQLClient, reference: string, onlyIfAllGood = false) =>
  client.ask('mutation ($reference: String!, $onlyIfAllGood: Boolean) { applyImport(reference: $reference, onlyIfAllGood: $onlyIfAllGood) { status } }', { reference, onlyIfAllGood });

const counts = ({ counts: list }: Batch) => list.map(({ sheet, added, changed, unchanged, refused }) => [sheet, added, changed, unchanged, refused]);

const post = (client: GraphQLClient, query: string, body: Buffer, headers: Record<string, string> = {}) =>
  client.send(`/imports${query}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'list.xlsx', ...headers }, body: new Uint8Array(body) });

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  finder = await person(admin, { agency: 'NMB', email: 'finder@nmb.example.test', roles: ['FAMILY_FINDER'], displayName: 'Fran Finder' });
  neighbour = await person(admin, { agency: 'SVC', email: 'finder@svc.example.test', roles: ['FAMILY_FINDER'] });
  analyst = await person(admin, { agency: 'NMB', email: 'analyst@nmb.example.test', roles: ['ANALYST'] });
});

afterAll(() => hub?.stop());

test('a file goes in, is checked by the worker, applied, and found again in the records', async () => {
  const bytes = annexA([child('C1', { 'Family identifier': 'F1' }), child('C2', { 'Date of Placement Order': '31/02/2025' })], [adult('A1', 'F1'), adult('A2', 'F1')]);
  const reference = await finder.upload('ANNEX_A', 'Annex A – März.xlsx', bytes);
  const checked = await settled(finder, reference);
  expect(checked).toMatchObject({ status: 'CHECKED', progress: 100, fileName: 'Annex A – März.xlsx', requestedBy: { displayName: 'Fran Finder' }, errorCode: null });
  expect(counts(checked)).toEqual([['List 10', 1, 0, 0, 1], ['List 11', 2, 0, 0, 0]]);
  expect(checked.issues.edges[0]?.node).toMatchObject({ severity: 'ERROR', sheet: 'List 10', row: 3, column: 'Date of Placement Order', value: '31/02/2025', code: 'IMPOSSIBLE_DATE' });
  expect(checked.mapping).toContainEqual({ heading: 'Child Unique ID', field: 'externalId' });
  expect((await apply(finder, reference, true)).errors?.[0]?.extensions.code).toBe('GUARD_FAILED');
  expect((await apply(finder, reference)).errors).toBeUndefined();
  expect((await settled(finder, reference)).status).toBe('APPLIED');
  const { units } = await finder.query<{ units: { totalCount: number } }>('{ units(filter: { own: true }) { totalCount } }');
  const { households } = await finder.query<{ households: { totalCount: number } }>('{ households(filter: { own: true }) { totalCount } }');
  expect([units.totalCount, households.totalCount]).toEqual([1, 1]);

  const again = await settled(finder, await finder.upload('ANNEX_A', 'again.xlsx', bytes));
  expect(counts(again)).toEqual([['List 10', 0, 0, 1, 1], ['List 11', 0, 0, 2, 0]]);

  const sheet = workbook([tableSheet('Children', columns(CHILDREN_SHEET), [{ 'Child Unique ID': 'C1', Contact: 2 }])]);
  const profile = await settled(finder, await finder.upload('PROFILE_SHEET', 'profiles.xlsx', sheet));
  expect(profile.differences.edges).toEqual([{ node: { subject: 'Child C1', field: 'Contact', before: null, after: '2' } }]);
});

test("another agency's import is not there, and a role without the right is refused", async () => {
  const reference = await finder.upload('ANNEX_A', 'list.xlsx', annexA([child('C9')], []));
  await settled(finder, reference);
  expect((await neighbour.query<{ importBatch: unknown }>(BATCH, { reference })).importBatch).toBeNull();
  expect((await apply(neighbour, reference)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await neighbour.query<{ imports: { totalCount: number } }>('{ imports { totalCount } }')).imports.totalCount).toBe(0);
  expect((await analyst.ask('{ imports { totalCount } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await post(analyst, '?kind=ANNEX_A', annexA([], []))).status).toBe(403);
  const { discardImport } = await finder.query<{ discardImport: { status: string } }>('mutation ($reference: String!) { discardImport(reference: $reference) { status } }', { reference });
  expect(discardImport.status).toBe('DISCARDED');
});

test.each<[string, () => Promise<Response>, number]>([
  ['a program with the name of a workbook', () => post(finder, '?kind=ANNEX_A', Buffer.from('MZ\u0090 program')), 415],
  ['a PDF', () => post(finder, '?kind=ANNEX_A', Buffer.from('%PDF-1.7'), { 'x-file-name': 'list.pdf' }), 415],
  ['another content type', () => post(finder, '?kind=ANNEX_A', annexA([], []), { 'content-type': 'text/csv' }), 415],
  ['more than 10 MB', () => post(finder, '?kind=ANNEX_A', Buffer.alloc(10 * 1024 * 1024 + 1)), 413],
  ['an unknown kind', () => post(finder, '?kind=PLACES', annexA([], [])), 400],
  ['no name', () => post(finder, '?kind=ANNEX_A', annexA([], []), { 'x-file-name': '' }), 400],
  ['no session', () => post(GraphQLClient.anonymous(hub.url), '?kind=ANNEX_A', annexA([], [])), 401],
  ['a page of another site', () => post(finder, '?kind=ANNEX_A', annexA([], []), { 'x-hub-csrf': 'forged' }), 403],
])('an upload with %s is refused', async (_, send, status) => {
  const reply = await send();
  expect(reply.status).toBe(status);
  expect(((await reply.json()) as { error: { code: string; message: string } }).error.message).not.toBe('');
});

test('a file that turns out wrong when it is read says so', async () => {
  const rows = Array.from({ length: 50_001 }, (_, at) => ({ 'Child Unique ID': at }));
  const failed = await settled(finder, await finder.upload('ANNEX_A', 'list.xlsx', workbook([tableSheet('List 10', columns(LIST_10), rows)])));
  expect(failed).toMatchObject({ status: 'FAILED', errorCode: 'FILE_REFUSED', errorMessage: expect.stringContaining('50,000 rows') as string });
});

test('the templates come down with their own names and read back', async () => {
  const reply = await finder.send('/imports/template/profile-sheet.xlsx');
  expect([reply.status, reply.headers.get('content-disposition'), reply.headers.get('x-content-type-options')]).toEqual([200, 'attachment; filename="profile-sheet.xlsx"', 'nosniff']);
  const sheets = await readFileSheets('XLSX', Buffer.from(await reply.arrayBuffer()));
  expect(sheets.map(({ name }) => name)).toEqual(['Children', 'Households', 'Explanation']);
  for (const name of ['children', 'households']) {
    const csv = await finder.send(`/imports/template/${name}.csv`);
    expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  }
  expect((await GraphQLClient.anonymous(hub.url).send('/imports/template/children.csv')).status).toBe(401);
});

describe('hub import', () => {
  const call = async (...args: string[]): Promise<{ code: number | null; said: string }> => {
    const command = HubCommand.call(['import', ...args], hub.environment);
    const code = await command.exit();
    return { code, said: command.said };
  };
  const file = (name: string, bytes: Buffer | string): string => {
    const path = join(hub.dataDir, name);
    writeFileSync(path, bytes);
    return path;
  };
  const as = ['--agency', 'SVC', '--as', 'finder@svc.example.test'];

  test('checks, applies, and says where the bad rows are', async () => {
    const path = file('annex.xlsx', annexA([child('S1'), child('S2', { Ethnicity: 'nobody knows' })], [adult('B1', 'G1')]));
    const dry = await call(path, ...as, '--dry-run', '--json');
    expect([dry.code, (JSON.parse(dry.said) as { status: string; errors: number }).errors]).toEqual([0, 1]);
    const all = await call(path, ...as, '--all-or-nothing');
    expect(all).toMatchObject({ code: 1, said: expect.stringContaining('nothing was changed') as string });
    const done = await call(path, ...as);
    expect(done.code).toBe(0);
    expect(done.said).toMatch(/List 10 +2 +1 +0 +0 +1/);
    expect(done.said).toContain('ERROR List 10, row 3, Ethnicity "nobody knows"');
    expect((await call(path, ...as)).said).toMatch(/List 10 +2 +0 +0 +1 +1/);
  });

  test('takes the table of places', async () => {
    expect(await call('--places', file('places.csv', 'outcode,latitude,longitude\nQA1,53.1,-0.9\n'))).toMatchObject({ code: 0, said: expect.stringContaining('1 districts read, 1 added or moved') as string });
  });

  test('refuses people who are not of the agency, or have no right', async () => {
    const path = file('one.xlsx', annexA([child('S9')], []));
    expect((await call(path, '--agency', 'SVC', '--as', 'finder@nmb.example.test')).code).toBe(1);
    expect((await call(path, '--agency', 'NMB', '--as', 'analyst@nmb.example.test')).code).toBe(1);
  });
});
