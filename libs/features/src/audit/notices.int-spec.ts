import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openLinksWorld, type LinksWorld } from '../../../../test/harness/links-world';
import { NoticesService } from './notices.service';

let database: TestDatabase;
let world: LinksWorld;
let notices: NoticesService;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openLinksWorld(database);
  notices = new NoticesService(world.uow);
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

describe('unread notices about one link', () => {
  it('are one line, which says how many and the last, and are read with it or with the link', async () => {
    const [unit, family] = [await world.addUnit('C1'), await world.addFamily('F1')];
    const first = (await world.links.express(world.finder, { unit, household: family })).reference;
    await world.work.write(world.finder, { link: first, body: 'When could we call?' });
    const second = (await world.links.express(world.finder, { unit: await world.addUnit('C2'), household: family })).reference;
    const inbox = async () => (await notices.unread(world.worker)).map(({ subject, kind, folded }) => [subject, kind, folded]);
    expect(await inbox()).toEqual([[second, 'LINK_INTEREST', 1], [first, 'LINK_MESSAGE', 2]]);
    const [line] = (await notices.unread(world.worker)).filter(({ subject }) => subject === first);
    await notices.markRead(world.worker, line?.id ?? '');
    expect(await inbox()).toEqual([[second, 'LINK_INTEREST', 1]]);
    await notices.markLinkRead(world.north.as('ADOPTERS_WORKER'), second);
    expect(await inbox()).toEqual([[second, 'LINK_INTEREST', 1]]);
    await notices.markLinkRead(world.worker, second);
    expect(await inbox()).toEqual([]);
  });
});
