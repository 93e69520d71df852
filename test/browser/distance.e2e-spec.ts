import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { Client } from 'pg';
import { NEED_KEYS } from '@hub/domain/children/words';
import { launchBrowser } from '../harness/browser';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { Keyboard } from './keyboard';
import { overflow, settled, violations, watchedPage, type Watched } from './watched-page';

/* Families by their distance from an own child, after a run told it. */

const FINDER = 'finder@northmoor.example.test';

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let girl: string;

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  const finder = await person(admin, { agency: 'NMB', email: FINDER, roles: ['FAMILY_FINDER'] });
  const adopters = await person(admin, { agency: 'SVC', email: 'adopters@southvale.example.test', roles: ['ADOPTERS_WORKER'] });
  const { createChild } = await finder.query<{ createChild: { reference: string; record: { version: number } } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', {
    input: { facts: { sex: 'F', dateOfBirth: '2023-03-01', enteredCareOn: '2024-03-01', admDecidedOn: '2024-09-01', placementOrderOn: '2024-12-01', homeArea: 'QA1', needs: NEED_KEYS.map((key) => ({ key, level: 0 })) } } });
  girl = createChild.reference;
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit: girl, version: createChild.record.version, to: 'ACTIVE', onDate: '2024-12-02' } });
  const db = new Client({ connectionString: hub.database.superuserUrl });
  await db.connect();
  // One degree of latitude is some 111 km.
  await db.query(`insert into hub.place (outcode, lat, lon) values ('QA1', 52, -1), ('QA2', 52.2, -1), ('QA3', 53, -1)`);
  await db.end();
  for (const [at, area] of ['QA2', 'QA2', 'QA3', null].entries()) {
    await adopters.query('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
      input: { facts: { familyId: `F${at}`, kind: 'SINGLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true, maxChildren: 1, ageMinMonths: 0, ageMaxMonths: 84, area, offers: NEED_KEYS.map((key) => ({ key, level: 2 })) } } });
  }
  const { startMatchingRun } = await finder.query<{ startMatchingRun: { reference: string } }>('mutation ($unit: String!) { startMatchingRun(scope: UNIT, subject: $unit) { reference } }', { unit: girl });
  for (let status = ''; status !== 'DONE'; await pause(50)) status = (await finder.query<{ run: { status: string } }>('query ($reference: String!) { run(reference: $reference) { status } }', startMatchingRun)).run.status;
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
  const { page } = watched;
  await page.goto('/');
  const keys = new Keyboard(page);
  await keys.write('Email address', FINDER);
  await keys.write('Password', PASSWORD);
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'My work' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

/** What is wrong with the page as it stands, wide and narrow. */
async function faults(): Promise<string[]> {
  const { page } = watched;
  await settled(page);
  const found = await violations(page);
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await overflow(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  return wide > 0 ? [...found, `${wide} pixels too wide at 320`] : found;
}

const count = (words: string) => watched.page.getByRole('heading', { level: 2, name: words, exact: true }).waitFor();

describe('distance in the search for families', () => {
  it('tells bands from an own child, drawn as rings and in a table with equal numbers', async () => {
    const { page } = watched;
    await page.goto('/families');
    await count('4 families');
    const keys = new Keyboard(page);
    await keys.use('button', 'Show distances from one of your own');
    await keys.to('combobox', 'Child or group');
    await page.getByRole('combobox', { name: 'Child or group' }).selectOption(girl);
    const table = page.getByRole('table', { name: `Families by distance from ${girl}` });
    await table.waitFor();
    const numbers = await table.getByRole('cell').allInnerTexts();
    expect((await table.getByRole('rowheader').allInnerTexts()).map((words, at) => `${words.replace(/^Distance\s*/, '').trim()}: ${numbers[at]?.trim() ?? ''}`)).toEqual(
      ['Up to 40 km: 2', '40 to 80 km: 0', '80 to 160 km: 1', '160 to 320 km: 0', 'Over 320 km: 0', 'Not known: 1']);
    const drawing = page.getByRole('img', { name: new RegExp(`^Families by distance from ${girl}`) });
    expect(await drawing.locator('text').allInnerTexts().then((all) => (all.some(Boolean) ? all : drawing.locator('text').allTextContents()))).toEqual(['2', '0', '1', '0', '0']);
    // Rings about one middle: nobody has a point of their own.
    expect(await drawing.locator('circle').evaluateAll((all) => [...new Set(all.map((one) => `${one.getAttribute('cx')} ${one.getAttribute('cy')}`))])).toEqual(['150 150']);
    expect(await drawing.locator('image, path, use').count()).toBe(0);
    expect(await faults()).toEqual([]);
    await keys.to('checkbox', /^80 to 160 km \(1\)/);
    await keys.press(' ');
    await count('1 family');
    expect(await page.getByRole('table', { name: 'Families found' }).getByRole('row').nth(1).innerText()).toContain('80 to 160 km');
    expect(await table.getByRole('cell').allInnerTexts()).toEqual(numbers);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/families');
    await keys.use('button', /Remove filter Distance: 80 to 160 km$/);
    await count('4 families');
    await page.getByRole('combobox', { name: 'Child or group' }).selectOption('');
    await table.waitFor({ state: 'detached' });
    expect(await faults()).toEqual([]);
  });
});
