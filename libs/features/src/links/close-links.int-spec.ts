import type { Actor } from '@hub/domain/access/actor';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openLinksWorld, TODAY, type LinksWorld } from '../../../../test/harness/links-world';
import { NoticesService } from '../audit/notices.service';

let database: TestDatabase;
let world: LinksWorld;
let unit: string;
let family: string;
let link: string;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openLinksWorld(database);
  [unit, family] = [await world.addUnit('C1'), await world.addFamily('F1')];
  link = (await world.links.express(world.finder, { unit, household: family })).reference;
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

const view = (actor: Actor) => world.work.find(actor, link);
const told = async (actor: Actor) => (await new NoticesService(world.uow).unread(actor)).filter(({ kind, subject }) => kind === 'LINK_ENDED' && subject === link).length;
const child = async () => { const [one] = (await world.units.view(world.finder, unit)).record?.children ?? []; return { subject: one?.reference ?? '', version: one?.version ?? 0 }; };

describe('a link whose search or family is over', () => {
  it('ends with family finding, in its history, with a reason for the own agency alone, and both workers are told', async () => {
    await world.workers.assign(world.finder, unit, world.north.second().userId);
    await world.take(world.worker, link, 'SHORTLISTED');
    await world.explore(link);
    const { record } = await world.units.view(world.finder, unit);
    await world.units.changeFamilyFinding(world.managers.north, { unit, version: record?.version ?? 0, to: 'CLOSED', reason: 'Court', onDate: TODAY });
    const [ours, theirs] = [await view(world.finder), await view(world.worker)];
    expect(ours).toMatchObject({ state: 'WITHDRAWN_CHILD_PLAN_CHANGED', isOpen: false, exitReason: 'Family finding was closed', turns: [] });
    expect(theirs).toMatchObject({ state: 'WITHDRAWN_CHILD_PLAN_CHANGED', exitReason: null });
    expect(ours?.history.at(-1)).toMatchObject({ event: 'WITHDRAWN_CHILD_PLAN_CHANGED', side: 'CHILD', from: 'EXPLORING', onDate: TODAY });
    expect([await told(world.finder), await told(world.worker), await told(world.managers.north)]).toEqual([1, 1, 0]);
    expect(await world.sql(`select 1 from hub.disclosure_grant where stage = 'S2' and withdrawn_at is null`)).toEqual([]);
  });

  it('ends at once when the plan changes', async () => {
    await world.children.recordEvent(world.finder, { ...(await child()), event: 'PLAN_CHANGED', onDate: TODAY, reason: 'RD4' });
    expect(await view(world.finder)).toMatchObject({ state: 'WITHDRAWN_CHILD_PLAN_CHANGED', exitReason: 'The plan is no longer adoption' });
    expect(await told(world.worker)).toBe(1);
  });

  it('stays through a pause, and through the match with that very family', async () => {
    const { record } = await world.units.view(world.finder, unit);
    await world.units.changeFamilyFinding(world.finder, { unit, version: record?.version ?? 0, to: 'PAUSED', reason: 'Court', onDate: TODAY });
    expect(await view(world.finder)).toMatchObject({ state: 'EXPRESSED_INTEREST', isOpen: true });
    await world.sql('update hub.child set matched_household_id = (select id from hub.household where reference = $1)', [family]);
    await world.children.recordEvent(world.finder, { ...(await child()), event: 'MATCHED', onDate: TODAY });
    await world.children.recordEvent(world.finder, { ...(await child()), event: 'PLACED', onDate: TODAY });
    expect((await world.units.view(world.finder, unit)).record?.familyFinding).toBe('CLOSED');
    expect(await view(world.finder)).toMatchObject({ isOpen: true });
  });

  it('ends for the adopters when the family leaves for good', async () => {
    const { record } = await world.households.view(world.worker, family);
    await world.households.recordEvent(world.worker, { subject: family, version: record?.version ?? 0, event: 'RESIGNED', onDate: TODAY, reason: 'They moved abroad' });
    expect((await world.households.view(world.worker, family)).record?.state).toBe('LEFT');
    expect(await view(world.worker)).toMatchObject({ state: 'DECLINED_BY_ADOPTERS', exitReason: 'The adopters left, or their approval ended' });
    expect(await view(world.finder)).toMatchObject({ state: 'DECLINED_BY_ADOPTERS', exitReason: null });
    expect(await told(world.finder)).toBe(1);
  });
});
