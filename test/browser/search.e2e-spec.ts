import type { Browser } from 'playwright-core';
import { NEED_KEYS } from '@hub/domain/children/words';
import { launchBrowser } from '../harness/browser';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { Keyboard } from './keyboard';
import { overflow, settled, violations, watchedPage, type Watched } from './watched-page';

const FINDER = 'finder@northmoor.example.test';

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let girl: string;
let boy: string;
let colleague: GraphQLClient;

async function waitingChild(finder: GraphQLClient, sex: string, attachment: number): Promise<string> {
  const { createChild } = await finder.query<{ createChild: { reference: string; record: { version: number } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', { input: { facts: {
      firstName: 'Canary', sex, dateOfBirth: '2023-03-01', enteredCareOn: '2024-03-01', admDecidedOn: '2024-09-01', placementOrderOn: '2024-12-01', waitingSince: '2024-12-01',
      needs: NEED_KEYS.map((key) => ({ key, level: key === 'attachment' ? attachment : 0 })),
    } } });
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', {
    input: { unit: createChild.reference, version: createChild.record.version, to: 'ACTIVE', onDate: '2024-12-02' },
  });
  return createChild.reference;
}

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  const finder = await person(admin, { agency: 'NMB', email: FINDER, roles: ['FAMILY_FINDER'] });
  [girl, boy] = [await waitingChild(finder, 'F', 1), await waitingChild(finder, 'M', 3)];
  colleague = await person(admin, { agency: 'NMB', email: 'colleague@northmoor.example.test', roles: ['FAMILY_FINDER'] });
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

const found = () => watched.page.getByRole('table', { name: 'Children found' }).getByRole('rowheader').allInnerTexts();
const count = (words: string) => watched.page.getByRole('heading', { level: 2, name: words, exact: true }).waitFor();

describe('a family finder who searches, by keyboard alone', () => {
  it('reaches the search with / and the results with r, and reads why each is shown', async () => {
    const { page } = watched;
    const keys = new Keyboard(page);
    await keys.press('/');
    await count('2 children and groups');
    expect((await found()).map((words) => words.replace(/^Reference/, '').trim()).sort()).toEqual([girl, boy].sort());
    await keys.to('checkbox', /^Girl \(1\)/);
    await keys.press(' ');
    await count('1 child or group');
    expect(await page.locator('.hub-result-count').getAttribute('aria-live')).toBe('polite');
    expect(await page.getByRole('table', { name: 'Children found' }).getByRole('row').nth(1).innerText()).toMatch(new RegExp(`${girl}[^]*\\tGirl\\tExpress interest`));
    await keys.press('r');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('1 child or group');
    expect(await faults()).toEqual([]);
  });

  it('is told which filter to drop when nothing is left, and drops it', async () => {
    const { page } = watched;
    const keys = new Keyboard(page);
    await page.getByLabel('Need', { exact: true }).selectOption('attachment');
    await page.getByLabel('At most', { exact: true }).selectOption('0');
    await page.getByText('No child fits all of these filters.').waitFor();
    expect(await faults()).toEqual([]);
    await keys.use('button', /^Drop the filter “Attachment: at most none”$/);
    await count('1 child or group');
    await keys.use('button', /^× Remove filter Sex: Girl$|^Remove filter Sex: Girl$/);
    await count('2 children and groups');
  });

  it('makes a selection that colleagues read', async () => {
    const { page } = watched;
    const keys = new Keyboard(page);
    await keys.use('link', 'Selections');
    await page.getByText('There is none yet.').waitFor();
    expect(await faults()).toEqual([]);
    await keys.use('button', 'Make the selection');
    await page.getByRole('link', { name: 'Say what it holds' }).waitFor();
    await keys.to('radio', 'Families');
    await keys.press('ArrowDown');
    await keys.write('Or: what is it called?', 'For the June meeting');
    await keys.to('radio', 'You alone');
    await keys.press('ArrowDown');
    await keys.use('button', 'Make the selection');
    await page.getByRole('heading', { level: 1, name: 'For the June meeting' }).waitFor();
    await page.getByText('read by everybody of your agency who looks for families').waitFor();
    expect(await faults()).toEqual([]);
  });

  it('finds, filters and keeps in no more than 25 keys', async () => {
    const { page } = watched;
    await page.goto('/');
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    const keys = new Keyboard(page);
    await keys.press('/');
    await count('2 children and groups');
    await keys.to('checkbox', /^2 to 3 years/);
    await keys.press(' ');
    await keys.press('r');
    await keys.use('button', /^Keep /);
    await page.getByRole('status').filter({ hasText: /is kept in “For the June meeting”/ }).waitFor();
    expect(keys.keys).toBeLessThanOrEqual(25);
    expect(await faults()).toEqual([]);
  });

  it('writes a note, and sees within five seconds what a colleague did, and the colleague what they did', async () => {
    const { page } = watched;
    const keys = new Keyboard(page);
    await keys.use('link', 'Open this selection');
    const id = (await page.waitForURL(/selections\/[0-9a-f-]{36}$/), page.url().split('/').at(-1));
    const entries = () => page.getByRole('listitem').getByRole('heading', { level: 2 }).allInnerTexts();
    // The page before has headings of that level too.
    await page.getByRole('heading', { level: 1, name: 'For the June meeting' }).waitFor();
    const [kept] = await entries();
    const other = kept?.includes(girl) ? boy : girl;
    await colleague.query('mutation ($id: ID!, $references: [String!]!) { keepInSelection(id: $id, references: $references) { id } }', { id, references: [other] });
    await page.getByRole('heading', { level: 2, name: new RegExp(other) }).waitFor({ timeout: 5000 });
    await keys.use('button', new RegExp(`^Move up ${other}$`));
    await page.getByText(`${other} is moved up.`).waitFor();
    expect((await entries())[0]).toContain(other);
    await page.getByText(`Note on ${other}`).first().click();
    await page.getByLabel(`Note on ${other}`).fill('Ask their school.');
    await page.getByRole('button', { name: 'Save the note' }).first().click();
    await page.getByText(`The note on ${other} is saved.`).waitFor();
    await page.getByText('History of changes').first().click();
    await page.getByRole('cell', { name: `Changed the note on ${other}` }).waitFor();
    expect(await faults()).toEqual([]);
    const { selection } = await colleague.query<{ selection: unknown }>('query ($id: ID!) { selection(id: $id) { entries { note unit { reference } } } }', { id });
    expect(selection).toEqual({ entries: [{ note: 'Ask their school.', unit: { reference: other } }, { note: null, unit: { reference: other === girl ? boy : girl } }] });
    await page.getByRole('link', { name: 'Compare them side by side' }).click();
    const table = page.getByRole('table', { name: '2 side by side' });
    await table.getByRole('row', { name: /^Attachment/ }).waitFor();
    expect(await table.locator('th[scope=col]').allInnerTexts()).toEqual(['What', other, other === girl ? boy : girl]);
    const attachment = other === girl ? ['Mild', 'Severe'] : ['Severe', 'Mild'];
    expect(await table.getByRole('row', { name: /^Attachment/ }).getByRole('cell').allInnerTexts()).toEqual(attachment);
    expect(await table.locator('tbody th[scope=row]').count()).toBe(6 + NEED_KEYS.length);
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Show differences only' }).click();
    await page.getByRole('button', { name: 'Show every line' }).waitFor();
    expect(await table.locator('tbody th[scope=row]').allInnerTexts()).toEqual(['Who', 'Attachment']);
    await page.getByRole('button', { name: 'Show every line' }).click();
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)/.exec(printed)?.slice(1).map(Number)).toEqual([841, 595].map((points) => expect.closeTo(points, -1) as number));
    await page.getByRole('link', { name: 'For the June meeting' }).click();
    await page.getByRole('heading', { level: 2, name: new RegExp(other) }).waitFor();
    await colleague.query('mutation ($id: ID!) { endSelection(id: $id) }', { id });
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor({ timeout: 5000 });
    await page.goBack();
  });

  it('compares results straight from the search by keyboard, and the address tells nothing of them', async () => {
    const { page } = watched;
    await page.goto('/children');
    await count('2 children and groups');
    const keys = new Keyboard(page);
    const order = (await found()).map((words) => words.replace(/^Reference/, '').trim());
    await keys.to('checkbox', `Compare ${order[0] ?? ''}`);
    await keys.press(' ');
    await page.getByText(`Chosen to compare: ${order[0] ?? ''}. Tick another one.`).waitFor();
    expect(await page.getByRole('button', { name: 'Compare side by side' }).count()).toBe(0);
    await keys.to('checkbox', `Compare ${order[1] ?? ''}`);
    await keys.press(' ');
    expect(await faults()).toEqual([]);
    await keys.use('button', 'Compare side by side');
    const table = page.getByRole('table', { name: '2 side by side' });
    await table.getByRole('row', { name: /^Attachment/ }).waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/compare');
    expect(await table.locator('th[scope=col]').allInnerTexts()).toEqual(['What', ...order]);
    expect(await table.locator('tbody th[scope=row]').count()).toBe(6 + NEED_KEYS.length);
    expect(await faults()).toEqual([]);
    await keys.use('button', 'Show differences only');
    await page.getByRole('button', { name: 'Show every line' }).waitFor();
    expect(await table.locator('tbody th[scope=row]').allInnerTexts()).toEqual(['Who', 'Attachment']);
    // The first column stays while the rest scrolls beneath it.
    expect(await table.locator('tbody th[scope=row]').first().evaluate((cell) => getComputedStyle(cell).position)).toBe('sticky');
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)/.exec(printed)?.slice(1).map(Number)).toEqual([841, 595].map((points) => expect.closeTo(points, -1) as number));
    await page.reload();
    await table.getByRole('row', { name: /^Attachment/ }).waitFor();
    await page.goBack();
    await count('2 children and groups');
    expect(await page.getByRole('checkbox', { name: `Compare ${order[0] ?? ''}` }).isChecked()).toBe(true);
    // By its bare address, as out of a mail: nobody is compared.
    await page.goto('/compare');
    await page.getByText('Nobody is chosen.').waitFor();
    expect(await faults()).toEqual([]);
  });

  it('WCAG 2.1.4: lists the shortcuts, and switches them off', async () => {
    const { page } = watched;
    const keys = new Keyboard(page);
    await keys.press('r');
    await keys.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Go to the results of a search').waitFor();
    await keys.press('Escape');
    await keys.use('link', 'Help');
    await keys.to('checkbox', 'Use the shortcuts in this tab');
    await keys.press(' ');
    await keys.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await keys.press(' ');
    await keys.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await keys.press('Escape');
    expect(watched.faults).toEqual([]);
  });
});
