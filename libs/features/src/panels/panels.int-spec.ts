import { addDays } from '@hub/domain/dates/day-count';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { TODAY } from '../../../../test/harness/links-world';
import { openPanelsWorld, type PanelsWorld } from '../../../../test/harness/panels-world';

let database: TestDatabase;
let world: PanelsWorld;
let count = 0;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openPanelsWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const told = (work: Promise<unknown>): Promise<{ code?: string; message?: string; details?: unknown }> => work.then(() => ({}), ({ code, message, details }: { code: string; message: string; details: unknown }) => ({ code, message, details }));
const link = async (): Promise<string> => {
  count += 1;
  return world.drafted(await world.addUnit(`C${count}`), await world.addFamily(`F${count}`));
};
const find = (reference: string, actor = world.finder) => world.work.find(actor, reference);
const decide = async (item: string, outcome: 'APPROVED' | 'NOT_APPROVED', actor = world.decider) =>
  world.decisions.decide(actor, { item, version: (await world.item(actor, item)).version, outcome, reasons: 'The panel’s reasons convince.' });

describe('a place on a panel', () => {
  it('is the fact that the link follows: taken, moved and given back', async () => {
    const [reference, first, second] = [await link(), await world.panel(world.adviser, { meetsOn: addDays(TODAY, 20) }), await world.panel(world.adviser, { meetsOn: addDays(TODAY, 48) })];
    const { reference: item } = await world.booking.book(world.finder, { link: reference, panel: first, slot: 2 });
    expect(await find(reference)).toMatchObject({ state: 'PANEL_BOOKED', panelOn: addDays(TODAY, 20), turns: [{ side: 'CHILD', awaited: 'PANEL' }] });
    expect((await world.panels.panel(world.adviser, first))?.places.map(({ time, status }) => `${time} ${status}`)).toEqual(['09:30 FREE', '10:15 PROVISIONAL', '11:00 FREE', '11:45 FREE']);
    await world.plan.confirm(world.adviser, { item, version: 1 });
    await world.booking.move(world.finder, { item, version: 2, panel: second, slot: 1 });
    expect(await find(reference)).toMatchObject({ state: 'PANEL_BOOKED', panelOn: addDays(TODAY, 48) });
    expect(await world.item(world.finder, item)).toMatchObject({ status: 'PROVISIONAL', panel: second, slot: 1, version: 3 });
    await world.booking.withdraw(world.finder, { item, version: 3 });
    expect(await find(reference)).toMatchObject({ state: 'APR_DRAFTED', panelOn: null });
    expect((await world.panels.panel(world.adviser, second))?.items).toEqual([]);
    expect((await find(reference))?.history.map(({ event }) => event).slice(-4)).toEqual(['APR_DRAFTED', 'PANEL_BOOKED', 'PANEL_MOVED', 'PANEL_RELEASED']);
  });

  it('is one item’s alone, however many ask at once', async () => {
    const links = [await link(), await link(), await link()];
    const panel = await world.panel(world.adviser, { meetsOn: addDays(TODAY, 21) });
    const results = await Promise.allSettled(links.map((one) => world.booking.book(world.finder, { link: one, panel, slot: 1 })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : []))).toEqual(['CONFLICT', 'CONFLICT']);
  });

  it('is on a panel of the child’s agency, or one in which it takes part', async () => {
    const reference = await link();
    const theirs = await world.person(world.south, 'PANEL_ADVISER');
    const panel = await world.panel(theirs, { meetsOn: addDays(TODAY, 22) });
    expect(await told(world.booking.book(world.finder, { link: reference, panel, slot: 1 }))).toMatchObject({ code: 'GUARD_FAILED' });
    // The adopters' agency brings no match to a panel, not even to its own.
    expect(await told(world.booking.book(world.worker, { link: reference, panel, slot: 1 }))).toMatchObject({ code: 'FORBIDDEN' });
    const joint = await world.panel(theirs, { meetsOn: addDays(TODAY, 22), parts: [world.north.code] });
    const { reference: item } = await world.booking.book(world.finder, { link: reference, panel: joint, slot: 1 });
    expect(await world.item(theirs, item)).toMatchObject({ isOwn: false, mayConfirm: true, reasons: null, seats: [] });
    // Its host is no party to the link's child, and cancels it all the same.
    await world.plan.cancel(theirs, { panel: joint, version: 1 });
    expect(await find(reference)).toMatchObject({ state: 'APR_DRAFTED', panelOn: null });
    expect(await world.sql(`select role, agency_id = $2 as north from hub.notice where kind = 'PANEL_CANCELLED' and subject_reference = $1 order by role`, [item, world.north.id]))
      .toEqual([{ role: 'ADOPTERS_WORKER', north: false }, { role: 'FAMILY_FINDER', north: true }, { role: 'PANEL_ADVISER', north: true }]);
  });

  it('comes back when a side ends the link', async () => {
    const [reference, panel] = [await link(), await world.panel(world.adviser, { meetsOn: addDays(TODAY, 23) })];
    const { reference: item } = await world.booking.book(world.finder, { link: reference, panel, slot: 1 });
    await world.take(world.worker, reference, 'DECLINED_BY_ADOPTERS', { reason: 'NOT_READY' });
    expect(await world.item(world.finder, item)).toMatchObject({ status: 'WITHDRAWN', version: 2 });
    expect((await world.panels.panel(world.adviser, panel))?.places[0]).toMatchObject({ status: 'FREE' });
  });

  it('keeps the panel’s day', async () => {
    const panel = await world.panel(world.adviser, { meetsOn: addDays(TODAY, 24) });
    await world.booking.book(world.finder, { link: await link(), panel, slot: 3 });
    const terms = { panel, version: 1, meetsOn: addDays(TODAY, 24), startsAt: '10:00', slotCount: 4, slotMinutes: 45, place: '', papersDueOn: null, parts: [] };
    expect(await told(world.plan.change(world.adviser, { ...terms, meetsOn: addDays(TODAY, 25) }))).toMatchObject({ code: 'GUARD_FAILED' });
    expect(await told(world.plan.change(world.adviser, { ...terms, slotCount: 2 }))).toMatchObject({ code: 'GUARD_FAILED' });
    await world.plan.change(world.adviser, terms);
    expect(await told(world.plan.change(world.adviser, terms))).toMatchObject({ code: 'STALE_VERSION' });
  });
});

describe('a panel', () => {
  it('hears nothing without a quorum, and whoever leaves the room does not count', async () => {
    const [reference, panel] = [await link(), await world.panel(world.adviser)];
    const { reference: item } = await world.booking.book(world.finder, { link: reference, panel, slot: 1 });
    const hear = async () => world.hearing.recommend(world.adviser, { item, version: (await world.item(world.adviser, item)).version, recommendation: 'RECOMMENDED', reasons: 'Good.' });
    expect(await told(hear())).toMatchObject({ code: 'GUARD_FAILED' });
    const [, , , , other] = await world.quorum(world.adviser, panel);
    await world.hearing.stepOut(world.adviser, { item, version: 1, member: other ?? '', reason: 'KNOWS_FAMILY' });
    expect(await told(hear())).toMatchObject({ code: 'GUARD_FAILED', message: 'The panel has no quorum for this item. Missing: 5 members.' });
    // The database holds to it as well, whatever a program asks of it.
    await expect(world.sql(`update hub.panel_item set status = 'HEARD', recommendation = 'RECOMMENDED', version = version + 1 where reference = $1`, [item])).rejects.toMatchObject({ constraint: 'panel_quorum' });
    const sixth = await world.seat(world.adviser, panel, 'OTHER');
    await world.members.attend(world.adviser, { panel, member: sixth, attendance: 'PRESENT' });
    await hear();
    expect(await told(world.members.attend(world.adviser, { panel, member: sixth, attendance: 'ABSENT' }))).toMatchObject({ code: 'GUARD_FAILED' });
    expect(await find(reference)).toMatchObject({ state: 'PANEL_RECOMMENDED', turns: [{ side: 'CHILD', awaited: 'DECISION' }] });
  });

  it('that defers sends the link back to where a panel is booked', async () => {
    const reference = await link();
    const item = await world.heard(reference, 'DEFERRED');
    expect(await find(reference)).toMatchObject({ state: 'APR_DRAFTED', panelOn: null });
    expect(await told(decide(item, 'APPROVED'))).toMatchObject({ code: 'GUARD_FAILED' });
    await world.book(reference);
    expect(await find(reference)).toMatchObject({ state: 'PANEL_BOOKED' });
  });

  it('tells the adopters’ agency what it recommended and what was decided, and no reasons', async () => {
    const reference = await link();
    const item = await world.heard(reference);
    expect(await world.item(world.finder, item)).toMatchObject({ reasons: 'They know what the children need.', advice: 'Letterbox contact twice a year.' });
    await decide(item, 'APPROVED');
    expect(await world.item(world.worker, item)).toMatchObject({ recommendation: 'RECOMMENDED', outcome: 'APPROVED', decidedOn: TODAY, reasons: null, advice: null, decisionReasons: null, decidedBy: null, minutesFinalOn: null, history: [], absences: [] });
    expect(await world.sql(`select from hub.panel_text where words::text like '%children%'`)).toEqual([]);
    const stranger = await world.town('ELM');
    expect(await world.panels.item(stranger.as('FAMILY_FINDER'), item)).toBeNull();
  });
});

describe('the decision', () => {
  it('makes the match, ends the other links of both, and is made once', async () => {
    const [unit, family, otherUnit, otherFamily] = [await world.addUnit('D1'), await world.addFamily('G1'), await world.addUnit('D2'), await world.addFamily('G2')];
    const reference = await world.drafted(unit, family);
    const { reference: ofUnit } = await world.links.express(world.finder, { unit, household: otherFamily });
    const { reference: ofFamily } = await world.links.express(world.finder, { unit: otherUnit, household: family });
    const item = await world.heard(reference);
    const results = await Promise.allSettled([decide(item, 'APPROVED'), decide(item, 'NOT_APPROVED')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : []))).toEqual(['STALE_VERSION']);
    const made = (await find(reference))?.state === 'MATCHED';
    // Whichever came first: a match ends the others, a no leaves them.
    expect([(await find(ofUnit))?.state, (await find(ofFamily))?.state]).toEqual(made ? ['DECLINED_BY_CHILD_AGENCY', 'DECLINED_BY_ADOPTERS'] : ['EXPRESSED_INTEREST', 'EXPRESSED_INTEREST']);
  });

  it('gives each agency its own reason for the links that ended', async () => {
    const [unit, family, otherUnit, otherFamily] = [await world.addUnit('D3'), await world.addFamily('G3'), await world.addUnit('D4'), await world.addFamily('G4')];
    const reference = await world.drafted(unit, family);
    const { reference: ofUnit } = await world.links.express(world.worker, { unit, household: otherFamily });
    const { reference: ofFamily } = await world.links.express(world.worker, { unit: otherUnit, household: family });
    await decide(await world.heard(reference), 'APPROVED');
    expect(await find(reference)).toMatchObject({ state: 'MATCHED', isOpen: true, turns: [{ side: 'CHILD', awaited: 'PLACEMENT' }] });
    expect(await find(ofUnit)).toMatchObject({ state: 'DECLINED_BY_CHILD_AGENCY', exitReason: 'Another family is being explored' });
    expect(await find(ofUnit, world.worker)).toMatchObject({ exitReason: null });
    expect(await find(ofFamily)).toMatchObject({ state: 'DECLINED_BY_ADOPTERS', exitReason: null });
    expect(await find(ofFamily, world.worker)).toMatchObject({ exitReason: 'The adopters are exploring another link' });
    // Another family's link learns of no person of the agency that decided.
    expect((await find(ofFamily))?.history.at(-1)).toMatchObject({ event: 'DECLINED_BY_ADOPTERS', person: null });
    expect((await world.sql<{ n: number }>(`select count(*)::int as n from hub.notice where kind = 'LINK_ENDED' and subject_reference = any($1)`, [[ofUnit, ofFamily]]))[0]?.n).toBeGreaterThanOrEqual(2);
    expect(await told(world.take(world.finder, reference, 'DECLINED_BY_CHILD_AGENCY', { reason: 'CONTACT' }))).toMatchObject({ code: 'GUARD_FAILED' });
  });

  it.each([['NOT_RECOMMENDED', 'PANEL_NOT_RECOMMENDED'], ['RECOMMENDED', 'ADM_NOT_APPROVED']] as const)('not to approve what was %s ends the link by %s', async (recommendation, state) => {
    const reference = await link();
    await decide(await world.heard(reference, recommendation), 'NOT_APPROVED');
    expect(await find(reference)).toMatchObject({ state, isOpen: false, turns: [] });
  });

  it('is no member’s of the panel, whichever comes first', async () => {
    const [reference, panel, member] = [await link(), await world.panel(world.adviser), await world.person(world.north, 'DECISION_MAKER')];
    const { reference: item } = await world.booking.book(world.finder, { link: reference, panel, slot: 1 });
    await world.quorum(world.adviser, panel);
    const [account] = await world.sql<{ email: string }>('select email from hub.app_user where id = $1', [member.userId]);
    const seat = await world.seat(world.adviser, panel, 'OTHER', account?.email);
    await world.hear(world.adviser, item, 'RECOMMENDED');
    expect(await told(decide(item, 'APPROVED', member))).toMatchObject({ code: 'GUARD_FAILED', message: 'You sat at this panel. No member of the panel takes the decision.' });
    const insert = (by: string) => world.sql(`insert into hub.agency_decision (id, agency_id, panel_item_id, kind, outcome, decided_on, decided_by) select gen_random_uuid(), i.agency_id, i.id, i.kind, 'APPROVED', current_date, $2 from hub.panel_item i where i.reference = $1`, [item, by]);
    await expect(insert(member.userId)).rejects.toMatchObject({ constraint: 'panel_decider' });
    await world.members.takeOff(world.adviser, { panel, member: seat });
    await decide(item, 'APPROVED', member);
    // Nor does who decided sit there afterwards.
    expect(await told(world.members.expect(world.adviser, { panel, member: seat }))).toMatchObject({ code: 'GUARD_FAILED' });
  });

  it('waits for the final minutes, and its clock and those of the notices run from there', async () => {
    const [reference, panel] = [await link(), await world.panel(world.adviser)];
    const { reference: item } = await world.booking.book(world.finder, { link: reference, panel, slot: 1 });
    await world.quorum(world.adviser, panel);
    await world.hearing.recommend(world.adviser, { item, version: 1, recommendation: 'RECOMMENDED', reasons: 'Good.' });
    expect(await told(decide(item, 'APPROVED'))).toMatchObject({ code: 'GUARD_FAILED', message: 'The minutes of the panel are not final yet.' });
    await world.hearing.minutesFinal(world.adviser, { item, version: 2 });
    expect((await world.panels.toDecide(world.decider)).map((one) => one.reference)).toContain(item);
    expect((await world.item(world.decider, item)).decisionDueOn).not.toBeNull();
    await decide(item, 'APPROVED');
    expect((await world.item(world.decider, item)).notices.map(({ recipient, manner, toldOn }) => `${recipient} ${manner} ${toldOn ?? '-'}`)).toEqual(['PARENTS ORALLY -', 'PARENTS IN_WRITING -', 'ADOPTERS ORALLY -', 'ADOPTERS IN_WRITING -']);
    await world.decisions.tell(world.finder, { item, recipient: 'PARENTS', manner: 'ORALLY', onDate: TODAY });
    expect(await told(world.decisions.tell(world.finder, { item, recipient: 'ADOPTERS', manner: 'ORALLY', onDate: addDays(TODAY, -1) }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await world.item(world.decider, item)).notices[0]).toMatchObject({ toldOn: TODAY, isLate: false });
  });

  it('on an approval goes the way of the household’s own events', async () => {
    const adviser = await world.person(world.south, 'PANEL_ADVISER');
    const decider = await world.person(world.south, 'DECISION_MAKER');
    const stage = async (family: string, state: string) => world.sql(`update hub.household set state = $2, approved_on = null, stage2_started_on = current_date - 60 where reference = $1`, [family, state]);
    for (const [family, outcome, state] of [[await world.addFamily('H1'), 'APPROVED', 'APPROVED'], [await world.addFamily('H2'), 'NOT_APPROVED', 'QUALIFYING_DETERMINATION']] as const) {
      await stage(family, 'STAGE2');
      const panel = await world.panel(adviser);
      const { reference: item } = await world.booking.book(world.worker, { household: family, panel, slot: 1 });
      await world.quorum(adviser, panel);
      expect(await told(world.hear(adviser, item, 'RECOMMENDED'))).toMatchObject({ code: 'GUARD_FAILED', message: 'Record first, on the family’s page, that it is at the panel.' });
      await stage(family, 'AT_PANEL');
      await world.hear(adviser, item, 'RECOMMENDED');
      await decide(item, outcome, decider);
      expect(await world.sql('select state, (select array_agg(e.event order by e.created_at) from hub.household_event e where e.household_id = h.id and e.event = h.state) as events from hub.household h where reference = $1', [family])).toEqual([{ state, events: [state] }]);
    }
  });

  it('and each step of an item has its row of history, the same key does nothing twice', async () => {
    const [reference, panel] = [await link(), await world.panel(world.adviser)];
    const request = { link: reference, panel, slot: 1, idempotencyKey: 'once-and-no-more' };
    const first = await world.booking.book(world.finder, request);
    expect(await world.booking.book(world.finder, request)).toEqual(first);
    await expect(world.sql(`update hub.panel_item set version = version + 1, papers_in_on = current_date where reference = $1`, [first.reference])).rejects.toThrow('a change of an item without its row of history');
    expect(await world.sql('select from hub.panel_item i where version <> (select count(*) from hub.panel_item_event e where e.item_id = i.id)')).toEqual([]);
  });
});

describe('the calendar', () => {
  it('shows every agency’s panels and gaps, and no case of another’s', async () => {
    const theirs = await world.person(world.south, 'PANEL_ADVISER');
    const panel = await world.panel(theirs, { meetsOn: addDays(TODAY, 100), papersDueOn: null });
    const calendar = await world.panels.calendar(world.finder, { from: TODAY, to: addDays(TODAY, 365) });
    expect(calendar.panels.find((one) => one.reference === panel)).toMatchObject({ agency: { code: 'SVC' }, takesPart: false, isHost: false });
    expect(calendar.gaps.find(({ agency, to }) => agency.code === 'SVC' && to === addDays(TODAY, 100))).toBeDefined();
    expect(calendar.mayPlan).toBe(false);
    expect(await told(world.plan.cancel(world.adviser, { panel, version: 1 }))).toMatchObject({ code: 'FORBIDDEN', details: { action: 'panels.plan' } });
    expect(await told(world.members.attend(world.adviser, { panel, member: 'N-000000', attendance: 'PRESENT' }))).toMatchObject({ code: 'FORBIDDEN', details: { action: 'panels.record' } });
  });
});
