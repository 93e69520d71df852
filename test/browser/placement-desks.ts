import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { today } from '@hub/features/keys/spec-keys';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';
import { leave, settled, sit, type Watched } from './watched-page';

const PEOPLE = {
  coordinator: ['HUB', ['HUB_COORDINATOR'], 'Cora Hub'],
  finder: ['NMB', ['FAMILY_FINDER', 'CHILDS_WORKER'], 'Fin North'],
  manager: ['NMB', ['APPROVING_MANAGER'], 'Max North'],
  adviser: ['NMB', ['PANEL_ADVISER'], 'Ada North'],
  decider: ['NMB', ['DECISION_MAKER'], 'Dee North'],
  worker: ['HWA', ['ADOPTERS_WORKER'], 'Wyn Hearth'],
  lead: ['HWA', ['APPROVING_MANAGER'], 'Lee Hearth'],
} as const satisfies Readonly<Record<string, readonly [string, readonly string[], string]>>;

export type Who = keyof typeof PEOPLE;
type Colleague = GraphQLClient & { userId: string };

/** The hub, a council and a voluntary agency under one agreement, and everybody at a desk of their own once they are asked for. */
export interface PlacementDesks {
  readonly hub: RunningHub;
  readonly at: Readonly<Record<Who, Colleague>>;
  readonly watched: ReadonlyMap<Who, Watched>;
  /** In a browser of their own. */
  open(who: Who, path: string): Promise<Page>;
  /** A change through the API: what other stories show on screen. */
  change<T = { readonly reference: string; readonly version: number }>(who: Who, name: string, input: object, fields?: string): Promise<T>;
  sql<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

const SCHEMA = readFileSync(join(__dirname, '../../schema.gql'), 'utf8');

export async function openPlacementDesks(): Promise<PlacementDesks> {
  const hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin, { agreement: false });
  await admin.query('mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { reference } }', {
    input: { title: 'Regional agreement', purpose: 'FAMILY_FINDING', legalBasis: 'Adoption and Children Act 2002', startsOn: '2020-01-01', parties: ['NMB', 'HWA', 'HUB'], upToStage: 'S3' } });
  const at = {} as Record<Who, Colleague>;
  for (const who of Object.keys(PEOPLE) as Who[]) {
    const [agency, roles, displayName] = PEOPLE[who];
    at[who] = await person(admin, { agency, email: `${who}@example.test`, roles, displayName });
  }
  const db = new Client({ connectionString: hub.database.superuserUrl });
  await db.connect();
  const watched = new Map<Who, Watched>();
  return {
    hub, at, watched,
    async open(who, path) {
      const { page } = watched.get(who) ?? await seat(who);
      await page.goto(path);
      await settled(page);
      return page;
    },
    async change<T>(who: Who, name: string, input: object, fields = 'reference version') {
      const type = new RegExp(`\\b${name}\\(input: (\\w+)!\\)`).exec(SCHEMA)?.[1] ?? '';
      return (await at[who].query<Record<string, T>>(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`, { input }))[name] as T;
    },
    sql: async <T>(text: string, values: readonly unknown[] = []) => (await db.query(text, [...values])).rows as T[],
    async close() {
      await Promise.all([...watched.values()].map(leave));
      await db.end();
      await hub.stop();
    },
  };

  async function seat(who: Who): Promise<Watched> {
    const made = await sit(hub.url, `${who}@example.test`);
    made.page.setDefaultTimeout(20_000);
    watched.set(who, made);
    return made;
  }
}

export async function until(done: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(50)) if (await done()) return;
  throw new Error(`${what} did not come to its end.`);
}

/** A date as it is typed into its three fields. */
export async function writeDate(page: Page, name: string, date: string): Promise<void> {
  for (const [at, part] of ['year', 'month', 'day'].entries()) await page.locator(`#${name}-${part}`).fill(String(Number(date.split('-')[at])));
}

interface Said { readonly on?: string; readonly choose?: string; readonly words?: string; readonly again?: boolean; readonly refused?: RegExp }

/** One step from the placement's page by its form, and back; `refused`: by which words it is not taken. */
export async function record(page: Page, placement: string, button: string, { on = today, choose, words, again, refused }: Said = {}): Promise<void> {
  await page.goto(`/placements/${placement}`);
  await page.getByRole('link', { name: button }).click();
  await page.getByRole('heading', { name: button }).waitFor();
  if (choose) await page.getByLabel(choose).check();
  await writeDate(page, 'onDate', on);
  if (words) await page.getByRole('textbox', { name: /^In words/ }).fill(words);
  if (again) await page.getByLabel(/^A family is sought again/).check();
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByText(refused ?? 'It is recorded, and the other side is told.').first().waitFor();
}
