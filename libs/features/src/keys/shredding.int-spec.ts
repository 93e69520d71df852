import { createDecipheriv, createHmac } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileKeyStore } from '@hub/database/crypto/file-key-store';
import { Vault } from '@hub/database/crypto/vault';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { applyChildren } from '../children/apply-children.queries';
import { KeyStatusService } from './key-status.service';
import { ShreddingService } from './shredding.service';
import { addChildren, addHouseholds, ago, childFacts, householdFacts, nameOfChild, namesOfHousehold, today, type Kept } from './spec-keys';

const REASON = 'The family left the region and asked for it';

let database: TestDatabase;
let world: World;
let town: Town;
let shredding: ShreddingService;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  town = await world.town('NMB');
  shredding = new ShreddingService(world.uow, world.keys);
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

const ended = (id: string) => childFacts(id, { decisionReversedOn: ago(1), reversalReason: 'RD4' });
const officer = () => town.as('DATA_PROTECTION_OFFICER');
const manager = () => town.second('APPROVING_MANAGER');

async function destroy({ reference }: Kept): Promise<void> {
  await shredding.request(officer(), reference, REASON);
  await shredding.confirm(manager(), reference);
}

interface Row { readonly child_id: string; readonly wrapped_key: Buffer; readonly first_name: Buffer }

/** AES-256-GCM by hand, as somebody would who has the files and a copy of the rows and none of the hub's code. */
function opened(key: Buffer, place: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(13, 29));
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
}

/** What a thief of the backup and of today's key files reads of a row; tries every 32 bytes of the share file as the share. */
function stolen(row: Row): string | undefined {
  const file = JSON.parse(readFileSync(world.keyFile, 'utf8')) as { agencies: Record<string, { keys: { key: string }[] }> };
  const shares = readFileSync(join(`${world.keyFile}.shares`, `${town.id}.bin`));
  const place = (column: string) => `child_identity|${column}|${row.child_id}|${town.id}`;
  const dataKey = opened(Buffer.from(file.agencies[town.id]?.keys[0]?.key ?? '', 'base64'), `${place('wrapped_key')}|${row.wrapped_key.subarray(0, 10).toString('hex')}`, row.wrapped_key.subarray(10));
  for (let at = 0; at + 32 <= shares.length; at += 1) {
    const key = createHmac('sha256', shares.subarray(at, at + 32)).update('adoption-hub|record-key|').update(dataKey).digest();
    try {
      return opened(key, place('first_name'), row.first_name).toString('utf8');
    } catch {
      continue;
    }
  }
  return undefined;
}

describe('destroying a record', () => {
  it('after shredding, a restored backup cannot decrypt the record', async () => {
    const [gone, kept] = await addChildren(world, town, [ended('A1'), ended('A2')]) as [Kept, Kept];
    await world.sql('create schema backup; create table backup.identity as table hub.child_identity; create table backup.birth as table hub.child_birth');
    const row = async ({ id }: Kept) => (await world.sql<Row>('select child_id, wrapped_key, first_name from backup.identity where child_id = $1', [id]))[0] as Row;
    // Before, this very attack works: so what follows means something.
    expect(stolen(await row(gone))).toBe('First A1');
    await destroy(gone);
    await world.sql(`update hub.child_identity set first_name = null, wrapped_key = '\\x00'; update hub.child_birth set date_of_birth = null, wrapped_key = '\\x00'`);
    await world.sql(`update hub.child_identity i set wrapped_key = b.wrapped_key, first_name = b.first_name from backup.identity b where b.child_id = i.child_id;
      update hub.child_birth i set wrapped_key = b.wrapped_key, date_of_birth = b.date_of_birth from backup.birth b where b.child_id = i.child_id`);
    const again = await openWorld(database, world.keyFile);
    await expect(nameOfChild(again, town, gone)).rejects.toMatchObject({ code: 'RECORD_DESTROYED' });
    expect(await nameOfChild(again, town, kept)).toBe('First A2');
    await again.close();
    expect([stolen(await row(gone)), stolen(await row(kept))]).toEqual([undefined, 'First A2']);
  });

  it('takes a household with its adults, and the sealed files and reports of the agency', async () => {
    const [household] = await addHouseholds(world, town, [householdFacts('F1', { approvedOn: null, stage2StartedOn: null, leftOn: ago(1), leftReason: '1' })]) as [Kept];
    const [adult] = await world.sql<{ id: string }>('select id from hub.adult');
    const id = '33333333-3333-4333-8333-333333333333';
    const sealed = world.vault.sealRecord(town.id, 'import_batch', id, { file_name: 'list.xlsx' });
    await world.sql(`insert into hub.import_batch (id, agency_id, reference, kind, status, file_hash, requested_by, wrapped_key, file_name) values ($1, $2, 'I-1', 'ANNEX_A', 'CHECKED', 'x', $3, $4, $5)`,
      [id, town.id, officer().userId, sealed.wrapped_key, sealed.file_name]);
    await expect(shredding.request(officer(), household.reference, REASON)).rejects.toMatchObject({ code: 'GUARD_FAILED', message: expect.stringContaining('import') as string });
    await world.sql(`update hub.import_batch set status = 'APPLIED'`);
    await destroy(household);
    expect([household.id, adult?.id ?? '', id].map((rowId) => world.vault.isDestroyed({ agencyId: town.id, rowId }))).toEqual([true, true, true]);
    await expect(namesOfHousehold(world, town, household)).rejects.toMatchObject({ code: 'RECORD_DESTROYED' });
  });

  it('is asked for by one and confirmed by another of the agency, and is in the log', async () => {
    const [child] = await addChildren(world, town, [ended('A1')]) as [Kept];
    await expect(shredding.confirm(manager(), child.reference)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(shredding.request(officer(), child.reference, ' short ')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await shredding.request(officer(), child.reference, REASON);
    await expect(shredding.request(manager(), child.reference, REASON)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(shredding.confirm(town.as('APPROVING_MANAGER'), child.reference)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    for (const role of ['FAMILY_FINDER', 'CHILDS_WORKER', 'AGENCY_ADMIN', 'DECISION_MAKER'] as const) {
      await expect(shredding.confirm(town.second(role), child.reference)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const other = await world.town('SVC');
    for (const foreign of [shredding.request(other.as('DATA_PROTECTION_OFFICER'), child.reference, REASON), shredding.confirm(other.as('DATA_PROTECTION_OFFICER'), child.reference)]) {
      await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await nameOfChild(world, town, child)).toBe('First A1');
    await shredding.confirm(manager(), child.reference);
    await shredding.confirm(manager(), child.reference);
    const seen = await world.sql(`select distinct action, subject_type, subject_reference, actor_id from audit.access where outcome = 'ALLOWED' and action like 'keys.%Shredding' and subject_type is not null order by action`);
    expect(seen).toEqual([
      { action: 'keys.confirmShredding', subject_type: 'CHILD', subject_reference: child.reference, actor_id: manager().userId },
      { action: 'keys.requestShredding', subject_type: 'CHILD', subject_reference: child.reference, actor_id: officer().userId },
    ]);
    expect(await world.sql(`select requested_by, confirmed_by, reason from hub.shredding`)).toEqual([{ requested_by: officer().userId, confirmed_by: manager().userId, reason: REASON }]);
  });

  it.each([
    ['an adopted child', { matchedOn: ago(5), placedOn: ago(4), adoptedOn: ago(1) }, /100 years.*SI 2005\/888/],
    ['a child whose journey is open', {}, /still open/],
  ])('refuses %s', async (_, over, words) => {
    const [child] = await addChildren(world, town, [childFacts('A1', over)]) as [Kept];
    await expect(shredding.request(officer(), child.reference, REASON)).rejects.toMatchObject({ code: 'GUARD_FAILED', message: expect.stringMatching(words) as string });
    expect(await world.sql('select from hub.shredding')).toEqual([]);
  });

  it('asks again at the confirmation whether the record must be kept', async () => {
    const [child] = await addChildren(world, town, [ended('A1')]) as [Kept];
    await shredding.request(officer(), child.reference, REASON);
    await world.sql(`update hub.child set state = 'ADOPTED', adopted_on = '2026-01-01'`);
    await expect(shredding.confirm(manager(), child.reference)).rejects.toMatchObject({ code: 'GUARD_FAILED' });
    expect(world.vault.isDestroyed({ agencyId: town.id, rowId: child.id })).toBe(false);
  });

  it('refuses a record that was sealed before there were shares, which it could not close', async () => {
    const [child] = await addChildren(world, town, [ended('A1')]) as [Kept];
    await world.sql(`update hub.child_birth set wrapped_key = overlay(wrapped_key placing '\\x00'::bytea from 2)`);
    await shredding.request(officer(), child.reference, REASON);
    await expect(shredding.confirm(manager(), child.reference)).rejects.toMatchObject({ code: 'GUARD_FAILED', message: expect.stringContaining('before records had shares') as string });
  });
});

describe('a hub with destroyed records', () => {
  it('goes on: siblings, cards, runs and files; and does not bring the record in again', async () => {
    const [gone, sibling] = await addChildren(world, town, [childFacts('A1', { siblingGroup: 'G', decisionReversedOn: ago(1), reversalReason: 'RD4' }), childFacts('A2', { siblingGroup: 'G' })]) as [Kept, Kept];
    await destroy(gone);
    const [unit] = await world.sql<{ reference: string }>('select u.reference from hub.unit u join hub.child c on c.unit_id = u.id where c.id = $1', [sibling.id]);
    const view = await world.units.view(town.as('CHILDS_WORKER'), unit?.reference ?? '');
    expect(view.record?.children.map(({ firstName }) => firstName)).toEqual(['First A2']);
    expect((await world.cards.refreshAll()).units).toBe(1);
    const actor = town.as('FAMILY_FINDER');
    const applied = await world.run(actor, 'imports.apply', (tx) => applyChildren(tx, world.vault, actor, [childFacts('A1'), childFacts('A2', { notes: 'New' }), childFacts('A3')], today));
    expect(applied.map(({ outcome, problems }) => [outcome, ...problems.map(({ code }) => code)])).toEqual([['REFUSED', 'DESTROYED'], ['CHANGED'], ['ADDED']]);
  });

  it('tells of an older copy of the key store that was put back, and destroys again what was destroyed', async () => {
    const [child] = await addChildren(world, town, [ended('A1')]) as [Kept];
    const shares = join(`${world.keyFile}.shares`, `${town.id}.bin`);
    copyFileSync(shares, `${shares}.copy`);
    await destroy(child);
    copyFileSync(`${shares}.copy`, shares);
    const keys = FileKeyStore.open(world.keyFile);
    const status = new KeyStatusService(world.uow, keys);
    expect((await status.all())[0]?.problems).toEqual([expect.stringMatching(/^The shares of 1 destroyed records are there again/)]);
    expect(await new ShreddingService(world.uow, keys).repeat()).toBe(1);
    expect((await status.all())[0]).toMatchObject({ problems: [], shares: { held: 0, destroyed: 1 } });
    await expect(nameOfChild({ ...world, vault: new Vault(keys) }, town, child)).rejects.toMatchObject({ code: 'RECORD_DESTROYED' });
  });
});
