import type { Browser, Page } from 'playwright-core';
import { addDays, addMonths } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { launchBrowser } from '../harness/browser';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { Keyboard } from './keyboard';
import { writeDate } from './placement-desks';
import { settled, sound, watchedPage, type Watched } from './watched-page';

/* From the board to a household's assessment: stage two is extended at the adopters' wish, and a place on another agency's course is booked. */

const WORKER = 'worker@nmb.example.test';
const today = isoDate(new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' }));
const [late, until, course] = [addMonths(today, -5), addDays(today, 30), addDays(today, 20)];

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
let household: string;
let reference: string;

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await settled(page);
};

async function inStageTwo(worker: GraphQLClient): Promise<string> {
  const { createHousehold: made } = await worker.query<{ createHousehold: { reference: string; record: { version: number } } }>(
    'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference record { version } } }', { input: { facts: { names: 'Wren and Swift', enquiryOn: addMonths(today, -8) } } });
  await worker.query('mutation ($input: RecordHouseholdEventInput!) { recordHouseholdEvent(input: $input) { reference } }', { input: { subject: made.reference, version: made.record.version, event: 'FAST_TRACKED', onDate: late } });
  return made.reference;
}

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  household = await inStageTwo(await person(admin, { agency: 'NMB', email: WORKER, roles: ['ADOPTERS_WORKER'] }));
  const other = await person(admin, { agency: 'SVC', email: 'worker@svc.example.test', roles: ['ADOPTERS_WORKER'] });
  ({ planCourse: { reference } } = await other.query<{ planCourse: { reference: string } }>('mutation ($input: PlanCourseInput!) { planCourse(input: $input) { reference } }', { input: { kind: 'PREPARATION', setting: 'IN_PERSON', days: [course], places: 1 } }));
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

describe('recruitment', () => {
  it('shows on the board who is late, on their assessment why it takes longer, and on a course who has the place', async () => {
    const { page } = watched;
    await page.goto('/');
    const keys = new Keyboard(page);
    await keys.write('Email address', WORKER);
    await keys.write('Password', PASSWORD);
    await keys.press('Enter');
    await page.getByRole('link', { name: 'Recruitment' }).click();
    const row = page.getByRole('row', { name: household });
    await row.getByText('Late', { exact: true }).waitFor();
    await page.getByRole('table', { name: 'By agency' }).getByText('Northmoor Borough').waitFor();
    await sound(page);
    await page.getByRole('link', { name: household }).click();
    await page.getByText('Fast track: straight to stage two, no stage one').waitFor();
    await page.getByRole('link', { name: 'Record a step, a pause or an extension' }).click();
    await page.getByRole('link', { name: 'Stage two extended' }).waitFor();
    await sound(page);
    await page.getByRole('link', { name: 'Stage two extended' }).click();
    await settled(page);
    await page.getByRole('button', { name: 'Record step' }).click();
    await page.getByRole('link', { name: 'Choose at whose wish' }).waitFor();
    await writeDate(page, 'onDate', today);
    await writeDate(page, 'untilOn', until);
    await page.getByLabel('Bereavement').check();
    await page.getByLabel('The adopters asked for it').check();
    await sound(page);
    await page.getByRole('button', { name: 'Record step' }).click();
    const delays = page.getByRole('table', { name: 'Pauses and extensions' });
    await delays.getByText('Bereavement').waitFor();
    await delays.getByText('The adopters asked for it').waitFor();
    await sound(page);
    await open(page, '/courses');
    await page.getByText('1 of 1 free').waitFor();
    await sound(page);
    await page.getByRole('link', { name: new RegExp(reference) }).click();
    await page.getByLabel('Household').fill(household.toLowerCase());
    await page.getByRole('button', { name: 'Book', exact: true }).click();
    await page.getByText(`${household} has a place.`).waitFor();
    await page.getByText('full: 1 place').waitFor();
    await sound(page);
    await open(page, `/families/${household}/assessment`);
    await page.getByRole('table', { name: 'Courses' }).getByText('Place booked').waitFor();
    await open(page, '/recruitment');
    await page.getByRole('row', { name: household }).getByText('Late', { exact: true }).waitFor({ state: 'detached' });
    await open(page, '/courses/new');
    await sound(page);
    await open(page, '/clocks');
    await page.getByRole('button', { name: 'My agency’s' }).click();
    await page.getByRole('table', { name: 'What is due' }).getByText(household).first().waitFor();
    await sound(page);
    expect(watched.faults).toEqual([]);
  });

  it('takes an enquiry for its own district, and makes a household of it', async () => {
    const { page } = watched;
    await open(page, '/enquiries/new');
    await page.getByRole('button', { name: 'Send the enquiry' }).click();
    await page.getByRole('link', { name: 'Enter a name to call them by' }).waitFor();
    await sound(page);
    await page.getByLabel('Name', { exact: true }).fill('Dipper and Dunlin');
    await page.getByLabel('Telephone', { exact: true }).fill('01632 960417');
    await page.getByLabel('Postcode district').fill('LE9');
    await page.getByLabel('By telephone').check();
    await page.getByRole('button', { name: 'Send the enquiry' }).click();
    await page.getByText(/The enquiry E-\w{6} is with Northmoor Borough\./).waitFor();
    await page.getByText('Dipper and Dunlin').waitFor();
    await sound(page);
    await page.getByText(/Record the information pack of E-/).click();
    await page.getByRole('button', { name: /Record the pack of E-/ }).click();
    await page.getByText('The information pack is recorded.').waitFor();
    await page.getByText(/^sent on /).waitFor();
    await page.getByRole('button', { name: /Take up E-/ }).click();
    await page.getByText('The enquiry is a household of your agency now, and is with you.').waitFor();
    await sound(page);
    const menu = page.getByRole('navigation', { name: 'Main' });
    for (const [path, label] of [['/enquiries', 'Recruitment'], ['/courses/new', 'Recruitment'], ['/families', 'Families']] as const) {
      await open(page, path);
      expect(await menu.locator('[aria-current]').allTextContents()).toEqual([label]);
    }
    // Of a page that is refused too there is one heading of the first level.
    await open(page, '/users');
    await page.getByText('Your role does not allow this').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await sound(page);
    expect(watched.faults).toEqual([]);
  });
});
