import { deflateRawSync } from 'node:zlib';
import readExcelFile from 'read-excel-file/node';
import type { DomainError } from '@hub/domain/errors';
import { FORMULA_WITHOUT_VALUE } from '@hub/domain/interchange/cell';
import { LIST_10 } from '@hub/domain/interchange/annex-a';
import { CHILDREN_SHEET, HOUSEHOLDS_SHEET } from '@hub/domain/interchange/profile-sheet';
import { columnName, tableSheet, workbook, workbookParts, XML, zip } from '../../../../../test/samples/workbook';
import type { TestCell, ZipPart } from '../../../../../test/samples/workbook';
import { csvTemplate, profileSheetTemplate } from '../template';
import { fileType } from './file-type';
import { readFileSheets } from './read-file';
import { isDateFormat } from './workbook-parts';

const HEADINGS = LIST_10.columns.map(({ heading }) => heading);

/** The rows of the sheet "List 10" of a workbook with these rows. */
async function rowsOf(rows: readonly (readonly TestCell[])[], options: Parameters<typeof workbook>[1] = {}) {
  const [sheet] = await readFileSheets('XLSX', workbook([{ name: 'List 10', rows }], options));
  return sheet?.rows;
}

const refusal = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    expect(['FILE_REFUSED', 'LIMIT_EXCEEDED']).toContain((error as DomainError).code);
    return (error as Error).message;
  }
  return 'taken';
};

const read = (bytes: Buffer) => async (): Promise<unknown> => {
  fileType('list.xlsx', bytes);
  return readFileSheets('XLSX', bytes);
};

describe('workbooks', () => {
  test('texts, numbers, truths, days and the cached values of formulas', async () => {
    const cells: TestCell[] = [
      'a & b', 7961370, { serial: 43924 }, { xml: '<c r="PLACE" t="s"><v>0</v></c>' }, { xml: '<c r="PLACE" t="b"><v>1</v></c>' },
      { xml: '<c r="PLACE" s="1"><f>H2+5</f><v>40036</v></c>' }, { xml: '<c r="PLACE" t="str"><f>A1&amp;"x"</f><v>ax</v></c>' }, { xml: '<c r="PLACE" t="str"><f>A1</f><v></v></c>' },
      { xml: '<c r="PLACE" s="1"><f>H2+5</f></c>' }, { xml: '<c r="PLACE" t="e"><f>1/0</f><v>#DIV/0!</v></c>' }, { xml: '<c r="PLACE" t="d"><v>2020-04-03T00:00:00</v></c>' },
      { xml: '<c r="PLACE" t="inlineStr"><is><r><t>rich </t></r><r><t>text</t></r></is></c>' }, { xml: '<c r="PLACE" s="1"/>' }, { xml: '<c r="PLACE"><v>1.5E3</v></c>' },
    ];
    expect(await rowsOf([HEADINGS, cells], { strings: ['shared é text'] })).toEqual([
      HEADINGS,
      ['a & b', 7961370, { date: '2020-04-03' }, 'shared é text', true, { date: '2009-08-11' }, 'ax', null, FORMULA_WITHOUT_VALUE, '#DIV/0!', { date: '2020-04-03' }, 'rich text', null, 1500],
    ]);
  });

  test('rows keep the numbers that Excel shows, whatever is left out between them', async () => {
    const parts = workbookParts([{ name: 'List 10', rows: [] }]).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, content: `${XML}<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Child Unique ID</x:t></x:is></x:c></x:row><x:row r="7"><x:c r="C7"><x:v>9</x:v></x:c></x:row></x:sheetData></x:worksheet>` } : part,
    );
    const [sheet] = await readFileSheets('XLSX', zip(parts));
    expect(sheet?.rows).toHaveLength(7);
    expect(sheet?.rows[6]).toEqual([null, null, 9]);
  });

  test('days counted from 1904', async () => {
    expect((await rowsOf([HEADINGS, [{ serial: 42_462 }]], { is1904: true }))?.[1]).toEqual([{ date: '2020-04-03' }]);
  });

  test.each([['dd/mm/yyyy;@', true], ['[$-809]d mmmm yyyy', true], ['0.00', false], ['General', false], ['"day" 0', false], ['[Red]0', false], ['hh:mm', false], ['@', false], ['#,##0_d', false]])('the format %p shows a day: %p', (format, isDate) =>
    expect(isDateFormat(format)).toBe(isDate),
  );

  test('sheets of no interest are passed over', async () => {
    const sheets = await readFileSheets('XLSX', workbook([{ name: 'List 1', rows: [['Child Unique ID'], [1]] }, tableSheet('Adopted', HEADINGS, [{ 'Child Unique ID': 1 }])]));
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['List 1', 0], ['Adopted', 2]]);
  });

  test('an independent reader sees the same cells', async () => {
    const rows: TestCell[][] = [HEADINGS, [1, 'two', { serial: 43924 }, { xml: '<c r="PLACE" s="1"><f>H2+5</f><v>40036</v></c>' }]];
    const bytes = workbook([{ name: 'List 10', rows }]);
    const [other] = await readExcelFile(bytes);
    const days = other?.data[1]?.map((cell) => ((cell as unknown) instanceof Date ? { date: (cell as unknown as Date).toISOString().slice(0, 10) } : cell)).slice(0, 4);
    expect(days).toEqual((await readFileSheets('XLSX', bytes))[0]?.rows[1]);
  });
});

const parts = (): ZipPart[] => workbookParts([tableSheet('List 10', HEADINGS, [{ 'Child Unique ID': 1 }])]);
const withSheet = (content: string | Buffer): ZipPart[] => parts().map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, content } : part));
const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(10)}"><!ENTITY lol3 "${'&lol2;'.repeat(10)}">]>`;

describe('hostile workbooks are refused, quickly and in words', () => {
  test.each<[string, () => Buffer, RegExp]>([
    ['a zip bomb', () => zip(withSheet(Buffer.alloc(60 * 1024 * 1024, 0x20))), /unpacks to far more/],
    ['many parts that are each just under the ratio', () => zip([...parts(), ...Array.from({ length: 12 }, (_, at) => ({ name: `xl/media/${at}.xml`, content: Buffer.alloc(20 * 1024 * 1024, 0x20) }))]), /unpacks to far more/],
    ['lying sizes', () => zip(parts().map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, claims: { size: 10 } } : part))), /unpacks to far more/],
    ['parts that share their bytes', () => zip([...parts(), { name: 'xl/a.xml', content: Buffer.alloc(5000, 1) }, { name: 'xl/a.xml', content: Buffer.alloc(5000, 1), claims: { name: 'xl/b.xml' }, sharesBytes: true }]), /packed in a way/],
    ['a name that climbs out', () => zip([...parts(), { name: 'xl/../../etc/passwd', content: 'x' }]), /packed in a way/],
    ['an absolute name', () => zip([...parts(), { name: '/etc/passwd', content: 'x' }]), /packed in a way/],
    ['a symbolic link', () => zip([...parts(), { name: 'xl/link', content: '/etc/passwd', claims: { mode: 0xa1ff } }]), /packed in a way/],
    ['a password', () => zip(parts().map((part) => ({ ...part, claims: { flags: 1 } }))), /packed in a way/],
    ['two names for one part', () => zip([...parts(), { name: 'xl/one.xml', content: 'x', claims: { name: 'xl/two.xml' } }]), /packed in a way/],
    ['a part twice', () => zip([...parts(), { name: 'xl/styles.xml', content: 'x' }]), /packed in a way/],
    ['macros', () => zip([...parts(), { name: 'xl/vbaProject.bin', content: 'x' }]), /macros/],
    ['billion laughs', () => zip(withSheet(`<?xml version="1.0"?>${LAUGHS}<worksheet>&lol3;</worksheet>`)), /XML entities/],
    ['an external entity', () => zip(withSheet('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>')), /XML entities/],
    ['UTF-16', () => zip(withSheet(Buffer.from('\ufeff<worksheet/>', 'utf16le'))), /UTF-16/],
    ['no workbook inside', () => zip([{ name: 'readme.txt', content: 'x' }]), /no workbook/],
    ['a nested archive', () => zip([{ name: 'inner.xlsx', content: workbook([{ name: 'a', rows: [] }]) }]), /no workbook/],
    ['cut off', () => workbook([{ name: 'List 10', rows: [HEADINGS] }]).subarray(0, 700), /damaged/],
    ['something behind the end', () => Buffer.concat([workbook([{ name: 'List 10', rows: [HEADINGS] }]), Buffer.from('MZ')]), /damaged/],
    ['a row far away', () => zip(withSheet('<worksheet><sheetData><row r="99999999"/></sheetData></worksheet>')), /damaged/],
    ['a tag without an end', () => zip(withSheet(`<worksheet><sheetData><row ${'x'.repeat(600_000)}`)), /damaged/],
  ])('%s', async (_, make, sentence) => {
    const bytes = make();
    const began = performance.now();
    expect(await refusal(read(bytes))).toMatch(sentence);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('a million entries', async () => {
    const entry = zip([{ name: 'a', content: '' }]).subarray(0, 31 + 2);
    const central = Buffer.alloc(47 * 100_000);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(0xfffe, 8);
    end.writeUInt16LE(0xfffe, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(entry.length, 16);
    expect(await refusal(read(Buffer.concat([entry, central, end])))).toMatch(/packed in a way/);
  });
});

describe('limits', () => {
  const wide = Array.from({ length: 201 }, (_, at) => `h${at}`);

  test.each<[string, () => readonly (readonly TestCell[])[], RegExp]>([
    ['50,001 rows', () => [HEADINGS, ...Array.from({ length: 50_001 }, (_, at) => [at])], /50,000 rows/],
    ['201 columns', () => [[...HEADINGS, ...wide]], /200 columns/],
    ['a cell of 40,000 characters', () => [HEADINGS, ['x'.repeat(40_000)]], /32,768 characters/],
  ])('%s', async (_, make, sentence) => expect(await refusal(read(workbook([{ name: 'List 10', rows: make() }])))).toMatch(sentence));

  test('50,000 rows are taken', async () => {
    const rows = await rowsOf([HEADINGS, ...Array.from({ length: 50_000 }, (_, at) => [at])]);
    expect(rows).toHaveLength(50_001);
  });

  test('more than 10 MB', async () => expect(await refusal(() => fileType('list.xlsx', Buffer.alloc(10 * 1024 * 1024 + 1)))).toMatch(/10 MB/));
});

describe('the type of a file', () => {
  const book = workbook([{ name: 'List 10', rows: [HEADINGS] }]);

  test.each<[string, Buffer, RegExp]>([
    ['list.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /\.xlsx alone/],
    ['list.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old kind or one with a password/],
    ['list.xlsm', book, /\.xlsx alone/],
    ['list.ods', book, /\.xlsx alone/],
    ['list.pdf', Buffer.from('%PDF-1.7'), /PDF/],
    ['list.xlsx', Buffer.from('%PDF-1.7'), /PDF/],
    ['list.csv', Buffer.from('%PDF-1.7'), /PDF/],
    ['list.xlsx', Buffer.from('MZ\u0090'), /program/],
    ['list.csv', Buffer.from('MZ\u0090'), /program/],
    ['list.exe', Buffer.from('MZ\u0090'), /Only \.xlsx and \.csv/],
    ['list', book, /Only \.xlsx and \.csv/],
    ['list.zip', book, /Archives/],
    ['list.csv', book, /workbook or an archive/],
    ['list.xlsx', Buffer.from('a,b\n1,2'), /no workbook/],
    ['list.csv', Buffer.from('a,b\u0000'), /no text/],
    ['list.csv', Buffer.from('<html><table>'), /another kind/],
    ['list.csv', Buffer.alloc(0), /empty/],
  ])('%s that is something else', async (name, bytes, sentence) => expect(await refusal(() => fileType(name, bytes))).toMatch(sentence));

  test('both kinds that are taken', () => {
    expect(fileType('List.XLSX', book)).toBe('XLSX');
    expect(fileType('list.csv', Buffer.from('a;b'))).toBe('CSV');
  });
});

describe('CSV', () => {
  const csv = async (bytes: Buffer) => (await readFileSheets('CSV', bytes))[0]?.rows;

  test.each<[string, Buffer]>([
    ['commas', Buffer.from('Child Unique ID,Contact\n1,é\n')],
    ['semicolons', Buffer.from('Child Unique ID;Contact\r\n1;é\r\n')],
    ['tabs and a mark', Buffer.from('\ufeffChild Unique ID\tContact\n1\té')],
    ['Windows-1252', Buffer.from('Child Unique ID,Contact\n1,\u00e9', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffChild Unique ID\tContact\n1\té', 'utf16le')],
    ['quotation marks', Buffer.from('"Child Unique ID","Contact"\n"1","é"')],
  ])('%s', async (_, bytes) => expect(await csv(bytes)).toEqual([['Child Unique ID', 'Contact'], ['1', 'é']]));

  test('blank lines keep the row numbers, formulas stay text', async () => {
    expect(await csv(Buffer.from('a,b\n\n1,"two, ""too""\nlines"\n\'=1+1,="007"'))).toEqual([['a', 'b'], [null], ['1', 'two, "too"\nlines'], ['=1+1', '007']]);
  });

  test('a quotation mark without its other is told by its line', async () => {
    expect(await refusal(() => csv(Buffer.from('a,b\n1,2\n"3,4\n')))).toMatch(/no proper CSV/);
  });

  test('limits', async () => {
    expect(await refusal(() => csv(Buffer.from(`a\n${'1\n'.repeat(50_001)}`)))).toMatch(/50,000 rows/);
    expect(await refusal(() => csv(Buffer.from(Array.from({ length: 201 }, (_, at) => columnName(at)).join(','))))).toMatch(/200 columns/);
    expect(await refusal(() => csv(Buffer.from(`a\n${'x'.repeat(40_000)}`)))).toMatch(/32,768/);
  });
});

test('the templates read back as their own sheets, empty', async () => {
  const sheets = await readFileSheets('XLSX', await profileSheetTemplate());
  expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['Children', 1], ['Households', 1], ['Explanation', 0]]);
  expect(sheets[0]?.rows[0]).toEqual(CHILDREN_SHEET.columns.map(({ heading }) => heading));
  expect((await readFileSheets('CSV', Buffer.from(csvTemplate('households'))))[0]?.rows).toEqual([HOUSEHOLDS_SHEET.columns.map(({ heading }) => heading)]);
});

test('what cannot be inflated is told as damage', async () => {
  const bytes = Buffer.from(workbook([{ name: 'List 10', rows: [HEADINGS] }]));
  const packed = deflateRawSync(Buffer.from('x'));
  const at = bytes.indexOf(Buffer.from('xl/worksheets/sheet1.xml')) + 'xl/worksheets/sheet1.xml'.length;
  bytes.fill(0xff, at, at + packed.length + 20);
  expect(await refusal(read(bytes))).toMatch(/damaged|unpacks/);
});
