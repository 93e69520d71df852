import { SignInGateway } from '@hub/database/sign-in.gateway';
import { openDatabase } from '@hub/database/data-source';
import { withRequestId } from '@hub/database/request-id';
import { Clock } from '@hub/platform/clock';
import { Logger } from '@hub/platform/logger';
import type { Client } from 'pg';
import { superuser } from '../../../../test/architecture/world';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { Refusals } from './refusals';

class SetClock extends Clock {
  at = new Date('2026-11-20T10:00:00Z');
  now(): Date {
    return this.at;
  }
}

let database: TestDatabase;
let db: Client;
let source: Awaited<ReturnType<typeof openDatabase>>;
let clock: SetClock;
let refusals: Refusals;
const lines: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  db = await superuser(database.superuserUrl);
  source = await openDatabase(database.appUrl, 4);
});
beforeEach(async () => {
  clock = new SetClock();
  refusals = new Refusals(new SignInGateway(source), clock, new Logger('error', 'test', (line) => void lines.push(line)));
  await db.query('set session_replication_role = replica; delete from audit.access; set session_replication_role = origin');
});
afterEach(() => refusals.beforeApplicationShutdown());
afterAll(async () => {
  await source.destroy();
  await db.end();
  await database.drop();
});

const refuse = (address: string) => withRequestId(() => refusals.note('auth.forged', {}), undefined, address);
async function counts(least: number): Promise<number[]> {
  for (const until = Date.now() + 10_000; Date.now() < until; await new Promise((go) => setTimeout(go, 20))) {
    const { rows } = await db.query<{ row_count: number }>(`select row_count from audit.access where action = 'auth.forged' order by id`);
    if (rows.length >= least) return rows.map(({ row_count }) => row_count);
  }
  throw new Error('There are fewer rows.');
}

describe('refusals', () => {
  it('of one network are one row in a quarter of an hour, and one more that counts the rest', async () => {
    for (let i = 0; i < 50; i++) refuse(i % 2 ? '2001:db8:1:2::1' : '2001:db8:1:2:ffff::9');
    expect(await counts(1)).toEqual([1]);
    clock.at = new Date('2026-11-20T10:14:59Z');
    await refusals.close(Math.floor(clock.at.getTime() / 900_000));
    expect(await counts(1)).toEqual([1]);
    clock.at = new Date('2026-11-20T10:15:00Z');
    refuse('2001:db8:1:2::1');
    expect((await counts(3)).sort((a, b) => a - b)).toEqual([1, 1, 49]);
  });

  it('of very many networks are a bounded number of rows, and none is lost from the count', async () => {
    for (let i = 0; i < 1000; i++) refuse(`10.0.${Math.floor(i / 250)}.${i % 250}`);
    await counts(201);
    await refusals.beforeApplicationShutdown();
    const all = await counts(202);
    expect([all.length, all.reduce((sum, one) => sum + one, 0)]).toEqual([202, 1000]);
    const { rows } = await db.query<{ n: number }>(`select count(*)::int as n from audit.access where action = 'auth.forged' and client_address is null`);
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('that cannot be recorded are told in the log of the process, and stop nothing', async () => {
    await db.query('alter table audit.access add constraint read_only check (false) not valid');
    try {
      refuse('192.0.2.1');
      for (let i = 0; i < 100 && lines.length === 0; i++) await new Promise((go) => setTimeout(go, 20));
      expect(lines.join()).toContain('refusal not recorded');
    } finally {
      await db.query('alter table audit.access drop constraint read_only');
    }
  });
});
