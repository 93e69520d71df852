import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { dayWords } from '@hub/domain/dates/words';
import { isoDate } from '@hub/domain/dates/iso-date';
import { halfYearBefore, halfYearOf } from '@hub/domain/performance/executive-report';
import { startHub, type RunningHub } from '../harness/hub-process';
import { readPdf } from '../harness/pdf-text';
import { firstAdministrator, person, smallRegion } from '../harness/people';
import { leave, sit, sound, type Watched } from './watched-page';

const MANAGER = 'manager@northmoor.example.test';
const today = isoDate(new Date().toISOString().slice(0, 10));
const LAST = halfYearBefore(halfYearOf(today));
const title = `Six-monthly report, ${dayWords(LAST.from)} to ${dayWords(LAST.to)}`;

let hub: RunningHub;
let watched: Watched;
let addChild: (name: string) => Promise<unknown>;

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  await person(admin, { agency: 'NMB', email: MANAGER, roles: ['APPROVING_MANAGER'], displayName: 'Morgan Head' });
  const worker = await person(admin, { agency: 'NMB', email: 'worker@northmoor.example.test', roles: ['CHILDS_WORKER'] });
  addChild = (firstName) => worker.query('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference } }', {
    input: { facts: { firstName, sex: 'F', dateOfBirth: '2023-03-01', enteredCareOn: '2025-01-01', admDecidedOn: LAST.from } },
  });
  await addChild('Wren');
  await counted();
  watched = await sit(hub.url, MANAGER);
}, 120_000);

afterAll(async () => {
  if (watched) await leave(watched);
  await hub?.stop();
});

/** Waits for the round that counts indicators, and who waits. */
async function counted(): Promise<void> {
  const db = new Client({ connectionString: hub.database.superuserUrl });
  await db.connect();
  await db.query(`insert into hub.outbox (name, queue, payload) values ('performance.reckon', 'care', '{}')`);
  while (Number((await db.query('select count(*) from hub.sufficiency_count')).rows[0].count) === 0) await pause(200);
  await db.end();
}

const figure = (name: string) => watched.page.getByRole('row', { name: new RegExp(`^\\W*(What)?${name}`) }).first();

describe('the six-monthly report', () => {
  it('writes its figures itself, and takes words and an action', async () => {
    const { page } = watched;
    await page.getByRole('link', { name: 'Reports', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Six-monthly reports' }).waitFor();
    await sound(page);
    await page.getByRole('link', { name: `${dayWords(LAST.from)} to ${dayWords(LAST.to)}` }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await figure('Children waiting').innerText()).toContain('1 child');
    await sound(page);
    await page.getByRole('link', { name: /^Write these words.*Children waiting/ }).click();
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await page.getByRole('link', { name: 'Write something' }).waitFor();
    await page.getByLabel('What is to be said about these figures?').fill('One child waits, and a search is under way.');
    await sound(page);
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await page.getByText('Your words are kept.').waitFor();
    await page.getByRole('link', { name: 'Add an action' }).click();
    await page.getByLabel('What is to be done?').fill('Hold an information evening.');
    await page.getByLabel('What is it about?').selectOption('RECRUITMENT');
    await page.getByLabel('Who does it?').selectOption({ label: 'Morgan Head' });
    for (const [legend, year] of [['Until when?', '2030'], ['When is it reviewed?', '2031']] as const) {
      const group = page.getByRole('group', { name: legend });
      for (const [label, value] of [['Day', '1'], ['Month', '2'], ['Year', year]] as const) await group.getByLabel(label).fill(value);
    }
    await sound(page);
    await page.getByRole('button', { name: 'Add this action' }).click();
    await page.getByText('The action is added.').waitFor();
    await page.getByRole('table', { name: 'Improvement actions' }).getByText('Hold an information evening.').first().waitFor();
  });

  it('is signed, printed as a tagged PDF, and stays as it was signed when the records change', async () => {
    const { page } = watched;
    await page.getByRole('link', { name: 'Sign this report' }).click();
    await page.getByRole('heading', { level: 1, name: /^Sign the report on/ }).waitFor();
    await sound(page);
    await page.getByRole('button', { name: 'Sign this report' }).click();
    await page.getByText('The report is signed.').waitFor();
    await page.getByText(/Signed by Morgan Head/).waitFor();
    await sound(page);
    await addChild('Robin');
    await page.reload();
    await page.getByText(/It stays as it was signed/).waitFor();
    expect(await figure('Children waiting').innerText()).toContain('1 child');
    expect(await page.getByRole('link', { name: /these words/ }).count()).toBe(0);
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.getByRole('button', { name: 'Download as PDF' }).click()]);
    const file = await readFile(await download.path());
    const bytes = file.toString('latin1');
    expect(bytes).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(bytes).toMatch(/\/StructTreeRoot/);
    const { text } = readPdf(file);
    for (const words of ['One child waits, and a search is under way.', 'Hold an information evening.', 'Signed by Morgan Head', 'Children waiting', '1 child']) expect(text).toContain(words.replace(/\s/g, ''));
    expect([watched.faults, watched.origins.size]).toEqual([[], 1]);
  }, 120_000);

  it('has returns to hand in beside it: the quarter’s children without a name, and the scorecard sheet', async () => {
    const { page } = watched;
    await page.goto('/performance/hand-in');
    await page.getByRole('heading', { level: 1, name: 'Returns to hand in' }).waitFor();
    await page.getByRole('button', { name: 'Make the files' }).click();
    await page.getByRole('link', { name: 'Choose what it is for' }).waitFor();
    await page.getByLabel('What is it for?').selectOption('ASGLB');
    await page.getByRole('button', { name: 'Make the files' }).click();
    await page.getByText(/for the quarterly adoption data collection/).waitFor();
    await sound(page);
    const [children] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download children (CSV)' }).click()]);
    const text = await readFile(await children.path(), 'utf8');
    expect([text.split('\r\n').length, /Wren|Robin/.test(text)]).toEqual([1 + 2 + 2 + 1, false]);
    const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the scorecard sheet (XLSX)' }).click()]);
    expect(sheet.suggestedFilename()).toBe('scorecard.xlsx');
  });

  it('is helped by the numbers of who waits and which families there are, as the round counted them', async () => {
    const { page } = watched;
    await page.goto('/performance/sufficiency');
    await page.getByRole('heading', { level: 1, name: 'Children waiting and families for them' }).waitFor();
    await page.getByRole('table', { name: 'All', exact: true }).getByText('All who wait').waitFor();
    await sound(page);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as CSV' }).click()]);
    expect(await readFile(await file.path(), 'utf8')).toContain('All,all who wait,0,0,0,0,0,');
    expect([watched.faults, watched.origins.size]).toEqual([[], 1]);
  }, 60_000);
});
