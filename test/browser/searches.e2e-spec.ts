import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { Client } from 'pg';
import { launchBrowser } from '../harness/browser';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { startMailSink, type MailSink } from '../harness/mail-sink';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { Keyboard } from './keyboard';
import { overflow, settled, violations, watchedPage, type Watched } from './watched-page';

const FINDER = 'finder@northmoor.example.test';

let sink: MailSink;
let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let finder: GraphQLClient;
let worker: GraphQLClient;
let known: string;

async function waitingChild(by: GraphQLClient, waitingSince: string): Promise<string> {
  const { createChild } = await by.query<{ createChild: { reference: string; record: { version: number } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', { input: { facts: {
      firstName: 'Canary', sex: 'F', dateOfBirth: '2023-03-01', enteredCareOn: '2024-03-01', admDecidedOn: '2024-09-01', placementOrderOn: '2024-12-01', waitingSince } } });
  await by.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit: createChild.reference, version: createChild.record.version, to: 'ACTIVE', onDate: '2024-12-02' } });
  return createChild.reference;
}

/** The hour's round, which the worker would make by itself within the hour. */
async function round(): Promise<void> {
  const client = new Client({ connectionString: hub.database.superuserUrl });
  await client.connect();
  try {
    await client.query(`insert into hub.outbox (name, queue, payload) values ('search.round', 'care', '{}')`);
    for (const until = Date.now() + 20_000; Date.now() < until; await pause(50)) {
      const { rowCount } = await client.query(`select 1 from hub.outbox where name = 'search.round'`);
      if (rowCount === 0) return;
    }
    throw new Error('The round did not end within 20 seconds.');
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  sink = await startMailSink();
  hub = await startHub({ environment: { HUB_SMTP_URL: sink.url, HUB_MAIL_FROM: 'hub@hub.example', HUB_MAIL_RETRY_MS: '500' } });
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  finder = await person(admin, { agency: 'NMB', email: FINDER, roles: ['FAMILY_FINDER'] });
  worker = await person(admin, { agency: 'NMB', email: 'worker@northmoor.example.test', roles: ['CHILDS_WORKER'] });
  known = await waitingChild(worker, '2024-12-01');
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
  const { page } = watched;
  await page.goto('/');
  const keys = new Keyboard(page);
  await keys.write('Email address', FINDER);
  await keys.write('Password', PASSWORD);
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'My work' }).waitFor();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await sink?.stop();
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

const references = () => watched.page.getByRole('table', { name: 'Children found' }).getByRole('rowheader').allInnerTexts();

describe('a family finder who saves a search', () => {
  it('chooses a mail for each notice on the page of the account', async () => {
    const { page } = watched;
    const keys = new Keyboard(page);
    await keys.use('link', 'Your account');
    await page.getByText('What is in your mails: how many notices, results and tasks are new').waitFor();
    expect(await page.getByRole('radio', { name: 'Once a day' }).isChecked()).toBe(true);
    expect(await faults()).toEqual([]);
    await page.getByRole('radio', { name: 'For each notice' }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Your choice of mails is saved.').waitFor();
  });

  it('saves the filter that is on the page, and the address says nothing of it', async () => {
    const { page } = watched;
    const keys = new Keyboard(page);
    await keys.use('link', 'Children');
    await page.getByRole('checkbox', { name: /^Girl \(1\)/ }).check();
    await page.getByText('Save this search').click();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Save the search' }).click();
    await page.getByRole('link', { name: 'Enter what the search is called' }).waitFor();
    await page.getByLabel('What is it called?').fill('Girls who wait');
    await page.getByRole('radio', { name: 'Within the hour' }).check();
    await page.getByRole('button', { name: 'Save the search' }).click();
    await page.getByRole('heading', { level: 1, name: 'Girls who wait' }).waitFor();
    await page.getByText('Nobody is new since you opened it last.').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/searches\/[0-9a-f-]{36}$/);
    expect(await page.getByText('Sex: Girl').count()).toBe(1);
    expect((await references()).map((words) => words.replace(/^Reference/, '').trim())).toEqual([known]);
    expect(await faults()).toEqual([]);
  });

  it('is told of a new child in the inbox and by mail, and finds them marked until the next look', async () => {
    const { page } = watched;
    const keys = new Keyboard(page);
    const girl = await waitingChild(worker, '2025-12-01');
    await round();
    await keys.use('link', 'My work');
    await page.getByText('1 new result of your saved searches').waitFor();
    await page.getByRole('link', { name: 'Saved searches: 1 new' }).waitFor();
    expect(await page.getByRole('link', { name: '1 new result', exact: true }).count()).toBe(1);
    expect(await faults()).toEqual([]);
    for (const until = Date.now() + 10_000; sink.taken.length === 0 && Date.now() < until;) await pause(50);
    expect(sink.taken.map(({ to }) => to)).toEqual([FINDER]);
    expect(sink.taken[0]?.words).toContain('You have 1 new result.');
    expect(sink.taken[0]?.raw).not.toMatch(new RegExp(`${girl}|Girls who wait|Northmoor`));
    await page.getByRole('link', { name: 'Saved searches: 1 new' }).click();
    await page.getByText('1 new', { exact: true }).waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('link', { name: 'Girls who wait' }).click();
    await page.getByText('1 is new since you opened it last.').waitFor();
    expect((await references()).filter((words) => words.includes('New'))).toEqual([expect.stringContaining(girl)]);
    await page.getByRole('button', { name: 'Show only new' }).click();
    await page.getByRole('heading', { level: 2, name: '1 child or group' }).waitFor();
    expect(await faults()).toEqual([]);
    await keys.use('link', 'My work');
    await page.getByText('Waiting longest').first().waitFor();
    expect(await page.getByText('new result').count()).toBe(0);
  });

  it('pauses it, is told nothing more, and ends it', async () => {
    const { page } = watched;
    const keys = new Keyboard(page);
    await keys.use('link', 'Saved searches');
    await page.getByRole('link', { name: 'Girls who wait' }).click();
    await page.getByText('Nobody is new since you opened it last.').waitFor();
    await page.getByRole('button', { name: 'Pause this search' }).click();
    await page.getByText('The search is paused.').waitFor();
    await waitingChild(worker, '2025-11-01');
    await round();
    expect((await finder.query<{ myWork: { newResults: number; notices: unknown[] } }>('{ myWork { newResults notices { kind } } }')).myWork).toEqual({ newResults: 0, notices: [] });
    expect(sink.taken).toHaveLength(1);
    await page.getByText('End this search').click();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'End the search' }).click();
    await page.getByText('The saved search is ended.').waitFor();
    await page.getByText('There is none yet.').waitFor();
    expect(watched.faults).toEqual([]);
  });
});
