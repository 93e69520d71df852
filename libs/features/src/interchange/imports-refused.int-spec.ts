import { randomBytes } from 'node:crypto';
import { LIST_10 } from '@hub/domain/interchange/annex-a';
import { tableSheet, workbook, workbookParts, zip } from '../../../../test/samples/workbook';
import { PlacesService } from './places.service';
import { FileReader } from './reading/file-reader';
import { adult, annexA, child, codes, counts, headings, openImports, type ImportWorld } from './spec-imports';

let on: ImportWorld;

beforeEach(async () => { on = await openImports(); });
afterEach(() => on?.close());

describe('between agencies', () => {
  it('an import is not there for another agency, nor for other roles', async () => {
    const south = await on.employ(await on.world.town('SVC'));
    const checked = await on.check(on.finder, annexA([child(1)], []));
    expect(await on.imports.find(south, checked.reference)).toBeNull();
    expect((await on.imports.list(south, 10, 0)).totalCount).toBe(0);
    expect((await on.imports.reports(south, [checked.reference])).size).toBe(0);
    await expect(on.imports.requestApply(south, checked.reference, false)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(on.imports.discard(south, checked.reference)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(on.imports.list(on.north.as('ANALYST'), 10, 0)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('the same identifiers in two councils are two children', async () => {
    const south = await on.employ(await on.world.town('SVC'));
    const bytes = annexA([child(1)], [adult('A1', 'F1')]);
    await on.take(on.finder, bytes);
    expect(counts(await on.take(south, bytes))).toEqual([['List 10', 1, 1, 0, 0, 0], ['List 11', 1, 1, 0, 0, 0]]);
  });

  it('a voluntary agency brings families and no children', async () => {
    const charity = await on.employ(await on.world.town('HWA', 'VOLUNTARY'));
    const done = await on.take(charity, annexA([child(1)], [adult('A1', 'F1')]));
    expect(counts(done)).toEqual([['List 10', 1, 0, 0, 0, 1], ['List 11', 1, 1, 0, 0, 0]]);
  });

  it('nothing of the file lies open in the database', async () => {
    await on.check(on.finder, annexA([child('CANARY-7', { Ethnicity: 'CANARY-CODE' })], []), 'ANNEX_A', 'canary-name.xlsx');
    const whole = await on.world.sql<{ text: string }>(`select b::text as text from hub.import_batch b union all select e::text from audit.event e union all select o::text from hub.outbox o`);
    for (const { text } of whole) {
      expect(text).not.toMatch(/canary/i);
      expect(text).not.toContain(Buffer.from('CANARY').toString('hex'));
    }
  });
});

describe('files that are refused', () => {
  it('by their name and first bytes, before anything is kept', async () => {
    await expect(on.imports.start(on.finder, { kind: 'ANNEX_A', fileName: 'list.xlsx', bytes: Buffer.from('MZ\u0090') })).rejects.toMatchObject({ code: 'FILE_REFUSED' });
    expect(await on.world.sql('select count(*)::int as n from hub.import_batch')).toEqual([{ n: 0 }]);
  });

  it('by their content, with a sentence', async () => {
    const rows = Array.from({ length: 50_001 }, (_, at) => ({ 'Child Unique ID': at }));
    const large = await on.check(on.finder, workbook([tableSheet('List 10', headings(LIST_10), rows)]));
    expect(large).toMatchObject({ status: 'FAILED', errorCode: 'FILE_REFUSED', report: { failure: expect.stringMatching(/50,000 rows/) as string } });
    const other = await on.check(on.finder, workbook([{ name: 'Budget', rows: [['Cost'], [1]] }]));
    expect(other).toMatchObject({ status: 'CHECKED', counts: [] });
    expect(codes(other)).toEqual([['List 10', null, null, 'MISSING_SHEET']]);
  });
});

test('places are taken by the hub, added and moved, and the rest stays', async () => {
  const hub = await on.world.town('HUB', 'HUB');
  const places = new PlacesService(on.world.uow, new FileReader());
  const admin = hub.as('HUB_ADMIN');
  const table = (text: string): Buffer => Buffer.from(`outcode,latitude,longitude\n${text}`);
  expect(await places.load(admin, 'places.csv', table('QA1,53.1,-0.9\nQA2,53.2,-0.8\nNowhere,0,0\n'))).toMatchObject({ rows: 3, changed: 2, issues: [{ row: 4, column: 'outcode' }] });
  expect(await places.load(admin, 'places.csv', table('QA1,53.1,-0.9\nQA2,53.3,-0.8\n'))).toMatchObject({ rows: 2, changed: 1, issues: [] });
  expect(await on.world.sql('select outcode, lat from hub.place order by 1')).toEqual([{ outcode: 'QA1', lat: 53.1 }, { outcode: 'QA2', lat: 53.3 }]);
  await expect(places.load(on.finder, 'places.csv', table('QA1,1,1\n'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  // It is not even read: no sentence about the file.
  await expect(places.load(on.finder, 'places.pdf', Buffer.from('%PDF-1.7'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('a file that unpacks to more than the memory of its reader costs no more than that reader', async () => {
  // Compresses too little for the ratio to tell, and holds more text than 256 MB can, as objects and as their answer.
  const text = randomBytes(100).toString('hex').repeat(150);
  const row = (at: number): string => `<row r="${at + 1}"><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const sheet = `<worksheet><sheetData>${Array.from({ length: 6000 }, (_, at) => row(at)).join('')}</sheetData></worksheet>`;
  const parts = workbookParts([{ name: 'List 10', rows: [] }]).map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, content: sheet } : part));
  await expect(new FileReader().read('list.xlsx', zip(parts))).rejects.toMatchObject({ code: 'FILE_REFUSED', message: expect.stringContaining('too much memory') as string });
});
