import crypto from 'node:crypto';
import { Client } from 'pg';
import { adult, annexA, child, openImports, type ImportWorld } from './spec-imports';

const SYMBOLS = '0123456789BCDFGHJKMNPQRSTVWXYZ';

let on: ImportWorld;
let other: Client;

beforeEach(async () => {
  on = await openImports();
  other = new Client({ connectionString: on.superuserUrl });
  await other.connect();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await other.end();
  await on.close();
});

/** Each reference that is drawn from now on is the next of these; undefined: one by chance, and so are all after the last. The only thing that is put in place of another is chance itself, which no database can be asked for twice. */
function drawn(next: (turn: number) => string | undefined): void {
  const { randomInt } = crypto;
  let letters = 0;
  jest.spyOn(crypto, 'randomInt').mockImplementation(((max: number) => {
    const [turn, at] = [Math.floor(letters / 6), letters % 6];
    letters += 1;
    const given = next(turn)?.[at];
    return given === undefined ? randomInt(max) : SYMBOLS.indexOf(given);
  }) as typeof randomInt);
}

const someFile = (): Buffer => annexA([child(1)], [adult('A1', 'F1')]);

async function toApply(bytes: Buffer): Promise<{ id: string; reference: string }> {
  const checked = await on.check(on.finder, bytes);
  await on.imports.requestApply(on.finder, checked.reference, false);
  return checked;
}

/** Until a transaction of the hub waits for the other one. */
async function untilItWaits(): Promise<void> {
  for (;;) {
    const [waiting] = await on.world.sql<{ n: number }>(`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (waiting?.n) return;
  }
}

describe('an import that meets another writer', () => {
  it('draws past the references that another agency has', async () => {
    const south = await on.world.town('SOUTH');
    const [unit] = await on.world.sql<{ id: string }>(`insert into hub.unit (agency_id, reference) values ($1, '000000') returning id`, [south.id]);
    await on.world.sql(`insert into hub.child (agency_id, unit_id, reference, sex) values ($1, $2, '111111', 'F')`, [south.id, unit?.id]);
    await on.world.sql(`insert into hub.household (agency_id, reference, kind) values ($1, '222222', 'COUPLE')`, [south.id]);
    const { id, reference } = await toApply(someFile());
    // The family, the child and its unit are drawn for one by one, and each falls upon all three before it is free.
    drawn((turn) => ['000000', '111111', '222222', undefined][turn % 4]);
    await on.imports.apply(id);
    expect(await on.look(on.finder, reference)).toMatchObject({ status: 'APPLIED' });
    const made = `select count(*)::int as n from (select reference from hub.unit where agency_id = $1 union select reference from hub.child where agency_id = $1 union select reference from hub.household where agency_id = $1) r
      where r.reference not in ('000000', '111111', '222222')`;
    expect(await on.world.sql(made, [on.north.id])).toEqual([{ n: 3 }]);
  });

  it('is tried again where both drew the same at once', async () => {
    const south = await on.world.town('SOUTH');
    const { id, reference } = await toApply(someFile());
    await other.query('begin');
    await other.query(`insert into hub.household (agency_id, reference, kind) values ($1, 'SMT000', 'COUPLE')`, [south.id]);
    drawn((turn) => (turn === 0 ? 'SMT000' : undefined));
    const first = on.imports.apply(id).catch((error: unknown) => error);
    await untilItWaits();
    await other.query('commit');
    expect(await first).toMatchObject({ code: 'BUSY' });
    expect(await on.look(on.finder, reference)).toMatchObject({ status: 'APPLYING', errorCode: null });
    await on.imports.apply(id);
    expect(await on.look(on.finder, reference)).toMatchObject({ status: 'APPLIED' });
  });

  it('is tried again after a deadlock, and nothing of the first try is left', async () => {
    await on.take(on.finder, someFile());
    const { id, reference } = await toApply(annexA([child(1, { 'Date of Placement Order': '05/12/2024' }), child(2)], [adult('A1', 'F1')]));
    await other.query('begin');
    // So that the import is the one that finds the deadlock, and is ended.
    await other.query(`set local deadlock_timeout = '1h'`);
    await other.query('select from hub.child for update');
    const first = on.imports.apply(id).catch((error: unknown) => error);
    await untilItWaits();
    await other.query('select from hub.import_batch where id = $1 for update', [id]);
    expect(await first).toMatchObject({ code: 'BUSY' });
    expect(await on.world.sql('select count(*)::int as n from hub.child')).toEqual([{ n: 1 }]);
    await other.query('rollback');
    expect(await on.look(on.finder, reference)).toMatchObject({ status: 'APPLYING', errorCode: null });
    await on.imports.apply(id);
    expect(await on.look(on.finder, reference)).toMatchObject({ status: 'APPLIED' });
    expect(await on.world.sql('select count(*)::int as n from hub.child')).toEqual([{ n: 2 }]);
  });
});
