import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Actor } from '@hub/domain/access/actor';
import { addDays } from '@hub/domain/dates/day-count';
import { ago } from '@hub/features/keys/spec-keys';
import { launchBrowser } from '../harness/browser';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { approveMatch, layOutMatch } from '../harness/placements-world';
import { openWorld, type World } from '../harness/world';
import { record } from './placement-desks';
import { overflow, settled, violations, watchedPage } from './watched-page';

/* A placement at the desks of two agencies: to the order, and another that disrupts. */

const WORKER = 'worker@nmb.example.test';
const ADOPTERS = 'worker@svc.example.test';

let hub: RunningHub;
let world: World;
/** Each desk has a browser of its own: contexts of this one share their cookies. */
const browsers: Browser[] = [];
let child: Page;
let family: Page;
const placements: string[] = [];

async function sit(email: string): Promise<Page> {
  const browser = await launchBrowser();
  browsers.push(browser);
  const { page } = await watchedPage(browser, hub.url);
  await page.goto('/');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  return page;
}

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  const worker = await person(admin, { agency: 'NMB', email: WORKER, roles: ['CHILDS_WORKER'], displayName: 'Wil North' });
  const adopters = await person(admin, { agency: 'SVC', email: ADOPTERS, roles: ['ADOPTERS_WORKER'], displayName: 'Wyn South' });
  const decider = await person(admin, { agency: 'NMB', email: 'decider@nmb.example.test', roles: ['DECISION_MAKER'] });
  world = await openWorld(hub.database, join(hub.dataDir, 'keys.json'));
  const [agency] = await world.sql<{ id: string }>("select id from hub.agency where code = 'NMB'");
  const decisionMaker: Actor = { kind: 'user', userId: decider.userId, agencyId: agency?.id ?? '', agencyCode: 'NMB', agencyKind: 'COUNCIL', displayName: 'Robin Tester', roles: ['DECISION_MAKER'] };
  for (const [firstName, names] of [['Wren', 'Kit Marlow'], ['Robin', 'Ash Field']] as const) {
    const made = await worker.query<{ createChild: { reference: string } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference } }', {
      input: { facts: { externalId: firstName, firstName, lastName: 'Sparrow', dateOfBirth: '2022-05-05', sex: 'F', enteredCareOn: ago(20), admDecidedOn: ago(14), placementOrderOn: ago(12) } } });
    const home = await adopters.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
      input: { facts: { familyId: names, names, kind: 'SINGLE', approvedOn: ago(18), availability: 'AVAILABLE', shareConsent: true, maxChildren: 1 } } });
    placements.push(await approveMatch(world, decisionMaker, await layOutMatch(world, made.createChild.reference, home.createHousehold.reference), ago(7)));
  }
  [child, family] = [await sit(WORKER), await sit(ADOPTERS)];
}, 120_000);

afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await world?.close();
  await hub?.stop();
});

/** What is wrong with the page as it stands, wide and narrow. */
async function faults(page: Page): Promise<string[]> {
  await settled(page);
  const found = await violations(page);
  await page.setViewportSize({ width: 320, height: 900 });
  const wide = await overflow(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  return wide > 0 ? [...found, `${wide} pixels too wide at 320`] : found;
}

describe('a placement at the desks of two agencies', () => {
  it('goes from the plan to the adoption order, and both read the same', async () => {
    const [placement = ''] = placements;
    await child.goto('/placements');
    await child.getByRole('link', { name: placement }).waitFor();
    expect(await faults(child)).toEqual([]);
    await record(child, placement, 'Record that the placement plan was agreed', { on: ago(7), words: 'Ten days, each a little longer.' });
    await record(child, placement, 'Record that introductions started', { on: addDays(ago(7), 7) });
    await record(family, placement, 'Record the pause-and-plan review', { on: addDays(ago(7), 12), choose: 'Go on as planned' });
    await record(child, placement, 'Record that a child was placed', { on: ago(6) });
    expect(await faults(child)).toEqual([]);
    await family.goto('/');
    await family.getByRole('link', { name: placement }).first().waitFor();
    await record(family, placement, 'Record a visit', { on: addDays(ago(6), 6), words: 'She sleeps through.' });
    await record(child, placement, 'Record a review', { on: addDays(ago(6), 27), choose: 'Visits every four weeks' });
    await child.getByRole('cell', { name: /Within 3 months of the first review/ }).waitFor();
    await record(child, placement, 'Record the application for the order', { on: addDays(ago(6), 90) });
    await record(child, placement, 'Record the adoption order');
    await family.goto(`/placements/${placement}`);
    await family.locator('.hub-notices').getByText('Adoption order made').waitFor();
    await family.getByText('She sleeps through.').waitFor();
    await child.getByText('Stage S4').waitFor();
    expect(await child.getByRole('link', { name: 'Record a visit' }).count()).toBe(0);
    const [unit] = await world.sql<{ unit: string }>('select unit_reference as unit from hub.placement where reference = $1', [placement]);
    expect(await world.sql('select c.state, u.family_finding from hub.child c join hub.unit u on u.id = c.unit_id where u.reference = $1', [unit?.unit])).toEqual([{ state: 'ADOPTED', family_finding: 'NOT_STARTED' }]);
  });

  it('ends in a disruption with what was learnt, and the search can begin again', async () => {
    const [, placement = ''] = placements;
    await record(child, placement, 'Record that the placement plan was agreed', { on: ago(7) });
    await record(child, placement, 'Record that introductions started', { on: ago(7) });
    await record(child, placement, 'Record that a child was placed', { on: ago(6) });
    await child.goto(`/placements/${placement}/step/DISRUPTED`);
    expect(await faults(child)).toEqual([]);
    await record(child, placement, 'Record a disruption', { choose: 'Support was missing or came late', again: true });
    await record(family, placement, 'Write down what was learnt', { words: 'Ask for help in the first week.' });
    await child.goto(`/placements/${placement}`);
    await child.getByText('Ask for help in the first week.').waitFor();
    expect(await world.sql('select c.state, h.state as family, h.availability from hub.placement p join hub.placement_child k on k.placement_id = p.id join hub.child c on c.id = k.child_id join hub.household h on h.id = p.household_id where p.reference = $1', [placement]))
      .toEqual([{ state: 'AUTHORITY_TO_PLACE', family: 'APPROVED', availability: 'NOT_AVAILABLE' }]);
  });
});
