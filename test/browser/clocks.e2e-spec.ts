import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../harness/browser';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { Keyboard } from './keyboard';
import { settled, sound, watchedPage, type Watched } from './watched-page';

/* A search that is local at first and widened earlier, where it went beyond the region, and clocks and drift as the council and the hub see them. */

const FINDER = 'finder@nmb.example.test';
const MANAGER = 'manager@nmb.example.test';
const COORDINATOR = 'coordinator@hub.example.test';

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let other: GraphQLClient;
let unit: string;

const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });

async function signIn(email: string): Promise<Page> {
  const { page } = watched;
  await page.context().clearCookies();
  await page.goto('/');
  const keys = new Keyboard(page);
  await keys.write('Email address', email);
  await keys.write('Password', PASSWORD);
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  return page;
}

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await settled(page);
};
const isSeen = async (): Promise<boolean> => (await other.query<{ unit: object | null }>('query ($unit: String!) { unit(reference: $unit) { stage } }', { unit })).unit !== null;

beforeAll(async () => {
  hub = await startHub({ worker: false });
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  const finder = await person(admin, { agency: 'NMB', email: FINDER, roles: ['FAMILY_FINDER'], displayName: 'Fin North' });
  const manager = await person(admin, { agency: 'NMB', email: MANAGER, roles: ['APPROVING_MANAGER'] });
  await person(admin, { agency: 'HUB', email: COORDINATOR, roles: ['HUB_COORDINATOR'] });
  other = await person(admin, { agency: 'SVC', email: 'finder@svc.example.test', roles: ['FAMILY_FINDER'] });
  await manager.query('mutation ($input: LocalSearchPolicyInput!) { setLocalSearchPolicy(input: $input) { startsOn } }', { input: { startsOn: today, unitDays: 30, householdDays: 0 } });
  const { createChild: { reference, record: { version } } } = await finder.query<{ createChild: { reference: string; record: { version: number } } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', {
    input: { facts: { externalId: 'B1', firstName: 'Robin', lastName: 'Sparrow', dateOfBirth: '2022-05-05', sex: 'F', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15' } } });
  unit = reference;
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit, version, to: 'ACTIVE', onDate: today } });
  // The nightly round, which every start makes up for, finds the child.
  await hub.startWorker();
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

describe('a search', () => {
  it('is the council’s alone until a day, says so, and is widened earlier by its worker', async () => {
    expect(await isSeen()).toBe(false);
    const page = await signIn(FINDER);
    await open(page, `/children/${unit}`);
    await page.getByText(/Only Northmoor Borough sees this until .*, then the region does\./).first().waitFor();
    await page.getByText('Searched locally only: 0 days').waitFor();
    await sound(page);
    await page.getByRole('link', { name: 'Let the region see it earlier' }).click();
    await sound(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The region sees it from').waitFor();
    await page.getByText(/Only Northmoor Borough sees this/).waitFor({ state: 'detached' });
    expect(await isSeen()).toBe(true);
    await open(page, '/local-search');
    await sound(page);
  });

  it('has a log of where it went and whom it reached', async () => {
    const page = await signIn(FINDER);
    await open(page, `/children/${unit}`);
    await page.getByRole('link', { name: 'Record where the search went' }).click();
    await settled(page);
    await page.getByLabel('Another agency approached').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Enter the name of the agency' }).waitFor();
    await page.getByLabel('Name of the agency').fill('Larkmoor Families');
    await page.getByLabel('In your own words').fill('Asked for couples.');
    await sound(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Recorded where the search went.').waitFor();
    await page.getByRole('link', { name: 'Record a family outside the region' }).click();
    await settled(page);
    await page.getByLabel('Their agency', { exact: true }).fill('larkmoor  families');
    await page.getByLabel('Reference that their agency gave').fill('LF-207');
    await page.getByLabel('Ruled out by us').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Say why the family was ruled out' }).waitFor();
    await page.getByLabel('In your own words').fill('Too far for contact.');
    await sound(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Recorded the family outside the region.').waitFor();
    await page.getByRole('table', { name: 'Families outside the region' }).getByText('LF-207').first().waitFor();
    await page.getByRole('table', { name: 'The search so far, the latest first' }).getByText('Another agency approached: Larkmoor Families, goes on').waitFor();
    await sound(page);
  });

  it('stands in drift and the work list, for the council and for the hub, which takes it along as a file', async () => {
    const page = await signIn(FINDER);
    await open(page, '/work-list');
    await page.getByRole('button', { name: 'My agency’s' }).click();
    await page.getByRole('table', { name: 'What waits' }).getByText(unit).first().waitFor();
    await sound(page);
    await open(page, '/drift');
    await page.getByText('1 search.').waitFor();
    await sound(page);
    await signIn(COORDINATOR);
    await open(page, '/drift');
    await page.getByRole('table', { name: 'By council' }).getByText('Northmoor Borough').waitFor();
    await page.getByLabel('Whose move').selectOption({ label: 'Nobody’s: no link is open' });
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('table', { name: 'Searches, the longest waiting first' }).getByText('Nobody acts').waitFor();
    await sound(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    expect((await download).suggestedFilename()).toBe('drift.csv');
    await signIn(MANAGER);
    await open(page, '/drift/limits');
    await page.getByLabel('It is stuck after').fill('10');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Stuck begins after slow.').first().waitFor();
    await sound(page);
    expect(watched.faults).toEqual([]);
  });

  it('has clocks, by case for the council and by number for the hub', async () => {
    const page = await signIn(FINDER);
    await open(page, '/clocks');
    await page.getByRole('button', { name: 'My agency’s' }).click();
    await page.getByRole('table', { name: 'What is due' }).getByText(unit).first().waitFor();
    await sound(page);
    await signIn(COORDINATOR);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clocks' }).click();
    const region = page.getByRole('table', { name: 'By agency' });
    for (const start = Date.now(); (await region.count()) === 0 && Date.now() - start < 30_000;) await open(page, '/clocks');
    await region.getByText('Northmoor Borough').waitFor();
    await page.getByLabel('Agency').selectOption({ label: 'Northmoor Borough' });
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('table', { name: 'By rule: Northmoor Borough' }).getByText('Match proposed at a panel').waitFor();
    expect(await page.content()).not.toContain(unit);
    await sound(page);
    expect(watched.faults).toEqual([]);
  });
});
