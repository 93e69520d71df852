import { setTimeout as pause } from 'node:timers/promises';
import { NEED_KEYS } from '@hub/domain/children/words';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';

interface Contribution { criterion: string; label: string; fit: number | null; points: number; unitValue: string | null; householdValue: string | null; essential: boolean }
interface Candidate { household: { reference: string }; status: string; rank: number; low: number; high: number; band: string; stretches: string[]; notKnown: string[]; position: number; contributions: Contribution[] }
interface Page<T> { edges: { cursor: string; node: T }[]; totalCount: number; pageInfo: { hasNextPage: boolean } }
interface Shortlist { eligible: number; conditional: number; blocked: number; ruledOut: number; run: { reference: string; status: string }; candidates: Page<Candidate>; blockedHouseholds: Page<{ household: { reference: string }; blockers: { rule: string; label: string }[] }> }

const CANDIDATE = `household { reference } status rank low high band stretches notKnown position
  contributions { criterion label fit points unitValue householdValue essential }`;
const SHORTLIST = `query ($unit: String!, $first: Int, $after: String, $status: String) { shortlist(unit: $unit) {
  eligible conditional blocked ruledOut run { reference status }
  candidates(first: $first, after: $after, status: $status) { totalCount pageInfo { hasNextPage } edges { cursor node { ${CANDIDATE} } } }
  blockedHouseholds { totalCount pageInfo { hasNextPage } edges { cursor node { household { reference } blockers { rule label } } } }
} }`;
const EXPLAIN = `query ($unit: String!, $household: String!) { explanation(unit: $unit, household: $household) {
  status summary changes onShortlists rules { rule outcome } blockers { rule } candidate { rank }
} }`;

const LEVELS: Readonly<Record<string, number>> = { attachment: 3, neglectOrAbuse: 1 };
const OFFER = {
  kind: 'COUPLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true, maxChildren: 2, ageMinMonths: 0, ageMaxMonths: 96, sexPreference: 'any', earlyPermanence: false,
  offers: NEED_KEYS.map((key) => ({ key, level: 2 })), contact: 2, heritage: ['WBRI'], languages: ['en'], religion: 'none', childrenAtHome: [], pets: false, smokers: false,
};
const CHILD = {
  dateOfBirth: '2022-06-09', sex: 'F', ethnicity: 'WBRI', enteredCareOn: '2024-01-10', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15', waitingSince: '2024-09-03',
  needs: NEED_KEYS.map((key) => ({ key, level: LEVELS[key] ?? 0 })), essential: ['attachment'], contact: 1, heritage: ['WBRI'], languages: ['en'], religion: 'none', petsRisk: false,
};

let hub: RunningHub;
let finder: GraphQLClient;
let adopters: GraphQLClient;
let elsewhere: GraphQLClient;
let coordinator: GraphQLClient;
let unit: string;
/** Fits but for one stretch; its consent to be shown came, so that Northmoor sees it. */
let fits: string;
/** The same, but how many children it may take is not recorded. */
let mayFit: string;
/** Approved for school-age children alone. */
let tooOld: string;

async function home(worker: GraphQLClient, facts: object): Promise<string> {
  const { createHousehold } = await worker.query<{ createHousehold: { reference: string } }>(
    'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', { input: { facts: { ...OFFER, ...facts } } });
  return createHousehold.reference;
}

const start = async (who: GraphQLClient, scope: string, subject: string | null = null) =>
  (await who.query<{ startMatchingRun: { reference: string; status: string; canCancel: boolean } }>(
    'mutation ($scope: RunScope!, $subject: String) { startMatchingRun(scope: $scope, subject: $subject) { reference status canCancel } }', { scope, subject })).startMatchingRun;

async function finished(who: GraphQLClient, reference: string): Promise<Record<string, unknown>> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(50)) {
    const { run } = await who.query<{ run: Record<string, unknown> }>(
      `query ($reference: String!) { run(reference: $reference) { reference status progress step dataHash units households seconds errorCode canCancel policy policyVersion requestedBy { displayName }
        results { totalCount edges { node { unit { reference } eligible conditional blocked ruledOut best } } } } }`, { reference });
    if (!['QUEUED', 'RUNNING'].includes(run.status as string)) return run;
  }
  throw new Error('The run did not finish.');
}

const shortlist = async (who: GraphQLClient, more: object = {}): Promise<Shortlist | null> =>
  (await who.query<{ shortlist: Shortlist | null }>(SHORTLIST, { unit, first: 20, ...more })).shortlist;
const listed = (list: Shortlist | null): string[] => list?.candidates.edges.map(({ node }) => node.household.reference) ?? [];
const runRegion = async () => finished(finder, (await start(finder, 'REGION')).reference);

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  finder = await person(admin, { agency: 'NMB', email: 'finder@nmb.example.test', roles: ['FAMILY_FINDER', 'CHILDS_WORKER'], displayName: 'Fern Finder' });
  adopters = await person(admin, { agency: 'HWA', email: 'adopters@hwa.example.test', roles: ['ADOPTERS_WORKER'] });
  elsewhere = await person(admin, { agency: 'SVC', email: 'finder@svc.example.test', roles: ['FAMILY_FINDER', 'ADOPTERS_WORKER'] });
  coordinator = await person(admin, { agency: 'HUB', email: 'coordinator@hub.example.test', roles: ['HUB_COORDINATOR'] });
  const { createChild } = await finder.query<{ createChild: { reference: string; record: { version: number } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', { input: { facts: CHILD } });
  unit = createChild.reference;
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }',
    { input: { unit, version: createChild.record.version, to: 'ACTIVE', onDate: '2025-02-01' } });
  fits = await home(adopters, {});
  mayFit = await home(elsewhere, { maxChildren: null });
  tooOld = await home(elsewhere, { ageMinMonths: 120, ageMaxMonths: 180 });
});

afterAll(() => hub?.stop());

describe('a run over the region, over GraphQL with the worker running', () => {
  it('goes from the mutation to a stored result', async () => {
    const begun = await start(finder, 'REGION');
    expect(begun).toMatchObject({ status: 'QUEUED', canCancel: true });
    expect(begun.reference).toMatch(/^R-/);
    expect(await finished(finder, begun.reference)).toMatchObject({
      status: 'DONE', progress: 100, step: null, units: 1, households: 3, errorCode: null, canCancel: false, policy: 'default', policyVersion: 1,
      dataHash: expect.stringMatching(/^[0-9a-f]{64}$/), seconds: expect.any(Number), requestedBy: { displayName: 'Fern Finder' },
      results: { totalCount: 1, edges: [{ node: { unit: { reference: unit }, eligible: 1, conditional: 1, blocked: 1, ruledOut: 0, best: 'B' } }] },
    });
  });

  it('shows the eligible before the conditional, and evidence that sums to the rank', async () => {
    const list = await shortlist(finder);
    expect(list).toMatchObject({ eligible: 1, conditional: 1, blocked: 1, ruledOut: 0 });
    expect(listed(list)).toEqual([fits, mayFit]);
    const [first] = list?.candidates.edges ?? [];
    expect(first?.node).toMatchObject({ position: 1, status: 'eligible', band: 'B', stretches: ['attachment'] });
    const sum = first?.node.contributions.reduce((total, { points }) => total + points, 0) ?? 0;
    expect(sum).toBeCloseTo(first?.node.rank ?? -1, 9);
    expect(first?.node.contributions.find(({ criterion }) => criterion === 'need:attachment'))
      .toMatchObject({ label: 'Attachment', fit: 0.25, unitValue: 'severe', householdValue: 'moderate', essential: true });
    expect(first?.node.contributions.find(({ criterion }) => criterion === 'distance')).toMatchObject({ fit: null, unitValue: 'not recorded' });
    expect(first?.node.notKnown).toContain('Distance');
    expect(list?.blockedHouseholds.edges.map(({ node }) => node)).toEqual([{ household: { reference: tooOld }, blockers: [{ rule: 'age', label: 'Approved ages' }] }]);
  });

  it('pages and filters what it lists', async () => {
    const page = await shortlist(finder, { first: 1 });
    expect(page?.candidates).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(listed(await shortlist(finder, { first: 1, after: page?.candidates.edges[0]?.cursor }))).toEqual([mayFit]);
    expect(listed(await shortlist(finder, { status: 'conditional' }))).toEqual([mayFit]);
    expect((await finder.ask(SHORTLIST, { unit, first: 1000 })).errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
  });

  it('explains a listed pair and a blocked one', async () => {
    const { explanation } = await finder.query<{ explanation: Record<string, unknown> }>(EXPLAIN, { unit, household: fits });
    expect(explanation).toMatchObject({ status: 'eligible', blockers: [], onShortlists: 1 });
    expect(explanation.summary).toContain('would have to stretch for attachment (severe, essential; they would accept moderate)');
    expect((explanation.rules as { outcome: string }[]).every(({ outcome }) => outcome === 'pass')).toBe(true);
    const { explanation: blocked } = await finder.query<{ explanation: Record<string, unknown> }>(EXPLAIN, { unit, household: tooOld });
    expect(blocked).toMatchObject({ status: 'blocked', candidate: null, blockers: [{ rule: 'age' }], changes: ['Approved ages: the approved ages would have to change.'] });
  });

  it('is read by the unit\'s agency and the coordinator, and by nobody else', async () => {
    expect(listed(await shortlist(coordinator))).toEqual([fits, mayFit]);
    expect(await shortlist(elsewhere)).toBeNull();
    expect(await shortlist(adopters)).toBeNull();
    const { explanation } = await elsewhere.query<{ explanation: unknown }>(EXPLAIN, { unit, household: tooOld });
    expect(explanation).toBeNull();
  });
});

describe('a run about one household', () => {
  it('answers its own agency with the units that would list it', async () => {
    const { reference } = await start(adopters, 'HOUSEHOLD', fits);
    expect(await finished(adopters, reference)).toMatchObject({ status: 'DONE', results: { totalCount: 1, edges: [{ node: { unit: { reference: unit }, eligible: 1, best: 'B' } }] } });
    const { run } = await finder.query<{ run: unknown }>('query ($reference: String!) { run(reference: $reference) { status } }', { reference });
    expect(run).toBeNull();
  });

  it('is not for another agency\'s worker, nor a region for an adopters\' worker', async () => {
    const ask = async (who: GraphQLClient, scope: string, subject?: string) =>
      (await who.ask('mutation ($scope: RunScope!, $subject: String) { startMatchingRun(scope: $scope, subject: $subject) { reference } }', { scope, subject })).errors?.[0]?.extensions.code;
    expect(await ask(elsewhere, 'HOUSEHOLD', fits)).toBe('NOT_FOUND');
    expect(await ask(adopters, 'REGION')).toBe('FORBIDDEN');
    expect(await ask(finder, 'UNIT', 'ZZZZZZ')).toBe('NOT_FOUND');
    expect(await ask(finder, 'UNIT')).toBe('INVALID_INPUT');
  });
});

describe('a pair that people rule out', () => {
  const PAIR = '($unit: String!, $household: String!)';
  it('leaves the list at once, stays out of the next run, and comes back when it is lifted', async () => {
    await finder.query('mutation ($unit: String!, $household: String!, $reason: String!) { ruleOut(unit: $unit, household: $household, reason: $reason) }', { unit, household: fits, reason: 'They know the birth family' });
    expect(listed(await shortlist(finder))).toEqual([mayFit]);
    await runRegion();
    const list = await shortlist(finder);
    expect(list).toMatchObject({ eligible: 0, blocked: 2, ruledOut: 1 });
    expect(JSON.stringify(list)).not.toContain('birth family');
    expect((await adopters.ask(`mutation ${PAIR} { liftRulingOut(unit: $unit, household: $household) }`, { unit, household: fits })).errors?.[0]?.extensions.code).toBe('CONFLICT');
    await finder.query(`mutation ${PAIR} { liftRulingOut(unit: $unit, household: $household) }`, { unit, household: fits });
    await runRegion();
    expect(listed(await shortlist(finder))).toEqual([fits, mayFit]);
  });
});

describe('a run that is cancelled', () => {
  it('stays cancelled when the worker comes to it', async () => {
    const newest = (await shortlist(finder))?.run.reference;
    await hub.killWorker('SIGTERM');
    const { reference } = await start(finder, 'REGION');
    expect((await elsewhere.ask('mutation ($reference: String!) { cancelMatchingRun(reference: $reference) { status } }', { reference })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await finder.query('mutation ($reference: String!) { cancelMatchingRun(reference: $reference) { status canCancel } }', { reference }))
      .toEqual({ cancelMatchingRun: { status: 'CANCELLED', canCancel: false } });
    await hub.startWorker();
    await runRegion();
    expect(await finished(finder, reference)).toMatchObject({ status: 'CANCELLED', results: { totalCount: 0 } });
    expect((await shortlist(finder))?.run.reference).not.toBe(newest);
    expect((await finder.ask('mutation ($reference: String!) { cancelMatchingRun(reference: $reference) { status } }', { reference })).errors?.[0]?.extensions.code).toBe('GUARD_FAILED');
  });
});
