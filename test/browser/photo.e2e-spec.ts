import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../harness/browser';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';
import { readPdf } from '../harness/pdf-text';
import { halves, taggedJpeg } from '../samples/photo';
import { releasedProfile, signedInAt, soughtChild } from './desk-steps';
import { Keyboard } from './keyboard';
import { overflow, settled, stored, violations, watchedPage, type Watched } from './watched-page';

/* A photo by keyboard: handed in, asked for, decided by a second person, seen by the other agency, and withdrawn. */

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let unit: string;
let child: string;
let household: string;

const FINDER = 'finder@nmb.example.test';
const MANAGER = 'manager@nmb.example.test';
const PARTNER = 'partner@svc.example.test';
const UNTIL = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);

const signIn = (email: string, path: string): Promise<Page> => signedInAt(watched, email, path);

/** Width and height as drawn from the file, once it has come; 0 where it has not. */
const sizeOf = (page: Page, name: string): Promise<[number, number]> =>
  page.getByRole('img', { name, exact: true }).evaluate(async (image: HTMLImageElement) => { await image.decode(); return [image.naturalWidth, image.naturalHeight]; });

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin, { upToStage: 'S2' });
  const finder = await person(admin, { agency: 'NMB', email: FINDER, roles: ['FAMILY_FINDER', 'ADOPTERS_WORKER'] });
  const manager = await person(admin, { agency: 'NMB', email: MANAGER, roles: ['APPROVING_MANAGER'] });
  await person(admin, { agency: 'SVC', email: PARTNER, roles: ['FAMILY_FINDER'] });
  ({ unit, child } = await soughtChild(finder, { healthSummary: 'Asthma, well controlled.' }));
  const home = await finder.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', { input: { facts: { familyId: 'F1', names: 'Kit Marlow', kind: 'COUPLE' } } });
  household = home.createHousehold.reference;
  await releasedProfile(finder, manager, { subjectType: 'UNIT', subject: unit, until: UNTIL });
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

describe('a photo, by keyboard', () => {
  it('is handed in from the child’s page and stands in the record, upright', async () => {
    const page = await signIn(FINDER, `/children/${unit}`);
    const keys = new Keyboard(page);
    await keys.use('link', 'Add a photo');
    await page.getByText('There is no photo yet.').waitFor();
    await keys.use('button', 'Keep the photo');
    await page.getByRole('alert').getByText('Choose the photo').waitFor();
    await keys.chooseFile('Photo', { name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer: taggedJpeg(await halves('jpeg')) });
    await keys.use('button', 'Keep the photo');
    await page.getByText('No other agency sees it until two people have decided so.').waitFor();
    expect(await sizeOf(page, `Photo of child ${child}`)).toEqual([200, 400]);
    expect(await violations(page)).toEqual([]);
    await keys.use('link', unit);
    expect(await sizeOf(page, `Photo of child ${child}`)).toEqual([200, 400]);
  });

  it('says in words why a file is no photo, and keeps the one before', async () => {
    const page = await signIn(FINDER, `/children/${unit}/${child}/photo`);
    const keys = new Keyboard(page);
    await keys.chooseFile('Photo', { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ this is a program') });
    await keys.use('button', 'Replace the photo');
    await page.getByText('This is no JPEG, PNG or WebP picture').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await settled(page);
    expect(await sizeOf(page, `Photo of child ${child}`)).toEqual([200, 400]);
  });

  it('is asked for with the identified stage, and previewed as the other agency would see it', async () => {
    const page = await signIn(FINDER, `/children/${unit}/sharing`);
    const keys = new Keyboard(page);
    await page.getByText('Ask to show more to one agency').click();
    await page.getByLabel('For which agency?').selectOption('SVC');
    await keys.to('checkbox', 'Show the photos too');
    await keys.press('Space');
    await keys.write('What is it for?', 'Exploring a link');
    await keys.use('button', 'Ask for the grant');
    await page.getByText('The grant is asked for.').waitFor();
    await keys.use('link', 'See what Southvale County would see once it is approved');
    await page.getByText('You are seeing stage S2, identified.').waitFor();
    expect(await sizeOf(page, 'Photo of the child')).toEqual([200, 400]);
    expect(await violations(page)).toEqual([]);
  });

  it('is shown once a second person has said so, in so many words', async () => {
    const page = await signIn(MANAGER, `/children/${unit}/sharing`);
    const keys = new Keyboard(page);
    await keys.use('button', 'Approve the grant');
    await page.getByRole('alert').getByText('Choose whether the photos are to be shown').waitFor();
    await keys.to('radio', 'Yes');
    await keys.press('Space');
    await keys.use('button', 'Approve the grant');
    await page.getByText('is granted.').waitFor();
    await page.getByText('Identified (S2), with photo').waitFor();
    await signIn(PARTNER, `/children/${unit}`);
    expect(await sizeOf(page, 'Photo of the child')).toEqual([200, 400]);
    expect(await violations(page)).toEqual([]);
    // Read out, kept and printed, it would outlive its withdrawal: so it has no name, and no paper.
    expect(await page.getByRole('img', { name: /Robin|Sparrow/ }).count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('img', { name: 'Photo of the child' }).count()).toBe(0);
    await page.getByText('The photo is shown in the hub alone.').waitFor();
    await page.emulateMedia({ media: 'screen' });
  });

  it('is no part of the profile that the other agency takes along as a PDF', async () => {
    const page = await signIn(PARTNER, `/children/${unit}`);
    const download = page.waitForEvent('download');
    await new Keyboard(page).use('button', 'Download as PDF');
    const file = await download;
    expect(file.suggestedFilename()).toBe(`profile-${unit}.pdf`);
    const { text, everything } = readPdf(readFileSync(await file.path()));
    expect([text.includes('Robin'), text.includes('Likestrains.'), everything.includes('/Subtype /Image')]).toEqual([true, true, false]);
  }, 60_000);

  it('is gone from the other agency’s page when the photos alone are withdrawn, and the names stay', async () => {
    const page = await signIn(FINDER, `/children/${unit}/sharing`);
    const keys = new Keyboard(page);
    await page.getByText('Withdraw the photos alone').click();
    await keys.use('button', 'Withdraw the photos');
    await page.getByText('The photos are withdrawn.').waitFor();
    expect(await page.getByText('with photo', { exact: false }).filter({ hasText: 'Identified (S2), with photo' }).count()).toBe(0);
    await signIn(PARTNER, `/children/${unit}`);
    await page.getByRole('heading', { name: 'Robin' }).waitFor();
    expect(await page.getByRole('img', { name: /^Photo/ }).count()).toBe(0);
  });

  it('of a family is handed in and removed again', async () => {
    const page = await signIn(FINDER, `/families/${household}`);
    const keys = new Keyboard(page);
    await keys.use('link', 'Add a photo');
    await keys.chooseFile('Photo', { name: 'us.png', mimeType: 'image/png', buffer: await halves('png') });
    await keys.use('button', 'Keep the photo');
    await page.getByText('The photo is kept.').waitFor();
    expect(await sizeOf(page, `Photo of household ${household}`)).toEqual([400, 200]);
    await page.getByText('Remove it').click();
    await keys.use('button', 'Remove the photo');
    await page.getByText('The photo is removed.').waitFor();
    expect(await page.getByRole('img', { name: /^Photo/ }).count()).toBe(0);
  });

  it.each(['children/UNIT/CHILD/photo', 'families/HOUSEHOLD/photo', 'children/UNIT/sharing', 'children/UNIT'])('meets WCAG 2.2 AA and 320 px: /%s', async (place) => {
    const page = await signIn(FINDER, `/${place.replace('UNIT', unit).replace('CHILD', child).replace('HOUSEHOLD', household)}`);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await stored(page)).toBe(0);
  });

  it('asks nothing of a third party and breaks no policy', () => {
    expect(watched.faults.filter((fault) => !/status of 415/.test(fault))).toEqual([]);
    expect([...watched.origins].filter((origin) => origin !== hub.url && origin !== 'null')).toEqual([]);
  });
});
