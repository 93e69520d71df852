import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { FileKeyStore } from '@hub/database/crypto/file-key-store';
import { Vault } from '@hub/database/crypto/vault';
import { affected, row } from '@hub/database/tx';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { WORDS, writeEverything } from '../../../../test/harness/written';
import { applyChildren } from '../children/apply-children.queries';
import { KeyStatusService } from './key-status.service';
import { meetAgency, sealedTables } from './rewrap.queries';
import { RotationService } from './rotation.service';
import { addChildren, addHouseholds, childFacts, householdFacts, nameOfChild, namesOfHousehold, today } from './spec-keys';

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;
let rotation: RotationService;
let status: KeyStatusService;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south] = [await world.town('NMB'), await world.town('SVC')];
  rotation = new RotationService(world.uow, world.vault, world.keys);
  status = new KeyStatusService(world.uow, world.keys);
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

const TABLES = [
  'adult_identity', 'agreement_document', 'bar', 'break_glass', 'child_birth', 'child_event', 'child_identified', 'child_identity', 'child_photo', 'child_view', 'disclosure_grant', 'document_review', 'document_version', 'enquiry',
  'executive_action', 'executive_report', 'executive_section', 'fee_note', 'household_event', 'household_identified', 'household_identity', 'household_photo', 'household_profile', 'import_batch', 'link_message', 'link_preparation', 'link_reason', 'local_search_change', 'meeting_event',
  'outside_household', 'panel_text', 'performance_comment', 'placement_adopters', 'placement_child', 'placement_event', 'readiness_decision', 'ruled_out', 'search', 'search_channel', 'selection', 'selection_entry', 'shredding', 'unit', 'unit_profile', 'withholding',
];
/** All that the tables hold but the wrapped keys. */
const data = () => world.sql(TABLES.map((table) => `select '${table}' as table, count(*) as rows, md5(string_agg(r, ' ' order by r)) from (select (to_jsonb(t) - 'wrapped_key')::text as r from hub.${table} t) x`).join(' union all '));
const wrapped = (town: Town) => world.sql<{ key: string }>(`select encode(wrapped_key, 'hex') as key from hub.child_identity where agency_id = $1 order by child_id`, [town.id]);
const ofNorth = async () => (await status.all()).find(({ code }) => code === 'NMB');

describe('a rotation', () => {
  it('rotating a council key rewraps data keys without touching data', async () => {
    const [child, neighbour] = [(await addChildren(world, north, [childFacts('A1'), childFacts('A2')]))[0]!, (await addChildren(world, south, [childFacts('A1')]))[0]!];
    const [household] = await addHouseholds(world, north, [householdFacts('F1')]);
    const [before, keys, foreign] = [await data(), await wrapped(north), await wrapped(south)];
    expect(await rotation.rotate('NMB')).toEqual({ version: 2, rewrapped: 6, retired: [1], kept: [] });
    expect(await data()).toEqual(before);
    expect((await wrapped(north)).filter(({ key }, at) => key === keys[at]?.key)).toEqual([]);
    expect(await wrapped(south)).toEqual(foreign);
    // As a process that starts now: it never knew the old key.
    const fresh = await openWorld(database, world.keyFile);
    expect([await nameOfChild(fresh, north, child), await namesOfHousehold(fresh, north, household!), await nameOfChild(fresh, south, neighbour)]).toEqual(['First A1', 'Robin and Sam Reed', 'First A1']);
    await fresh.close();
    expect(await ofNorth()).toMatchObject({ versions: [{ version: 2, records: 6 }], shares: { held: 4, destroyed: 0 }, problems: [] });
  });

  it('leaves no text behind: not of what was withdrawn, and not of what is shown to nobody any more', async () => {
    await world.agree(north, south);
    await writeEverything(world, { north, south });
    await world.sql(`alter table hub.household_card disable trigger all; update hub.household_card set consent_until = '2020-01-01', profile_consent_until = '2020-01-01'`);
    const before = await data();
    const [first] = world.keys.keys(north.id);
    const underFirst = async () => (await world.sql<{ table: string }>(TABLES.map((table) => `select distinct '${table}' as table from hub.${table} where substring(wrapped_key from 3 for 8) = $1`).join(' union all '), [first?.id])).map(({ table }) => table);
    expect(await underFirst()).toEqual(TABLES);
    expect(await rotation.rotate('NMB')).toMatchObject({ version: 2, retired: [1], kept: [] });
    expect(await data()).toEqual(before);
    expect(await underFirst()).toEqual([]);
    const fresh = await openWorld(database, world.keyFile);
    const [{ reference: unit } = { reference: '' }] = await world.sql<{ reference: string }>('select u.reference from hub.unit u join hub.disclosure_grant g on g.subject_id = u.id limit 1');
    const shown = await fresh.units.find(south.as('FAMILY_FINDER'), unit);
    expect(shown).toMatchObject({ stage: 'S2', profile: { about: WORDS.released }, identified: [{ healthSummary: WORDS.healthSummary }] });
    await fresh.close();
  });

  it('is in the audit trail, record by record, with the change alone', async () => {
    await addChildren(world, north, [childFacts('A1')]);
    await rotation.rotate('NMB');
    expect(await world.sql(`select table_name, operation, before, agency_id from audit.event where action = 'keys.rotate' order by table_name`)).toEqual(['child_birth', 'child_identity'].map((table_name) =>
      ({ table_name, operation: 'UPDATE', before: { wrapped_key: '(sealed)' }, agency_id: north.id })));
    expect((await world.sql(`select distinct outcome from audit.access where action = 'keys.rotate'`))).toEqual([{ outcome: 'ALLOWED' }]);
  });

  it('goes on where it was cut off: a second key is added once, and the first retired at the end alone', async () => {
    const [child] = await addChildren(world, north, [childFacts('A1')]);
    // What a kill right after the first step leaves, with a record under each key.
    world.keys.addKey(north.id);
    await addChildren(world, north, [childFacts('A2')]);
    expect((await ofNorth())?.versions.map(({ version, records }) => [version, records])).toEqual([[2, 2], [1, 2]]);
    expect(await rotation.rotate('NMB')).toEqual({ version: 2, rewrapped: 2, retired: [1], kept: [] });
    expect(await nameOfChild(world, north, child!)).toBe('First A1');
    expect(await rotation.rotate('NMB')).toMatchObject({ version: 3, rewrapped: 4, retired: [2] });
  });

  it('waits for a transaction that sealed under the old key and has not committed', async () => {
    const actor = north.as('FAMILY_FINDER');
    await addChildren(world, north, [childFacts('A1')]);
    const [open, sealed] = [gate(), gate()];
    const late = world.run(actor, 'imports.apply', async (tx) => {
      const [applied] = await applyChildren(tx, world.vault, actor, [childFacts('LATE')], today);
      sealed.release();
      await open.passed;
      return applied;
    });
    await sealed.passed;
    const rotating = rotation.rotate('NMB');
    setTimeout(open.release, 700);
    const applied = await late;
    expect(await rotating).toEqual({ version: 2, rewrapped: 4, retired: [1], kept: [] });
    expect(await nameOfChild({ ...world, vault: new Vault(FileKeyStore.open(world.keyFile)) }, north, { reference: applied?.reference ?? '' })).toBe('First LATE');
  });

  it('keeps an old key that a record still needs, and says so', async () => {
    await addChildren(world, north, [childFacts('A1'), childFacts('A2')]);
    await world.sql(`update hub.child_birth set wrapped_key = overlay(wrapped_key placing '\\x00'::bytea from 40) where child_id = (select max(child_id::text)::uuid from hub.child_birth)`);
    expect(await rotation.rotate('NMB')).toEqual({ version: 2, rewrapped: 3, retired: [], kept: [1] });
  });

  it('is refused for an agency that does not exist', async () => {
    await expect(rotation.rotate('XXX')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('row-level security of a rotation', () => {
  it('opens data keys of the one agency under this action alone, and nothing else of a row can change', async () => {
    await addChildren(world, north, [childFacts('A1')]);
    await addChildren(world, south, [childFacts('B1')]);
    const seen = (action: 'keys.rotate' | 'keys.inspect' | 'matching.execute' | 'cards.refresh', agencyId?: string) => world.run(SYSTEM_ACTOR, action, async (tx) => {
      if (agencyId) await meetAgency(tx, agencyId);
      return (await row<{ codes: string[] }>(tx, 'select array_agg(distinct agency_id::text) as codes from hub.child_identity'))?.codes ?? [];
    });
    expect([await seen('keys.rotate'), await seen('matching.execute', north.id), await seen('cards.refresh', north.id)]).toEqual([[], [], []]);
    expect([await seen('keys.rotate', north.id), await seen('keys.inspect', south.id)]).toEqual([[north.id], [south.id]]);
    const change = (action: 'keys.rotate' | 'keys.inspect', sql: string) => world.run(SYSTEM_ACTOR, action, async (tx) => {
      await meetAgency(tx, north.id);
      return affected(tx, sql);
    });
    expect(await change('keys.inspect', 'update hub.child_identity set wrapped_key = wrapped_key')).toBe(0);
    expect(await change('keys.rotate', 'update hub.child_identity set wrapped_key = wrapped_key')).toBe(1);
    await expect(change('keys.rotate', 'update hub.child_identity set first_name = last_name')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(change('keys.rotate', `update hub.child_identity set agency_id = '${south.id}'`)).rejects.toThrow();
  });

  it('knows every table with wrapped keys from the catalogue, so that a new one cannot be forgotten', async () => {
    const found = await world.run(SYSTEM_ACTOR, 'keys.inspect', sealedTables);
    expect(found.map(({ table }) => table)).toEqual(TABLES);
    for (const { table } of found) {
      const [is] = await world.sql<Record<string, boolean>>(`
        select exists (select from pg_policies where schemaname = 'hub' and tablename = $1 and policyname = 'rewrap_select' and cmd = 'SELECT') as read,
          exists (select from pg_policies where schemaname = 'hub' and tablename = $1 and policyname = 'rewrap_update' and cmd = 'UPDATE') as write,
          exists (select from pg_trigger where tgrelid = ('hub.' || $1)::regclass and tgname = 'rewrap_only' and tgenabled = 'O') as guarded,
          has_column_privilege('hub_app', 'hub.' || $1, 'wrapped_key', 'update') as granted,
          exists (select from information_schema.columns where table_schema = 'hub' and table_name = $1 and column_name = 'agency_id') as owned,
          (select count(*) = 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
            where i.indrelid = ('hub.' || $1)::regclass and i.indisprimary and a.atttypid = 'uuid'::regtype) as keyed`, [table]);
      expect({ table, ...is }).toEqual({ table, read: true, write: true, guarded: true, granted: true, owned: true, keyed: true });
    }
  });
});

function gate(): { readonly passed: Promise<void>; readonly release: () => void } {
  let release = (): void => undefined;
  const passed = new Promise<void>((resolve) => { release = resolve; });
  return { passed, release };
}
