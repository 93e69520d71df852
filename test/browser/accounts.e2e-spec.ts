import type { Browser } from 'playwright-core';
import { launchBrowser } from '../harness/browser';
import { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { Keyboard } from './keyboard';
import { overflow, settled, violations, watchedPage, type Watched } from './watched-page';

const ADMIN = 'admin@nmb.example.test';
const FINDER = 'finder@nmb.example.test';
const NEW_PASSWORD = 'violin cabbage meadow drum';
const CHANGED_PASSWORD = 'pebble orchard window flute';

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let finder: GraphQLClient & { userId: string };

beforeAll(async () => {
  hub = await startHub({ worker: false });
  const hubAdmin = await firstAdministrator(hub);
  await smallRegion(hubAdmin);
  await person(hubAdmin, { agency: 'NMB', email: ADMIN, roles: ['AGENCY_ADMIN'], displayName: 'Ada Minster' });
  finder = await person(hubAdmin, { agency: 'NMB', email: FINDER, roles: ['FAMILY_FINDER'] });
  await finder.query('mutation { createApiToken(label: "nightly report") { token } }');
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

async function signIn(email: string, password: string): Promise<void> {
  const { page } = watched;
  const keys = new Keyboard(page);
  await keys.write('Email address', email);
  await keys.write('Password', password);
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'My work' }).waitFor();
}

describe('a forgotten password, by keyboard alone', () => {
  let code: string;

  it('the sign-in page tells whom to ask, whoever asks', async () => {
    const { page } = watched;
    await page.goto('/sign-in');
    await settled(page);
    await page.locator('summary').press('Enter');
    await page.getByText('Ask an administrator of your agency for a new invitation').waitFor();
    expect(await faults()).toEqual([]);
  });

  it('the administrator opens the user, whose page can be loaded again, and makes a new invitation', async () => {
    const { page } = watched;
    await page.goto('/');
    await signIn(ADMIN, PASSWORD);
    const keys = new Keyboard(page);
    await keys.use('link', 'Users');
    await keys.use('link', 'Change Robin Tester');
    await page.getByRole('heading', { name: 'Change a user' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/users/${finder.userId}`);
    await page.reload();
    await page.getByLabel('Name').waitFor();
    expect(await faults()).toEqual([]);
    await keys.use('link', 'Make a new invitation');
    await page.getByText('whoever holds the invitation can sign in as them').waitFor();
    expect(await faults()).toEqual([]);
    await keys.use('button', 'Make a new invitation');
    code = await page.getByLabel('Invitation code').inputValue();
    expect(await faults()).toEqual([]);
    expect((await finder.ask('{ viewer { id } }')).status).toBe(401);
  });

  it('the person sets a new password with it and signs in', async () => {
    const { page } = watched;
    await new Keyboard(page).use('button', 'Sign out');
    await page.goto('/invitation');
    const keys = new Keyboard(page);
    await keys.write('Invitation code', code);
    await keys.write('New password', NEW_PASSWORD);
    await keys.press('Enter');
    await keys.use('link', 'Sign in');
    await signIn(FINDER, NEW_PASSWORD);
  });
});

describe('your account', () => {
  it('names this session and others, and ends them', async () => {
    const { page } = watched;
    const elsewhere = await GraphQLClient.signIn(hub.url, FINDER, NEW_PASSWORD);
    const keys = new Keyboard(page);
    await keys.use('link', 'Your account');
    await page.getByRole('row', { name: /Chrome on .*This session/ }).waitFor();
    await page.getByRole('row', { name: /Unknown browser/ }).waitFor();
    expect(await faults()).toEqual([]);
    await keys.use('button', /^End the session of an unknown browser/);
    await page.getByText('The session is ended.').waitFor();
    expect((await elsewhere.ask('{ viewer { id } }')).status).toBe(401);
    expect(await page.getByRole('row', { name: /Unknown browser/ }).count()).toBe(0);
  });

  it('makes, lists and revokes an API token', async () => {
    const { page } = watched;
    const keys = new Keyboard(page);
    await keys.use('link', 'Make an API token');
    await keys.write('What is it for?', 'weekly list');
    await keys.press('Enter');
    const api = GraphQLClient.withToken(hub.url, await page.getByLabel('Token').inputValue());
    expect(await faults()).toEqual([]);
    await keys.use('link', 'Done');
    await page.getByRole('row', { name: /weekly list.*never/ }).waitFor();
    expect((await api.ask('{ viewer { id } }')).status).toBe(200);
    await keys.use('link', 'Revoke weekly list');
    expect(await faults()).toEqual([]);
    await keys.use('button', 'Revoke');
    await page.getByText('The API token is revoked.').waitFor();
    expect((await api.ask('{ viewer { id } }')).status).toBe(401);
  });

  it('changes its password for the present one, by keyboard, and everything else is signed out', async () => {
    const { page } = watched;
    const elsewhere = await GraphQLClient.signIn(hub.url, FINDER, NEW_PASSWORD);
    const keys = new Keyboard(page);
    await keys.use('link', 'Change your password');
    await page.getByRole('heading', { name: 'Change your password' }).waitFor();
    expect(await faults()).toEqual([]);
    await keys.write('Present password', PASSWORD);
    await keys.write('New password', CHANGED_PASSWORD);
    await keys.press('Enter');
    await page.getByRole('link', { name: 'This is not your present password.' }).waitFor();
    expect(await faults()).toEqual([]);
    // The browser prints the answer 400, and nothing else.
    expect(watched.faults.splice(0)).toEqual([expect.stringContaining('status of 400')]);
    await page.getByLabel('Present password').press('Control+A');
    await page.keyboard.type(NEW_PASSWORD);
    await keys.press('Enter');
    await page.getByText('Your password is changed.').waitFor();
    await page.getByRole('row', { name: /This session/ }).waitFor();
    expect((await elsewhere.ask('{ viewer { id } }')).status).toBe(401);
    await keys.use('link', 'My work');
    await page.getByText('Your password was changed. If it was not you, tell your administrator at once.').waitFor();
    expect(await faults()).toEqual([]);
  });

  it('of an administrator leads to the agency’s tokens, and to signing a person out', async () => {
    const { page } = watched;
    const again = await GraphQLClient.signIn(hub.url, FINDER, CHANGED_PASSWORD);
    await again.query('mutation { createApiToken(label: "nightly report") { token } }');
    await new Keyboard(page).use('button', 'Sign out');
    await page.getByText('You are signed out.').waitFor();
    await page.goto('/');
    await signIn(ADMIN, PASSWORD);
    await page.goto('/users/tokens');
    await page.getByRole('row', { name: /nightly report.*Robin Tester/ }).waitFor();
    expect(await faults()).toEqual([]);
    await new Keyboard(page).use('link', 'Revoke nightly report');
    expect(await faults()).toEqual([]);
    await page.goto(`/users/${finder.userId}/sessions`);
    expect(await faults()).toEqual([]);
    await new Keyboard(page).use('button', 'Sign out everywhere');
    await page.getByText('The user is signed out everywhere.').waitFor();
    expect((await again.ask('{ viewer { id } }')).status).toBe(401);
  });

  it('breaks no policy on the way', () => {
    expect(watched.faults).toEqual([]);
    expect([...watched.origins]).toEqual([hub.url]);
  });
});
