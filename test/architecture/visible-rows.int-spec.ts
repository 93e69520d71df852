import fc from 'fast-check';
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { openDatabase } from '@hub/database/data-source';
import { rows } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { actorOf, agree, join, photosIn, settle, superuser } from './world';
import type { Settlement } from './world-values';

const DAY = 86_400_000;
/** Offsets in days around today; the ends are the first day without. */
const day = (offset: number): string => new Date(Date.now() + offset * DAY).toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
const offsets = fc.constantFrom(-400, -1, 0, 1, 400);
const ends = fc.option(offsets, { nil: null, freq: 3 });

interface Span { readonly from: number; readonly to: number | null }
interface Agreement extends Span { readonly purpose: string; readonly parties: readonly number[]; readonly upTo: string }
/** Of one town's unit and household to another town, or to one person of it: the profile where it is for named ones alone, and what is identified. */
interface Grant { readonly to: number; readonly agreement: number; readonly expires: number; readonly approved: boolean; readonly withdrawn: boolean; readonly person: 'ANYBODY' | 'ACTOR' | 'OTHER'; readonly photos: boolean }
interface Shown { readonly listed: boolean; readonly earlyPermanence: boolean; readonly live: boolean; readonly expires: number; readonly approved: boolean; readonly householdListed: boolean; readonly regional: boolean; readonly photoConsent: boolean; readonly kept: number | null; readonly householdKept: number | null; readonly named: Grant | null; readonly identified: Grant | null }
interface World { readonly members: readonly (Span | null)[]; readonly agreements: readonly Agreement[]; readonly shown: readonly Shown[] }

const COUNT = 5;
const HUB = 4;
const ordered = <T extends Span>(span: T): T => (span.to !== null && span.to < span.from ? { ...span, to: span.from } : span);
const span = fc.record({ from: offsets, to: ends }).map(ordered);
const grants: fc.Arbitrary<Grant> = fc.record({ to: fc.nat(COUNT - 1), agreement: fc.nat(2), expires: fc.constantFrom(0, 1, 400, 400), approved: fc.constantFrom(true, true, false),
  withdrawn: fc.constantFrom(false, false, true), person: fc.constantFrom<Grant['person'][]>('ANYBODY', 'ANYBODY', 'ACTOR', 'OTHER'), photos: fc.constantFrom(true, true, false) });
const worlds: fc.Arbitrary<World> = fc.record({
  members: fc.array(fc.option(span, { nil: null, freq: 6 }), { minLength: COUNT, maxLength: COUNT }),
  agreements: fc.array(fc.record({ from: offsets, to: ends, purpose: fc.constantFrom('FAMILY_FINDING', 'FAMILY_FINDING', 'RESEARCH'),
    parties: fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 2, maxLength: COUNT }), upTo: fc.constantFrom('S0', 'S1', 'S2', 'S2') }).map(ordered), { maxLength: 3 }),
  shown: fc.array(fc.record({ listed: fc.boolean(), earlyPermanence: fc.boolean(), live: fc.boolean(), expires: offsets, approved: fc.boolean(),
    householdListed: fc.boolean(), regional: fc.boolean(), photoConsent: fc.constantFrom(true, true, false), kept: fc.constantFrom(null, null, -1, 0, 1, 400), householdKept: fc.constantFrom(null, null, -1, 0, 1, 400), named: fc.option(grants, { nil: null, freq: 1 }), identified: fc.option(grants, { nil: null, freq: 4 }) }), { minLength: COUNT, maxLength: COUNT }),
});

const isLive = ({ from, to }: Span): boolean => from <= 0 && (to === null || to > 0);

/** The rule in the plainest words, over plain data: product.md, Stages of disclosure. */
function oracle(world: World, viewer: number): Record<string, number[]> {
  const member = (i: number): boolean => i === HUB || (world.members[i] !== null && isLive(world.members[i] as Span));
  const agreed = (i: number, a: Agreement | undefined, stage: string): boolean => a !== undefined && a.purpose === 'FAMILY_FINDING' && isLive(a) && a.upTo >= stage
    && a.parties.includes(i) && a.parties.includes(viewer) && i !== viewer && member(i) && member(viewer);
  const partner = (i: number, stage = 'S0'): boolean => world.agreements.some((a) => agreed(i, a, stage));
  const open = (i: number, grant: Grant | null, stage: string): boolean => grant !== null && grant.to === viewer && agreed(i, world.agreements[grant.agreement], stage)
    && grant.approved && !grant.withdrawn && grant.expires > 0 && grant.person !== 'OTHER';
  const released = (i: number): boolean => current(i) && partner(i, 'S1') && ((world.shown[i] as Shown).named === null || open(i, (world.shown[i] as Shown).named, 'S1'));
  const told = (i: number): boolean => released(i) && open(i, (world.shown[i] as Shown).identified, 'S2');
  const pictured = (i: number): boolean => told(i) && (world.shown[i] as Shown).identified?.photos === true;
  const mayEp = viewer === HUB || (world.shown[viewer] as Shown).approved;
  // Until the day comes, its own agency alone sees what it keeps.
  const isKept = (until: number | null): boolean => until !== null && until > 0;
  const card = (i: number): boolean => !isKept((world.shown[i] as Shown).kept) && (world.shown[i] as Shown).listed && (!(world.shown[i] as Shown).earlyPermanence || mayEp);
  const family = (i: number): boolean => !isKept((world.shown[i] as Shown).householdKept) && (world.shown[i] as Shown).householdListed;
  const current = (i: number): boolean => (world.shown[i] as Shown).live && (world.shown[i] as Shown).expires > 0;
  const seen = (rule: (i: number) => boolean): number[] => world.shown.flatMap((_, i) => (i === viewer || (partner(i) && rule(i)) ? [i] : []));
  return {
    unit_card: seen(card),
    unit_profile: seen((i) => card(i) && released(i)),
    // The copy of names is met of others alone: of the own, only actions that open a record meet it.
    child_identified: seen((i) => card(i) && told(i)).filter((i) => i !== viewer),
    household_identified: seen((i) => family(i) && told(i)).filter((i) => i !== viewer),
    child_photo: seen((i) => card(i) && pictured(i)).filter((i) => i !== viewer),
    household_photo: seen((i) => family(i) && pictured(i) && (world.shown[i] as Shown).photoConsent).filter((i) => i !== viewer),
    household_card: seen(family),
    household_profile: seen((i) => family(i) && released(i)),
    matching_run: seen((i) => (world.shown[i] as Shown).regional),
    // A look at profiles opens no record, so that not even the own names are met.
    child_identity: [],
    child: [viewer],
    household: [viewer],
    disclosure_grant: [viewer],
    matching_result: [viewer],
    // Within one agency: between two, both are parties (libs/features/src/links).
    link: [viewer],
    link_event: [viewer],
    link_reason: [viewer],
    link_message: [viewer],
    // Both parties here; between two agencies see libs/features/src/placements.
    placement: [viewer],
    placement_adopters: [viewer],
    placement_child: [viewer],
    placement_event: [viewer],
    // The same, see libs/features/src/fees.
    fee: [viewer],
    fee_item: [viewer],
    fee_event: [viewer],
    fee_note: [viewer],
    matching_offers: [viewer],
    // Calendar and central list are the region's; what a panel considers its own agency's, and of a link its other side's.
    ...Object.fromEntries(['panel_item', 'panel_item_event', 'panel_absence', 'panel_text', 'agency_decision', 'decision_notice'].map((table) => [table, [viewer]])),
    // Nobody else is invited; who is, is tried in libs/features/src/meetings.
    ...Object.fromEntries(['meeting', 'meeting_agency', 'meeting_person', 'meeting_item', 'meeting_unit', 'meeting_pair', 'meeting_absence', 'meeting_action', 'meeting_event'].map((table) => [table, [viewer]])),
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
  await db.query('delete from hub.disclosure_grant where agreement_id is not null; delete from hub.agreement_document; delete from hub.agreement_party; delete from hub.agreement; delete from hub.membership');
  for (const [i, each] of members.entries()) if (each) await join(db, towns[i] as Settlement, day(each.from), each.to === null ? null : day(each.to));
  const ids: string[] = [];
  for (const { from, to, purpose, parties, upTo } of agreements) {
    ids.push(await agree(db, parties.map((i) => towns[i] as Settlement), { purpose, startsOn: day(from), endsOn: to === null ? null : day(to), upToStage: upTo }));
  }
  for (const [i, { named, identified }] of shown.entries()) {
    for (const [stage, one] of [['S1', named], ['S2', identified]] as const) if (one && one.to !== i && ids[one.agreement]) await grant(towns[i] as Settlement, stage, one, ids[one.agreement] ?? '');
  }
  for (const [i, each] of shown.entries()) await show(towns[i] as Settlement, each);
}

async function grant(from: Settlement, stage: string, { to, expires, approved, withdrawn, person, photos }: Grant, agreementId: string): Promise<void> {
  const asked = stage === 'S2' && photos ? await photosIn(db, from) : null;
  const other = towns[to] as Settlement;
  const who = { ANYBODY: null, ACTOR: other.userId, OTHER: other.managerId }[person];
  for (const [type, id] of [['UNIT', from.unitId], ['HOUSEHOLD', from.householdId]]) {
    await db.query(`insert into hub.disclosure_grant (agency_id, subject_type, subject_id, stage, audience, audience_agency_id, audience_user_id, agreement_id, wrapped_key, purpose, content,
        requested_by, approved_by, approved_at, expires_on, withdrawn_at, photos, photos_shown)
      values ($1, $2, $3, $4, $5, $6, $7, $8, 'x', 'x', $9, $10, $11, $12, $13, $14, $15, $16)`,
    [from.agencyId, type, id, stage, who === null ? 'AGENCY' : 'PERSON', other.agencyId, who, agreementId, stage === 'S1' ? 'x' : null, from.userId,
      approved ? from.managerId : null, approved ? new Date() : null, approved ? day(expires) : null, withdrawn ? new Date() : null, asked, asked !== null]);
  }
}

async function show({ unitId, householdId, runId }: Settlement, each: Shown): Promise<void> {
  await db.query('update hub.unit_card set listed = $2, early_permanence = $3 where unit_id = $1', [unitId, each.listed, each.earlyPermanence]);
  await db.query('update hub.unit_profile set live = $2, expires_on = $3, audience = $4 where unit_id = $1', [unitId, each.live, day(each.expires), each.named ? 'NAMED' : 'PARTNERS']);
  await db.query('update hub.household set early_permanence = $2, widens_on = $3 where id = $1', [householdId, each.approved, each.householdKept === null ? null : day(each.householdKept)]);
  await db.query('update hub.unit set widens_on = $2 where id = $1', [unitId, each.kept === null ? null : day(each.kept)]);
  await db.query('update hub.household_card set listed = $2 where household_id = $1', [householdId, each.householdListed]);
  await db.query('update hub.household_profile set live = $2, expires_on = $3, audience = $4 where household_id = $1', [householdId, each.live, day(each.expires), each.named ? 'NAMED' : 'PARTNERS']);
  await db.query(`update hub.adopter_consent set granted = $2 where household_id = $1 and scope = 'PHOTO_REPORT'`, [householdId, each.photoConsent]);
  await db.query(`update hub.matching_run set scope = case when $2 then 'REGION' else 'UNIT' end, subject_id = case when $2 then null else $3::uuid end where id = $1`, [runId, each.regional, unitId]);
}

async function visible(viewer: number, tables: readonly string[]): Promise<Record<string, number[]>> {
  const town = towns[viewer] as Settlement;
  return uow.run(actorOf(town, 'FAMILY_FINDER', 'ADOPTERS_WORKER', 'HUB_COORDINATOR'), 'disclosure.view', async (tx) => {
    const found: Record<string, number[]> = {};
    for (const table of tables) {
      const seen = await rows<{ id: string }>(tx, `select distinct agency_id as id from hub.${table}`);
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
    const shown: Shown = { listed: true, earlyPermanence: false, live: true, expires: 400, approved: false, householdListed: true, regional: true, photoConsent: true, kept: 0, householdKept: null, named: null,
      identified: { to: 3, agreement: 0, expires: 400, approved: true, withdrawn: false, person: 'ANYBODY', photos: true } };
    const world: World = { members: [always, always, always, always, null], agreements: [{ ...always, purpose: 'FAMILY_FINDING', parties: [0, 1, 2, 3, 4], upTo: 'S2' }], shown: Array<Shown>(COUNT).fill(shown) };
    await build(world);
    for (const viewer of [0, 3, HUB]) expect((await visible(viewer, ['unit_profile', 'household_card'])).unit_profile).toEqual([0, 1, 2, 3, 4]);
    expect((await visible(3, ['child_identified'])).child_identified).toEqual([0, 1, 2, 4]);
    expect(await visible(3, ['child_photo', 'household_photo'])).toEqual({ child_photo: [0, 1, 2, 4], household_photo: [0, 1, 2, 4] });
    expect((await visible(0, ['child_identified'])).child_identified).toEqual([]);
  });
});
