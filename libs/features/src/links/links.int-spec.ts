import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openLinksWorld, TODAY, type LinksWorld } from '../../../../test/harness/links-world';
import { recorded } from '../../../../test/harness/statements';
import { householdsRuledOut } from '../matching/ruled-out.queries';

let database: TestDatabase;
let world: LinksWorld;
let unit: string;
let family: string;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openLinksWorld(database);
  [unit, family] = [await world.addUnit('C1'), await world.addFamily('F1')];
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

const told = (work: Promise<unknown>): Promise<{ code: string; message: string; details: Record<string, unknown> }> =>
  work.then(() => { throw new Error('It was not refused'); }, (error: { code: string; message: string; details: Record<string, unknown> }) => error);
const express = async (): Promise<string> => (await world.links.express(world.finder, { unit, household: family })).reference;
async function shortlisted(): Promise<string> {
  const reference = await express();
  await world.take(world.worker, reference, 'SHORTLISTED');
  return reference;
}
async function explored(): Promise<string> {
  const reference = await shortlisted();
  await world.explore(reference);
  return reference;
}
const stageOfUnit = async (): Promise<string | undefined> => (await world.units.find(world.worker, unit))?.stage;
const stageOfFamily = async (): Promise<string | undefined> => (await world.households.find(world.finder, family))?.stage;

describe('a link between two agencies', () => {
  it('goes from interest to a booked panel, and what crosses is never more than both agreed to', async () => {
    const reference = await express();
    expect(await world.work.find(world.finder, reference)).toMatchObject({ state: 'EXPRESSED_INTEREST', isOurMove: false, turns: [{ side: 'ADOPTERS', awaited: 'ANSWER' }] });
    // Whoever expressed interest is known; whose the family is, not before that agency answers.
    expect((await world.work.find(world.finder, reference))?.parties).toMatchObject([{ isOwn: true, worker: { displayName: 'Robin Tester' } }, { isOwn: false, agency: null, worker: null }]);
    expect((await world.work.find(world.worker, reference))?.parties).toMatchObject([{ agency: { code: 'NMB' }, worker: { displayName: 'Robin Tester' } }, { isOwn: true }]);
    await world.take(world.worker, reference, 'SHORTLISTED');
    expect((await world.work.find(world.finder, reference))?.parties[1]).toMatchObject({ agency: { code: 'SVC' } });
    await world.take(world.finder, reference, 'EXPLORING_AGREED');
    await world.approveAll(world.managers.north);
    // One side's agreement shows its own record, and moves nothing.
    expect([await stageOfUnit(), await stageOfFamily()]).toEqual(['S2', 'S1']);
    expect((await world.work.find(world.worker, reference))?.state).toBe('SHORTLISTED');
    await world.take(world.worker, reference, 'EXPLORING_AGREED');
    expect(await world.work.find(world.worker, reference)).toMatchObject({ state: 'SHORTLISTED', isOurMove: true, turns: [{ side: 'ADOPTERS', awaited: 'APPROVAL' }] });
    await world.approveAll(world.managers.south);
    expect([await stageOfUnit(), await stageOfFamily()]).toEqual(['S2', 'S2']);
    for (const event of ['CPR_SHARED', 'VISITED', 'APR_DRAFTED'] as const) await world.take(world.finder, reference, event);
    await world.book(reference);
    const view = await world.work.find(world.finder, reference);
    expect(view).toMatchObject({ state: 'PANEL_BOOKED', panelOn: TODAY });
    expect(view?.history.map(({ event }) => event)).toEqual([
      'INTEREST_EXPRESSED', 'SHORTLISTED', 'EXPLORING_AGREED', 'EXPLORING_AGREED', 'EXPLORING_BEGUN', 'CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'PANEL_BOOKED']);
    expect(view?.version).toBe(9);
  });

  it('says on the cards of a search who acts next, to its two agencies alone, with one statement for all of them', async () => {
    const other = await world.addUnit('C2');
    const reference = await express();
    const said = async (actor = world.finder) => {
      const links = await world.work.openLinks(actor, [unit, other, family]);
      return [unit, other, family].map((one) => links.get(one));
    };
    expect([await said(), await said(world.worker), await said((await world.town('OAK')).as('FAMILY_FINDER'))]).toEqual([['THEIRS', undefined, 'THEIRS'], ['OURS', undefined, 'OURS'], [undefined, undefined, undefined]]);
    const { statements } = await recorded(() => world.work.openLinks(world.finder, [unit, other, family]));
    expect(statements.filter(({ text }) => text.includes('hub.link '))).toHaveLength(1);
    await world.take(world.worker, reference, 'DECLINED_BY_ADOPTERS', { reason: 'NOT_READY' });
    expect(await said()).toEqual([undefined, undefined, undefined]);
  });

  it('needs two people of each agency: whoever agreed cannot approve', async () => {
    const reference = await shortlisted();
    await world.take(world.finder, reference, 'EXPLORING_AGREED');
    const [grant] = await world.grants.toApprove(world.managers.north);
    expect(await told(world.grants.approve(world.north.as('APPROVING_MANAGER'), grant?.id ?? '', { expiresOn: TODAY }))).toMatchObject({ code: 'SAME_PERSON' });
    expect(await told(world.grants.approve(world.managers.south, grant?.id ?? '', { expiresOn: TODAY }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('closes both records at once when either side leaves, tells why to the own agency alone, and rules the pair out', async () => {
    const reference = await explored();
    await world.take(world.worker, reference, 'DECLINED_BY_ADOPTERS', { reason: 'NOT_READY', words: 'Grandmother is ill.', ruleOut: true });
    expect([await stageOfUnit(), await stageOfFamily()]).toEqual(['S1', 'S1']);
    expect(await world.work.find(world.worker, reference)).toMatchObject({
      state: 'DECLINED_BY_ADOPTERS', exitReason: 'The adopters are not ready', exitWords: 'Grandmother is ill.', turns: [], steps: [], rulingsOut: [{ reason: 'The adopters are not ready: Grandmother is ill.' }] });
    const other = await world.work.find(world.finder, reference);
    expect(other).toMatchObject({ state: 'DECLINED_BY_ADOPTERS', exitReason: null, exitWords: null, rulingsOut: [] });
    expect(JSON.stringify(other)).not.toContain('Grandmother');
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>('select id from hub.unit');
    const pairs = await world.run(world.finder, 'matching.read', (tx) => householdsRuledOut(tx, id));
    expect([...pairs]).toEqual([family]);
    expect(await world.sql('select distinct withdrawal_cause as cause from hub.disclosure_grant where stage = $1', ['S2'])).toEqual([{ cause: 'LINK_ENDED' }]);
    // The pair may be taken up again: only people decide.
    expect((await world.links.express(world.finder, { unit, household: family })).reference).not.toBe(reference);
  });

  it('keeps a grant that another open link of the two agencies stands on', async () => {
    const other = await world.addFamily('F2');
    const first = await explored();
    const { reference: second } = await world.links.express(world.finder, { unit, household: other });
    await world.take(world.worker, second, 'SHORTLISTED');
    await world.explore(second);
    expect((await world.work.find(world.finder, second))?.state).toBe('EXPLORING');
    await world.take(world.finder, first, 'DECLINED_BY_CHILD_AGENCY', { reason: 'ANOTHER_FAMILY' });
    expect([await stageOfUnit(), await stageOfFamily()]).toEqual(['S2', 'S1']);
    await world.take(world.finder, second, 'DECLINED_BY_CHILD_AGENCY', { reason: 'NEEDS_NOT_MET' });
    expect(await stageOfUnit()).toBe('S1');
  });

  it('stops where consent, family finding or the agreement ends, and needs the agreement again', async () => {
    const reference = await explored();
    const record = await world.units.view(world.finder, unit);
    await world.units.changeFamilyFinding(world.finder, { unit, version: record.record?.version ?? 0, to: 'PAUSED', reason: 'Foster carers', onDate: TODAY });
    expect(await told(world.take(world.finder, reference, 'CPR_SHARED'))).toMatchObject({ code: 'GUARD_FAILED' });
    expect((await world.work.find(world.worker, reference))?.unit).toBeNull();
  });

  it('is no business of anybody else', async () => {
    const reference = await express();
    const stranger = await world.town('EST');
    await world.agree(world.north, world.south, stranger);
    expect(await world.work.find(stranger.as('APPROVING_MANAGER'), reference)).toBeNull();
    expect(await told(world.links.step(stranger.as('APPROVING_MANAGER'), { link: reference, version: 1, event: 'SHORTLISTED' }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await told(world.links.express(stranger.as('FAMILY_FINDER'), { unit, household: family }))).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('two who change one link', () => {
  it('REL-5: the second gets a conflict with both versions, field by field', async () => {
    const reference = await express();
    await world.links.step(world.worker, { link: reference, version: 1, event: 'SHORTLISTED' });
    expect(await told(world.links.step(world.finder, { link: reference, version: 1, event: 'DECLINED_BY_CHILD_AGENCY', reason: 'NEEDS_NOT_MET' }))).toMatchObject({
      code: 'STALE_VERSION', details: { seenVersion: 1, currentVersion: 2, differences: [{ field: 'state', seen: 'EXPRESSED_INTEREST', now: 'SHORTLISTED' }, { field: 'lastStep', seen: 'INTEREST_EXPRESSED', now: 'SHORTLISTED' }, { field: 'adoptersWorker', seen: null, now: 'Robin Tester' }] } });
  });

  it('become EXPLORING however their approvals fall together', async () => {
    const reference = await shortlisted();
    await world.take(world.finder, reference, 'EXPLORING_AGREED');
    await world.take(world.worker, reference, 'EXPLORING_AGREED');
    await Promise.all([world.approveAll(world.managers.north), world.approveAll(world.managers.south)]);
    expect((await world.work.find(world.finder, reference))?.state).toBe('EXPLORING');
  });

  it('REL-4: double submit: same idempotency key gives the same answer and one row; same key + other body gives 409', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.links.express(world.finder, { unit, household: family, idempotencyKey: key })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await world.sql('select count(*)::int as count from hub.link')).toEqual([{ count: 1 }]);
    await world.take(world.worker, answers[0]?.reference ?? '', 'SHORTLISTED');
    expect(await world.links.express(world.finder, { unit, household: family, idempotencyKey: key })).toEqual(answers[0]);
    expect(await told(world.links.express(world.finder, { unit, household: 'ZZZZZZ', idempotencyKey: key }))).toMatchObject({ code: 'CONFLICT' });
    // A key is a person's own: for somebody else it is new.
    expect(await told(world.links.express(world.north.second('FAMILY_FINDER'), { unit, household: family, idempotencyKey: key }))).toMatchObject({ message: expect.stringContaining('open link') });
  });

  it('REL-6: race for one household by 20 matchers: exactly one wins, losers get a clear message', async () => {
    await world.caps.set(world.managers.south, { perUnit: 4, perHousehold: 1 });
    const units = [unit];
    for (let i = 2; i <= 20; i += 1) units.push(await world.addUnit(`C${i}`));
    const results = await Promise.allSettled(units.map((one) => world.links.express(world.finder, { unit: one, household: family })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as { code: string; message: string }] : []));
    expect(new Set(lost.map(({ code, message }) => `${code} ${message}`))).toEqual(new Set(['LIMIT_EXCEEDED This family has as many open links as its agency allows. One of them has to end first.']));
  });

  it('one link of a group alone has its panel booked', async () => {
    const other = await world.addFamily('F2');
    const first = await explored();
    const { reference: second } = await world.links.express(world.finder, { unit, household: other });
    await world.take(world.worker, second, 'SHORTLISTED');
    await world.explore(second);
    for (const link of [first, second]) for (const event of ['CPR_SHARED', 'VISITED', 'APR_DRAFTED'] as const) await world.take(world.finder, link, event);
    await world.book(first);
    expect(await told(world.book(second))).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('the people of a link', () => {
  it('are told of each step, and nothing of the case', async () => {
    const reference = await express();
    expect(await world.sql('select kind, role, user_id, subject_type, subject_reference from hub.notice')).toEqual([
      { kind: 'LINK_INTEREST', role: 'ADOPTERS_WORKER', user_id: null, subject_type: 'LINK', subject_reference: reference }]);
  });

  it('take a side on with their first step where it is with nobody or with somebody who left, and not from a colleague; history and notice say so', async () => {
    const reference = await shortlisted();
    const [colleague, link] = [world.south.second('ADOPTERS_WORKER'), async () => world.work.find(world.worker, reference)];
    const workersOf = async () => world.sql<{ adopters: string }>('select adopters_worker_id as adopters from hub.link_event where link_id = (select id from hub.link where reference = $1) order by version', [reference]);
    expect((await workersOf()).map(({ adopters }) => adopters)).toEqual([null, world.worker.userId]);
    expect((await link())?.parties[1]).toMatchObject({ worker: { displayName: 'Robin Tester' } });
    expect((await link())?.history.map(({ label }) => label)).toEqual(['Interest expressed', 'Shortlisted by the other side, and took the link on as its worker']);
    expect(await world.sql('select role, actor_id from hub.notice where kind = $1 and agency_id = $2', ['LINK_TAKEN_ON', world.south.id])).toEqual([{ role: 'ADOPTERS_WORKER', actor_id: world.worker.userId }]);
    expect((await world.work.list(world.worker, { mine: true }, 10, 0)).items.map((one) => one.reference)).toEqual([reference]);
    // Steps of the panel's people and second persons take nothing from anybody, nor does a colleague who helps out.
    await world.take(colleague, reference, 'EXPLORING_AGREED');
    expect((await workersOf()).at(-1)).toEqual({ adopters: world.worker.userId });
    await world.sql(`update hub.app_user set status = 'DISABLED' where id = $1`, [world.finder.userId]);
    await world.take(world.north.second('FAMILY_FINDER'), reference, 'EXPLORING_AGREED');
    expect((await link())?.history.at(-1)?.label).toBe('Agreed to explore, and took the link on as its worker');
    expect(await world.sql('select child_worker_id as child from hub.link where reference = $1', [reference])).toEqual([{ child: world.north.second().userId }]);
  });

  it('write to each other what the stage allows', async () => {
    const reference = await express();
    expect(await told(world.work.write(world.finder, { link: reference, body: 'Her name is Sparrow.' }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await told(world.work.write(world.finder, { link: reference, body: 'She is First C1.' }))).toMatchObject({ code: 'INVALID_INPUT' });
    await world.work.write(world.finder, { link: reference, body: 'Could the family take a lively child?' });
    await world.work.write(world.worker, { link: reference, body: 'Gladly.' });
    expect((await world.work.find(world.worker, reference))?.messages).toMatchObject([
      { side: 'CHILD', isOwn: false, body: 'Could the family take a lively child?', author: { displayName: 'Robin Tester' } }, { side: 'ADOPTERS', isOwn: true, body: 'Gladly.' }]);
    expect(await world.sql(`select from hub.link_message where body::text like '%lively%'`)).toEqual([]);
  });

  it('leave nothing orphaned: a link of somebody who left waits in the manager’s work until it is handed over', async () => {
    const reference = await express();
    expect(await world.work.toHandOver(world.managers.north)).toEqual([]);
    await world.sql(`update hub.app_user set status = 'DISABLED' where id = $1`, [world.finder.userId]);
    expect((await world.work.toHandOver(world.managers.north)).map((link) => link.reference)).toEqual([reference]);
    await world.work.handOver(world.managers.north, { link: reference, version: 1, userId: world.managers.north.userId });
    expect(await world.work.toHandOver(world.managers.north)).toEqual([]);
    expect((await world.work.mine(world.managers.north)).map((link) => link.reference)).toEqual([reference]);
    expect(await told(world.work.handOver(world.managers.north, { link: reference, version: 2, userId: world.worker.userId }))).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('the hub’s coordinator', () => {
  it('suggests a pair, which takes nobody’s place until a side takes it up', async () => {
    const hub = await world.town('HUB', 'HUB');
    await world.agree(world.north, world.south, hub);
    const { reference } = await world.links.suggest(hub.as('HUB_COORDINATOR'), { unit, household: family });
    expect(await world.work.find(world.worker, reference)).toMatchObject({ state: 'SUGGESTED', isOurMove: true, parties: [{ agency: null }, { isOwn: true }] });
    expect(await world.links.express(world.worker, { unit, household: family })).toEqual({ reference, state: 'EXPRESSED_INTEREST', version: 2 });
    expect(await world.work.find(hub.as('HUB_COORDINATOR'), reference)).toMatchObject({ state: 'EXPRESSED_INTEREST', steps: [] });
  });
});
