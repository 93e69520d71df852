import type { NoticeKind } from '@hub/domain/audit/notices';
import type { MailCounts } from '@hub/domain/mail/letter';
import { openDatabase } from '@hub/database/data-source';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openLinksWorld, type LinksWorld } from '../../../../test/harness/links-world';
import { notify, type NewNotice } from '../audit/notices.queries';
import { BarsService } from '../disclosure/bars.service';
import { DigestService } from './digest.service';
import { MailService } from './mail.service';

let database: TestDatabase;
let world: LinksWorld;
let uow: UnitOfWork;
let close: () => Promise<void>;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openLinksWorld(database);
  await world.sql(`update hub.app_user set roles = '{FAMILY_FINDER,ADOPTERS_WORKER}'`);
  for (const { userId } of Object.values(world.managers)) await world.sql(`update hub.app_user set roles = '{APPROVING_MANAGER}' where id = $1`, [userId]);
  const source = await openDatabase(database.appUrl, 4);
  [uow, close] = [new UnitOfWork(source, true), () => source.destroy()];
});
afterEach(async () => {
  await close();
  await world.close();
  await database.drop();
});

/** The morning of a day some time from now, so that what happens in the test lies before it. */
const morning = (daysAhead: number): string => new Date(Date.now() + daysAhead * 86_400_000).toISOString().slice(0, 10);
const round = (day: string, isSetUp = true): Promise<number> => new DigestService(uow, { isSetUp }, fixedClock(`${day}T07:10:00Z`)).round();
const tell = (notice: NewNotice, to: object = { userId: world.finder.userId }) => world.run(world.managers.north, 'notices.read', (tx) => notify(tx, { agencyId: world.north.id, ...to } as never, notice));
const digestsOf = async (userId: string): Promise<MailCounts[]> =>
  (await world.sql<{ counts: MailCounts }>(`select counts from hub.mail where user_id = $1 and kind = 'DIGEST' order by promised_at`, [userId])).map(({ counts }) => counts);
const choose = (choice: 'WEEKLY' | 'NONE') => new MailService(uow, { isSetUp: true }).choose(world.finder, choice);

describe('the digest', () => {
  it('comes once a day, with what is unread and new by kind, and not where nothing is new', async () => {
    for (const kind of ['LINK_MOVED', 'LINK_MOVED', 'CONSENT_ENDS'] as NoticeKind[]) await tell({ kind });
    expect(await round(morning(1), false)).toBe(0);
    expect([await round(morning(1)), await round(morning(1))]).toEqual([1, 0]);
    expect(await digestsOf(world.finder.userId)).toMatchObject([{ LINK_MOVED: 2, CONSENT_ENDS: 1 }]);
    expect(await round(morning(2))).toBe(0);
    await tell({ kind: 'LINK_MESSAGE' });
    await world.sql(`update hub.notice set read_at = now() where kind = 'LINK_MESSAGE'`);
    expect(await round(morning(3))).toBe(0);
    await tell({ kind: 'LINK_ENDED' });
    expect(await round(morning(4))).toBe(1);
    expect((await digestsOf(world.finder.userId))[1]).toEqual(expect.not.objectContaining({ LINK_MOVED: 2 }));
    const jobs = await world.sql<{ same: boolean }>(`select count(*) = 2 and bool_and(o.payload ->> 'mailId' in (select m.id::text from hub.mail m)) as same from hub.outbox o where o.name = 'mail.send'`);
    expect(jobs).toEqual([{ same: true }]);
  });

  it('comes at most once in a week from Monday on, or never, as the person chose', async () => {
    await choose('WEEKLY');
    for (const [day, mails] of [['2027-03-03', 1], ['2027-03-06', 0], ['2027-03-07', 0], ['2027-03-08', 1], ['2027-03-09', 0]] as const) {
      await tell({ kind: 'LINK_MOVED' });
      expect([day, await round(day)]).toEqual([day, mails]);
    }
    await choose('NONE');
    await tell({ kind: 'LINK_MOVED' });
    expect(await round('2027-03-20')).toBe(0);
  });

  it('counts the work that waits for each, and is no reason for a mail by itself', async () => {
    const [unit, household] = [await world.addUnit('C1'), await world.addFamily('F1')];
    const { reference } = await world.links.express(world.finder, { unit, household });
    await world.take(world.worker, reference, 'SHORTLISTED');
    await world.take(world.finder, reference, 'EXPLORING_AGREED');
    await tell({ kind: 'AGREEMENT_ENDS' }, { role: 'APPROVING_MANAGER' });
    await round(morning(1));
    // Of the child’s agency its second person’s approval is awaited, of the adopters’ the agreement of whoever took the link on.
    expect(await digestsOf(world.finder.userId)).toEqual([{ LINK_MOVED: 1, WAITING_LINKS: 1 }]);
    expect(await digestsOf(world.managers.north.userId)).toEqual([{ AGREEMENT_ENDS: 1, WAITING_APPROVALS: 1 }]);
    expect(await digestsOf(world.worker.userId)).toEqual([{ LINK_INTEREST: 1, LINK_MOVED: 1, LINK_TAKEN_ON: 1, WAITING_LINKS: 1 }]);
    expect([await digestsOf(world.managers.south.userId), await round(morning(2))]).toEqual([[], 0]);
  });

  it('tells nothing of a case to whom it is barred', async () => {
    const unit = await world.addUnit('C1');
    const [{ email } = { email: '' }] = await world.sql<{ email: string }>('select email from hub.app_user where id = $1', [world.finder.userId]);
    await new BarsService(world.uow, world.vault).bar(world.managers.north, { subjectType: 'UNIT', subject: unit, email, reason: 'The finder is a neighbour of them.' });
    for (const role of ['FAMILY_FINDER', 'APPROVING_MANAGER']) await tell({ kind: 'BREAK_GLASS', subject: { type: 'UNIT', reference: unit } }, { role });
    await round(morning(1));
    expect([await digestsOf(world.finder.userId), (await digestsOf(world.managers.north.userId)).length]).toEqual([[], 1]);
  });
});
