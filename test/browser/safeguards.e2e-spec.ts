import type { Browser } from 'playwright-core';
import { launchBrowser } from '../harness/browser';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { Keyboard } from './keyboard';
import { overflow, settled, violations, watchedPage, type Watched } from './watched-page';

const WORKER = 'worker@nmb.example.test';
const MANAGER = 'manager@nmb.example.test';
const OFFICER = 'officer@nmb.example.test';
const STRANGER = 'stranger@svc.example.test';
const REASON = 'The child is at our clinic and nobody of the council answers.';

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
const at = { unit: '', child: '', household: '' };

beforeAll(async () => {
  hub = await startHub({ worker: false });
  const hubAdmin = await firstAdministrator(hub);
  await smallRegion(hubAdmin);
  const worker = await person(hubAdmin, { agency: 'NMB', email: WORKER, roles: ['CHILDS_WORKER', 'ADOPTERS_WORKER'], displayName: 'Wren Worker' });
  await person(hubAdmin, { agency: 'NMB', email: MANAGER, roles: ['APPROVING_MANAGER'], displayName: 'Mo Manager' });
  await person(hubAdmin, { agency: 'NMB', email: OFFICER, roles: ['DATA_PROTECTION_OFFICER'], displayName: 'Olly Officer' });
  await person(hubAdmin, { agency: 'SVC', email: STRANGER, roles: ['ADOPTERS_WORKER'], displayName: 'Sam Stranger' });
  const { createChild } = await worker.query<{ createChild: { reference: string; record: { children: { reference: string }[] } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { children { reference } } } }', { input: { facts: { firstName: 'Robin', lastName: 'Reed', dateOfBirth: '2021-03-17', sex: 'F' } } });
  Object.assign(at, { unit: createChild.reference, child: createChild.record.children[0]?.reference ?? '' });
  const { createHousehold } = await worker.query<{ createHousehold: { reference: string } }>(
    'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', { input: { facts: { names: 'The Larks', kind: 'COUPLE', enquiryOn: '2025-01-02' } } });
  at.household = createHousehold.reference;
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

/** What is wrong with the page as it stands, and at 320 pixels. */
async function faults(): Promise<string[]> {
  const { page } = watched;
  await settled(page);
  const found = await violations(page);
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await overflow(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  return wide > 0 ? [...found, `${wide} pixels too wide at 320`] : found;
}

async function signIn(email: string): Promise<Keyboard> {
  const { page } = watched;
  const keys = new Keyboard(page);
  await page.goto('/');
  await settled(page);
  if ((await page.getByRole('button', { name: 'Sign out' }).count()) > 0) await keys.use('button', 'Sign out');
  await keys.write('Email address', email);
  await keys.write('Password', PASSWORD);
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  return keys;
}

describe('who may know what, by keyboard alone', () => {
  it('a person of another agency opens a case in an emergency, past an interruption, and an officer reviews it', async () => {
    const { page } = watched;
    const keys = await signIn(STRANGER);
    await keys.use('link', 'Open a case in an emergency');
    await page.getByText('It is told at once to the data protection officers').waitFor();
    expect(await faults()).toEqual([]);
    await keys.use('button', 'Continue');
    await page.getByLabel('A child or group of siblings').check();
    await keys.write('Reference', at.unit);
    await keys.use('button', 'Open the case');
    await page.getByText('Enter the reason').first().waitFor();
    expect(await faults()).toEqual([]);
    await keys.write('What is the emergency?', REASON);
    await keys.use('button', 'Open the case');
    await page.getByText('Robin Reed').waitFor();
    await page.getByText('17 Mar 2021').waitFor();
    expect(await faults()).toEqual([]);
    expect(await page.title()).not.toContain('Robin');

    await signIn(OFFICER);
    await page.getByText('1 case was opened in an emergency and waits for your review').waitFor();
    await page.getByText(REASON).waitFor();
    expect(await faults()).toEqual([]);
    await keys.use('link', `Review the opening of ${at.unit}`);
    await keys.write('What did you find, and what follows from it?', 'A true emergency; the clinic was called back.');
    expect(await faults()).toEqual([]);
    await keys.use('button', 'Save the review');
    await page.getByText('A true emergency').waitFor();
    expect(await faults()).toEqual([]);
  });

  it('a manager bars a person from a case, who then opens nothing, and lifts the bar', async () => {
    const { page } = watched;
    const keys = await signIn(MANAGER);
    await page.goto(`/children/${at.unit}/bars`);
    await keys.write('Their email address', STRANGER);
    await keys.write('Why?', 'He is the brother of the birth mother.');
    await keys.use('button', 'Bar this person');
    await page.getByText('The person is barred').waitFor();
    expect(await faults()).toEqual([]);
    await page.goto(`/children/${at.unit}/sharing`);
    await page.getByText('1 person is barred from this case, of whatever agency and whatever their role.').waitFor();
    expect(await faults()).toEqual([]);
    await keys.use('link', 'Conflicts of interest');
    await page.getByRole('heading', { name: `Conflicts of interest: ${at.unit}` }).waitFor();
    await keys.use('link', `Lift the bar of ${STRANGER}`);
    // The page before has a field of this name too.
    await page.getByRole('heading', { name: `Lift a bar from ${at.unit}` }).waitFor();
    await keys.write('Why?', 'It was another person of this name.');
    expect(await faults()).toEqual([]);
    await keys.use('button', 'Lift the bar');
    await page.getByText('The bar is lifted').waitFor();
    await page.goto('/conflicts');
    expect(await faults()).toEqual([]);
    await signIn(WORKER);
    await page.goto(`/children/${at.unit}/sharing`);
    await page.getByRole('heading', { name: `Who can see ${at.unit}` }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/barred|Conflicts/);
  });

  it('a worker records what adopters agreed to and withdrew, and a decision not to share, which a manager approves', async () => {
    const { page } = watched;
    const keys = await signIn(WORKER);
    await page.goto(`/families/${at.household}/consent`);
    await page.getByLabel('Yes', { exact: true }).check();
    await page.getByLabel('All adults of the household').check();
    await page.getByLabel('In writing').check();
    await keys.write('Which wording were they asked with?', '2026-1');
    await keys.use('button', 'Record the answer');
    await page.getByText('Their answer is recorded').waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('group', { name: 'What do they withdraw?' }).getByLabel('To have a profile text released').check();
    await keys.use('button', 'Withdraw');
    await page.getByText('The consent is withdrawn').waitFor();
    await page.getByRole('cell', { name: /Withdrawn .*Wren Worker/ }).waitFor();

    await page.goto(`/children/${at.unit}/${at.child}/not-shared`);
    await keys.write('With whom is it not shared?', 'The grandfather');
    await keys.write('What is not shared?', 'Where the child lives');
    await keys.write('Why would sharing do more harm than not?', 'It would put the foster carers at risk.');
    await keys.use('button', 'Record the decision');
    await page.getByText('A second person has to approve it.').first().waitFor();
    expect(await faults()).toEqual([]);
    await signIn(MANAGER);
    await keys.use('link', at.child);
    await keys.use('button', 'Approve');
    await page.getByText('stands in the child’s timeline').waitFor();
    expect(await faults()).toEqual([]);
    expect(watched.faults).toEqual([]);
  });
});
