import type { Browser } from 'playwright-core';
import { NEED_KEYS } from '@hub/domain/children/words';
import { launchBrowser } from '../harness/browser';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { Keyboard } from './keyboard';
import { overflow, settled, violations, watchedPage, type Watched } from './watched-page';

const WORKER = 'adopters@hearthwood.example.test';
const MANAGER = 'manager@northmoor.example.test';
const level = (value: number) => NEED_KEYS.map((key) => ({ key, level: value }));

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let unit: string;
let family: string;

async function waitingChild(finder: GraphQLClient): Promise<string> {
  const { createChild } = await finder.query<{ createChild: { reference: string; record: { version: number } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', { input: { facts: {
      firstName: 'Canary', sex: 'F', dateOfBirth: '2023-03-01', enteredCareOn: '2024-03-01', admDecidedOn: '2024-09-01', placementOrderOn: '2024-12-01', waitingSince: '2024-12-01',
      needs: level(1), contact: 1, heritage: ['WBRI'], languages: ['en'], petsRisk: false,
    } } });
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', {
    input: { unit: createChild.reference, version: createChild.record.version, to: 'ACTIVE', onDate: '2024-12-02' },
  });
  return createChild.reference;
}

async function approvedFamily(worker: GraphQLClient): Promise<string> {
  const { createHousehold } = await worker.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', { input: { facts: {
    names: 'Wren', kind: 'SINGLE', enquiryOn: '2024-06-01', approvedOn: '2025-05-01', shareConsent: true, maxChildren: 2, ageMinMonths: 0, ageMaxMonths: 96, sexPreference: 'any',
    offers: level(2), contact: 2, heritage: ['WBRI'], languages: ['en'], childrenAtHome: [], pets: false, smokers: false,
  } } });
  return createHousehold.reference;
}

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  const finder = await person(admin, { agency: 'NMB', email: 'finder@northmoor.example.test', roles: ['FAMILY_FINDER'] });
  await person(admin, { agency: 'NMB', email: MANAGER, roles: ['APPROVING_MANAGER'] });
  const worker = await person(admin, { agency: 'HWA', email: WORKER, roles: ['ADOPTERS_WORKER'] });
  [unit, family] = [await waitingChild(finder), await approvedFamily(worker)];
  await finder.query('mutation ($input: RequestReleaseInput!) { requestRelease(input: $input) { id } }', {
    input: { subjectType: 'UNIT', subject: unit, purpose: 'Family finding', about: 'A cheerful girl who likes water.' },
  });
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

async function signIn(email: string): Promise<void> {
  const { page } = watched;
  await page.goto('/');
  const keys = new Keyboard(page);
  await keys.write('Email address', email);
  await keys.write('Password', PASSWORD);
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'My work' }).waitFor();
}

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

describe('the adopters’ worker of a voluntary agency, by keyboard alone', () => {
  it('finds no children before a run, asks for one, and stays beside it', async () => {
    await signIn(WORKER);
    const { page } = watched;
    await page.goto(`/families/${family}`);
    await page.getByText('No run has looked for children for this family yet.').waitFor();
    expect(await faults()).toEqual([]);
    await new Keyboard(page).use('button', 'Look for children');
    await page.getByText('The run is finished. The list is new.').waitFor();
    await page.getByText(/^1 fits, 0 cannot\./).waitFor();
    const row = page.getByRole('table', { name: /Children to consider/ }).getByRole('row').nth(1);
    expect(await row.innerText()).toMatch(new RegExp(`${unit}[^]*Girl, 2 to 3 years[^]*waiting`));
    expect(await page.getByRole('button', { name: 'Look for children again' }).count()).toBe(1);
    expect(await faults()).toEqual([]);
  });

  it('reads why, at the stage of the card: points that sum to the rank, and nobody’s name', async () => {
    const { page } = watched;
    await new Keyboard(page).use('link', /^Explain /);
    await page.getByText('In short:').waitFor();
    const points = await page.locator('.hub-evidence tbody td:last-child').allInnerTexts();
    const sum = Number(await page.locator('.hub-sum td').innerText());
    expect(points.length).toBeGreaterThan(NEED_KEYS.length);
    expect(points.reduce((total, text) => total + Number(/[\d.]+$/.exec(text)?.[0]), 0)).toBeCloseTo(sum, 0);
    expect(await page.locator('body').innerText()).not.toMatch(/Canary|2023|cheerful/);
    expect(await faults()).toEqual([]);
    await new Keyboard(page).use('link', `Back to ${family}`);
    await page.getByRole('heading', { name: 'Children to consider' }).waitFor();
  });

  it('reads the same of the run', async () => {
    const { page } = watched;
    const keys = new Keyboard(page);
    await keys.use('link', 'Matching');
    await keys.use('link', /^R-/);
    await page.getByText('1 child or group was compared with 1 family').waitFor();
    await page.getByRole('table', { name: /Children to consider/ }).getByRole('link', { name: unit, exact: true }).waitFor();
    expect(await faults()).toEqual([]);
  });

  it('corrects what was entered at the start', async () => {
    const { page } = watched;
    await page.goto(`/families/${family}/facts`);
    const keys = new Keyboard(page);
    await keys.to('radio', 'One adopter');
    await keys.press('ArrowDown');
    await keys.write('Experience', 'Two nieces every weekend.');
    await keys.write('About the family', 'A house with a garden.');
    expect(await faults()).toEqual([]);
    await keys.use('button', 'Save');
    await page.getByText('The record is changed.').waitFor();
    for (const value of ['Two adopters', '1 Jun 2024', 'Two nieces every weekend.', 'A house with a garden.']) await page.locator('dd', { hasText: value }).first().waitFor();
  });
});

describe('an approving manager, by keyboard alone', () => {
  it('reads what waits on a page of its own, and approves it', async () => {
    const { page } = watched;
    await page.goto('/');
    await new Keyboard(page).use('button', 'Sign out');
    await page.getByText('You are signed out.').waitFor();
    await signIn(MANAGER);
    await new Keyboard(page).use('link', unit);
    await page.getByText('A cheerful girl who likes water.').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Canary');
    expect(await faults()).toEqual([]);
    await new Keyboard(page).use('button', 'Approve and release');
    await page.getByText('The profile is released.').waitFor();
    expect(watched.faults).toEqual([]);
  });
});
