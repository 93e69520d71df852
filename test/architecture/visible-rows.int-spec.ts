import fc from 'fast-check';
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { openDatabase } from '@hub/database/data-source';
import { rows } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { actorOf, agree, join, settle, superuser, type Settlement } from './world';

const DAY = 86_400_000;
/** Offsets in days around today; the ends are the first day without. */
const day = (offset: number): string => new Date(Date.now() + offset * DAY).toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
const offsets = fc.constantFrom(-400, -1, 0, 1, 400);
const ends = fc.option(offsets, { nil: null, freq: 3 });

interface Span { readonly from: number; readonly to: number | null }
interface Agreement extends Span { readonly purpose: string; readonly parties: readonly number[] }
interface Shown { readonly listed: boolean; readonly earlyPermanence: boolean; readonly live: boolean; readonly expires: number; readonly approved: boolean; readonly householdListed: boolean; readonly regional: boolean }
interface World { readonly members: readonly (Span | null)[]; readonly agreements: readonly Agreement[]; readonly shown: readonly Shown[] }

const COUNT = 5;
const HUB = 4;
const ordered = <T extends Span>(span: T): T => (span.to !== null && span.to < span.from ? { ...span, to: span.from } : span);
const span = fc.record({ from: offsets, to: ends }).map(ordered);
const worlds: fc.Arbitrary<World> = fc.record({
  members: fc.array(fc.option(span, { nil: null, freq: 6 }), { minLength: COUNT, maxLength: COUNT }),
  agreements: fc.array(fc.record({ from: offsets, to: ends, purpose: fc.constantFrom('FAMILY_FINDING', 'FAMILY_FINDING', 'RESEARCH'),
    parties: fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 2, maxLength: COUNT }) }).map(ordered), { maxLength: 3 }),
  shown: fc.array(fc.record({ listed: fc.boolean(), earlyPermanence: fc.boolean(), live: fc.boolean(), expires: offsets, approved: fc.boolean(),
    householdListed: fc.boolean(), regional: fc.boolean() }), { minLength: COUNT, maxLength: COUNT }),
});

const isLive = ({ from, to }: Span): boolean => from <= 0 && (to === null || to > 0);

/** The rule in the plainest words, over plain data: product.md, Stages of disclosure. */
function oracle(world: World, viewer: number): Record<string, number[]> {
  const member = (i: number): boolean => i === HUB || (world.members[i] !== null && isLive(world.members[i] as Span));
  const partner = (i: number): boolean => i !== viewer && member(i) && member(viewer)
    && world.agreements.some((a) => a.purpose === 'FAMILY_FINDING' && isLive(a) && a.parties.includes(i) && a.parties.includes(viewer));
  const mayEp = viewer === HUB || (world.shown[viewer] as Shown).approved;
  const card = (i: number): boolean => (world.shown[i] as Shown).listed && (!(world.shown[i] as Shown).earlyPermanence || mayEp);
  const current = (i: number): boolean => (world.shown[i] as Shown).live && (world.shown[i] as Shown).expires > 0;
  const seen = (rule: (i: number) => boolean): number[] => world.shown.flatMap((_, i) => (i === viewer || (partner(i) && rule(i)) ? [i] : []));
  return {
    unit_card: seen(card),
    unit_profile: seen((i) => card(i) && current(i)),
    household_card: seen((i) => (world.shown[i] as Shown).householdListed),
    household_profile: seen((i) => (world.shown[i] as Shown).householdListed && current(i)),
    matching_run: seen((i) => (world.shown[i] as Shown).regional),
    // A look at profiles opens no record, so that not even the own names are met.
    child_identity: [],
    child: [viewer],
    household: [viewer],
    profile_release: [viewer],
    matching_result: [viewer],
    matching_offers: [viewer],
  };
}

let database: TestDatabase;
let db: Client;
let source: DataSource;
let uow: UnitOfWork;
const towns: Settlement[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  db = await superuser(database.superuserUrl);
  for (let i = 0; i < COUNT; i++) towns.push(await settle(db, `TOWN${i}`, i === HUB ? 'HUB' : i === 3 ? 'VOLUNTARY' : 'COUNCIL'));
  source = await openDatabase(database.appUrl, 2);
  uow = new UnitOfWork(source);
});
afterAll(async () => {
  await source.destroy();
  await db.end();
  await database.drop();
});

async function build({ members, agreements, shown }: World): Promise<void> {
  await db.query('truncate hub.membership, hub.agreement, hub.agreement_party');
  for (const [i, each] of members.entries()) if (each) await join(db, towns[i] as Settlement, day(each.from), each.to === null ? null : day(each.to));
  for (const { from, to, purpose, parties } of agreements) {
    await agree(db, parties.map((i) => towns[i] as Settlement), { purpose, startsOn: day(from), endsOn: to === null ? null : day(to) });
  }
  for (const [i, each] of shown.entries()) await show(towns[i] as Settlement, each);
}

async function show({ unitId, householdId, runId }: Settlement, each: Shown): Promise<void> {
  await db.query('update hub.unit_card set listed = $2, early_permanence = $3 where unit_id = $1', [unitId, each.listed, each.earlyPermanence]);
  await db.query('update hub.unit_profile set live = $2, expires_on = $3 where unit_id = $1', [unitId, each.live, day(each.expires)]);
  await db.query('update hub.household set early_permanence = $2 where id = $1', [householdId, each.approved]);
  await db.query('update hub.household_card set listed = $2 where household_id = $1', [householdId, each.householdListed]);
  await db.query('update hub.household_profile set live = $2, expires_on = $3 where household_id = $1', [householdId, each.live, day(each.expires)]);
  await db.query(`update hub.matching_run set scope = case when $2 then 'REGION' else 'UNIT' end, subject_id = case when $2 then null else $3::uuid end where id = $1`, [runId, each.regional, unitId]);
}

async function visible(viewer: number, tables: readonly string[]): Promise<Record<string, number[]>> {
  const town = towns[viewer] as Settlement;
  return uow.run(actorOf(town, 'FAMILY_FINDER', 'ADOPTERS_WORKER', 'HUB_COORDINATOR'), 'children.view', async (tx) => {
    const found: Record<string, number[]> = {};
    for (const table of tables) {
      const seen = await rows<{ id: string }>(tx, `select agency_id as id from hub.${table}`);
      found[table] = seen.map(({ id }) => towns.findIndex(({ agencyId }) => agencyId === id)).sort();
    }
    return found;
  });
}

describe('visible rows', () => {
  it('RLS-12: are those of a naive oracle, for own, partner, stranger and none, over random memberships and agreements', async () => {
    await fc.assert(fc.asyncProperty(worlds, async (world) => {
      await build(world);
      for (let viewer = 0; viewer < COUNT; viewer++) {
        const expected = oracle(world, viewer);
        expect({ viewer, ...(await visible(viewer, Object.keys(expected))) }).toEqual({ viewer, ...expected });
      }
    }), { numRuns: 25, endOnFailure: true });
  });

  it('are shared in an ordinary region, so that the oracle does not only agree on nothing', async () => {
    const always = { from: -400, to: null };
    const shown: Shown = { listed: true, earlyPermanence: false, live: true, expires: 400, approved: false, householdListed: true, regional: true };
    const world: World = { members: [always, always, always, always, null], agreements: [{ ...always, purpose: 'FAMILY_FINDING', parties: [0, 1, 2, 3, 4] }], shown: Array<Shown>(COUNT).fill(shown) };
    await build(world);
    for (const viewer of [0, 3, HUB]) expect((await visible(viewer, ['unit_profile', 'household_card'])).unit_profile).toEqual([0, 1, 2, 3, 4]);
  });
});
