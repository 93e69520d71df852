import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse } from 'csv-parse/sync';
import ts from 'typescript';

/*
 * Papers that stay true: docs/security.md, docs/dpia.md and docs/asvs.csv name tests as their proof. In the two pages a test's
 * title stands in curly quotation marks, and nothing else does. A title of a table's template is written as in the source.
 */

const ROOT = join(__dirname, '../..');
const SECURITY = 'docs/security.md';
const TRAPS = 'docs/traps.md';
const PAGES = [SECURITY, 'docs/dpia.md', TRAPS];
const CSV = 'docs/asvs.csv';
const COLUMNS = ['id', 'level', 'asks', 'status', 'where', 'test', 'note'] as const;
const STATUSES = ['met', 'partly', 'not yet', 'not applicable'];
const REQUIREMENT = /\b(?:AUTH|SES|AZ|FLD|RLS|AUD|ANON|LIM|UPL|SEC|SUP|HDR|BAK|RET|REL)-\d+\b/g;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

const read = (place: string): string => readFileSync(join(ROOT, place), 'utf8');

function* specs(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const place = join(folder, entry.name);
    if (entry.isDirectory()) yield* specs(place);
    else if (/spec\.tsx?$/.test(entry.name)) yield place;
  }
}

/** `it`, `test` and `describe`, with `.each` and its table before the title; what is skipped proves nothing. */
function declares(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return ['it', 'test', 'describe'].includes(callee.text);
  if (ts.isParenthesizedExpression(callee)) return declares(callee.expression);
  if (ts.isConditionalExpression(callee)) return declares(callee.whenTrue) || declares(callee.whenFalse);
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text !== 'skip' && callee.name.text !== 'todo' && declares(callee.expression);
  return ts.isCallExpression(callee) && ts.isPropertyAccessExpression(callee.expression) && callee.expression.name.text === 'each' && declares(callee.expression);
}

function titlesIn(source: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    const [title] = ts.isCallExpression(node) && declares(node.expression) ? node.arguments : [];
    if (title && ts.isStringLiteralLike(title)) titles.push(title.text);
    else if (title && ts.isTemplateExpression(title)) titles.push(title.getText().slice(1, -1));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('spec.ts', source, ts.ScriptTarget.ES2022, true));
  return titles;
}

/** Every title, with the file that has it first. */
const TITLES = new Map(['apps', 'libs', 'bench', 'test'].flatMap((folder) => [...specs(join(ROOT, folder))])
  .flatMap((place) => titlesIn(readFileSync(place, 'utf8')).map((title) => [title, relative(ROOT, place)] as const)).reverse());

const ROWS = parse(read(CSV), { columns: true }) as Row[];

/** What a page has in quotation marks, with its place; a title is on one line. */
const quoted = (page: string): [place: string, title: string][] =>
  read(page).split('\n').flatMap((line, at) => [...line.matchAll(/“([^”]*)”/g)].map(([, title]): [string, string] => [`${page}:${at + 1}`, title ?? '']));

describe('the titles of tests', () => {
  it('are read from every way to write one, and not from what is skipped', () => {
    const source = "it('a', f); test.each([[1]])('b %s', f); describe.each<number>(c)('c', () => { it(`d ${x} e`, f); }); it.only('f\\'s', f);"
      + "(y ? describe : describe.skip)('g', f); it.skip('h', f); test.todo('i'); run('j'); it.each(['k'])(name, f);";
    expect(titlesIn(source)).toEqual(['a', 'b %s', 'c', 'd ${x} e', "f's", 'g']);
  });
});

describe('docs/asvs.csv', () => {
  it('has its columns, each requirement once and in order, and no status of its own making', () => {
    expect(Object.keys(ROWS[0] ?? {})).toEqual(COLUMNS);
    const order = ROWS.map(({ id }) => id.split('.').map(Number));
    expect(ROWS.filter(({ id, level, asks, status }) => !/^\d+\.\d+\.\d+$/.test(id) || !/^[123]$/.test(level) || asks === '' || !STATUSES.includes(status))).toEqual([]);
    expect(order.filter((id, at) => at > 0 && compare(order[at - 1] ?? [], id) >= 0)).toEqual([]);
  });

  it('has every requirement of ASVS 5.0.0, levels 1 and 2: 70 and 183 of them', () => {
    expect([1, 2].map((level) => ROWS.filter((row) => row.level === String(level)).length)).toEqual([70, 183]);
  });

  it('claims nothing without a place to look it up, and a test or the reason why there is none', () => {
    expect(ROWS.filter(({ status, where }) => (status === 'met' || status === 'partly') && where === '').map(({ id }) => id)).toEqual([]);
    expect(ROWS.filter(({ status, test, note }) => note === '' && (status !== 'met' || test === '')).map(({ id }) => id)).toEqual([]);
  });

  it('names places and tests that exist', () => {
    expect(ROWS.filter(({ where }) => where !== '' && !existsSync(join(ROOT, where))).map(({ id, where }) => `${CSV} ${id}: there is no ${where}`)).toEqual([]);
    expect(ROWS.filter(({ test }) => test !== '' && !TITLES.has(test)).map(({ id, test }) => `${CSV} ${id}: there is no test “${test}”`)).toEqual([]);
  });
});

describe.each(PAGES)('%s', (page) => {
  it('names tests that exist', () => {
    expect(quoted(page).length).toBeGreaterThan(20);
    expect(quoted(page).filter(([, title]) => !TITLES.has(title)).map(([place, title]) => `${place}: there is no test “${title}”`)).toEqual([]);
    expect(read(page).split('\n').filter((line) => line.split('“').length !== line.split('”').length)).toEqual([]);
  });
});

describe('every page of the papers', () => {
  it('links to what is there', () => {
    const pages = ['README.md', ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => join('docs', name))];
    expect(pages.length).toBeGreaterThan(25);
    const links = pages.flatMap((page) => [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => [page, link ?? ''] as const));
    expect(links.filter(([page, link]) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });
});

describe(SECURITY, () => {
  it('lists every requirement that a test claims, and not among what is missing alone', () => {
    const [upToWhatIsMissing = ''] = read(SECURITY).split('\n## Not yet');
    const kept: readonly string[] = upToWhatIsMissing.replace(/“[^”]*”/g, '').match(REQUIREMENT) ?? [];
    const claims = [...TITLES].flatMap(([title, place]) => (title.match(REQUIREMENT) ?? []).map((id) => ({ id, place, title })));
    expect(claims.length).toBeGreaterThan(30);
    expect(claims.filter(({ id }) => !kept.includes(id)).map(({ id, place, title }) => `${id} is claimed by “${title}” (${place}) and not listed as kept`)).toEqual([]);
  });
});

describe(TRAPS, () => {
  // Of figures and files; the others are rules of panels, clocks and fees.
  const FIGURES = [1, 2, 3, 4, 5, 6, 7, 8, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 33, 34, 35, 36, 37];

  it('has every trap of figures and files, each with tests that name it', () => {
    const rows = read(TRAPS).split('\n').flatMap((line) => [...line.matchAll(/^\| (\d+) \|/g)].map(([, trap]) => ({ trap: Number(trap), titles: [...line.matchAll(/“([^”]*)”/g)].map(([, title]) => title ?? '') })));
    expect(rows.map(({ trap }) => trap)).toEqual(FIGURES);
    expect(rows.filter(({ titles }) => titles.length === 0).map(({ trap }) => trap)).toEqual([36]);
    expect(rows.flatMap(({ trap, titles }) => titles.filter((title) => !new RegExp(`traps?( \\d+ and)? ${trap}\\b`).test(title)))).toEqual([]);
  });
});

function compare(one: readonly number[], other: readonly number[]): number {
  return one.map((part, at) => part - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
