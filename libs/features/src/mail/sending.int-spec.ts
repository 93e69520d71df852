import { Clock } from '@hub/platform/clock';
import { Logger } from '@hub/platform/logger';
import { MailServer } from '@hub/platform/mail/mail-server';
import { openDatabase } from '@hub/database/data-source';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { startMailSink, type MailSink } from '../../../../test/harness/mail-sink';
import { notify } from '../audit/notices.queries';
import { openWorld, type Town, type World } from '../children/spec-world';
import { MailService } from './mail.service';
import { SendingService } from './sending.service';

const RETRY_MS = 60_000;
const FROM = 'Adoption hub <hub@hub.example>';

let database: TestDatabase;
let world: World;
let ashby: Town;
let sink: MailSink;
let uow: UnitOfWork;
let close: () => Promise<void>;
let mails: MailService;
let sending: SendingService;
let ahead = 0;
const said: string[] = [];

/** The real time, and a little more. */
const clock = new (class extends Clock { now = (): Date => new Date(Date.now() + ahead); })();
const later = (ms: number): void => { ahead += ms; };

beforeEach(async () => {
  ahead = 0;
  said.length = 0;
  database = await freshDatabase();
  [world, sink] = [await openWorld(database), await startMailSink()];
  ashby = await world.town('ASHBY');
  await world.sql(`update hub.app_user set roles = '{FAMILY_FINDER}'`);
  const source = await openDatabase(database.appUrl, 4);
  close = () => source.destroy();
  uow = new UnitOfWork(source, true);
  const config = { mail: { smtpUrl: sink.url, from: FROM, timeoutMs: 700, retryMs: RETRY_MS }, address: 'https://hub.example' };
  const server = new MailServer(config);
  mails = new MailService(uow, server);
  sending = new SendingService(uow, server, config, clock, new Logger('debug', 'test', (line) => void said.push(line)));
});
afterEach(async () => {
  await close();
  await sink.stop();
  await world.close();
  await database.drop();
});

const [one, two] = [() => ashby.as('FAMILY_FINDER'), () => ashby.second('FAMILY_FINDER')];
const address = (of: () => { userId: string }): string => `${of().userId}@example.test`;
const tell = (who: () => { userId: string }, by = uow) => by.run(one(), 'notices.read', (tx) => notify(tx, { agencyId: ashby.id, userId: who().userId }, { kind: 'LINK_MOVED' }));
const states = async (): Promise<string[]> => (await world.sql<{ state: string }>(`select status || ' ' || attempts as state from hub.mail order by promised_at, id`)).map(({ state }) => state);
const eachOf = async (...people: (() => ReturnType<typeof one>)[]) => { for (const person of people) await mails.choose(person(), 'EACH'); };

describe('a mail of a notice', () => {
  it('is promised with the notice to those who chose so, and to nobody by a hub without a mail server', async () => {
    await eachOf(one);
    await tell(one, world.uow);
    expect(await states()).toEqual([]);
    await expect(uow.run(one(), 'notices.read', async (tx) => {
      await notify(tx, { agencyId: ashby.id, role: 'FAMILY_FINDER' }, { kind: 'LINK_MOVED' });
      throw new Error('taken back');
    })).rejects.toThrow('taken back');
    expect(await states()).toEqual([]);
    await uow.run(one(), 'notices.read', (tx) => notify(tx, { agencyId: ashby.id, role: 'FAMILY_FINDER' }, { kind: 'LINK_MOVED' }));
    const promised = await world.sql(`select m.user_id as who, m.status, m.counts, o.name, o.payload = jsonb_build_object('mailId', m.id) as named from hub.mail m join hub.outbox o on true`);
    expect(promised).toEqual([{ who: one().userId, status: 'WAITING', counts: { LINK_MOVED: 1 }, name: 'mail.send', named: true }]);
  });

  it('says how many and where to sign in, under a name of its own', async () => {
    await eachOf(one);
    await tell(one);
    expect(await sending.sendWaiting()).toBe(1);
    const [mail] = sink.taken;
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>('select id from hub.mail');
    expect(mail).toMatchObject({ to: address(one), id: `<${id}@hub.example>`, subject: 'Adoption hub: there is something new for you' });
    expect(mail?.words).toContain('You have 1 new notice about a link.');
    expect(mail?.words.match(/https?:\/\/[^\s"<]*/g)).toEqual(['https://hub.example/', 'https://hub.example/']);
    expect(mail?.raw).toContain('From: Adoption hub <hub@hub.example>');
    expect((await mails.settings(one())).lastSentAt).not.toBeNull();
    expect(await sending.sendWaiting()).toBe(0);
  });

  it.each([
    ['whose account was closed', () => world.sql(`update hub.app_user set status = 'DISABLED'`)],
    ['who holds no role any more', () => world.sql(`update hub.app_user set roles = '{}'`)],
    ['who wants none by now', () => mails.choose(one(), 'NONE')],
    ['who has read it in the hub', () => world.sql('update hub.notice set read_at = now()')],
  ])('is dropped for a person %s', async (_, meanwhile) => {
    await eachOf(one);
    await tell(one);
    await meanwhile();
    expect([await sending.sendWaiting(), await states(), sink.heard]).toEqual([0, ['DROPPED 1'], 0]);
  });
});

describe('while the mail server', () => {
  it('is down, mails wait, one attempt at a time and later each time; afterwards they go in order, each once', async () => {
    await eachOf(one, two);
    for (const person of [one, two, one]) await tell(person);
    await sink.down();
    expect([await sending.sendWaiting(), await states()]).toEqual([0, ['WAITING 1', 'WAITING 0', 'WAITING 0']]);
    // Within the first minute nothing is tried; after it the same mail alone.
    for (const [wait, attempts] of [[RETRY_MS / 2, 1], [RETRY_MS, 2], [RETRY_MS, 2], [RETRY_MS * 1.1, 3], [3_600_000, 4]] as const) {
      later(wait);
      expect(await sending.sendWaiting()).toBe(0);
      expect([wait, await states()]).toEqual([wait, [`WAITING ${attempts}`, 'WAITING 0', 'WAITING 0']]);
    }
    await sink.up();
    later(3_600_000);
    expect(await sending.sendWaiting()).toBe(3);
    expect(sink.taken.map(({ to }) => to)).toEqual([one, two, one].map(address));
    expect(new Set(sink.taken.map(({ id }) => id)).size).toBe(3);
    expect(await states()).toEqual(['SENT 5', 'SENT 1', 'SENT 1']);
  }, 20_000);

  it('stalls, the mail is given another try, and comes once', async () => {
    await eachOf(one);
    await tell(one);
    sink.mood = 'STALL';
    expect([await sending.sendWaiting(), await states(), sink.taken.length]).toEqual([0, ['WAITING 1'], 0]);
    sink.mood = 'TAKE';
    later(RETRY_MS);
    expect([await sending.sendWaiting(), await states(), sink.taken.length]).toEqual([1, ['SENT 2'], 1]);
  });

  it('takes one person’s mail later or never, the others’ go on, and that person’s keep their order', async () => {
    await eachOf(one, two);
    for (const person of [one, two, one]) await tell(person);
    sink.mood = 'LATER';
    sink.about = address(one);
    expect([await sending.sendWaiting(), await states()]).toEqual([1, ['WAITING 1', 'SENT 1', 'WAITING 0']]);
    sink.mood = 'REFUSE';
    later(RETRY_MS);
    expect([await sending.sendWaiting(), await states()]).toEqual([0, ['REFUSED 2', 'SENT 1', 'REFUSED 1']]);
    expect(said.join('\n')).toContain('REFUSED');
    expect(said.join('\n')).not.toContain('@');
  });

  it('is down for three days, what waited is given up', async () => {
    await eachOf(one);
    await tell(one);
    await sink.down();
    later(3 * 24 * 3_600_000 + 1000);
    expect([await sending.sendWaiting(), await states()]).toEqual([0, ['GIVEN_UP 0']]);
    await sink.up();
  });
});

describe('two workers', () => {
  it('send each mail once', async () => {
    await eachOf(one, two);
    for (let round = 0; round < 6; round++) for (const person of [one, two]) await tell(person);
    const counts = await Promise.all([sending.sendWaiting(), sending.sendWaiting(), sending.sendWaiting()]);
    expect(counts.reduce((sum, count) => sum + count, 0) + await sending.sendWaiting()).toBe(12);
    expect(new Set(sink.taken.map(({ id }) => id)).size).toBe(12);
    expect(sink.taken).toHaveLength(12);
  }, 20_000);

  it('of which one died with a mail in hand: the other sends it under the same name, once it is sure', async () => {
    await eachOf(one);
    await tell(one);
    await world.sql(`update hub.mail set status = 'SENDING', attempts = 1, claimed_at = $1`, [clock.now()]);
    expect([await sending.sendWaiting(), await states()]).toEqual([0, ['SENDING 1']]);
    later(1500);
    expect([await sending.sendWaiting(), await states()]).toEqual([1, ['SENT 2']]);
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>('select id from hub.mail');
    expect(sink.taken.map((mail) => mail.id)).toEqual([`<${id}@hub.example>`]);
  });
});
