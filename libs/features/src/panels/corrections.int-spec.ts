import { addDays } from '@hub/domain/dates/day-count';
import type { Recommendation } from '@hub/domain/panels/items';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { TODAY } from '../../../../test/harness/links-world';
import { openPanelsWorld, type PanelsWorld } from '../../../../test/harness/panels-world';
import { PanelCorrectionsService } from './corrections.service';

let database: TestDatabase;
let world: PanelsWorld;
let corrections: PanelCorrectionsService;
let count = 0;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openPanelsWorld(database);
  corrections = new PanelCorrectionsService(world.uow, world.vault, systemClock);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const told = (work: Promise<unknown>): Promise<{ code?: string; message?: string }> => work.then(() => ({}), ({ code, message }: { code: string; message: string }) => ({ code, message }));
async function heard(recommendation: Recommendation = 'RECOMMENDED') {
  count += 1;
  const [unit, family] = [await world.addUnit(`C${count}`), await world.addFamily(`F${count}`)];
  const link = await world.drafted(unit, family);
  return { unit, family, link, item: await world.heard(link, recommendation) };
}
const recommend = async (item: string, recommendation: Recommendation) =>
  corrections.recommendation(world.adviser, { item, version: (await world.item(world.adviser, item)).version, recommendation, reasons: 'As the minutes say.', why: 'The wrong line was chosen.' });
const stateOf = async (link: string) => (await world.work.find(world.finder, link))?.state;

describe('a recommendation that was recorded wrongly', () => {
  it('is put right until the decision, with what stood before beside it, and its minutes are final anew', async () => {
    const { link, item } = await heard('NOT_RECOMMENDED');
    await recommend(item, 'RECOMMENDED');
    expect(await world.item(world.adviser, item)).toMatchObject({ recommendation: 'RECOMMENDED', minutesFinalOn: null, reasons: 'As the minutes say.', mayCorrect: true });
    expect((await world.item(world.adviser, item)).history.at(-1)).toMatchObject({ event: 'RECOMMENDATION_CORRECTED', detail: 'Not recommended, now: Recommended', words: 'The wrong line was chosen.' });
    expect(await stateOf(link)).toBe('PANEL_RECOMMENDED');
    const decide = async () => world.decisions.decide(world.decider, { item, version: (await world.item(world.decider, item)).version, outcome: 'APPROVED', reasons: 'Yes.' });
    expect((await told(decide())).message).toContain('minutes of the panel are not final');
    expect(await told(recommend(item, 'RECOMMENDED'))).toMatchObject({ code: 'INVALID_INPUT' });
    await world.hearing.minutesFinal(world.adviser, { item, version: (await world.item(world.adviser, item)).version });
    await decide();
    expect((await told(recommend(item, 'NOT_RECOMMENDED'))).message).toContain('The decision is made');
    // The other side reads what is recommended now, and no word of why.
    expect(await world.item(world.worker, item)).toMatchObject({ recommendation: 'RECOMMENDED', history: [], mayCorrect: false });
    expect(await world.sql(`select count(*)::int as n from hub.notice where kind = 'RECOMMENDATION_CORRECTED' and agency_id = $1`, [world.south.id])).toEqual([{ n: 1 }]);
  });

  it('takes the link with it, to a deferral and back', async () => {
    const { link, item } = await heard();
    await recommend(item, 'DEFERRED');
    expect(await world.work.find(world.finder, link)).toMatchObject({ state: 'APR_DRAFTED', panelOn: null });
    await recommend(item, 'NOT_RECOMMENDED');
    expect(await world.work.find(world.finder, link)).toMatchObject({ state: 'PANEL_RECOMMENDED', panelOn: TODAY });
    expect((await world.work.find(world.finder, link))?.history.map(({ event }) => event).slice(-3)).toEqual(['PANEL_RECOMMENDED', 'HEARING_CORRECTED', 'DEFERRAL_CORRECTED']);
  });

  it('not once the match went to a panel anew', async () => {
    const { link, item } = await heard('DEFERRED');
    await world.booking.book(world.finder, { link, panel: await world.panel(world.adviser, { meetsOn: addDays(TODAY, 20) }), slot: 1 });
    expect((await told(recommend(item, 'RECOMMENDED'))).message).toContain('The link has gone on since');
    expect(await world.item(world.adviser, item)).toMatchObject({ recommendation: 'DEFERRED' });
  });

  it('is nobody else’s to put right', async () => {
    const { item } = await heard();
    const request = { item, version: 1, recommendation: 'DEFERRED' as const, reasons: 'x', why: 'x' };
    expect(await told(corrections.recommendation(world.finder, request))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(corrections.recommendation(await world.person(world.south, 'PANEL_ADVISER'), request))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the day of a decision', () => {
  it('is put right by a decision maker; children, family, link and placement go with it', async () => {
    const { unit, family, link, item } = await heard();
    // As if the minutes had been final, and the family approved and the child decided on, long before.
    const [early, wrong] = [addDays(TODAY, -9), TODAY];
    await world.sql('set session_replication_role = replica');
    await world.sql('update hub.panel_item set minutes_final_on = $2::date where reference = $1', [item, early]);
    await world.sql('set session_replication_role = origin');
    await world.decisions.decide(world.decider, { item, version: (await world.item(world.decider, item)).version, outcome: 'APPROVED', reasons: 'Yes.' });
    const correct = async (onDate: string, actor = world.decider) => corrections.decidedOn(actor, { item, version: (await world.item(actor, item)).version, onDate: onDate as typeof TODAY, why: 'Decided the day before.' });
    expect(await told(correct(addDays(early, -1)))).toMatchObject({ code: 'GUARD_FAILED' });
    expect(await told(correct(wrong))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await told(correct(early, world.adviser))).toMatchObject({ code: 'FORBIDDEN' });
    const right = addDays(TODAY, -1);
    await correct(right);
    expect(await world.item(world.decider, item)).toMatchObject({ decidedOn: right, outcome: 'APPROVED' });
    expect(await world.sql(`select p.decided_on::text as placement, c.matched_on::text as child, h.matched_on::text as family from hub.placement p join hub.child c on c.unit_id = p.unit_id join hub.household h on h.id = p.household_id
      where p.unit_reference = $1 and p.household_reference = $2`, [unit, family])).toEqual([{ placement: right, child: right, family: right }]);
    expect((await world.work.find(world.worker, link))?.history.at(-1)).toMatchObject({ event: 'DAY_CORRECTED', onDate: right });
    expect(await world.sql('select * from hub.broken_placements()')).toEqual([]);
  });
});
