import type { Role } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { NoticesService } from '../audit/notices.service';
import { openWorld, type Town, type World } from '../children/spec-world';
import { ConsentsService } from '../disclosure/consents.service';
import { RemindersService } from './reminders.service';

let database: TestDatabase;
let world: World;
let ashby: Town;
let barrow: Town;
let hub: Town;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [ashby, barrow, hub] = [await world.town('ASHBY'), await world.town('BARROW'), await world.town('HUB', 'HUB')];
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

const remindOn = (day: string): Promise<void> => new RemindersService(world.uow, world.vault, fixedClock(`${day}T05:00:00Z`)).remind();
const count = async (kind: string): Promise<number> => Number((await world.sql<{ n: string }>('select count(*) as n from hub.notice where kind = $1', [kind]))[0]?.n);
const inbox = async (town: Town, role: Role, second = false) => (await new NoticesService(world.uow).unread(second ? town.second(role) : town.as(role)))
  .map(({ kind, subjectType, subject, dueOn, daysLeft }) => ({ kind, subjectType, subject, dueOn, daysLeft }));

async function agreement(days: { review?: string; end?: string }, parties: readonly Town[] = [ashby, barrow]): Promise<string> {
  const [made] = await world.sql<{ id: string }>(`insert into hub.agreement (reference, title, purpose, legal_basis, starts_on, review_on, ends_on) values ('7F3K2Q', 'Regional', 'FAMILY_FINDING', 'Public task', '2020-01-01', $1, $2) returning id`, [days.review ?? null, days.end ?? null]);
  for (const town of parties) await world.sql('insert into hub.agreement_party (agreement_id, agency_id) values ($1, $2)', [made?.id, town.id]);
  return made?.id ?? '';
}

describe('reminders of an agreement’s review', () => {
  it('come at 60, 30 and 7 days and on the day, once each, to administrators and data protection officers of both sides', async () => {
    await agreement({ review: '2027-03-02' });
    // Days counted by hand: 1 January is 60 days before 2 March 2027.
    const told: [string, number][] = [['2026-12-31', 0], ['2027-01-01', 4], ['2027-01-01', 4], ['2027-01-15', 4], ['2027-01-31', 8], ['2027-02-01', 8], ['2027-02-23', 12], ['2027-03-02', 16], ['2027-03-03', 16]];
    for (const [day, notices] of told) {
      await remindOn(day);
      expect([day, await count('AGREEMENT_REVIEW')]).toEqual([day, notices]);
    }
    const one = (daysLeft: number) => ({ kind: 'AGREEMENT_REVIEW', subjectType: 'AGREEMENT', subject: '7F3K2Q', dueOn: '2027-03-02', daysLeft });
    for (const town of [ashby, barrow]) for (const role of ['AGENCY_ADMIN', 'DATA_PROTECTION_OFFICER'] as const) expect(await inbox(town, role)).toEqual([0, 7, 30, 60].map(one));
    expect([await inbox(ashby, 'FAMILY_FINDER'), await inbox(hub, 'HUB_ADMIN')]).toEqual([[], []]);
  });

  it('come anew for a day that was moved, and not for an agreement that is over', async () => {
    await agreement({ review: '2027-03-02' });
    await remindOn('2027-02-27');
    expect(await count('AGREEMENT_REVIEW')).toBe(4);
    await world.sql(`update hub.agreement set review_on = '2027-09-01'`);
    await remindOn('2027-02-28');
    await remindOn('2027-07-03');
    expect(await count('AGREEMENT_REVIEW')).toBe(8);
    await world.sql(`update hub.agreement set ends_on = '2027-08-01'`);
    await remindOn('2027-08-03');
    expect(await count('AGREEMENT_REVIEW')).toBe(8);
  });
});

describe('reminders of an agreement’s end', () => {
  it('reach the hub’s administrator where the hub is a party, and are caught up with for a week', async () => {
    await agreement({ end: '2027-03-02' }, [ashby, hub]);
    await remindOn('2027-03-05');
    expect(await inbox(hub, 'HUB_ADMIN')).toEqual([{ kind: 'AGREEMENT_ENDS', subjectType: 'AGREEMENT', subject: '7F3K2Q', dueOn: '2027-03-02', daysLeft: 0 }]);
    expect(await count('AGREEMENT_ENDS')).toBe(4);
    await world.sql('delete from hub.notice');
    await remindOn('2027-03-10');
    expect(await count('AGREEMENT_ENDS')).toBe(0);
  });
});

describe('reminders of a consent’s end', () => {
  async function household(): Promise<string> {
    return (await world.households.create(ashby.as('ADOPTERS_WORKER'), {
      kind: 'COUPLE', enquiryOn: '2025-01-01', approvedOn: '2025-06-01', availability: 'AVAILABLE', shareConsent: true, familyExternalId: 'F-1',
    } as never)).reference;
  }
  const endOn = (day: string) => world.sql('update hub.adopter_consent set expires_on = $1', [day]);

  it('reach the household’s worker, once for what ends on one day', async () => {
    const reference = await household();
    await world.workers.assign(ashby.as('ADOPTERS_WORKER'), reference, ashby.second().userId);
    await endOn('2027-03-02');
    for (const day of ['2026-12-31', '2027-01-01', '2027-01-02', '2027-01-31', '2027-02-25']) await remindOn(day);
    const one = (daysLeft: number) => ({ kind: 'CONSENT_ENDS', subjectType: 'HOUSEHOLD', subject: reference, dueOn: '2027-03-02', daysLeft });
    expect(await inbox(ashby, 'ADOPTERS_WORKER', true)).toEqual([7, 30, 60].map(one));
    expect(await inbox(ashby, 'ADOPTERS_WORKER')).toEqual([]);
  });

  it('reach all who work with adopters where the household has no worker, or one who has left', async () => {
    const reference = await household();
    await endOn('2027-03-02');
    await remindOn('2027-01-01');
    expect(await inbox(ashby, 'ADOPTERS_WORKER')).toHaveLength(1);
    await world.workers.assign(ashby.as('ADOPTERS_WORKER'), reference, ashby.second().userId);
    await world.sql(`update hub.app_user set status = 'DISABLED' where id = $1`, [ashby.second().userId]);
    await remindOn('2027-01-31');
    expect(await inbox(ashby, 'ADOPTERS_WORKER')).toHaveLength(2);
    expect(await inbox(barrow, 'ADOPTERS_WORKER')).toEqual([]);
  });

  it('do not come for a consent that was renewed or withdrawn', async () => {
    const reference = await household();
    await endOn('2027-03-02');
    const consents = new ConsentsService(world.uow, fixedClock('2026-11-20T10:00:00Z'));
    const worker = ashby.as('ADOPTERS_WORKER');
    await consents.record(worker, { household: reference, scopes: ['CARD'], granted: true, wording: '2026-1', how: 'WRITTEN', givenBy: 'ALL_ADULTS', givenOn: '2026-11-20' as IsoDate });
    await consents.withdraw(worker, reference, ['PROFILE']);
    await remindOn('2027-02-01');
    expect(await count('CONSENT_ENDS')).toBe(0);
  });
});
