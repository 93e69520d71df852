import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';

/* Links over plain HTTP with the worker running: from a run to a booked panel, out of it by every exit, and many at once for one family. */

const UNTIL = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
const GRANT_UNTIL = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
const RACERS = 20;

type Side = 'north' | 'south';
interface Standing { readonly reference: string; readonly state: string; readonly version: number }

let hub: RunningHub;
let admin: GraphQLClient;
/** Of each side who works and who approves. */
const works = {} as Record<Side, GraphQLClient>;
const approves = {} as Record<Side, GraphQLClient>;
let coordinator: GraphQLClient;
let adviser: GraphQLClient;

async function child(finder: GraphQLClient, externalId: string): Promise<string> {
  const { createChild } = await finder.query<{ createChild: { reference: string; record: { version: number } } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', {
    input: { facts: { externalId, firstName: 'Robin', lastName: 'Sparrow', dateOfBirth: '2022-05-05', sex: 'F', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15' } } });
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit: createChild.reference, version: createChild.record.version, to: 'ACTIVE', onDate: '2026-01-05' } });
  return createChild.reference;
}
async function family(worker: GraphQLClient, familyId: string): Promise<string> {
  const { createHousehold } = await worker.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
    input: { facts: { familyId, names: 'Kit Marlow', kind: 'SINGLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true, maxChildren: 1, ageMinMonths: 0, ageMaxMonths: 84 } } });
  return createHousehold.reference;
}
async function release(side: Side, subjectType: string, subject: string): Promise<void> {
  const { requestRelease } = await works[side].query<{ requestRelease: { id: string } }>('mutation ($input: RequestReleaseInput!) { requestRelease(input: $input) { id } }', { input: { subjectType, subject, purpose: 'x', about: 'Likes trains.' } });
  await approves[side].query('mutation ($id: ID!, $until: LocalDate!) { approveRelease(id: $id, expiresOn: $until) { status } }', { id: requestRelease.id, until: UNTIL });
}
async function run(who: GraphQLClient, scope: string, subject: string): Promise<void> {
  const { startMatchingRun } = await who.query<{ startMatchingRun: { reference: string } }>('mutation ($scope: RunScope!, $subject: String) { startMatchingRun(scope: $scope, subject: $subject) { reference } }', { scope, subject });
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(50)) {
    const { run: found } = await who.query<{ run: { status: string } }>('query ($reference: String!) { run(reference: $reference) { status } }', startMatchingRun);
    if (found.status === 'DONE') return;
  }
  throw new Error('The run did not finish.');
}
const express = async (who: GraphQLClient, unit: string, household: string): Promise<Standing> =>
  (await who.query<{ expressInterest: Standing }>('mutation ($input: LinkInterestInput!) { expressInterest(input: $input) { reference state version } }', { input: { unit, household } })).expressInterest;
const step = async (who: GraphQLClient, { reference, version }: Standing, event: string, more: object = {}): Promise<Standing> =>
  (await who.query<{ takeLinkStep: Standing }>('mutation ($input: LinkStepInput!) { takeLinkStep(input: $input) { reference state version } }', { input: { link: reference, version, event, ...more } })).takeLinkStep;
const standing = async (who: GraphQLClient, { reference }: Standing): Promise<Standing> => (await who.query<{ link: Standing }>('query ($reference: String!) { link(reference: $reference) { reference state version } }', { reference })).link;
async function approveGrants(side: Side): Promise<void> {
  const { myWork } = await approves[side].query<{ myWork: { grantsToApprove: { id: string }[] } }>('{ myWork { grantsToApprove { id } } }');
  for (const { id } of myWork.grantsToApprove) await approves[side].query('mutation ($id: ID!, $until: LocalDate!) { approveGrant(id: $id, expiresOn: $until) { status } }', { id, until: GRANT_UNTIL });
}
const stages = async (unit: string, household: string): Promise<string[]> => [
  (await works.south.query<{ unit: { stage: string } }>('query ($reference: String!) { unit(reference: $reference) { stage } }', { reference: unit })).unit.stage,
  (await works.north.query<{ household: { stage: string } }>('query ($reference: String!) { household(reference: $reference) { stage } }', { reference: household })).household.stage,
];

beforeAll(async () => {
  hub = await startHub();
  admin = await firstAdministrator(hub);
  await smallRegion(admin, { agreement: false });
  await admin.query('mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { reference } }', {
    input: { title: 'Regional agreement', purpose: 'FAMILY_FINDING', legalBasis: 'Adoption and Children Act 2002', startsOn: '2020-01-01', parties: ['NMB', 'SVC', 'HWA', 'HUB'], upToStage: 'S2' } });
  works.north = await person(admin, { agency: 'NMB', email: 'finder@nmb.example.test', roles: ['FAMILY_FINDER'] });
  approves.north = await person(admin, { agency: 'NMB', email: 'manager@nmb.example.test', roles: ['APPROVING_MANAGER'] });
  works.south = await person(admin, { agency: 'SVC', email: 'worker@svc.example.test', roles: ['ADOPTERS_WORKER'] });
  approves.south = await person(admin, { agency: 'SVC', email: 'lead@svc.example.test', roles: ['APPROVING_MANAGER'] });
  adviser = await person(admin, { agency: 'NMB', email: 'panel@nmb.example.test', roles: ['PANEL_ADVISER'] });
  coordinator = await person(admin, { agency: 'HUB', email: 'coordinator@hub.example.test', roles: ['HUB_COORDINATOR'] });
});
afterAll(() => hub?.stop());

/** Both sides agreed, each by two people. */
async function explored(unit: string, household: string): Promise<Standing> {
  let link = await express(works.north, unit, household);
  for (const [side, event] of [['south', 'SHORTLISTED'], ['north', 'EXPLORING_AGREED'], ['south', 'EXPLORING_AGREED']] as const) link = await step(works[side], link, event);
  await approveGrants('north');
  await approveGrants('south');
  return standing(works.north, link);
}

describe('a link over HTTP', () => {
  it('goes from a run over a suggestion to a booked panel, each side with two people', async () => {
    const [unit, household] = [await child(works.north, 'C1'), await family(works.south, 'F1')];
    await release('north', 'UNIT', unit);
    await release('south', 'HOUSEHOLD', household);
    await run(works.south, 'HOUSEHOLD', household);
    const { suggestions } = await works.south.query<{ suggestions: { units: { edges: { node: { unit: { reference: string } } }[] } } }>('query ($household: String!) { suggestions(household: $household) { units { edges { node { unit { reference } } } } } }', { household });
    expect(suggestions.units.edges.map(({ node }) => node.unit.reference)).toEqual([unit]);
    const { suggestLink: suggested } = await coordinator.query<{ suggestLink: Standing }>('mutation ($input: LinkInterestInput!) { suggestLink(input: $input) { reference state version } }', { input: { unit, household } });
    expect(suggested).toMatchObject({ state: 'SUGGESTED', version: 1 });
    let link = await express(works.south, unit, household);
    expect(link).toEqual({ reference: suggested.reference, state: 'EXPRESSED_INTEREST', version: 2 });
    link = await step(works.north, link, 'SHORTLISTED');
    link = await step(works.north, link, 'EXPLORING_AGREED');
    await approveGrants('north');
    link = await step(works.south, link, 'EXPLORING_AGREED');
    // The worker who agreed is nobody to approve it, and until somebody does nothing of the family crosses.
    expect(link.state).toBe('SHORTLISTED');
    expect(await stages(unit, household)).toEqual(['S2', 'S1']);
    await approveGrants('south');
    expect(await stages(unit, household)).toEqual(['S2', 'S2']);
    link = await standing(works.north, link);
    for (const event of ['CPR_SHARED', 'VISITED', 'APR_DRAFTED']) link = await step(works.north, link, event);
    const { planPanel } = await adviser.query<{ planPanel: { reference: string } }>('mutation ($input: PlanPanelInput!) { planPanel(input: $input) { reference } }', {
      input: { meetsOn: UNTIL, startsAt: '09:30', slotCount: 3, slotMinutes: 45, place: 'Town hall', parts: [] } });
    await works.north.query('mutation ($input: BookPanelInput!) { bookPanel(input: $input) { reference } }', { input: { link: link.reference, panel: planPanel.reference, slot: 1 } });
    link = await standing(works.north, link);
    const { link: page } = await works.south.query<{ link: { panelOn: string; history: { event: string; to: string }[] } }>('query ($reference: String!) { link(reference: $reference) { panelOn history { event to } } }', { reference: link.reference });
    expect(page.panelOn).toBe(UNTIL);
    expect(page.history.map(({ event }) => event)).toEqual([
      'SUGGESTED', 'INTEREST_EXPRESSED', 'SHORTLISTED', 'EXPLORING_AGREED', 'EXPLORING_AGREED', 'EXPLORING_BEGUN', 'CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'PANEL_BOOKED']);
    expect(link).toMatchObject({ state: 'PANEL_BOOKED', version: page.history.length });
  });

  it.each([
    ['DECLINED_BY_CHILD_AGENCY', 'north', 'NEEDS_NOT_MET'], ['DECLINED_BY_ADOPTERS', 'south', 'NOT_READY'], ['WITHDRAWN_CHILD_PLAN_CHANGED', 'north', 'PLAN_CHANGED'],
  ] as const)('ends by %s: both records close, the reason stays with who gave it, and a run lists the pair no more', async (event, side, reason) => {
    const [unit, household] = [await child(works.north, `C-${event}`), await family(works.south, `F-${event}`)];
    await release('north', 'UNIT', unit);
    await release('south', 'HOUSEHOLD', household);
    const link = await explored(unit, household);
    expect([link.state, ...(await stages(unit, household))]).toEqual(['EXPLORING', 'S2', 'S2']);
    expect(await step(works[side], link, event, { reason, words: 'A word for us.', ruleOut: true })).toMatchObject({ state: event });
    expect(await stages(unit, household)).toEqual(['S1', 'S1']);
    const told = async (who: GraphQLClient): Promise<unknown> => (await who.query<{ link: unknown }>('query ($reference: String!) { link(reference: $reference) { exitWords turns { side } steps { event } } }', { reference: link.reference })).link;
    expect(await told(works[side])).toEqual({ exitWords: 'A word for us.', turns: [], steps: [] });
    expect(await told(works[side === 'north' ? 'south' : 'north'])).toEqual({ exitWords: null, turns: [], steps: [] });
    await run(works.north, 'UNIT', unit);
    const { shortlist } = await works.north.query<{ shortlist: { ruledOut: number; candidates: { edges: { node: { household: { reference: string } } }[] } } }>('query ($unit: String!) { shortlist(unit: $unit) { ruledOut candidates(first: 50) { edges { node { household { reference } } } } } }', { unit });
    expect(shortlist.ruledOut).toBe(1);
    expect(shortlist.candidates.edges.map(({ node }) => node.household.reference)).not.toContain(household);
  });

  it('REL-6: race for one household by 20 matchers: 20 people of two councils over HTTP, at READ COMMITTED', async () => {
    const app = new Client({ connectionString: hub.database.appUrl });
    await app.connect();
    const { rows } = await app.query<{ level: string }>(`select current_setting('default_transaction_isolation') as level`);
    await app.end();
    expect(rows).toEqual([{ level: 'read committed' }]);
    const worker = await person(admin, { agency: 'HWA', email: 'worker@hwa.example.test', roles: ['ADOPTERS_WORKER'] });
    const lead = await person(admin, { agency: 'HWA', email: 'lead@hwa.example.test', roles: ['APPROVING_MANAGER'] });
    await lead.query('mutation { setLinkCaps(perUnit: 4, perHousehold: 1) { perHousehold } }');
    const household = await family(worker, 'F-race');
    const racers: { finder: GraphQLClient; unit: string }[] = [];
    for (let at = 0; at < RACERS; at += 1) {
      const finder = await person(admin, { agency: at % 2 === 0 ? 'NMB' : 'SVC', email: `racer${at}@region.example.test`, roles: ['FAMILY_FINDER'] });
      racers.push({ finder, unit: await child(finder, `R${at}`) });
    }
    const replies = await Promise.all(racers.map(({ finder, unit }) => finder.ask<{ expressInterest: Standing }>('mutation ($input: LinkInterestInput!) { expressInterest(input: $input) { reference state } }', { input: { unit, household } })));
    expect(replies.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    const lost = replies.flatMap(({ errors }) => errors ?? []).map(({ message, extensions }) => `${extensions.code} ${message}`);
    expect(lost).toHaveLength(RACERS - 1);
    expect([...new Set(lost)]).toEqual(['LIMIT_EXCEEDED This family has as many open links as its agency allows. One of them has to end first.']);
    const { links } = await worker.query<{ links: { totalCount: number } }>('query ($household: String!) { links(filter: { household: $household }) { totalCount } }', { household });
    expect(links.totalCount).toBe(1);
  }, 120_000);
});
