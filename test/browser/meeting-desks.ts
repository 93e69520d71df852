import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { NEED_KEYS } from '@hub/domain/children/words';
import type { GraphQLClient } from '../harness/graphql-client';
import { launchBrowser } from '../harness/browser';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { Keyboard } from './keyboard';
import { settled, watchedPage, type Watched } from './watched-page';

export const COORDINATOR = 'coordinator@hub.example.test';
export const FINDER = 'finder@nmb.example.test';
export const MANAGER = 'manager@nmb.example.test';
export const WORKER = 'worker@svc.example.test';
export const LEAD = 'lead@svc.example.test';

export const UNTIL = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
const NEEDS = { attachment: 2, neglectOrAbuse: 1 } as Readonly<Record<string, number>>;

/** Three agencies, the children of one and the families of another, a finished run over the region, and everybody at a desk of their own. */
export interface MeetingDesks {
  readonly hub: RunningHub;
  readonly coordinator: GraphQLClient;
  readonly finder: GraphQLClient;
  readonly worker: GraphQLClient;
  /** References: three children, three families. */
  readonly units: readonly string[];
  readonly families: readonly string[];
  readonly watched: ReadonlyMap<string, Watched>;
  /** Signed in by keyboard the first time. */
  desk(email: string): Promise<Page>;
  open(email: string, path: string): Promise<Page>;
  sql<T>(text: string, values?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

async function child(finder: GraphQLClient, externalId: string, dateOfBirth: string): Promise<string> {
  const { createChild } = await finder.query<{ createChild: { reference: string; record: { version: number } } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', {
    input: { facts: { externalId, firstName: 'Canary', lastName: 'Sparrow', dateOfBirth, sex: 'F', enteredCareOn: '2024-01-10', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15', waitingSince: '2024-09-03',
      needs: NEED_KEYS.map((key) => ({ key, level: NEEDS[key] ?? 0 })) } } });
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit: createChild.reference, version: createChild.record.version, to: 'ACTIVE', onDate: '2026-01-05' } });
  return createChild.reference;
}

async function home(worker: GraphQLClient, familyId: string): Promise<string> {
  const { createHousehold } = await worker.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', {
    input: { facts: { familyId, names: 'Kit Marlow', kind: 'SINGLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true, maxChildren: 1, ageMinMonths: 0, ageMaxMonths: 96, sexPreference: 'any', offers: NEED_KEYS.map((key) => ({ key, level: 2 })) } } });
  return createHousehold.reference;
}

async function release(asks: GraphQLClient, approves: GraphQLClient, subjectType: string, subject: string): Promise<void> {
  const { requestRelease } = await asks.query<{ requestRelease: { id: string } }>('mutation ($input: RequestReleaseInput!) { requestRelease(input: $input) { id } }', { input: { subjectType, subject, purpose: 'x', about: 'Likes trains.' } });
  await approves.query('mutation ($id: ID!, $until: LocalDate!) { approveRelease(id: $id, expiresOn: $until) { status } }', { id: requestRelease.id, until: UNTIL });
}

async function regionRun(who: GraphQLClient): Promise<void> {
  const { startMatchingRun: { reference } } = await who.query<{ startMatchingRun: { reference: string } }>('mutation { startMatchingRun(scope: REGION) { reference } }');
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(100)) {
    const { run } = await who.query<{ run: { status: string } }>('query ($reference: String!) { run(reference: $reference) { status } }', { reference });
    if (run.status === 'DONE') return;
  }
  throw new Error('The run did not end.');
}

async function people(hub: RunningHub) {
  const admin = await firstAdministrator(hub);
  await smallRegion(admin, { agreement: false });
  await admin.query('mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { reference } }', {
    input: { title: 'Regional agreement', purpose: 'FAMILY_FINDING', legalBasis: 'Adoption and Children Act 2002', startsOn: '2020-01-01', parties: ['NMB', 'SVC', 'HUB'], upToStage: 'S2' } });
  return {
    coordinator: await person(admin, { agency: 'HUB', email: COORDINATOR, roles: ['HUB_COORDINATOR'], displayName: 'Cora Hub' }),
    finder: await person(admin, { agency: 'NMB', email: FINDER, roles: ['FAMILY_FINDER'], displayName: 'Fin North' }),
    manager: await person(admin, { agency: 'NMB', email: MANAGER, roles: ['APPROVING_MANAGER'], displayName: 'Max North' }),
    worker: await person(admin, { agency: 'SVC', email: WORKER, roles: ['ADOPTERS_WORKER'], displayName: 'Wyn South' }),
    lead: await person(admin, { agency: 'SVC', email: LEAD, roles: ['APPROVING_MANAGER'], displayName: 'Lee South' }),
  };
}

/** A browser of their own, as people at different desks have. */
async function signedIn(browser: Browser, url: string, email: string): Promise<Watched> {
  const watched = await watchedPage(browser, url);
  watched.page.setDefaultTimeout(20_000);
  await watched.page.goto('/');
  const keys = new Keyboard(watched.page);
  await keys.write('Email address', email);
  await keys.write('Password', PASSWORD);
  await keys.press('Enter');
  await watched.page.getByRole('heading', { name: 'My work' }).waitFor();
  return watched;
}

export async function openDesks(): Promise<MeetingDesks> {
  const hub = await startHub();
  const { coordinator, finder, manager, worker, lead } = await people(hub);
  const [units, families]: [string[], string[]] = [[], []];
  for (const [at, born] of ['2022-05-05', '2021-04-04', '2020-03-03'].entries()) units.push(await child(finder, `B${at}`, born));
  for (const at of [1, 2, 3]) families.push(await home(worker, `F${at}`));
  for (const unit of units) await release(finder, manager, 'UNIT', unit);
  for (const family of families) await release(worker, lead, 'HOUSEHOLD', family);
  await regionRun(coordinator);
  const browsers: Browser[] = [];
  const watched = new Map<string, Watched>();
  const desk = async (email: string): Promise<Page> => {
    const there = watched.get(email);
    if (there) return there.page;
    const browser = await launchBrowser();
    browsers.push(browser);
    const made = await signedIn(browser, hub.url, email);
    watched.set(email, made);
    return made.page;
  };
  return {
    hub, coordinator, finder, worker, units, families, watched, desk,
    async open(email, path) {
      const page = await desk(email);
      await page.goto(path);
      await settled(page);
      return page;
    },
    async sql<T>(text: string, values: unknown[] = []) {
      const client = new Client({ connectionString: hub.database.superuserUrl });
      await client.connect();
      try {
        return (await client.query(text, values)).rows as T[];
      } finally {
        await client.end();
      }
    },
    async close() {
      await Promise.all(browsers.map((browser) => browser.close()));
      await hub.stop();
    },
  };
}
