import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { Logger } from '@hub/platform/logger';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database';
import { actorOf, agree, join, settle, superuser } from '../../../test/architecture/world';
import type { Settlement } from '../../../test/architecture/world-values';
import { UnitEntity } from './entities/children.entity';
import { openDatabase } from './data-source';
import { withRequestId } from './request-id';
import { affected, row, rows } from './tx';
import { UnitOfWork } from './unit-of-work';

let database: TestDatabase;
let db: Client;
let source: DataSource;
let uow: UnitOfWork;
let town: Settlement;

beforeAll(async () => {
  database = await freshDatabase();
  db = await superuser(database.superuserUrl);
  town = await settle(db, 'ASHBY');
  source = await openDatabase(database.appUrl, 1);
  uow = new UnitOfWork(source);
});
afterAll(async () => {
  await source.destroy();
  await db.end();
  await database.drop();
});

interface AccessRow { outcome: string; action: string; stage: string | null; subject_type: string | null; subject_reference: string | null; subject_agency_id: string | null }

/** The access rows of one request. */
async function logged(request: string): Promise<AccessRow[]> {
  return (await db.query<AccessRow>(
    'select outcome, action, stage, subject_type, subject_reference, subject_agency_id from audit.access where request_id = $1 order by id', [request])).rows;
}

const context = `select coalesce(current_setting('hub.agency_id', true), '') as agency, coalesce(current_setting('hub.action', true), '') as action,
  (select count(*) from hub.unit) as units`;

describe('the door', () => {
  it('logs an allowed read before its answer leaves, with subject, stage and the subject\'s agency', async () => {
    const other = await settle(db, 'BARROW');
    for (const each of [town, other]) await join(db, each);
    await agree(db, [town, other]);
    const { rows: [unit] } = await db.query<{ reference: string }>('select reference from hub.unit where id = $1', [other.unitId]);
    const about = { type: 'UNIT', reference: unit?.reference ?? '', stage: 'S1' } as const;
    await withRequestId(() => uow.run(actorOf(town, 'FAMILY_FINDER'), 'children.view', (tx) => rows(tx, 'select 1'), about), 'r-allowed');
    expect(await logged('r-allowed')).toEqual([
      { outcome: 'ALLOWED', action: 'children.view', stage: 'S1', subject_type: 'UNIT', subject_reference: unit?.reference, subject_agency_id: other.agencyId },
    ]);
  });

  it('logs a refusal, and runs nothing', async () => {
    const work = jest.fn();
    await expect(withRequestId(() => uow.run(actorOf(town, 'ANALYST'), 'children.view', work), 'r-refused')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(work).not.toHaveBeenCalled();
    expect(await logged('r-refused')).toMatchObject([{ outcome: 'REFUSED', action: 'children.view' }]);
  });

  it('logs a failure, whose own row went with the transaction', async () => {
    const fails = () => Promise.reject(new Error('broken'));
    await expect(withRequestId(() => uow.run(actorOf(town, 'FAMILY_FINDER'), 'children.view', fails), 'r-failed')).rejects.toThrow('broken');
    expect(await logged('r-failed')).toMatchObject([{ outcome: 'FAILED' }]);
  });

  it('keeps a name that was pasted for a reference out of the log', async () => {
    const about = { type: 'CHILD', reference: 'Rosie Ashworth' } as const;
    await withRequestId(() => uow.run(actorOf(town, 'FAMILY_FINDER'), 'children.view', () => Promise.resolve(1), about), 'r-pasted');
    expect(await logged('r-pasted')).toMatchObject([{ subject_type: 'CHILD', subject_reference: null }]);
  });

  it('logs nothing for what is not audited', async () => {
    await withRequestId(() => uow.run(actorOf(town, 'FAMILY_FINDER'), 'agencies.list', (tx) => rows(tx, 'select 1')), 'r-quiet');
    expect(await logged('r-quiet')).toEqual([]);
  });

  it('shows nothing while the log cannot be written', async () => {
    await db.query('alter table audit.access add constraint full_disk check (false) not valid');
    try {
      await expect(uow.run(actorOf(town, 'FAMILY_FINDER'), 'children.view', () => Promise.resolve('data'))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
      await expect(uow.run(actorOf(town, 'ANALYST'), 'children.view', () => Promise.resolve('data'))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
      await expect(uow.run(actorOf(town, 'FAMILY_FINDER'), 'agencies.list', (tx) => rows(tx, 'select 1 as one'))).resolves.toEqual([{ one: 1 }]);
    } finally {
      await db.query('alter table audit.access drop constraint full_disk');
    }
  });

  it('changes nothing while the trigger cannot write', async () => {
    await db.query('alter table audit.event add constraint full_disk check (false) not valid');
    try {
      const change = uow.run(actorOf(town, 'FAMILY_FINDER'), 'children.edit', (tx) => affected(tx, `update hub.unit set plan = 'TOGETHER'`));
      await expect(change).rejects.toThrow();
    } finally {
      await db.query('alter table audit.event drop constraint full_disk');
    }
    expect((await db.query('select plan from hub.unit where id = $1', [town.unitId])).rows).toEqual([{ plan: 'SINGLE' }]);
  });

  it('refuses a unit of work inside a unit of work', async () => {
    const actor = actorOf(town, 'FAMILY_FINDER');
    await expect(uow.run(actor, 'agencies.list', () => uow.run(actor, 'agencies.list', () => Promise.resolve(1)))).rejects.toThrow(/inside a unit of work/);
  });

  it('gives out no transaction that works afterwards', async () => {
    const leaked = await uow.run(actorOf(town, 'FAMILY_FINDER'), 'agencies.list', (tx) => Promise.resolve(tx));
    await expect(rows(leaked, 'select 1')).rejects.toThrow();
  });

  it('does not pass off as done what a swallowed error rolled back', async () => {
    const swallows = uow.run(actorOf(town, 'FAMILY_FINDER'), 'children.edit', async (tx) => {
      await rows(tx, 'select no_such_column').catch(() => undefined);
      return 'an answer without its access row';
    });
    await expect(swallows).rejects.toThrow(/swallowed/);
  });
});

describe('the context', () => {
  it('is there inside, and gone after commit and after rollback', async () => {
    const actor = actorOf(town, 'FAMILY_FINDER');
    expect(await uow.run(actor, 'children.view', (tx) => row(tx, context))).toEqual({ agency: town.agencyId, action: 'children.view', units: 1 });
    expect(await source.query(context)).toEqual([{ agency: '', action: '', units: 0 }]);
    await uow.run(actor, 'children.view', () => Promise.reject(new Error('back'))).catch(() => undefined);
    expect(await source.query(context)).toEqual([{ agency: '', action: '', units: 0 }]);
  });

  it('stops what runs too long, in words of ours', async () => {
    const slow = uow.run(actorOf(town, 'FAMILY_FINDER'), 'children.view', async (tx) => {
      await rows(tx, `select set_config('statement_timeout', '50', true)`);
      return rows(tx, 'select pg_sleep(5)');
    });
    await expect(slow).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });

  it('RLS-5: 200 interleaved requests of ten agencies over a pool of two never cross', async () => {
    const small = await openDatabase(database.appUrl, 2);
    const door = new UnitOfWork(small);
    const towns: Settlement[] = [];
    for (let i = 0; i < 10; i++) towns.push(await settle(db, `TOWN${i}`));
    const one = async (each: Settlement, fail: boolean) => {
      const seen = await door.run(actorOf(each, 'FAMILY_FINDER'), 'children.search', async (tx) => {
        const first = await rows<{ id: string }>(tx, 'select distinct agency_id as id from hub.child_identity');
        await rows(tx, 'select pg_sleep(random() * 0.003)');
        if (fail) throw new Error('on purpose');
        return [...first, ...(await rows<{ id: string }>(tx, 'select distinct agency_id as id from hub.household_identity'))];
      }).catch((error: Error) => (error.message === 'on purpose' ? [{ id: each.agencyId }] : Promise.reject(error)));
      return seen.every(({ id }) => id === each.agencyId);
    };
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => one(towns[(i * 7) % 10] as Settlement, i % 9 === 0)));
    await small.destroy();
    expect(answers.filter((right) => !right)).toEqual([]);
  });
});

describe('errors', () => {
  const act = (sql: string, params: unknown[] = []) => uow.run(actorOf(town, 'FAMILY_FINDER'), 'children.edit', (tx) => affected(tx, sql, params)).catch((error: Error) => error);
  const text = (error: unknown): string => `${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`;

  it('carry codes, never values (trust.md FLD-4)', async () => {
    const { rows: [unit] } = await db.query<{ reference: string }>('select reference from hub.unit where id = $1', [town.unitId]);
    const twice = await act('insert into hub.unit (agency_id, reference) values ($1, $2)', [town.agencyId, unit?.reference]);
    expect(twice).toMatchObject({ code: 'BUSY' });
    expect(text(twice)).not.toContain(unit?.reference);
    const foreignKey = await act(`insert into hub.child (agency_id, unit_id, reference, sex) values ($1, gen_random_uuid(), 'CANARY', 'F')`, [town.agencyId]);
    expect(foreignKey).toMatchObject({ code: 'NOT_FOUND' });
    const check = await act(`update hub.child set ethnicity = $1`, ['canary value']);
    expect(check).toMatchObject({ name: 'DatabaseError', sqlState: '23514', table: 'child' });
    for (const error of [foreignKey, check, await act(`select 'canary value'::int`), await act('select $1::uuid', ['canary value'])]) {
      expect(error).toBeInstanceOf(Error);
      expect(text(error).toLowerCase()).not.toContain('canary');
    }
  });

  it('where two writers met is told to the log by the names of things', async () => {
    const lines: string[] = [];
    const door = new UnitOfWork(source, false, new Logger('info', 'test', (line) => void lines.push(line)));
    const { rows: [unit] } = await db.query<{ reference: string }>('select reference from hub.unit where id = $1', [town.unitId]);
    const again = (table: string) => door.run(actorOf(town, 'FAMILY_FINDER'), 'children.edit', (tx) => affected(tx, `insert into ${table} select * from ${table}`)).catch((error: Error) => error);
    expect(await again('hub.unit')).toMatchObject({ code: 'CONFLICT', message: 'This already exists.' });
    expect(JSON.parse(lines.join())).toMatchObject({ level: 'warn', event: 'collision', action: 'children.edit', code: '23505', table: 'unit', constraint: 'unit_pkey' });
    expect(lines.join()).not.toContain(unit?.reference);
    expect(lines.join()).not.toContain(town.unitId);
  });

  it('without rights is FORBIDDEN', async () => {
    expect(await act('delete from audit.event')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await act('select password_hash from hub.app_user')).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('rows', () => {
  it('are rows for every kind of statement, with dates as text and counts as numbers', async () => {
    const result = await uow.run(actorOf(town, 'FAMILY_FINDER'), 'children.edit', async (tx) => [
      await rows(tx, `update hub.unit set family_finding_since = '2026-06-01' where id = $1 returning family_finding_since as since`, [town.unitId]),
      await rows(tx, 'select count(*) as n from hub.unit'),
      await rows(tx, `delete from hub.unit where false returning id`),
      (await tx.getRepository(UnitEntity).findOneByOrFail({ id: town.unitId })).familyFindingSince,
    ]);
    expect(result).toEqual([[{ since: '2026-06-01' }], [{ n: 1 }], [], '2026-06-01']);
  });

  it('of the outbox are readable by who leaves a job and by the relay, by nobody else', async () => {
    const actor = actorOf(town, 'FAMILY_FINDER');
    const insert = `insert into hub.outbox (name, queue, payload) values ('matching.run', 'matching', '{}') returning id`;
    expect(await uow.run(actor, 'matching.start', (tx) => rows(tx, insert))).toHaveLength(1);
    expect(await uow.run(actor, 'matching.start', (tx) => rows(tx, 'select id from hub.outbox'))).toEqual([]);
    const take = 'delete from hub.outbox where id in (select id from hub.outbox order by created_at for update skip locked limit 50) returning name';
    expect(await uow.run(SYSTEM_ACTOR, 'outbox.relay', (tx) => rows(tx, take))).toEqual([{ name: 'matching.run' }]);
  });
});
