import { randomBytes } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import { LIST_10, LIST_11 } from '@hub/domain/interchange/annex-a';
import { CHILDREN_SHEET, HOUSEHOLDS_SHEET } from '@hub/domain/interchange/profile-sheet';
import type { ImportReport } from '@hub/domain/interchange/report';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { tableSheet, workbook, workbookParts, zip, type TestCell } from '../../../../test/samples/workbook';
import { openWorld, type Town, type World } from '../children/spec-world';
import { ImportExecutor } from './import-executor';
import { ImportsService, type ImportSummary } from './imports.service';
import { PlacesService } from './places.service';
import { FileReader } from './reading/file-reader';
import { SealedImports } from './sealed-imports';

let database: TestDatabase;
let world: World;
let imports: ImportsService;
let north: Town;
let finder: Actor;

type Row = Readonly<Record<string, TestCell>>;

const headings = (spec: typeof LIST_10): string[] => spec.columns.map(({ heading }) => heading);

const child = (id: string | number, more: Row = {}): Row => ({
  'Child Unique ID': id, Gender: 'b) Female', Ethnicity: 'a) WBRI', 'Date of Birth': { serial: 45_082 }, 'Does the Child have a Disability': 'b) No',
  'Date the Child Entered Care': '01/02/2024', 'Date of Decision that Child Should be Placed for Adoption': '01/09/2024', 'Date of Placement Order': '01/12/2024', ...more,
});

const adult = (id: string, family: string, more: Row = {}): Row => ({
  'Individual adopter identifier': id, 'Family identifier': family, Gender: 'a) Male', Ethnicity: 'a) WBRI', Disability: 'b) No',
  'Is the (prospective) adopter fostering for adoption?': 'No', 'Date enquiry received': '01/02/2024', 'Date application approved': '01/12/2024', ...more,
});

const annexA = (children: Row[], adults: Row[]): Buffer => workbook([tableSheet('List 10', headings(LIST_10), children), tableSheet('List 11', headings(LIST_11), adults)]);
const profiles = (children: Row[], households: Row[], columns = headings(CHILDREN_SHEET)): Buffer =>
  workbook([tableSheet('Children', columns, children), tableSheet('Households', headings(HOUSEHOLDS_SHEET), households)]);

interface Result extends ImportSummary {
  readonly report: ImportReport | undefined;
}

async function look(actor: Actor, reference: string): Promise<Result> {
  const found = await imports.find(actor, reference);
  if (!found) throw new Error('no such import');
  return { ...found, report: (await imports.reports(actor, [reference])).get(reference) };
}

async function check(actor: Actor, bytes: Buffer, kind: 'ANNEX_A' | 'PROFILE_SHEET' = 'ANNEX_A', fileName = 'list.xlsx'): Promise<Result> {
  const { id, reference } = await imports.start(actor, { kind, fileName, bytes });
  await imports.check(id);
  return look(actor, reference);
}

async function take(actor: Actor, bytes: Buffer, kind: 'ANNEX_A' | 'PROFILE_SHEET' = 'ANNEX_A'): Promise<Result> {
  const checked = await check(actor, bytes, kind);
  expect(checked.status).toBe('CHECKED');
  await imports.requestApply(actor, checked.reference, false);
  await imports.apply(checked.id);
  return look(actor, checked.reference);
}

const counts = ({ counts: list }: Result) => list.map(({ sheet, rows, added, changed, unchanged, refused }) => [sheet, rows, added, changed, unchanged, refused]);
const codes = ({ report }: Result) => report?.issues.filter(({ severity }) => severity === 'ERROR').map(({ sheet, row, column, code }) => [sheet, row, column, code]);

async function employ(town: Town): Promise<Actor> {
  const actor = town.as('FAMILY_FINDER', 'AGENCY_ADMIN');
  await world.sql(`update hub.app_user set roles = $2 where id = $1`, [actor.userId, town.kind === 'COUNCIL' ? actor.roles : ['AGENCY_ADMIN']]);
  return { ...actor, roles: town.kind === 'COUNCIL' ? actor.roles : ['AGENCY_ADMIN'] };
}

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  const sealed = new SealedImports(world.vault);
  const files = new FileReader();
  imports = new ImportsService(world.uow, sealed, new ImportExecutor(world.uow, world.vault, sealed, files, systemClock));
  north = await world.town('NMB');
  finder = await employ(north);
});

afterEach(async () => {
  await world?.close();
  await database?.drop();
});

describe('a good file', () => {
  it('is checked without a trace, applied, and changes nothing the second time', async () => {
    const bytes = annexA([child(1, { 'Family identifier': 'F1' }), child(2)], [adult('A1', 'F1'), adult('A2', 'F1'), adult('A3', 'F2')]);
    const checked = await check(finder, bytes);
    expect(counts(checked)).toEqual([['List 10', 2, 2, 0, 0, 0], ['List 11', 3, 3, 0, 0, 0]]);
    expect(checked).toMatchObject({ status: 'CHECKED', progress: 100, fileName: 'list.xlsx' });
    expect(await world.sql('select count(*)::int as n from hub.child')).toEqual([{ n: 0 }]);
    expect(counts(await take(finder, bytes))).toEqual([['List 10', 2, 2, 0, 0, 0], ['List 11', 3, 3, 0, 0, 0]]);
    const matched = await world.sql<{ n: number }>('select count(*)::int as n from hub.child where matched_household_id is not null');
    expect([matched, await world.sql('select count(*)::int as n from hub.household'), await world.sql('select count(*)::int as n from hub.adult')]).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
    const twice = await take(finder, bytes);
    expect(counts(twice)).toEqual([['List 10', 2, 0, 0, 2, 0], ['List 11', 3, 0, 0, 3, 0]]);
    expect(twice.report?.differences).toEqual([]);
  });

  it('tells what would change, by the headings of the file', async () => {
    await take(finder, annexA([child(1)], [adult('A1', 'F1')]));
    const checked = await check(finder, annexA([child(1, { 'Date of Placement Order': '05/12/2024' })], [adult('A1', 'F1', { 'Date application approved': '02/12/2024' })]));
    expect(counts(checked)).toEqual([['List 10', 1, 0, 1, 0, 0], ['List 11', 1, 0, 1, 0, 0]]);
    expect(checked.report?.differences).toEqual([
      { subject: 'Family F1', field: 'Date application approved', before: '2024-12-01', after: '2024-12-02' },
      { subject: 'Child 1', field: 'Date of Placement Order', before: '2024-12-01', after: '2024-12-05' },
    ]);
  });

  it('brings profiles to records that are there, and clears what is blank', async () => {
    await take(finder, annexA([child(1), child(2)], [adult('A1', 'F1')]));
    const sheet = profiles(
      [{ 'Child Unique ID': 1, 'Need: Attachment': 2, Contact: 1, 'Sibling group': 'S', 'Sibling plan': 'Together', 'Areas to avoid': 'LE2; LE3' }, { 'Child Unique ID': 2, 'Sibling group': 'S', 'Sibling plan': 'Together' }],
      [{ 'Family identifier': 'F1', 'Most children': 2, 'Approved from (months)': 0, 'Approved to (months)': 60, 'Offer: Attachment': 3, 'Children at home': '2015-04', 'Consent to be shown': 'Yes', 'Date of consent to be shown': '01/02/2025' }],
    );
    const first = await take(finder, sheet, 'PROFILE_SHEET');
    expect(counts(first)).toEqual([['Children', 2, 0, 2, 0, 0], ['Households', 1, 0, 1, 0, 0]]);
    expect(await world.sql('select plan, count(*)::int as n from hub.unit u join hub.child c on c.unit_id = u.id group by 1')).toEqual([{ plan: 'TOGETHER', n: 2 }]);
    expect(counts(await take(finder, sheet, 'PROFILE_SHEET'))).toEqual([['Children', 2, 0, 0, 2, 0], ['Households', 1, 0, 0, 1, 0]]);
    const blank = await check(finder, profiles([{ 'Child Unique ID': 1, 'Need: Attachment': 2 }], [], ['Child Unique ID', 'Need: Attachment', 'Contact']), 'PROFILE_SHEET');
    expect(blank.report?.differences).toEqual([{ subject: 'Child 1', field: 'Contact', before: '1', after: null }]);
  });

  it('keeps several decisions of a child as history, and the latest as its record', async () => {
    const decision = 'Date of Decision that Child Should be Placed for Adoption';
    const reversed = child(1, { [decision]: '01/03/2024', 'Date of Placement Order': null, 'Date of Decision that Child Should No Longer be Placed for Adoption': '01/05/2024', 'Reason Why Child No Longer Placed for Adoption': 'RD2' });
    await take(finder, annexA([reversed], [adult('A1', 'F1')]));
    expect(await world.sql('select state from hub.child')).toEqual([{ state: 'PLAN_CHANGED' }]);
    const both = annexA([child(1), reversed], [adult('A1', 'F1')]);
    expect(counts(await take(finder, both))[0]).toEqual(['List 10', 2, 0, 1, 1, 0]);
    expect(await world.sql('select state, adm_decided_on::text as decided, decision_reversed_on as reversed from hub.child')).toEqual([{ state: 'AUTHORITY_TO_PLACE', decided: '2024-09-01', reversed: null }]);
    const history = 'select decided_on::text as decided, reversed_on::text as reversed, reason from hub.adoption_decision order by 1';
    const expected = [{ decided: '2024-03-01', reversed: '2024-05-01', reason: 'RD2' }, { decided: '2024-09-01', reversed: null, reason: null }];
    expect(await world.sql(history)).toEqual(expected);
    expect(counts(await take(finder, both))[0]).toEqual(['List 10', 2, 0, 0, 2, 0]);
    expect(await world.sql(history)).toEqual(expected);
  });

  it('puts a family on hold and not away (leaving reason 2)', async () => {
    await take(finder, annexA([child(1)], [adult('A1', 'F1', { 'Date of leaving adoption process': '01/03/2025', 'Reason for leaving adoption process': '2 - Process put on hold' })]));
    expect(await world.sql('select state from hub.household')).toEqual([{ state: 'ON_HOLD' }]);
  });
});

describe('bad rows', () => {
  const mixed = (): Buffer => annexA([child(1), child(2, { 'Date of Placement Order': '31/02/2025' }), child(1), child(4, { Ethnicity: 'z) ZZZZ' })], [adult('A1', 'F1'), adult('A2', 'F2', { Gender: 'x' })]);

  it('are told by their place and never stop the good ones', async () => {
    const done = await take(finder, mixed());
    expect(counts(done)).toEqual([['List 10', 4, 1, 0, 0, 3], ['List 11', 2, 1, 0, 0, 1]]);
    expect(codes(done)).toEqual([
      ['List 10', 3, 'Date of Placement Order', 'IMPOSSIBLE_DATE'], ['List 10', 5, 'Ethnicity', 'NOT_A_CODE'], ['List 10', 4, 'Child Unique ID', 'DUPLICATE'],
      ['List 11', 3, 'Gender', 'NOT_A_CODE'], ['List 11', 3, 'Family identifier', 'FAMILY_WITHOUT_ADULTS'],
    ]);
  });

  it('stop everything when that was asked', async () => {
    const checked = await check(finder, mixed());
    await expect(imports.requestApply(finder, checked.reference, true)).rejects.toMatchObject({ code: 'GUARD_FAILED' });
    expect((await look(finder, checked.reference)).status).toBe('CHECKED');
    expect(await world.sql('select count(*)::int as n from hub.child')).toEqual([{ n: 0 }]);
  });

  it('profiles of nobody are refused', async () => {
    await take(finder, annexA([child(1)], [adult('A1', 'F1')]));
    const done = await take(finder, profiles([{ 'Child Unique ID': 9 }, { 'Child Unique ID': 1 }], [{ 'Family identifier': 'F9' }, { 'Family identifier': 'F1' }]), 'PROFILE_SHEET');
    expect(counts(done)).toEqual([['Children', 2, 0, 0, 1, 1], ['Households', 2, 0, 0, 1, 1]]);
    expect(codes(done)).toEqual([['Households', 2, 'Family identifier', 'FAMILY_WITHOUT_ADULTS'], ['Children', 2, 'Child Unique ID', 'UNKNOWN_CHILD']]);
  });
});

describe('whole or not at all', () => {
  it('leaves nothing when the writing fails half-way', async () => {
    const checked = await check(finder, annexA(Array.from({ length: 20 }, (_, at) => child(at + 1)), [adult('A1', 'F1')]));
    await imports.requestApply(finder, checked.reference, false);
    // Families are written first; the children then meet a table that refuses them.
    await world.sql(`create function hub.refuse_for_test() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`);
    await world.sql('create trigger refuse before insert on hub.child_profile for each row execute function hub.refuse_for_test()');
    await expect(imports.apply(checked.id)).rejects.toThrow();
    // A fault of ours is tried again: nothing is told to have failed yet, and the file is kept.
    expect(await look(finder, checked.reference)).toMatchObject({ status: 'APPLYING', errorCode: null, progress: 60, step: 'Writing the records, from 21 rows' });
    expect(await world.sql('select (select count(*) from hub.household)::int as households, (select count(*) from hub.child)::int as children, (select count(*) from hub.unit)::int as units')).toEqual([{ households: 0, children: 0, units: 0 }]);
    await world.sql('drop trigger refuse on hub.child_profile');
    await imports.apply(checked.id);
    expect(await look(finder, checked.reference)).toMatchObject({ status: 'APPLIED', progress: 100 });
  });

  it('is applied once, however often the job runs', async () => {
    const checked = await check(finder, annexA([child(1)], [adult('A1', 'F1')]));
    await imports.requestApply(finder, checked.reference, false);
    await imports.requestApply(finder, checked.reference, false);
    expect(await world.sql(`select count(*)::int as n from hub.outbox where name = 'interchange.apply'`)).toEqual([{ n: 1 }]);
    await Promise.all([imports.apply(checked.id), imports.apply(checked.id)]);
    await imports.apply(checked.id);
    expect(await look(finder, checked.reference)).toMatchObject({ status: 'APPLIED', progress: 100 });
    expect(await world.sql(`select count(*)::int as n from audit.event where table_name = 'child' and operation = 'INSERT'`)).toEqual([{ n: 1 }]);
    expect(await world.sql('select file is null as gone from hub.import_batch')).toEqual([{ gone: true }]);
  });

  it('AZ-8: a check queued by a user who then loses access fails closed', async () => {
    const { id, reference } = await imports.start(finder, { kind: 'ANNEX_A', fileName: 'list.xlsx', bytes: annexA([child(1)], []) });
    await world.sql(`update hub.app_user set roles = '{ANALYST}' where id = $1`, [finder.userId]);
    await imports.check(id);
    expect(await look(finder, reference)).toMatchObject({ status: 'FAILED', errorCode: 'FORBIDDEN' });
  });

  it('keeps nothing of what was discarded', async () => {
    const checked = await check(finder, annexA([child(1)], []));
    expect((await imports.discard(finder, checked.reference)).status).toBe('DISCARDED');
    expect(await world.sql('select file, report from hub.import_batch')).toEqual([{ file: null, report: null }]);
    await expect(imports.requestApply(finder, checked.reference, false)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('between agencies', () => {
  it('an import is not there for another agency, nor for other roles', async () => {
    const south = await employ(await world.town('SVC'));
    const checked = await check(finder, annexA([child(1)], []));
    expect(await imports.find(south, checked.reference)).toBeNull();
    expect((await imports.list(south, 10, 0)).totalCount).toBe(0);
    expect((await imports.reports(south, [checked.reference])).size).toBe(0);
    await expect(imports.requestApply(south, checked.reference, false)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(imports.discard(south, checked.reference)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(imports.list(north.as('ANALYST'), 10, 0)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('the same identifiers in two councils are two children', async () => {
    const south = await employ(await world.town('SVC'));
    const bytes = annexA([child(1)], [adult('A1', 'F1')]);
    await take(finder, bytes);
    expect(counts(await take(south, bytes))).toEqual([['List 10', 1, 1, 0, 0, 0], ['List 11', 1, 1, 0, 0, 0]]);
  });

  it('a voluntary agency brings families and no children', async () => {
    const charity = await employ(await world.town('HWA', 'VOLUNTARY'));
    const done = await take(charity, annexA([child(1)], [adult('A1', 'F1')]));
    expect(counts(done)).toEqual([['List 10', 1, 0, 0, 0, 1], ['List 11', 1, 1, 0, 0, 0]]);
  });

  it('nothing of the file lies open in the database', async () => {
    await check(finder, annexA([child('CANARY-7', { Ethnicity: 'CANARY-CODE' })], []), 'ANNEX_A', 'canary-name.xlsx');
    const whole = await world.sql<{ text: string }>(`select b::text as text from hub.import_batch b union all select e::text from audit.event e union all select o::text from hub.outbox o`);
    for (const { text } of whole) {
      expect(text).not.toMatch(/canary/i);
      expect(text).not.toContain(Buffer.from('CANARY').toString('hex'));
    }
  });
});

describe('files that are refused', () => {
  it('by their name and first bytes, before anything is kept', async () => {
    await expect(imports.start(finder, { kind: 'ANNEX_A', fileName: 'list.xlsx', bytes: Buffer.from('MZ\u0090') })).rejects.toMatchObject({ code: 'FILE_REFUSED' });
    expect(await world.sql('select count(*)::int as n from hub.import_batch')).toEqual([{ n: 0 }]);
  });

  it('by their content, with a sentence', async () => {
    const rows = Array.from({ length: 50_001 }, (_, at) => ({ 'Child Unique ID': at }));
    const large = await check(finder, workbook([tableSheet('List 10', headings(LIST_10), rows)]));
    expect(large).toMatchObject({ status: 'FAILED', errorCode: 'FILE_REFUSED', report: { failure: expect.stringMatching(/50,000 rows/) as string } });
    const other = await check(finder, workbook([{ name: 'Budget', rows: [['Cost'], [1]] }]));
    expect(other).toMatchObject({ status: 'CHECKED', counts: [] });
    expect(codes(other)).toEqual([['List 10', null, null, 'MISSING_SHEET']]);
  });
});

test('places are taken by the hub, added and moved, and the rest stays', async () => {
  const hub = await world.town('HUB', 'HUB');
  const places = new PlacesService(world.uow, new FileReader());
  const admin = hub.as('HUB_ADMIN');
  const table = (text: string): Buffer => Buffer.from(`outcode,latitude,longitude\n${text}`);
  expect(await places.load(admin, 'places.csv', table('QA1,53.1,-0.9\nQA2,53.2,-0.8\nNowhere,0,0\n'))).toMatchObject({ rows: 3, changed: 2, issues: [{ row: 4, column: 'outcode' }] });
  expect(await places.load(admin, 'places.csv', table('QA1,53.1,-0.9\nQA2,53.3,-0.8\n'))).toMatchObject({ rows: 2, changed: 1, issues: [] });
  expect(await world.sql('select outcode, lat from hub.place order by 1')).toEqual([{ outcode: 'QA1', lat: 53.1 }, { outcode: 'QA2', lat: 53.3 }]);
  await expect(places.load(finder, 'places.csv', table('QA1,1,1\n'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('a file that unpacks to more than the memory of its reader costs no more than that reader', async () => {
  // Compresses too little for the ratio to tell, and holds more text than 256 MB can, as objects and as their answer.
  const text = randomBytes(100).toString('hex').repeat(150);
  const row = (at: number): string => `<row r="${at + 1}"><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const sheet = `<worksheet><sheetData>${Array.from({ length: 6000 }, (_, at) => row(at)).join('')}</sheetData></worksheet>`;
  const parts = workbookParts([{ name: 'List 10', rows: [] }]).map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, content: sheet } : part));
  await expect(new FileReader().read('list.xlsx', zip(parts))).rejects.toMatchObject({ code: 'FILE_REFUSED', message: expect.stringContaining('too much memory') as string });
});
