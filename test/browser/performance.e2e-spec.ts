import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';
import { HIDDEN_DAYS, HIDDEN_QUARTER, northmoorDays, plantFigures, southvaleDays } from './performance-figures';
import { leave, settled, sit, sound, type Watched } from './watched-page';

const ANALYST = 'analyst@nmb.example.test';
const FIGURES = 'query ($codes: [String!]!, $agencies: [String], $kind: PeriodKind!, $to: [String!]!) { performanceFigures(codes: $codes, agencies: $agencies, kind: $kind, to: $to) { figures { agency to value isHidden n } } }';

let hub: RunningHub;
let db: Client;
let analyst: Awaited<ReturnType<typeof person>>;
let watched: Watched;

interface Told { readonly agency: string | null; readonly to: string; readonly value: number | null; readonly isHidden: boolean; readonly n: number | null }

beforeAll(async () => {
  hub = await startHub({ worker: false });
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  analyst = await person(admin, { agency: 'NMB', email: ANALYST, roles: ['ANALYST'] });
  db = new Client({ connectionString: hub.database.superuserUrl });
  await db.connect();
  await plantFigures(db);
  watched = await sit(hub.url, ANALYST);
}, 120_000);

afterAll(async () => {
  if (watched) await leave(watched);
  await db?.end();
  await hub?.stop();
});

const cellOf = async (page: Page, indicator: string, column: number): Promise<string> => {
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: indicator, exact: true }) });
  return (await row.getByRole('cell').nth(column).locator('.hub-figure').innerText()).replace(/\s*\n\s*/g, ' | ');
};

async function download(page: Page, label: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: label }).click()]);
  return readFile(await file.path());
}

const A10 = 'Entering care to moving in, foster carers who adopted counted from when they fostered';
const A4 = 'Left care through adoption';

describe('councils side by side', () => {
  it('are compared for every indicator, over the period that is chosen', async () => {
    const { page } = watched;
    await page.getByRole('link', { name: 'Performance', exact: true }).click();
    await page.getByText('What was known on 10 Apr 2026').waitFor();
    await settled(page);
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(expect.arrayContaining(['Northmoor Borough', 'Southvale County', 'The region, pooled']));
    // Twelve months to March 2026: four quarters of 10 of 20, and of 13 of 20; in the year before as many.
    expect([await cellOf(page, A4, 0), await cellOf(page, A4, 1), await cellOf(page, A4, 2)]).toEqual(['50% | 40 of 80 | no clear change', '65% | 52 of 80 | no clear change', '58% | 92 of 160 | no clear change']);
    await sound(page);
    await page.getByLabel('Period').selectOption({ label: 'Quarter' });
    await page.getByRole('button', { name: 'Show' }).click();
    // Of two children each, and with the quarter before there are too few to tell a change.
    await page.getByRole('cell').filter({ hasText: '700 days' }).first().waitFor();
    expect([await cellOf(page, A10, 0), await cellOf(page, A10, 1), await cellOf(page, A10, 2)]).toEqual([
      '400 days | 800 / 2 · median 400', '700 days | 1,400 / 2 · median 700', '550 days | 2,200 / 4 · median 550',
    ]);
    expect(await cellOf(page, 'Moved in within the threshold of entering care', 1)).toBe('not known');
  });

  it('show “no children”, never nought, and say what a c is', async () => {
    const { page } = watched;
    await page.getByLabel('Period').selectOption({ label: 'Month' });
    await page.getByLabel('Up to the end of').selectOption({ label: 'Feb 2026' });
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('cell', { name: 'no children' }).first().waitFor();
    expect([await cellOf(page, A4, 0), await cellOf(page, A4, 1)]).toEqual(['no children', 'c']);
    expect(await page.getByText('c: not shown, because one to five children or families could be told from it').count()).toBe(1);
    await sound(page);
  });
});

describe('the charts of an indicator', () => {
  const quarters = Array.from({ length: 17 }, (_, at) => at);
  const mean = (days: readonly number[]): number => days.reduce((sum, one) => sum + one, 0) / days.length;
  // The quarter after the hidden one is told of only with it.
  const southvale = quarters.map((quarter) => (quarter === HIDDEN_QUARTER || quarter === HIDDEN_QUARTER + 1 ? null : mean(southvaleDays(quarter))));
  const northmoor = quarters.map((quarter) => mean(northmoorDays(quarter)));

  it('say their message, and draw the figures that the API gives', async () => {
    const { page } = watched;
    await page.goto('/performance/A10');
    await page.getByRole('heading', { name: 'Southvale County and the region as a whole are getting slower; Northmoor Borough has not changed beyond chance.' }).waitFor();
    await settled(page);
    const { performanceFigures: { figures } } = await analyst.query<{ performanceFigures: { figures: Told[] } }>(FIGURES, { codes: ['A10'], agencies: ['SVC', 'NMB'], kind: 'QUARTER', to: quarters.map((quarter) => `${2022 + Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 3).padStart(2, '0')}`) });
    expect(figures.filter(({ agency }) => agency === 'SVC').map(({ value }) => value)).toEqual(southvale);
    expect(figures.filter(({ agency }) => agency === 'NMB').map(({ value }) => value)).toEqual(northmoor);
    for (const [name, values] of [['Northmoor Borough: no change beyond chance', northmoor], ['Southvale County: getting slower', southvale]] as const) {
      const line = await page.getByRole('img', { name }).locator('[data-mark="line"] path').getAttribute('d');
      const drawn = [...(line ?? '').matchAll(/[ML]([\d.]+),([\d.]+)/g)].map((match) => Number(match[2]));
      const shown = values.flatMap((value) => (value === null ? [] : [value]));
      expect(drawn).toHaveLength(shown.length);
      // Two points give the scale; every other must lie on it.
      const slope = ((drawn.at(-1) ?? 0) - (drawn[1] ?? 0)) / ((shown.at(-1) ?? 0) - (shown[1] ?? 0));
      shown.forEach((value, at) => expect(drawn[at]).toBeCloseTo((drawn[1] ?? 0) + slope * (value - (shown[1] ?? 0)), 0));
    }
    await sound(page);
  });

  it('have the same numbers in their table, CSV and workbook', async () => {
    const { page } = watched;
    await page.getByText('Table of these charts').click();
    const table = page.getByRole('table', { name: /by quarter/ });
    const heads = await table.getByRole('columnheader').allInnerTexts();
    const rows = await table.getByRole('row').filter({ has: page.getByRole('rowheader') }).evaluateAll((all) => all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.lastChild?.textContent ?? '')));
    const inTable = rows.map((row) => [row[heads.indexOf('Council')], row[heads.indexOf('Value')], row[heads.indexOf('Upper limit')]]);
    const whole = (value: number | null): string => (value === null ? 'c' : String(Math.round(value)));
    expect(inTable.filter(([council]) => council === 'Southvale County').map(([, value]) => value)).toEqual(southvale.map(whole));
    expect(inTable.filter(([council]) => council === 'Northmoor Borough').map(([, value]) => value)).toEqual(northmoor.map(whole));

    const csv: string[][] = parse((await download(page, 'Download these charts’ figures as CSV')).subarray(3), { relax_column_count: true });
    const [workbook] = await readXlsxFile(await download(page, 'Download these charts’ figures as a workbook (XLSX)'));
    for (const [first = [], ...lines] of [csv, workbook?.data ?? []] as unknown[][][]) {
      const at = (title: string): number => first.indexOf(title);
      const told = lines.filter((line) => line[0] === 'A10').map((line) => [line[at('Council')], line[at('Value')], line[at('Upper limit')]].map((cell) => String(cell ?? '')));
      expect(told).toEqual(inTable);
    }
    expect(csv.at(-1)?.[0]).toContain('to compare performance');
  });

  it('tell of a hidden figure nowhere', async () => {
    const { page } = watched;
    const files = [await download(page, 'Download these charts’ figures as CSV'), await download(page, 'Download this comparison as CSV')];
    const workbooks = await Promise.all([await download(page, 'Download these charts’ figures as a workbook (XLSX)'), await download(page, 'Download this comparison as a workbook (XLSX)')].map((file) => readXlsxFile(file)));
    const answer = await analyst.query(FIGURES, { codes: ['A10'], agencies: null, kind: 'QUARTER', to: ['2024-03'] });
    for (const text of [await page.content(), ...files.map((file) => file.toString('utf8')), JSON.stringify(workbooks), JSON.stringify(answer)]) expect(text).not.toMatch(new RegExp(`${HIDDEN_DAYS}|8,887`));
    expect((await page.content()).includes('>c<')).toBe(true);
  });

  it('have words of the own agency beside them', async () => {
    const { page } = watched;
    await page.getByLabel('Words about the period to').fill('Two court hearings were put off.');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await page.getByText('Your words stand beside the figures.').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Two court hearings were put off.' }).waitFor();
    await sound(page);
  });

  it('of a share are a funnel too, and intervals instead of ranks', async () => {
    const { page } = watched;
    await page.goto('/performance/A4');
    // The region is 92 of 160, 57.5 per cent; standard error of 80 children 5.5: 50 and 65 lie well within twice that.
    await page.getByRole('heading', { name: 'Chance alone explains how councils differ.' }).waitFor();
    await settled(page);
    const rows = await page.getByRole('table', { name: 'Councils by name, with 95% intervals' }).getByRole('row').evaluateAll((all) => all.slice(1).map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.lastChild?.textContent ?? '')));
    // Wilson: 40 of 80 is 39.3 to 60.7, 52 of 80 is 54.1 to 74.5.
    expect(rows).toEqual([['Northmoor Borough', '50%', '80', '39 to 61', 'no clear difference from the region'], ['Southvale County', '65%', '80', '54 to 75', 'no clear difference from the region']]);
    await sound(page);
  });
});

describe('an indicator of a publication', () => {
  it('is shown as it was published: its day, its months, its figures, and the way back to it', async () => {
    const { page } = watched;
    await page.goto('/performance/publications/PE-KEPT01');
    await page.getByRole('link', { name: A10, exact: true }).click();
    await page.getByText('What was known on 10 Apr 2025').waitFor();
    await page.getByText('Publication Annual report 2025, PE-KEPT01').waitFor();
    await settled(page);
    expect(await page.getByLabel('Up to the end of').locator('option').first().innerText()).toBe('Mar 2025');
    expect(await page.getByRole('img', { name: 'Northmoor Borough: no change beyond chance' }).locator('desc').textContent()).toContain('Mar 2025: 501 days');
    const csv: string[][] = parse((await download(page, 'Download these charts’ figures as CSV')).subarray(3), { relax_column_count: true });
    const version = csv[0]?.indexOf('Version') ?? -1;
    expect([...new Set(csv.filter(([code]) => code === 'A10').map((line) => line[version]))]).toEqual(['7']);
    await sound(page);
    await page.getByRole('link', { name: 'The publication' }).click();
    await page.getByRole('heading', { level: 1, name: 'A publication' }).waitFor();
  });
});

describe('the stages of a time', () => {
  it('stand side by side, also where their page is loaded anew', async () => {
    const { page } = watched;
    await page.goto('/performance/STAGE-EC_ADM');
    await page.getByRole('heading', { level: 1, name: 'Entering care to decision (STAGE.EC_ADM)' }).waitFor();
    await page.getByRole('img', { name: 'Match to moving in, mean days' }).waitFor();
    await sound(page);
  });
});

describe('questions that cannot be answered', () => {
  it.each([
    [{ to: ['2026-13'] }, 'INVALID_INPUT', 'Give a month as YYYY-MM, such as 2026-03.'], [{ to: [] }, 'INVALID_INPUT', 'Name at least one month.'],
    [{ codes: ['A99'] }, 'INVALID_INPUT', 'There is no indicator A99.'], [{ agencies: ['XYZ'] }, 'NOT_FOUND', 'No such agency'],
  ])('are refused in plain words: %j', async (wrong, code, words) => {
    const { errors } = await analyst.ask(FIGURES, { codes: ['A10'], agencies: null, kind: 'QUARTER', to: ['2026-03'], ...wrong });
    expect([errors?.[0]?.extensions?.code, JSON.stringify(errors?.[0])]).toEqual([code, expect.stringContaining(words)]);
  });

  it('leave no fault in the browser', () => {
    expect(watched.faults).toEqual([]);
    expect([...watched.origins]).toEqual([hub.url]);
  });
});
