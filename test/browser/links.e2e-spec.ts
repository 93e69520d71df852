import type { Browser, Page } from 'playwright-core';
import type { GraphQLClient } from '../harness/graphql-client';
import { launchBrowser } from '../harness/browser';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { Keyboard } from './keyboard';
import { overflow, settled, violations, watchedPage, type Watched } from './watched-page';

/* One link by keyboard, from a search to exploring and out of it, at the desks of two agencies. */

const FINDER = 'finder@nmb.example.test';
const MANAGER = 'manager@nmb.example.test';
const WORKER = 'worker@svc.example.test';
const LEAD = 'lead@svc.example.test';

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let finder: GraphQLClient;
let unit: string;
let family: string;

const until = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);

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

async function release(asks: GraphQLClient, approves: GraphQLClient, subjectType: string, subject: string): Promise<void> {
  const { requestRelease } = await asks.query<{ requestRelease: { id: string } }>('mutation ($input: RequestReleaseInput!) { requestRelease(input: $input) { id } }', { input: { subjectType, subject, purpose: 'x', about: 'Likes trains.' } });
  await approves.query('mutation ($id: ID!, $until: LocalDate!) { approveRelease(id: $id, expiresOn: $until) { status } }', { id: requestRelease.id, until });
}

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin, { agreement: false });
  await admin.query('mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { reference } }', {
    input: { title: 'Regional agreement', purpose: 'FAMILY_FINDING', legalBasis: 'Adoption and Children Act 2002', startsOn: '2020-01-01', parties: ['NMB', 'SVC'], upToStage: 'S2' } });
  finder = await person(admin, { agency: 'NMB', email: FINDER, roles: ['FAMILY_FINDER'], displayName: 'Fin North' });
  const manager = await person(admin, { agency: 'NMB', email: MANAGER, roles: ['APPROVING_MANAGER'] });
  await person(admin, { agency: 'NMB', email: 'colleague@nmb.example.test', roles: ['FAMILY_FINDER'], displayName: 'Col League' });
  const worker = await person(admin, { agency: 'SVC', email: WORKER, roles: ['ADOPTERS_WORKER'], displayName: 'Wyn South' });
  const lead = await person(admin, { agency: 'SVC', email: LEAD, roles: ['APPROVING_MANAGER'] });
  const made = await finder.query<{ createChild: { reference: string; record: { version: number } } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', {
    input: { facts: { externalId: 'B1', firstName: 'Robin', lastName: 'Sparrow', dateOfBirth: '2022-05-05', sex: 'F', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15' } } });
  unit = made.createChild.reference;
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit, version: made.createChild.record.version, to: 'ACTIVE', onDate: '2026-01-05' } });
  const home = await worker.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
    input: { facts: { familyId: 'F1', names: 'Kit Marlow', kind: 'SINGLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true, maxChildren: 1, ageMinMonths: 0, ageMaxMonths: 84 } } });
  family = home.createHousehold.reference;
  await release(finder, manager, 'UNIT', unit);
  await release(worker, lead, 'HOUSEHOLD', family);
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

const sound = async (page: Page): Promise<void> => {
  await settled(page);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
};
const toLink = async (page: Page): Promise<Keyboard> => {
  await page.goto('/links');
  await settled(page);
  const keys = new Keyboard(page);
  await keys.use('link', /^L-/);
  await page.getByText('Who acts next:').waitFor();
  return keys;
};
const agree = async (who: string): Promise<void> => {
  const keys = await toLink(await signIn(who));
  await keys.use('link', 'Agree to explore');
  await keys.use('button', 'Agree to explore');
  await watched.page.getByText('The step is recorded').waitFor();
};
const approve = async (who: string, subject: string): Promise<void> => {
  const page = await signIn(who);
  const keys = new Keyboard(page);
  await keys.use('link', subject);
  await keys.use('button', 'Approve the grant');
  await page.getByText('is granted.').waitFor();
};

describe('a link by keyboard', () => {
  it('begins with interest on a search, and tells the other side who asks', async () => {
    const page = await signIn(WORKER);
    await page.goto('/children');
    await settled(page);
    const keys = new Keyboard(page);
    await keys.use('link', `Express interest in ${unit}`);
    await keys.write('Reference of the family', family);
    await keys.use('button', 'Express interest');
    await page.getByText('Your interest is expressed').waitFor();
    expect(await page.getByText('Named once it has answered').count()).toBe(1);
    await sound(page);
    await keys.write('Message to the other side’s worker', 'We would love to hear more.');
    await keys.use('button', 'Send message');
    await page.getByText('The message is sent.').waitFor();
  });

  it('is answered from the work of the other agency, and a step on an old version shows both', async () => {
    const page = await signIn(FINDER);
    await page.getByText('Somebody has expressed interest in a link').or(page.getByText('There is a message on a link')).first().waitFor();
    const keys = await toLink(page);
    await page.getByText('We would love to hear more.').waitFor();
    expect(await page.getByText('Wyn South').count()).toBeGreaterThan(0);
    await keys.use('link', 'Decline for the child');
    await keys.to('radio', 'Another family is being explored');
    await keys.press(' ');
    const link = /L-[0-9A-Z]{6}/.exec(page.url())?.[0] ?? '';
    // A colleague is quicker.
    await finder.query('mutation ($input: LinkStepInput!) { takeLinkStep(input: $input) { state } }', { input: { link, version: 1, event: 'SHORTLISTED' } });
    await keys.use('button', 'Decline for the child');
    await page.getByRole('heading', { name: 'What changed since you opened it' }).waitFor();
    expect(await page.getByRole('row', { name: /Where it stands/ }).innerText()).toMatch(/Interest expressed[\s\S]*Shortlisted/);
    await sound(page);
    await keys.use('button', 'Load the newest record');
    await page.getByText('Shortlisted by the other side').waitFor();
  });

  it('is handed over by a manager to a colleague, and taken on by whoever opens it, by keyboard', async () => {
    const page = await signIn(MANAGER);
    const keys = await toLink(page);
    await keys.use('link', 'Hand over for the child’s agency');
    await page.getByRole('heading', { level: 1, name: /^Hand over link L-/ }).waitFor();
    await sound(page);
    await keys.to('combobox', 'To whom?');
    expect(await page.getByLabel('To whom?').locator('option').allInnerTexts()).toEqual(expect.arrayContaining(['Fin North', 'Col League', 'Robin Tester']));
    await keys.type('Col');
    await keys.use('button', 'Hand over');
    await page.getByText('The link is handed over.').waitFor();
    await page.getByText('Col League').first().waitFor();
    await signIn(FINDER);
    const own = await toLink(page);
    await own.use('link', 'Hand over for the child’s agency');
    await page.getByText('You can take it on yourself.').waitFor();
    await sound(page);
    await own.use('button', 'Take it on');
    await page.getByText('The link is handed over.').waitFor();
    await page.getByText('Fin North (you)').waitFor();
    await own.use('link', unit);
    await page.goBack();
    await page.getByText('Who acts next:').waitFor();
    await page.getByText(`The card of ${unit}`).focus();
    await own.press('Enter');
    await page.getByRole('definition').filter({ hasText: 'Girl, 4 to 5 years' }).waitFor();
    await sound(page);
    await page.emulateMedia({ media: 'print' });
    expect([await page.getByText(`The card of ${family}`).isVisible(), await page.getByRole('button', { name: 'Print' }).isVisible()]).toEqual([false, false]);
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)/.exec(printed)?.slice(1).map(Number)).toEqual([595, 841].map((points) => expect.closeTo(points, -1) as number));
    await page.emulateMedia({ media: null });
    const [file] = await Promise.all([page.waitForEvent('download'), own.use('button', 'Download the link summary as PDF')]);
    expect(file.suggestedFilename()).toMatch(/^link-L-[0-9A-Z]{6}\.pdf$/);
  });

  it('is explored when two people of each agency agreed, and shows names to both, then to nobody once a side leaves', async () => {
    await agree(FINDER);
    await agree(WORKER);
    await approve(MANAGER, unit);
    await approve(LEAD, family);
    const page = await signIn(WORKER);
    await page.goto(`/children/${unit}`);
    await page.getByRole('heading', { name: 'Robin' }).waitFor();
    const keys = await toLink(page);
    await page.getByText('Exploring: both sides agreed').waitFor();
    await sound(page);
    await keys.use('link', 'Decline for the adopters');
    await sound(page);
    await keys.to('radio', /^Another|^The adopters/);
    for (let step = 0; step < 9 && !(await page.getByRole('radio', { name: 'The adopters are not ready' }).isChecked()); step += 1) await keys.press('ArrowDown');
    await keys.write('In your own words (optional, but for another reason)', 'Grandmother is ill.');
    await keys.use('button', 'Decline for the adopters');
    await page.getByText('Why your agency ended it:').waitFor();
    await page.goto(`/children/${unit}`);
    await page.getByText('You are seeing stage S1, the profile.').waitFor();
    await signIn(FINDER);
    await page.goto('/links');
    await settled(page);
    const last = new Keyboard(page);
    await last.use('button', 'Ended');
    await last.use('link', /^L-/);
    await page.getByText('Declined by the adopters or their agency').waitFor();
    expect(await page.getByText('Grandmother').count()).toBe(0);
    expect(watched.faults).toEqual([]);
  });
});
