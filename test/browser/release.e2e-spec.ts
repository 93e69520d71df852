import type { Browser } from 'playwright-core';
import { Client } from 'pg';
import { launchBrowser } from '../harness/browser';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { overflow, settled, violations, watchedPage, type Watched } from './watched-page';

const FINDER = 'finder@northmoor.example.test';
const MANAGER = 'manager@northmoor.example.test';
const ABOUT = 'Wrenna was born on 03/04/2023. She likes trains and Mrs Kettlewell.';

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let unit: string;

async function seek(finder: GraphQLClient, externalId: string, facts: object): Promise<string> {
  const { createChild } = await finder.query<{ createChild: { reference: string; record: { version: number } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }',
    { input: { facts: { externalId, firstName: 'Wrenna', dateOfBirth: '2023-04-03', sex: 'F', ethnicity: 'WBRI', heritage: ['WBRI'], enteredCareOn: '2024-01-10', admDecidedOn: '2024-09-02', about: ABOUT, ...facts } } });
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }',
    { input: { unit: createChild.reference, version: createChild.record.version, to: 'ACTIVE', onDate: '2026-01-05' } });
  return createChild.reference;
}

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  const finder = await person(admin, { agency: 'NMB', email: FINDER, roles: ['FAMILY_FINDER', 'CHILDS_WORKER'], displayName: 'Fay Finder' });
  await person(admin, { agency: 'NMB', email: MANAGER, roles: ['APPROVING_MANAGER'], displayName: 'Mo Manager' });
  // Two children must look alike, and the second of them is of another heritage: it is withheld.
  const database = new Client({ connectionString: hub.database.superuserUrl });
  await database.connect();
  await database.query('update hub.anonymity_setting set k = 2, override_percent = 100');
  await database.end();
  await seek(finder, 'C2', { firstName: 'Merle', ethnicity: 'BAFR', heritage: ['BAFR'] });
  unit = await seek(finder, 'C1', {});
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

async function signIn(email: string): Promise<void> {
  const { page } = watched;
  await page.context().clearCookies();
  await page.goto('/');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  await page.goto(`/children/${unit}/profile`);
  await settled(page);
}

async function inspect(): Promise<void> {
  const { page, faults } = watched;
  await settled(page);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(faults).toEqual([]);
}

describe('ANON-4: the pages of a release', () => {
  it('tell the first person what the software marked and suggests, and refuse what nobody looked at', async () => {
    await signIn(FINDER);
    const { page } = watched;
    await page.getByText('Checked by software, you are responsible.').waitFor();
    const marked = page.getByRole('table', { name: 'What the software marked' });
    expect(await marked.getByRole('row').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/Wrenna[\s\S]*name or an identifier of the record[\s\S]*Must go/), expect.stringMatching(/03\/04\/2023[\s\S]*date/i), expect.stringMatching(/Kettlewell[\s\S]*Look at it/)]));
    await page.getByText('The heritage group is not shown').waitFor();
    const text = page.getByLabel('Text that others read');
    expect(await text.inputValue()).toBe('The child was born on some time ago. She likes trains and [name].');
    await inspect();
    await text.fill('She likes trains, and Wrenna likes Mrs Kettlewell.');
    await page.getByRole('button', { name: 'Ask for the release' }).click();
    await page.getByRole('alert').getByText('The text holds a name or an identifier of the record.').waitFor();
    await text.fill('She likes trains and Mrs Kettlewell.');
    await page.getByRole('button', { name: 'Check the text again' }).click();
    await page.getByText('Put the suggestion into the form').waitFor();
    expect(await text.inputValue()).toBe('She likes trains and Mrs Kettlewell.');
    await page.getByRole('button', { name: 'Ask for the release' }).click();
    await page.getByRole('alert').getByText(/Look at them, then say that they name nobody/).waitFor();
    await page.getByLabel(/what is left names nobody/).check();
    await page.getByRole('button', { name: 'Ask for the release' }).click();
    await page.getByText('A second person has to approve it.').waitFor();
  });

  it('show the second person what was recorded, suggested and written, with the differences in words', async () => {
    await signIn(MANAGER);
    const { page } = watched;
    await page.getByRole('heading', { name: 'Text as recorded' }).waitFor();
    const shown = await page.getByRole('region', { name: 'Text', exact: true }).innerText();
    expect(shown).toContain(ABOUT);
    expect(shown.replace(/\s+/g, ' ')).toContain('[taken out: Wrenna]');
    expect(shown.replace(/\s+/g, ' ')).toContain('[put in: The child]');
    expect(shown.replace(/\s+/g, ' ')).toMatch(/\[put in: .*Mrs Kettlewell\.\]/);
    await inspect();
    await page.getByRole('button', { name: 'Approve and release' }).click();
    await page.getByText('The profile is released.').waitFor();
  });
});
