import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../harness/browser';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { readPdf } from '../harness/pdf-text';
import { Keyboard } from './keyboard';
import { settled, sound, watchedPage, type Watched } from './watched-page';

/* One match from the booked panel to the decision and its notices, at the desks of two agencies. */

const UNTIL = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
const REASONS = 'They know what Robin needs.';
const LONG = 120_000;

let hub: RunningHub;
let browser: Browser;
let watched: Watched;
const at = {} as Record<'finder' | 'manager' | 'adviser' | 'decider' | 'worker' | 'lead', GraphQLClient>;
let link = '';

const emailOf = (who: keyof typeof at): string => `${who}@${who === 'worker' || who === 'lead' ? 'svc' : 'nmb'}.example.test`;

async function desk(who: keyof typeof at, path: string): Promise<Page> {
  const { page } = watched;
  await page.context().clearCookies();
  await page.goto('/');
  const keys = new Keyboard(page);
  await keys.write('Email address', emailOf(who));
  await keys.write('Password', PASSWORD);
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  await page.goto(path);
  await settled(page);
  return page;
}

async function people(): Promise<void> {
  const admin = await firstAdministrator(hub);
  await smallRegion(admin, { agreement: false });
  await admin.query('mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { reference } }', {
    input: { title: 'Regional agreement', purpose: 'FAMILY_FINDING', legalBasis: 'Adoption and Children Act 2002', startsOn: '2020-01-01', parties: ['NMB', 'SVC'], upToStage: 'S2' } });
  const roles = { finder: 'FAMILY_FINDER', manager: 'APPROVING_MANAGER', adviser: 'PANEL_ADVISER', decider: 'DECISION_MAKER', worker: 'ADOPTERS_WORKER', lead: 'APPROVING_MANAGER' } as const;
  for (const [who, role] of Object.entries(roles) as [keyof typeof at, string][]) at[who] = await person(admin, { agency: who === 'worker' || who === 'lead' ? 'SVC' : 'NMB', email: emailOf(who), roles: [role], displayName: `Some ${who}` });
}

async function release(asks: GraphQLClient, approves: GraphQLClient, subjectType: string, subject: string): Promise<void> {
  const { requestRelease } = await asks.query<{ requestRelease: { id: string } }>('mutation ($input: RequestReleaseInput!) { requestRelease(input: $input) { id } }', { input: { subjectType, subject, purpose: 'x', about: 'Likes trains.' } });
  await approves.query('mutation ($id: ID!, $until: LocalDate!) { approveRelease(id: $id, expiresOn: $until) { status } }', { id: requestRelease.id, until: UNTIL });
}

async function step(who: GraphQLClient, event: string): Promise<void> {
  const { link: found } = await who.query<{ link: { version: number } }>('query ($reference: String!) { link(reference: $reference) { version } }', { reference: link });
  await who.query('mutation ($input: LinkStepInput!) { takeLinkStep(input: $input) { state } }', { input: { link, version: found.version, event } });
}

/** A link of which the placement report is drafted. */
async function drafted(): Promise<void> {
  const made = await at.finder.query<{ createChild: { reference: string; record: { version: number } } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', {
    input: { facts: { externalId: 'B1', firstName: 'Robin', lastName: 'Sparrow', dateOfBirth: '2022-05-05', sex: 'F', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15' } } });
  const unit = made.createChild.reference;
  await at.finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit, version: made.createChild.record.version, to: 'ACTIVE', onDate: '2026-01-05' } });
  const home = await at.worker.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
    input: { facts: { familyId: 'F1', names: 'Kit Marlow', kind: 'SINGLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true, maxChildren: 1, ageMinMonths: 0, ageMaxMonths: 84 } } });
  await release(at.finder, at.manager, 'UNIT', unit);
  await release(at.worker, at.lead, 'HOUSEHOLD', home.createHousehold.reference);
  link = (await at.finder.query<{ expressInterest: { reference: string } }>('mutation ($input: LinkInterestInput!) { expressInterest(input: $input) { reference } }', { input: { unit, household: home.createHousehold.reference } })).expressInterest.reference;
  await step(at.worker, 'SHORTLISTED');
  await step(at.finder, 'EXPLORING_AGREED');
  await step(at.worker, 'EXPLORING_AGREED');
  for (const who of [at.manager, at.lead]) {
    const { myWork } = await who.query<{ myWork: { grantsToApprove: { id: string }[] } }>('{ myWork { grantsToApprove { id } } }');
    for (const { id } of myWork.grantsToApprove) await who.query('mutation ($id: ID!, $until: LocalDate!) { approveGrant(id: $id, expiresOn: $until) { status } }', { id, until: UNTIL });
  }
  for (const event of ['CPR_SHARED', 'VISITED', 'APR_DRAFTED']) await step(at.finder, event);
}

beforeAll(async () => {
  hub = await startHub();
  await people();
  await drafted();
  browser = await launchBrowser();
  watched = await watchedPage(browser, hub.url);
  watched.page.setDefaultTimeout(20_000);
}, LONG);
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

describe('a match at its panel', () => {
  let panel = '';
  let item = '';

  it('has a panel to go to, with its members', async () => {
    const page = await desk('adviser', '/panels');
    await sound(page);
    await page.getByRole('link', { name: 'Plan a panel' }).click();
    const [year = '', month = '', day = ''] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date()).split('-');
    const when = page.getByRole('group', { name: 'Day', exact: true });
    for (const [part, value] of [['Day', day], ['Month', month], ['Year', year]] as const) await when.getByLabel(part, { exact: true }).fill(value);
    await page.getByLabel('Time it begins').fill('9.30am');
    await page.getByLabel('Place', { exact: true }).fill('Town hall');
    await sound(page);
    await page.getByRole('button', { name: 'Plan the panel' }).click();
    await page.getByText('The panel is planned').waitFor();
    panel = /P-[0-9A-Z]{6}/.exec(page.url())?.[0] ?? '';
    for (const [n, role] of ['CHAIR', 'SOCIAL_WORKER', 'MEDICAL_ADVISER', 'INDEPENDENT', 'OTHER'].entries()) {
      const { addPanelMember } = await at.adviser.query<{ addPanelMember: { reference: string } }>('mutation ($input: AddPanelMemberInput!) { addPanelMember(input: $input) { reference } }', {
        input: { displayName: `Member ${n}`, role, isIndependent: role === 'CHAIR' || role === 'INDEPENDENT', sitsFor: ['NMB'], startsOn: '2025-01-01' } });
      if (n > 0) await at.adviser.query('mutation ($input: PanelSeatInput!) { expectPanelMember(input: $input) { reference } }', { input: { panel, member: addPanelMember.reference } });
    }
    await page.reload();
    await page.getByText('Name a member').click();
    await page.getByLabel('Who of the central list?').selectOption({ label: 'Member 0, Chair' });
    await page.getByRole('button', { name: 'Expect this member' }).click();
    await page.getByText('The member is expected.').waitFor();
    for (const n of [0, 1, 2, 3, 4]) {
      await page.getByRole('button', { name: `Was there Member ${n}` }).click();
      await page.getByText(`Member ${n}: was there.`).waitFor();
    }
    await page.getByText('There is a quorum: 5 members.').waitFor();
    await sound(page);
    await page.goto('/panels/members');
    await sound(page);
  }, LONG);

  it('is booked from the link', async () => {
    const page = await desk('finder', `/links/${link}`);
    await page.getByRole('link', { name: 'Book a panel' }).click();
    await page.getByRole('button', { name: 'Show panels for which papers were due already' }).click();
    await page.getByLabel(/10:15: Northmoor Borough/).check();
    await sound(page);
    await page.getByRole('button', { name: 'Book this place' }).click();
    await page.getByText('The panel is booked, provisionally.').waitFor();
    await page.getByRole('link', { name: /^Panel on/ }).click();
    item = /B-[0-9A-Z]{6}/.exec(page.url())?.[0] ?? '';
    await page.getByText('Not heard yet').waitFor();
    // Whoever booked it records no recommendation.
    expect(await page.getByRole('button', { name: 'Record the recommendation' }).count()).toBe(0);
  }, LONG);

  it('is confirmed, heard and minuted by the panel’s adviser', async () => {
    const page = await desk('adviser', `/panels/items/${item}`);
    await page.getByRole('button', { name: 'Confirm the place' }).click();
    await page.getByText('The place is confirmed.').waitFor();
    await page.getByRole('button', { name: 'Record the recommendation' }).click();
    await page.getByRole('link', { name: 'Write the reasons' }).waitFor();
    await sound(page);
    await page.getByLabel('Recommended', { exact: true }).check();
    await page.getByLabel('Reasons', { exact: true }).fill(REASONS);
    await page.getByRole('button', { name: 'Record the recommendation' }).click();
    await page.getByText('The recommendation is recorded.').waitFor();
    await page.getByRole('button', { name: 'The minutes are final' }).click();
    await page.getByText('the decision maker is told').waitFor();
    const file = await at.adviser.send(`/packs/panel/${panel}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    const { text, information } = readPdf(Buffer.from(await file.arrayBuffer()));
    expect(information.Title).toBe(`Panel agenda: ${panel}`);
    for (const words of ['10:15', 'Member0', 'Townhall']) expect(text).toContain(words);
    expect(text).not.toContain(REASONS.replace(/\s/g, ''));
  }, LONG);

  it('is decided on by the decision maker, and the reasons stay with their agency', async () => {
    const page = await desk('decider', '/');
    await page.getByRole('link', { name: /^Match:/ }).click();
    await page.getByText(REASONS).waitFor();
    await page.getByLabel('Approved', { exact: true }).check();
    await page.getByLabel('Reasons', { exact: true }).fill('I agree with the panel.');
    await sound(page);
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('The decision is recorded.').waitFor();
    await page.getByText('Who is told').waitFor();
    await sound(page);
    const theirs = await desk('worker', `/panels/items/${item}`);
    await theirs.getByText(/Approved on/).waitFor();
    expect(await theirs.getByText(REASONS).count()).toBe(0);
    expect(await theirs.getByText('I agree with the panel.').count()).toBe(0);
  }, LONG);

  it('is told to parents and adopters', async () => {
    const page = await desk('finder', `/panels/items/${item}`);
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.getByText('It is recorded who was told.').waitFor();
    await page.goto(`/links/${link}`);
    await page.getByText('Matched', { exact: true }).first().waitFor();
    await sound(page);
    expect([watched.faults, watched.origins.size]).toEqual([[], 1]);
  }, LONG);
});
