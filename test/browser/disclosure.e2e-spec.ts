import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../harness/browser';
import { startHub, type RunningHub } from '../harness/hub-process';
import { ADMINISTRATOR, firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { Keyboard } from './keyboard';
import { overflow, settled, violations, watchedPage, type Watched } from './watched-page';

/* Ask, preview, approve and withdraw by keyboard, and what the other agency sees meanwhile. */

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let unit: string;

const FINDER = 'finder@nmb.example.test';
const MANAGER = 'manager@nmb.example.test';
const PARTNER = 'partner@svc.example.test';

/** One browser after the other at one desk: the packaged Chromium keeps one jar of cookies for all its windows. */
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

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin, { agreement: false });
  const finder = await person(admin, { agency: 'NMB', email: FINDER, roles: ['FAMILY_FINDER'] });
  const approver = await person(admin, { agency: 'NMB', email: MANAGER, roles: ['APPROVING_MANAGER'] });
  await person(admin, { agency: 'SVC', email: PARTNER, roles: ['FAMILY_FINDER', 'AGENCY_ADMIN'] });
  const made = await finder.query<{ createChild: { reference: string; record: { version: number } } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', {
    input: { facts: { externalId: 'B1', firstName: 'Robin', lastName: 'Sparrow', dateOfBirth: '2022-05-05', sex: 'F', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15', healthSummary: 'Asthma, well controlled.' } } });
  unit = made.createChild.reference;
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit, version: made.createChild.record.version, to: 'ACTIVE', onDate: '2026-01-05' } });
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
  await agreement();
  const { requestRelease } = await finder.query<{ requestRelease: { id: string } }>('mutation ($input: RequestReleaseInput!) { requestRelease(input: $input) { id } }', { input: { subjectType: 'UNIT', subject: unit, purpose: 'x', about: 'Likes trains.' } });
  await approver.query('mutation ($id: ID!, $until: LocalDate!) { approveRelease(id: $id, expiresOn: $until) { status } }', { id: requestRelease.id, until: new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10) });
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

/** The register: an agreement up to S2, and its signed text. */
async function agreement(): Promise<void> {
  const page = await signIn(ADMINISTRATOR);
  await page.goto('/agencies/agreements/new');
  await page.getByLabel('Title').fill('Regional agreement');
  await page.getByLabel('Statute').fill('Adoption and Children Act 2002');
  for (const name of ['Northmoor Borough', 'Southvale County']) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('radio', { name: 'Identified (S2)' }).check();
  await page.getByRole('button', { name: 'Add agreement' }).click();
  await page.getByText('The agreement is added.').waitFor();
  await page.getByRole('link', { name: 'Add the document' }).click();
  await page.getByLabel('Signed document').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nsigned\n%%EOF\n') });
  await page.getByRole('button', { name: 'Keep the document' }).click();
  await page.getByText('The document is kept.').waitFor();
}

describe('grants by keyboard', () => {
  it('asks for the identified stage, and previews it before anybody approves', async () => {
    const page = await signIn(FINDER);
    await page.goto(`/children/${unit}`);
    await settled(page);
    const keys = new Keyboard(page);
    await keys.use('link', 'Who can see this record, and grants');
    await page.getByRole('heading', { level: 1, name: `Who can see ${unit}` }).waitFor();
    await page.getByText('Ask to show more to one agency').click();
    await page.getByLabel('For which agency?').selectOption('SVC');
    await page.getByLabel('What is it for?').fill('Exploring a link');
    await keys.use('button', 'Ask for the grant');
    await page.getByText('The grant is asked for.').waitFor();
    await keys.use('link', 'See what Southvale County would see once it is approved');
    await page.getByText('You are seeing stage S2, identified.').waitFor();
    expect(await page.getByText('Asthma, well controlled.').count()).toBe(1);
    expect(await page.getByText('Sparrow').count()).toBe(0);
  });

  it('is approved by a second person from their work, shown to the other agency, and gone once withdrawn', async () => {
    const page = await signIn(MANAGER);
    const keys = new Keyboard(page);
    await page.getByRole('heading', { name: 'Grants for your approval' }).waitFor();
    await keys.use('link', unit);
    await keys.use('button', 'Approve the grant');
    await page.getByText('is granted.').waitFor();
    await signIn(PARTNER);
    await page.goto(`/children/${unit}`);
    await page.getByText('You are seeing stage S2, identified.').waitFor();
    await page.getByRole('heading', { name: 'Robin' }).waitFor();
    await signIn(FINDER);
    await page.goto(`/children/${unit}/sharing`);
    await settled(page);
    const card = page.getByRole('region', { name: 'Identified (S2) for Southvale County' });
    await card.getByText('Withdraw it').click();
    await card.getByLabel('Reason').fill('Not suitable');
    await card.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('The grant is withdrawn.').waitFor();
    await signIn(PARTNER);
    await page.goto(`/children/${unit}`);
    await page.getByText('You are seeing stage S1, the profile.').waitFor();
    expect(await page.getByText('Robin').count()).toBe(0);
  });

  it('gives the signed agreement to a party alone, as a file', async () => {
    const { page } = watched;
    await page.goto('/agencies');
    const link = page.getByRole('link', { name: 'Download the signed document (PDF)' });
    const address = await link.getAttribute('href');
    const got = await page.request.get(`${hub.url}${address}`);
    expect([got.status(), got.headers()['content-type'], got.headers()['content-disposition'], got.headers()['x-content-type-options'], got.headers()['cache-control']])
      .toEqual([200, 'application/pdf', 'attachment; filename="agreement.pdf"', 'nosniff', 'no-store']);
    expect((await got.body()).toString()).toBe('%PDF-1.7\nsigned\n%%EOF\n');
  });

  it.each(['children/UNIT/sharing', 'children/UNIT/seen-by/SVC', 'grants', 'agencies'])('meets WCAG 2.2 AA and 320 px: /%s', async (place) => {
    const page = await signIn(FINDER);
    await page.goto(`/${place.replace('UNIT', unit)}`);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('asks nothing of a third party and breaks no policy', () => {
    expect(watched.faults).toEqual([]);
    expect([...watched.origins]).toEqual([hub.url]);
  });
});
