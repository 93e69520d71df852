import { Client } from 'pg';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../harness/browser';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, ADMINISTRATOR, PASSWORD, person, smallRegion } from '../harness/people';
import { annexA, profileSheet } from './council-files';
import { Keyboard } from './keyboard';
import { coveredFocus, overflow, settled, stored, violations, watchedPage, type Watched } from './watched-page';

const FINDER = 'finder@northmoor.example.test';
const ROLES = ['FAMILY_FINDER', 'CHILDS_WORKER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER', 'AGENCY_ADMIN'];

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let unit: string;
let explanation: string;
let run: string;
const GIVEN_UP = 'R-2CDFG4';
let batch: string;

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  await person(admin, { agency: 'NMB', email: FINDER, roles: ROLES });
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
});


afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

const lastPart = (): string => new URL(watched.page.url()).pathname.split('/').at(-1) ?? '';

async function importByKeyboard(kind: string, file: Awaited<ReturnType<typeof annexA>>): Promise<string> {
  const { page } = watched;
  const keys = new Keyboard(page);
  await keys.use('link', 'Imports');
  await keys.to('radio', 'Annex A workbook');
  // Arrow keys move inside a group of radios; the first is where the group is entered.
  await keys.press(kind === 'Annex A workbook' ? 'Space' : 'ArrowDown');
  await keys.chooseFile('File', file);
  await keys.use('button', 'Check the file');
  await page.getByText('Nothing is changed yet.').waitFor();
  const report = await page.getByRole('status').first().innerText();
  await keys.use('button', 'Apply');
  await page.getByText(/added, \d+ changed/).waitFor();
  return report;
}

describe('the main job, by keyboard alone', () => {
  it('signs in', async () => {
    const { page } = watched;
    await page.goto('/');
    const keys = new Keyboard(page);
    await keys.write('Email address', FINDER);
    await keys.write('Password', PASSWORD);
    await keys.press('Enter');
    await page.getByRole('heading', { name: 'My work' }).waitFor();
  });

  it('imports a workbook and a profile sheet, and names the bad row', async () => {
    const { page } = watched;
    expect(await importByKeyboard('Annex A workbook', await annexA())).toMatch(/1 row refused/);
    await page.getByRole('rowheader', { name: /row 6, Date of Birth/ }).waitFor();
    batch = lastPart();
    expect(await importByKeyboard('Profile sheet', await profileSheet())).toMatch(/0 rows refused/);
  });

  it('runs matching for the region and reads a shortlist', async () => {
    const { page } = watched;
    const keys = new Keyboard(page);
    await keys.use('link', 'Matching');
    await keys.use('button', 'Run for the whole region');
    await page.getByRole('table', { name: 'Results' }).waitFor();
    run = lastPart();
    await keys.to('link', 'Matching');
    unit = await page.getByRole('table', { name: 'Results' }).getByRole('link').first().innerText();
    await keys.use('link', unit);
    await page.getByRole('table', { name: /Families to consider/ }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.getByText(/The order helps you look; it decides nothing\./).waitFor();
  });

  it('opens the explanation of a candidate, whose points sum to the rank', async () => {
    const { page } = watched;
    await new Keyboard(page).use('link', /^Explain /);
    await page.getByText('In short:').waitFor();
    explanation = new URL(page.url()).pathname;
    const points = await page.locator('.hub-evidence tbody td:last-child').allInnerTexts();
    const sum = await page.locator('.hub-sum td').innerText();
    const added = points.reduce((total, text) => total + Number(/[\d.]+$/.exec(text)?.[0]), 0);
    expect(added).toBeCloseTo(Number(sum), 0);
  });

  it('says why a run was given up, and starts it again', async () => {
    const { page } = watched;
    const database = new Client({ connectionString: hub.database.superuserUrl });
    await database.connect();
    await database.query(`insert into hub.matching_run (agency_id, reference, requested_by, scope, as_at, policy, policy_id, policy_version, status, error_code)
      select agency_id, $2, requested_by, scope, as_at, policy, policy_id, policy_version, 'FAILED', 'WORKER_LOST' from hub.matching_run where reference = $1`, [run, GIVEN_UP]);
    await database.end();
    await page.goto(`/matching/${GIVEN_UP}`);
    await page.getByText(/given up\. It left no result\. Start it again/).waitFor();
    await new Keyboard(page).use('button', 'Start again');
    await page.getByRole('table', { name: 'Results' }).waitFor();
    expect(lastPart()).not.toBe(GIVEN_UP);
  });

  it('asks one origin alone, stores nothing, and breaks no policy on the way', async () => {
    expect(watched.faults).toEqual([]);
    expect([...watched.origins]).toEqual([hub.url]);
    expect(await stored(watched.page)).toBe(0);
    expect(await watched.page.context().storageState()).toMatchObject({ origins: [] });
  });
});

describe('every page', () => {
  const signedOut = ['/sign-in', '/invitation', '/help', '/accessibility'];
  const ofFinder = (): string[] => {
    const child = `/children/${unit}`;
    return ['/', '/children', '/children/new', child, `${child}/family-finding`, `${child}/profile`, `${child}/not-here`, explanation, `${explanation}/rule-out`, '/families',
      '/families/new', '/matching', `/matching/${run}`, `/matching/${GIVEN_UP}`, '/files', `/files/${batch}`, '/users', '/users/new', '/agencies', '/no-such-page'];
  };

  afterEach(() => watched.page.emulateMedia({ media: null, forcedColors: null }));

  async function inspect(paths: readonly string[]): Promise<Record<string, string[]>> {
    const { page } = watched;
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(path);
      await settled(page);
      const faults = await violations(page);
      await page.setViewportSize({ width: 320, height: 640 });
      const wide = await overflow(page);
      if (wide > 0) faults.push(`${wide} pixels too wide at 320`);
      if (faults.length > 0) found[path] = faults;
    }
    return found;
  }

  it('of a family finder passes axe and needs no scrolling sideways at 320 pixels', async () => {
    expect(await inspect(ofFinder())).toEqual({});
  }, 180_000);

  it('of records and their forms does too', async () => {
    const { page } = watched;
    await page.goto(`/children/${unit}`);
    await settled(page);
    const links = async () => (await page.locator('main a[href^="/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))).filter((href) => /\/(facts|needs|matching|event|approval|offers)$/.test(href));
    const forms = new Set(await links());
    await page.goto('/families');
    await settled(page);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Record', exact: true }).waitFor();
    const family = new URL(page.url()).pathname;
    for (const href of await links()) forms.add(href);
    expect(forms.size).toBeGreaterThanOrEqual(7);
    expect(await inspect([family, `${family}/profile`, ...forms])).toEqual({});
  }, 180_000);

  it('keeps the focus in view under the bar that stays, forwards and backwards', async () => {
    const { page } = watched;
    await page.setViewportSize({ width: 1280, height: 640 });
    await page.goto(`/children/${unit}`);
    await settled(page);
    const covered = new Set<string>();
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let step = 0; step < 45; step += 1) {
        await page.keyboard.press(key);
        const found = await coveredFocus(page);
        if (found) covered.add(`${key}: ${found}`);
      }
    }
    expect([...covered]).toEqual([]);
  });

  it('of a record takes text of double size without scrolling sideways', async () => {
    const { page } = watched;
    await page.setViewportSize({ width: 1280, height: 900 });
    for (const path of [`/children/${unit}`, explanation, '/children']) {
      await page.goto(path);
      await settled(page);
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      expect([path, await overflow(page)]).toEqual([path, 0]);
    }
  });

  it('of a record fits on paper, with its journey unfolded and no address after a link', async () => {
    const { page } = watched;
    // A4 between its margins.
    await page.setViewportSize({ width: 700, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    for (const path of [`/children/${unit}`, explanation]) {
      await page.goto(path);
      await settled(page);
      expect([path, await overflow(page)]).toEqual([path, 0]);
      const addresses = await page.locator('main a').evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content).filter((added) => added.includes('(')));
      expect([path, addresses]).toEqual([path, []]);
    }
    await page.goto(`/children/${unit}`);
    await page.getByRole('row', { name: /Placement order made/ }).first().waitFor({ state: 'visible' });
    expect(await page.getByRole('button').filter({ visible: true }).allInnerTexts()).toEqual([]);
  });

  it('of a shortlist tells the rank from its range in forced colours', async () => {
    const { page } = watched;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`/children/${unit}`);
    await settled(page);
    const fillOf = (part: string) => page.locator(`.hub-interval__${part}`).first().evaluate((drawn) => getComputedStyle(drawn).fill);
    expect(await fillOf('range')).not.toBe(await fillOf('rank'));
    const [band, paper] = await Promise.all([page.locator('.hub-band').first().evaluate((one) => getComputedStyle(one).borderTopColor), page.locator('body').evaluate((one) => getComputedStyle(one).backgroundColor)]);
    expect(band).not.toBe(paper);
  });

  it('of the hub’s administrator, and those before signing in, do too', async () => {
    const { page } = watched;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/');
    await new Keyboard(page).use('button', 'Sign out');
    await page.getByText('You are signed out.').waitFor();
    expect(await inspect(signedOut)).toEqual({});
    await page.goto('/');
    const keys = new Keyboard(page);
    await keys.write('Email address', ADMINISTRATOR);
    await keys.write('Password', PASSWORD);
    await keys.press('Enter');
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    expect(await inspect(['/users', '/users/new', '/agencies', '/agencies/new', '/agencies/agreements/new'])).toEqual({});
    expect(watched.faults).toEqual([]);
  }, 180_000);
});
