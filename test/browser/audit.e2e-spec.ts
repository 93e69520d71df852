import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../harness/browser';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { Keyboard } from './keyboard';
import { overflow, settled, stored, violations, watchedPage, type Watched } from './watched-page';

const OFFICER = 'officer@northmoor.example.test';

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let admin: GraphQLClient;
let worker: GraphQLClient;
let unit: string;

beforeAll(async () => {
  hub = await startHub({ worker: false });
  admin = await firstAdministrator(hub);
  await smallRegion(admin);
  await person(admin, { agency: 'NMB', email: OFFICER, roles: ['DATA_PROTECTION_OFFICER'], displayName: 'Olive Officer' });
  worker = await person(admin, { agency: 'NMB', email: 'worker@northmoor.example.test', roles: ['CHILDS_WORKER'], displayName: 'Ada Whitlock' });
  // A child with the worker's own surname: the officer gets a notice.
  ({ createChild: { reference: unit } } = await worker.query<{ createChild: { reference: string } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference } }', { input: { facts: { firstName: 'Rosie', lastName: 'Whitlock', sex: 'F' } } }));
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

describe('a data protection officer, by keyboard alone', () => {
  it('signs in, reads a notice and marks it as read', async () => {
    const { page } = watched;
    await page.goto('/');
    const keys = new Keyboard(page);
    await keys.write('Email address', OFFICER);
    await keys.write('Password', PASSWORD);
    await keys.press('Enter');
    await page.getByRole('heading', { name: 'Notices' }).waitFor();
    expect(await page.locator('.hub-notices').innerText()).toMatch(/Ada Whitlock looked at a record that bears their own surname/);
    expect(await violations(page)).toEqual([]);
    await keys.use('button', /^Mark as read/);
    await page.getByText('Nothing waits for you.').waitFor();
  });

  it('finds in the log who has looked at the record, and takes it home as CSV and PDF', async () => {
    const { page } = watched;
    const keys = new Keyboard(page);
    await keys.use('link', 'Access log');
    await page.getByRole('table', { name: 'Access log' }).waitFor();
    await keys.write('Record', unit);
    await keys.press('Enter');
    await page.getByRole('link', { name: unit }).first().waitFor();
    await keys.use('link', unit);
    await page.getByRole('heading', { name: `Who has looked at ${unit}` }).waitFor();
    await page.getByRole('table', { name: 'Looks' }).waitFor();
    expect(await page.getByRole('table', { name: 'Looks' }).innerText()).toMatch(/Ada Whitlock, Northmoor Borough/);
    for (const [label, start] of [['Download as CSV', '\ufeffTime (UTC),Person'], ['Download as PDF', '%PDF-']] as const) {
      const download = page.waitForEvent('download');
      await keys.use('button', label);
      const file = await download;
      expect(file.suggestedFilename()).toMatch(new RegExp(`^who-looked-${unit}\\.(csv|pdf)$`));
      expect(readFileSync(await file.path(), 'utf8').startsWith(start)).toBe(true);
    }
  }, 120_000);

  it('is reminded of an agreement’s review by the daily round, and gets from the notice to the agreement', async () => {
    const { page } = watched;
    const reviewOn = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10);
    const { createAgreement: { reference } } = await admin.query<{ createAgreement: { reference: string } }>(
      'mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { reference } }', {
        input: { title: 'Two councils', purpose: 'FAMILY_FINDING', legalBasis: 'Adoption and Children Act 2002', startsOn: '2021-01-01', reviewOn, parties: ['NMB', 'SVC'] },
      });
    await hub.startWorker();
    const notice = page.getByText(/An agreement is to be reviewed/);
    for (let tries = 0; tries < 60 && (await notice.count()) === 0; tries += 1) {
      await page.goto('/');
      await settled(page);
    }
    expect(await notice.innerText()).toMatch(new RegExp(`An agreement is to be reviewed: ${reference}, on .*, in 7 days or less\\.`));
    expect(await violations(page)).toEqual([]);
    await new Keyboard(page).use('link', reference);
    await page.getByRole('heading', { name: `Agreement ${reference}` }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  }, 120_000);

  it('meets pages that pass axe, fit 320 pixels, and keep nothing', async () => {
    const { page } = watched;
    for (const path of ['/audit', '/audit/changes', `/children/${unit}/looks`, '/children/ZZZZZZ/looks', '/families/ZZZZZZ/looks']) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(path);
      await settled(page);
      expect([path, await violations(page)]).toEqual([path, []]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect([path, await overflow(page)]).toEqual([path, 0]);
    }
    expect(watched.faults).toEqual([]);
    expect([...watched.origins].filter((origin) => origin !== hub.url && origin !== 'null')).toEqual([]);
    expect(await stored(page)).toBe(0);
  }, 120_000);
});
