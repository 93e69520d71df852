import { importCommand } from './import.command';
import { placesText, publishedText, reportText } from './import-text';
import type { Outcome } from './import-services';

async function call(args: readonly string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await importCommand.run(args, { out: (line) => lines.push(line), err: (line) => lines.push(line) });
  return { code, said: lines.join('\n') };
}

test.each<[readonly string[], number, RegExp]>([
  [[], 2, /Name the file/],
  [['a.xlsx', 'b.xlsx'], 2, /One file at a time/],
  [['a.xlsx'], 2, /--agency/],
  [['a.xlsx', '--agency', 'NMB'], 2, /--as/],
  [['a.xlsx', '--agency'], 2, /--agency/],
  [['a.xlsx', '--wrong'], 2, /hub import FILE/],
  [['--places', 'a.csv', '--agency', 'NMB'], 2, /no agency/],
  [['--england', 'a.csv', '--agency', 'NMB'], 2, /--england goes with no agency/],
  [['--neighbours', '--england', 'a.csv'], 2, /One kind of file/],
  [['--neighbours'], 2, /Name the file/],
  [['--help'], 0, /--neighbours[^]*--england/],
  [['--help'], 0, /all-or-nothing/],
])('%p ends with %p', async (args, code, said) => {
  const result = await call(args);
  expect(result.code).toBe(code);
  expect(result.said).toMatch(said);
});

test('a file that is not there is said before any database is asked', async () => {
  await expect(call(['no-such-file.xlsx', '--agency', 'NMB', '--as', 'a@b.example'])).rejects.toThrow('There is no such file.');
});

const OUTCOME: Outcome = {
  reference: 'I-7F3K2Q', status: 'APPLIED', errorCode: null, errorMessage: null, errors: 1, warnings: 0, mapping: [],
  counts: [{ sheet: 'List 10', rows: 3, added: 1, changed: 1, unchanged: 0, refused: 1 }],
  differences: [{ subject: 'Child C1', field: 'Contact', before: null, after: '2' }],
  issues: [{ severity: 'ERROR', sheet: 'List 10', row: 3, column: 'Ethnicity', value: 'x', code: 'NOT_A_CODE', message: 'Write a code.' }],
};

test('the report of an import', () => {
  expect(reportText(OUTCOME, false)).toEqual([
    'Import I-7F3K2Q applied: 1 error, 0 warnings.',
    '  sheet         rows      added    changed  unchanged    refused',
    '  List 10          3          1          1          0          1',
    '  Child C1: Contact: not recorded -> 2',
    'ERROR List 10, row 3, Ethnicity "x": Write a code. [NOT_A_CODE]',
  ]);
  expect(reportText({ ...OUTCOME, status: 'FAILED', errorMessage: 'The file is empty.' }, false)[0]).toBe('Import I-7F3K2Q: nothing was changed. The file is empty.');
  expect(reportText({ ...OUTCOME, status: 'CHECKED' }, true)[0]).toContain('a dry run changes nothing');
  expect(publishedText('ENGLAND', { rows: 3, taken: 2, issues: [] })).toEqual(['3 rows read, 2 figures of England new or other than before.']);
  expect(placesText({ rows: 2, changed: 1, issues: [] })).toEqual(['2 districts read, 1 added or moved.']);
});
