import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../harness/browser';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';
import { pdfFile } from '../samples/document';
import { releasedProfile, signedInAt, soughtChild } from './desk-steps';
import { Keyboard } from './keyboard';
import { overflow, stored, violations, watchedPage, type Watched } from './watched-page';

/* A report by keyboard, at the desks of two agencies: added, reviewed, given on a link, downloaded there, and what a panel still needs. */

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let unit: string;
let link: string;

const FINDER = 'finder@nmb.example.test';
const MANAGER = 'manager@nmb.example.test';
const WORKER = 'worker@svc.example.test';
const LEAD = 'lead@svc.example.test';
const UNTIL = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);
const REPORT = pdfFile('He came into care after the Pochardley winter.');

const signIn = (email: string, path: string): Promise<Page> => signedInAt(watched, email, path);

const step = (client: GraphQLClient, event: string) => client.query<{ link: { version: number } }>('query ($link: String!) { link(reference: $link) { version } }', { link }).then(({ link: { version } }) =>
  client.query('mutation ($input: LinkStepInput!) { takeLinkStep(input: $input) { state } }', { input: { link, version, event } }));

async function approveGrants(manager: GraphQLClient): Promise<void> {
  const { myWork } = await manager.query<{ myWork: { grantsToApprove: { id: string }[] } }>('{ myWork { grantsToApprove { id } } }');
  for (const { id } of myWork.grantsToApprove) await manager.query('mutation ($id: ID!, $until: LocalDate!) { approveGrant(id: $id, expiresOn: $until) { id } }', { id, until: UNTIL });
}

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin, { upToStage: 'S3' });
  const finder = await person(admin, { agency: 'NMB', email: FINDER, roles: ['FAMILY_FINDER'] });
  const manager = await person(admin, { agency: 'NMB', email: MANAGER, roles: ['APPROVING_MANAGER'] });
  const worker = await person(admin, { agency: 'SVC', email: WORKER, roles: ['ADOPTERS_WORKER'] });
  const lead = await person(admin, { agency: 'SVC', email: LEAD, roles: ['APPROVING_MANAGER'] });
  ({ unit } = await soughtChild(finder));
  const home = await worker.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
    input: { facts: { familyId: 'F1', names: 'Kit Marlow', kind: 'COUPLE', approvedOn: '2026-01-10', maxChildren: 2, availability: 'AVAILABLE', shareConsent: true, shareConsentOn: '2026-01-10' } } });
  const household = home.createHousehold.reference;
  await releasedProfile(finder, manager, { subjectType: 'UNIT', subject: unit, until: UNTIL });
  await releasedProfile(worker, lead, { subjectType: 'HOUSEHOLD', subject: household, until: UNTIL });
  link = (await worker.query<{ expressInterest: { reference: string } }>('mutation ($input: LinkInterestInput!) { expressInterest(input: $input) { reference } }', { input: { unit, household } })).expressInterest.reference;
  await step(finder, 'SHORTLISTED');
  for (const client of [finder, worker]) await step(client, 'EXPLORING_AGREED');
  for (const client of [manager, lead]) await approveGrants(client);
  await step(finder, 'CPR_SHARED');
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

describe('a report, by keyboard', () => {
  it('is added from the child’s documents, and refused where it is no document', async () => {
    const page = await signIn(FINDER, `/children/${unit}`);
    const keys = new Keyboard(page);
    await keys.use('link', 'Documents');
    await page.getByText('There is no document yet.').waitFor();
    await keys.use('link', 'Add a document');
    await page.getByLabel('Kind of document').selectOption('CPR');
    await keys.chooseFile('Document', { name: 'cpr.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<!doctype html>') });
    await keys.use('button', 'Keep the document');
    await page.getByRole('alert').getByText('Only PDF files').waitFor();
    await keys.chooseFile('Document', { name: 'cpr.pdf', mimeType: 'application/pdf', buffer: REPORT });
    await keys.use('button', 'Keep the document');
    await page.getByText('The document is kept.').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Child’s permanence report');
    expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  });

  it('is reviewed by a second person, and says how it stands', async () => {
    const page = await signIn(MANAGER, `/children/${unit}/documents`);
    const keys = new Keyboard(page);
    await page.getByRole('link', { name: /permanence report/ }).click();
    await page.getByText('Review version 1').click();
    await page.getByLabel('Accept this version').check();
    await keys.use('button', 'Record the review');
    await page.getByText('Your review is recorded').waitFor();
    expect(await page.getByText('Accepted').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    const own = await signIn(FINDER, '/');
    await own.getByRole('listitem').filter({ hasText: 'document that you added was reviewed' }).getByRole('link', { name: unit }).click();
    await own.getByRole('heading', { level: 1, name: `Documents of ${unit}` }).waitFor();
    await own.getByRole('link', { name: /permanence report/ }).waitFor();
  });

  it('is given on the link, where the other side’s worker downloads it as it was handed in', async () => {
    const own = await signIn(FINDER, `/links/${link}`);
    await new Keyboard(own).use('button', 'Give version 1 of Child’s permanence report');
    await own.getByText('Version 1', { exact: true }).waitFor();
    const page = await signIn(WORKER, `/links/${link}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download Child’s permanence report' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^D-[0-9A-Z]{6}-version-1\.pdf$/);
    expect(readFileSync(await download.path()).equals(REPORT)).toBe(true);
    expect(await stored(page)).toBe(0);
    expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  });

  it('is one of the things that a panel needs, beside views and what was done with the adopters', async () => {
    const page = await signIn(FINDER, `/children/${unit}/views/new`);
    const keys = new Keyboard(page);
    await page.getByLabel('The child’s wishes and feelings').check();
    await keys.write('What they said', 'Would like a garden.');
    await keys.use('button', 'Record the views');
    await page.getByText('The views are recorded.').waitFor();
    await page.goto(`/links/${link}/prepare`);
    await page.getByLabel('The adopters met the foster carer').check();
    await keys.use('button', 'Record');
    await page.getByText('It is recorded. Both sides of the link see it.').waitFor();
    const needs = page.getByRole('table', { name: 'What a panel needs' });
    await needs.waitFor();
    for (const [what, state] of [['Child’s permanence report, accepted', 'There'], ['The child’s wishes and feelings', 'There'], ['The adopters met the foster carer', 'There'], ['Each birth parent’s views', 'Missing']] as const) {
      expect([what, await needs.getByRole('row').filter({ has: page.getByRole('rowheader', { name: what, exact: false }) }).getByText(state, { exact: true }).count()]).toEqual([what, 1]);
    }
    expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
    // The file that was refused.
    expect([watched.faults, watched.origins.size]).toEqual([[expect.stringContaining('status of 415')], 1]);
  });
});
