import { addDays } from '@hub/domain/dates/day-count';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { TODAY } from '../../../../test/harness/links-world';
import { openPlacementsWorld, type PlacementsWorld } from '../../../../test/harness/placements-world';
import { ago } from '../keys/spec-keys';

let database: TestDatabase;
let world: PlacementsWorld;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openPlacementsWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

let next = 0;
const told = (work: Promise<unknown>): Promise<{ code: string; message: string; details: Record<string, unknown> }> =>
  work.then(() => { throw new Error('It was not refused'); }, (error: { code: string; message: string; details: Record<string, unknown> }) => error);

interface Case { readonly unit: string; readonly family: string; readonly placement: string }

/** A new pair, matched five months ago. */
async function matched(children = 1, over: Parameters<PlacementsWorld['addUnit']>[1] = {}): Promise<Case> {
  next += 1;
  const unit = await world.addUnit(Array.from({ length: children }, (_, at) => `C${next}${at}`), over);
  const family = await world.addFamily(`F${next}`);
  return { unit, family, placement: await world.match(unit, family, ago(5)) };
}

/** On with it until the first child is placed, four months ago. */
async function placed(children = 1): Promise<Case> {
  const found = await matched(children);
  await world.take(world.worker, found.placement, 'PLAN_AGREED', { onDate: ago(5) });
  await world.take(world.worker, found.placement, 'INTRODUCTIONS_STARTED', { onDate: addDays(ago(5), 7) });
  await world.take(world.worker, found.placement, 'PLACED', { children: [1], onDate: ago(4) });
  return found;
}

const childStates = async (unit: string) => (await world.sql<{ state: string }>('select c.state from hub.child c join hub.unit u on u.id = c.unit_id where u.reference = $1 order by c.created_at, c.reference', [unit])).map(({ state }) => state);
const familyOf = async (family: string) => (await world.sql<Record<string, unknown>>('select state, availability, matched_on::text, placed_on::text, ao_on::text from hub.household where reference = $1', [family]))[0];
const linkOf = async (placement: string) => (await world.sql<{ state: string; ended: boolean }>('select l.state, l.ended_at is not null as ended from hub.link l join hub.placement p on p.link_id = l.id where p.reference = $1', [placement]))[0];
const searchOf = async (unit: string) => (await world.sql<Record<string, unknown>>('select u.family_finding, u.family_finding_since::text, u.search_started_on::text, k.listed from hub.unit u join hub.unit_card k on k.unit_id = u.id where u.reference = $1', [unit]))[0];
const broken = () => world.sql(`select set_config('hub.action', 'invariants.check', true)`).then(() => world.sql('select * from hub.broken_placements()'));

describe('a placement of two agencies', () => {
  it('begins with the decision: children and family are matched on that day, and both workers are told', async () => {
    const { unit, family, placement } = await matched();
    expect(await childStates(unit)).toEqual(['MATCHED']);
    expect(await familyOf(family)).toMatchObject({ state: 'MATCHED', matched_on: ago(5) });
    const [own, other] = [await world.placements.find(world.worker, placement), await world.placements.find(world.adoptersWorker, placement)];
    expect(own).toMatchObject({ state: 'MATCHED', version: 1, awaited: 'The placement plan', children: [{ number: 1, firstName: expect.stringMatching(/^First C/), state: 'MATCHED' }], parties: [{ isOwn: true, agency: { code: 'NMB' } }, { isOwn: false, agency: { code: 'SVC' } }] });
    expect(other).toMatchObject({ state: 'MATCHED', adopterNames: ['Robin'], children: own?.children, unitReference: unit, householdReference: family });
    expect(other?.steps.map(({ event }) => event)).toEqual(['SUPPORT_PLANNED', 'CONTACT_AGREED']);
    expect(await world.sql('select distinct agency_id = $1 as north, role from hub.notice where subject_reference = $2 order by north', [world.north.id, placement])).toEqual([{ north: false, role: 'ADOPTERS_WORKER' }, { north: true, role: 'CHILDS_WORKER' }]);
    // Stage S4: the adopters' first names cross with the match as the children's do; their surname and where they live do not.
    expect(own?.adopterNames).toEqual(['Robin']);
    expect(JSON.stringify(own)).not.toMatch(/Reed|Mill Street/);
    // Nobody else: no row, and the same answer as for a placement that does not exist.
    const third = await world.town('OAK');
    expect(await world.placements.find(third.as('CHILDS_WORKER'), placement)).toBeNull();
  });

  it('goes by plan, introductions and moving in to the order, and each record says so', async () => {
    const { unit, family, placement } = await placed();
    expect(await familyOf(family)).toMatchObject({ state: 'PLACED', placed_on: ago(4) });
    await world.take(world.adoptersWorker, placement, 'VISITED', { onDate: addDays(ago(4), 6), words: 'All is well.' });
    await world.take(world.worker, placement, 'REVIEWED', { onDate: addDays(ago(4), 27), code: 'FOUR_WEEKLY' });
    expect((await told(world.take(world.worker, placement, 'AO_APPLIED', { children: [1], onDate: addDays(ago(4), 69) }))).message).toContain('ten weeks');
    await world.take(world.worker, placement, 'AO_APPLIED', { children: [1], onDate: addDays(ago(4), 70) });
    const { state } = await world.take(world.worker, placement, 'ADOPTED', { children: [1], onDate: TODAY });
    expect([state, await childStates(unit), await familyOf(family), await linkOf(placement)]).toEqual(['ADOPTED', ['ADOPTED'], expect.objectContaining({ state: 'AO_GRANTED', ao_on: TODAY }), { state: 'ADOPTED', ended: true }]);
    // domain.md trap 31: out of the pool at once, and nothing granted.
    expect(await world.sql(`select u.family_finding, coalesce(k.listed, false) as listed from hub.unit u left join hub.unit_card k on k.unit_id = u.id where u.reference = $1`, [unit])).toEqual([{ family_finding: 'CLOSED', listed: false }]);
    // Papers come after the order too, and what was written is read by both.
    await world.take(world.worker, placement, 'CELEBRATED', { onDate: TODAY });
    await world.take(world.worker, placement, 'LATER_LIFE_LETTER', { onDate: TODAY });
    const view = await world.placements.find(world.worker, placement);
    expect(view?.history.map(({ event }) => event)).toEqual(['OPENED', 'PLAN_AGREED', 'INTRODUCTIONS_STARTED', 'PLACED', 'VISITED', 'REVIEWED', 'AO_APPLIED', 'ADOPTED', 'CELEBRATED', 'LATER_LIFE_LETTER']);
    expect(view?.history[4]).toMatchObject({ side: 'ADOPTERS', words: 'All is well.' });
    expect(view?.courses[0]?.events.map(({ event, target }) => [event, target])).toContainEqual(['REVIEWED', addDays(ago(4), 28)]);
    expect(await broken()).toEqual([]);
  });

  it('lets brothers and sisters be placed, adopted and leave on days of their own', async () => {
    const { unit, family, placement } = await placed(2);
    expect(await childStates(unit)).toEqual(['PLACED', 'INTRODUCTIONS']);
    await world.take(world.worker, placement, 'PLACED', { children: [2], onDate: addDays(ago(4), 14) });
    await world.take(world.worker, placement, 'AO_APPLIED', { children: [1, 2], onDate: addDays(ago(4), 90) });
    expect((await world.placements.find(world.worker, placement))?.version).toBe(7);
    await world.take(world.worker, placement, 'ADOPTED', { children: [1], onDate: addDays(TODAY, -9) });
    expect(await linkOf(placement)).toEqual({ state: 'MATCHED', ended: false });
    const { state } = await world.take(world.worker, placement, 'DISRUPTED', { children: [2], onDate: TODAY, code: 'ATTACHMENT', words: 'He went back.', resumeSearch: true });
    expect([state, await childStates(unit), await familyOf(family), await linkOf(placement)]).toEqual(['ADOPTED', ['ADOPTED', 'AUTHORITY_TO_PLACE'], expect.objectContaining({ state: 'AO_GRANTED', ao_on: addDays(TODAY, -9) }), { state: 'ADOPTED', ended: true }]);
    // What follows the order is hers alone, and is one row of history.
    expect((await world.placements.find(world.worker, placement))?.steps.find(({ event }) => event === 'CELEBRATED')?.children).toEqual([1]);
    await world.take(world.worker, placement, 'CELEBRATED', { onDate: addDays(TODAY, -1) });
    const after = await world.placements.find(world.worker, placement);
    expect([after?.history.at(-1), after?.due.map(({ code, child }) => [code, child]).sort()]).toMatchObject([{ event: 'CELEBRATED', child: 1 }, [['LATER_LIFE_LETTER', 1], ['LIFE_STORY_COMPLETE', 1]]]);
    // A group is searched for as one: the brother waits until he is taken out of it.
    expect(await searchOf(unit)).toMatchObject({ family_finding: 'CLOSED', listed: false });
    expect(await broken()).toEqual([]);
  });

  it('ends in a disruption with its reason, and lets the search begin again and nobody but its agency offer the family', async () => {
    const { unit, family, placement } = await placed();
    expect(await told(world.take(world.worker, placement, 'DISRUPTED', { children: [1], onDate: TODAY, code: 'OTHER_REASON' }))).toMatchObject({ code: 'INVALID_INPUT' });
    await world.take(world.worker, placement, 'DISRUPTED', { children: [1], onDate: TODAY, code: 'SUPPORT', words: 'Help came late.', resumeSearch: true });
    expect([await childStates(unit), await familyOf(family), await linkOf(placement)]).toEqual([['AUTHORITY_TO_PLACE'], { state: 'APPROVED', availability: 'NOT_AVAILABLE', matched_on: null, placed_on: null, ao_on: null }, { state: 'DISRUPTED', ended: true }]);
    await world.take(world.adoptersWorker, placement, 'LEARNT', { words: 'Ask for help at once.' });
    const record = (await world.units.view(world.worker, unit)).record;
    expect(record?.children[0]?.journey.map(({ event, reason }) => [event, reason])).toContainEqual(['DISRUPTED', 'Support was missing or came late: Help came late.']);
    expect(await searchOf(unit)).toEqual({ family_finding: 'ACTIVE', family_finding_since: TODAY, search_started_on: TODAY, listed: true });
    // The same child with another family, and the same family with another child.
    const again = await world.match(unit, await world.addFamily(`F${next}b`), TODAY);
    expect(await world.placements.find(world.worker, again)).toMatchObject({ state: 'MATCHED' });
    expect(await broken()).toEqual([]);
  });

  it('dates what it ended as in the family’s record by the child whose end that was, whoever’s step came last', async () => {
    const eventsOf = (family: string) => world.sql(`select e.event, e.on_date::text from hub.household_event e join hub.household h on h.id = e.household_id where h.reference = $1 and e.event in ('MATCHED', 'PLACED', 'DISRUPTED', 'AO_GRANTED') order by e.created_at`, [family]);
    const { family, placement } = await placed(2);
    await world.take(world.worker, placement, 'DISRUPTED', { children: [1], onDate: addDays(TODAY, -9), code: 'SUPPORT' });
    expect((await world.take(world.worker, placement, 'FELL', { children: [2], onDate: TODAY, code: 'CHILD_NEEDS' })).state).toBe('DISRUPTED');
    expect(await eventsOf(family)).toEqual([{ event: 'MATCHED', on_date: ago(5) }, { event: 'PLACED', on_date: ago(4) }, { event: 'DISRUPTED', on_date: addDays(TODAY, -9) }]);
  });

  it('keeps the adopters’ names when it has ended, and loses them with the family’s key', async () => {
    const { family, placement } = await matched();
    await world.take(world.worker, placement, 'FELL', { children: [1], onDate: TODAY, code: 'COURT' });
    expect((await world.placements.find(world.worker, placement))?.adopterNames).toEqual(['Robin']);
    const [row] = await world.sql<{ id: string; agency: string }>('select id, agency_id as agency from hub.household where reference = $1', [family]);
    world.keys.destroyShares(row?.agency ?? '', [row?.id ?? '']);
    expect(await world.placements.find(world.worker, placement)).toMatchObject({ adopterNames: [], children: [{ firstName: expect.stringMatching(/^First C/) }] });
  });

  it('falls before anybody was placed', async () => {
    const { unit, family, placement } = await matched();
    await world.take(world.worker, placement, 'FELL', { children: [1], onDate: TODAY, code: 'ADOPTERS_WITHDREW' });
    expect([await childStates(unit), (await familyOf(family))?.state, await linkOf(placement)]).toEqual([['AUTHORITY_TO_PLACE'], 'APPROVED', { state: 'INTRODUCTIONS_FAILED', ended: true }]);
    expect(await searchOf(unit)).toMatchObject({ family_finding: 'PAUSED', listed: false });
  });

  it('lets the search go on at once where the match falls, as general as the region’s children ask', async () => {
    const alike = await world.addUnit(['LIKE1']);
    for (const at of [2, 3, 4, 5, 6]) await world.addUnit([`LIKE${at}`]);
    const { unit, placement } = await matched();
    await world.sql('update hub.anonymity_setting set k = 5');
    await world.take(world.worker, placement, 'FELL', { children: [1], onDate: TODAY, code: 'ADOPTERS_WITHDREW', resumeSearch: true });
    await world.sql('update hub.anonymity_setting set k = 1');
    expect(await searchOf(unit)).toMatchObject({ family_finding: 'ACTIVE', listed: true });
    // Six others are as it is: nothing of it has to be hidden.
    const shownOf = (of: string) => world.sql('select youngest_band, sex, region_band, generalisation from hub.unit_card where reference = $1', [of]);
    expect(await shownOf(unit)).toEqual(await shownOf(alike));
  });

  it('places a child who lives there already on the day that the notice names, and counts the ten weeks from the beginning', async () => {
    const { placement } = await matched(1, { earlyPermanence: true, earlyPermanencePlacedOn: ago(7) });
    await world.take(world.worker, placement, 'PLAN_AGREED', { onDate: ago(5) });
    expect((await told(world.take(world.worker, placement, 'PLACED', { children: [1], onDate: ago(3) }))).message).toContain('lives with this family already');
    await world.take(world.worker, placement, 'LIVES_THERE', { children: [1], onDate: ago(7), code: 'EARLY_PERMANENCE' });
    await world.take(world.worker, placement, 'PLACED', { children: [1], onDate: ago(3) });
    expect((await world.placements.find(world.worker, placement))?.children[0]).toMatchObject({ home: 'EARLY_PERMANENCE', livesThereSince: ago(7), placedOn: ago(3), mayApplyFrom: ago(3) });
    expect(await world.take(world.worker, placement, 'AO_APPLIED', { children: [1], onDate: addDays(ago(3), 1) })).toMatchObject({ state: 'PLACED' });
  });

  it('brings a brother or sister after a child who lived there already: by introductions, or as one who lives there too', async () => {
    for (const way of ['INTRODUCTIONS_STARTED', 'LIVES_THERE'] as const) {
      const { unit, placement } = await matched(2);
      await world.take(world.worker, placement, 'PLAN_AGREED', { onDate: ago(5) });
      await world.take(world.worker, placement, 'LIVES_THERE', { children: [1], onDate: ago(7), code: 'EARLY_PERMANENCE' });
      await world.take(world.worker, placement, 'PLACED', { children: [1], onDate: ago(4) });
      expect((await told(world.take(world.worker, placement, 'PLACED', { children: [2], onDate: ago(3) }))).message).toContain('introductions started');
      expect((await world.placements.find(world.worker, placement))?.steps.map(({ event }) => event)).toEqual(expect.arrayContaining(['INTRODUCTIONS_STARTED', 'LIVES_THERE']));
      await world.take(world.worker, placement, way, way === 'LIVES_THERE' ? { children: [2], onDate: ago(7), code: 'FOSTER_CARERS' } : { onDate: ago(3) });
      await world.take(world.worker, placement, 'PLACED', { children: [2], onDate: ago(3) });
      expect(await childStates(unit)).toEqual(['PLACED', 'PLACED']);
    }
  });

  it('needs authority, but of a baby under six weeks the parent’s written agreement', async () => {
    const { placement } = await matched(1, { placementOrderOn: null });
    await world.take(world.worker, placement, 'PLAN_AGREED', { onDate: ago(5) });
    await world.take(world.worker, placement, 'INTRODUCTIONS_STARTED', { onDate: ago(5) });
    expect((await told(world.take(world.worker, placement, 'PLACED', { children: [1], onDate: TODAY }))).message).toContain('no authority to place');
    expect((await told(world.take(world.worker, placement, 'PLACED_BY_AGREEMENT', { children: [1], onDate: TODAY }))).message).toContain('six weeks');
  });
});

describe('one path', () => {
  it('refuses what a live placement holds on the pages of the records, and says where it is recorded', async () => {
    const { unit, family, placement } = await matched();
    const record = (await world.units.view(world.worker, unit)).record;
    const [child] = record?.children ?? [];
    const refusal = { code: 'GUARD_FAILED', message: `This stands in placement ${placement}. Record it there, under Placements.` };
    expect(await told(world.children.recordEvent(world.worker, { subject: child?.reference ?? '', version: child?.version ?? 0, event: 'PLACED', onDate: TODAY }))).toMatchObject(refusal);
    expect((await told(world.children.correct(world.worker, { child: child?.reference ?? '', version: child?.version ?? 0, facts: { placedOn: TODAY } }))).message).toBe(refusal.message);
    const household = (await world.households.view(world.adoptersWorker, family)).record;
    expect(await told(world.households.recordEvent(world.adoptersWorker, { subject: family, version: household?.version ?? 0, event: 'PLACED', onDate: TODAY }))).toMatchObject(refusal);
    expect((await told(world.households.correct(world.adoptersWorker, { household: family, version: household?.version ?? 0, facts: { placedOn: TODAY } }))).message).toBe(refusal.message);
  });

  it('tells who came second what is different, and does the same request once', async () => {
    const { placement } = await matched();
    const body = { placement, version: 1, event: 'PLAN_AGREED' as const, onDate: ago(5), idempotencyKey: 'key-12345678' };
    expect([await world.placements.step(world.worker, body), await world.placements.step(world.worker, body)]).toEqual([{ reference: placement, state: 'PLAN_AGREED', version: 2 }, { reference: placement, state: 'PLAN_AGREED', version: 2 }]);
    expect(await told(world.placements.step(world.worker, { ...body, idempotencyKey: null }))).toMatchObject({ code: 'STALE_VERSION', details: { seenVersion: 1, currentVersion: 2, differences: [{ field: 'state', seen: 'MATCHED', now: 'PLAN_AGREED' }, { field: 'lastStep', seen: 'OPENED', now: 'PLAN_AGREED' }] } });
  });

  it('is handed over within the agency alone', async () => {
    const { placement } = await matched();
    expect(await told(world.placements.handOver(world.worker, { placement, version: 1, userId: world.adoptersWorker.userId }))).toMatchObject({ code: 'INVALID_INPUT' });
    await world.placements.handOver(world.adoptersWorker, { placement, version: 1, userId: world.south.second('ADOPTERS_WORKER').userId });
    expect((await world.placements.find(world.worker, placement))?.parties[1]).toMatchObject({ worker: { id: world.south.second('ADOPTERS_WORKER').userId } });
  });
});

describe('races', () => {
  it('I2: of two groups matched with one family at once, exactly one gets it, and the other is told why', async () => {
    const family = await world.addFamily('FR');
    const units = [await world.addUnit(['R1']), await world.addUnit(['R2'])];
    // Past the unique index of links, so that the placement's own constraint is what is tried.
    await world.sql('drop index if exists hub.link_match');
    const links = [await world.recommend(units[0] ?? '', family), await world.recommend(units[1] ?? '', family)];
    const outcomes = await Promise.allSettled(links.map((link) => world.approve(link, ago(5))));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: expect.stringMatching(/^(CONFLICT|GUARD_FAILED)$/) } });
    expect(await broken()).toEqual([]);
  });

  it('I1: of two families matched with one child at once, exactly one gets it', async () => {
    const unit = await world.addUnit(['R3']);
    await world.sql('drop index if exists hub.link_panel');
    const links = [await world.recommend(unit, await world.addFamily('FR1')), await world.recommend(unit, await world.addFamily('FR2'))];
    const outcomes = await Promise.allSettled(links.map((link) => world.approve(link, ago(5))));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
  });

  it('of two steps at once the second is told', async () => {
    const { placement } = await matched();
    const step = (event: 'PLAN_AGREED' | 'SUPPORT_PLANNED') => world.placements.step(world.worker, { placement, version: 1, event, onDate: ago(5) });
    const outcomes = await Promise.allSettled([step('PLAN_AGREED'), step('SUPPORT_PLANNED')]);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'STALE_VERSION' } });
  });
});
