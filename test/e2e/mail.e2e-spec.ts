import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { startMailSink, type MailSink } from '../harness/mail-sink';
import { firstAdministrator, person, smallRegion } from '../harness/people';

let sink: MailSink;
let hub: RunningHub;
let officer: GraphQLClient & { userId: string };
let reviewer: GraphQLClient;
let unit: string;

const ADDRESS = 'officer@nmb.example.test';

beforeAll(async () => {
  sink = await startMailSink();
  hub = await startHub({ environment: { HUB_LOG: 'info', HUB_SMTP_URL: sink.url, HUB_MAIL_FROM: 'hub@hub.example', HUB_MAIL_RETRY_MS: '300', HUB_MAIL_TIMEOUT_MS: '1500' } });
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  officer = await person(admin, { agency: 'NMB', email: ADDRESS, roles: ['DATA_PROTECTION_OFFICER'] });
  reviewer = await person(admin, { agency: 'SVC', email: 'reviewer@svc.example.test', roles: ['REVIEWING_OFFICER'] });
  const worker = await person(admin, { agency: 'NMB', email: 'worker@nmb.example.test', roles: ['CHILDS_WORKER'] });
  unit = (await worker.query<{ createChild: { reference: string } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference } }', { input: { facts: { sex: 'F', dateOfBirth: '2023-03-01' } } })).createChild.reference;
  await officer.query('mutation { chooseMail(choice: EACH) { choice } }');
}, 120_000);

afterAll(async () => {
  await hub?.stop();
  await sink?.stop();
});

/** Leaves a notice for the data protection officer, and so a mail. */
const tell = () => reviewer.query('mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { id } }', { input: { subjectType: 'UNIT', subject: unit, reason: 'Found alone at the station.' } });
/** Mails as their table has them. The hour of the day may add notices of its own, so that none is counted on beforehand. */
async function promised(): Promise<{ id: string; status: string }[]> {
  const client = new Client({ connectionString: hub.database.superuserUrl });
  await client.connect();
  try {
    return (await client.query<{ id: string; status: string }>('select id, status from hub.mail order by promised_at')).rows;
  } finally {
    await client.end();
  }
}

/** Waits until all is sent, and a moment longer than a dead worker's mail waits; then each must have come once. */
async function expectEachOnce(): Promise<void> {
  for (const until = Date.now() + 20_000; Date.now() < until && (await promised()).some(({ status }) => status !== 'SENT');) await pause(100);
  await pause(3500);
  const rows = await promised();
  expect(rows.map(({ status }) => status)).toEqual(rows.map(() => 'SENT'));
  expect(sink.taken.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => `<${id}@hub.example>`).sort());
}

describe('REL-16: the mail server is down', () => {
  it('the hub serves on, mails wait, and each comes once when the server is back', async () => {
    await sink.down();
    for (let told = 0; told < 3; told++) await tell();
    await pause(1500);
    expect((await promised()).length).toBeGreaterThanOrEqual(3);
    expect((await officer.query<{ mailSettings: object }>('{ mailSettings { isSetUp choice lastSentAt } }')).mailSettings).toEqual({ isSetUp: true, choice: 'EACH', lastSentAt: null });
    await sink.up();
    await expectEachOnce();
    expect(sink.taken.every(({ to }) => to === ADDRESS)).toBe(true);
    expect((await officer.query<{ mailSettings: { lastSentAt: string | null } }>('{ mailSettings { lastSentAt } }')).mailSettings.lastSentAt).not.toBeNull();
  }, 60_000);

  it('a worker is killed with a mail in hand, and the mail comes once', async () => {
    sink.mood = 'STALL';
    const { heard } = sink;
    await tell();
    for (const until = Date.now() + 10_000; sink.heard === heard && Date.now() < until;) await pause(20);
    expect(sink.heard).toBe(heard + 1);
    await hub.killWorker('SIGKILL');
    sink.mood = 'TAKE';
    await hub.startWorker();
    await expectEachOnce();
  }, 60_000);

  it('says nothing in the log of whom a mail is for', () => {
    expect(hub.said).toContain('mail.send');
    expect(hub.said).not.toContain(ADDRESS);
    expect(hub.said).not.toContain('smtp://');
  });
});
