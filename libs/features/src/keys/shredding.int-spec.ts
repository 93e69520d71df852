import { createDecipheriv, createHmac } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { FileKeyStore } from '@hub/database/crypto/file-key-store';
import { Vault, type Texts } from '@hub/database/crypto/vault';
import { canariesIn } from '../../../../test/harness/canaries';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { CANARIES, WORDS, writeEverything } from '../../../../test/harness/written';
import { applyChildren } from '../children/apply-children.queries';
import { BarsService } from '../disclosure/bars.service';
import { KeyStatusService } from './key-status.service';
import { sealedTables } from './rewrap.queries';
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
  shredding = new ShreddingService(world.uow, world.vault, world.keys);
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
    const [kept] = await world.sql<{ id: string; wrapped_key: Buffer; reason: Buffer }>('select id, wrapped_key, reason from hub.shredding where requested_by = $1 and confirmed_by = $2', [officer().userId, manager().userId]);
    expect(world.vault.openRecord(town.id, 'shredding', kept?.id ?? '', { wrapped_key: kept!.wrapped_key, reason: kept!.reason })).toEqual({ reason: REASON });
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

/** Everything sealed that still opens, table by table, with the shares that each table's rows are sealed with. */
async function openTexts(): Promise<string> {
  const shares: Readonly<Record<string, string>> = { child_event: 'array[child_id]', household_event: 'array[household_id]', household_profile: 'array[household_id]' };
  const tables = await world.run(SYSTEM_ACTOR, 'keys.inspect', sealedTables);
  const texts: string[] = [];
  for (const { table, key } of tables) {
    const columns = (await world.sql<{ name: string; type: string }>(`select attname as name, atttypid::regtype::text as type from pg_attribute where attrelid = ('hub.' || $1)::regclass and attnum > 0 and not attisdropped`, [table]));
    const sealed = columns.filter(({ name, type }) => type === 'bytea' && name !== 'salt' && name !== 'wrapped_key').map(({ name }) => name);
    const shareIds = shares[table] ?? (columns.some(({ name }) => name === 'share_ids') ? 'share_ids' : `array[${key}]`);
    for (const row of await world.sql<Record<string, Buffer> & { id: string; agency: string; shares: string[] }>(`select ${key} as id, agency_id as agency, ${shareIds}::uuid[] as shares, wrapped_key, ${sealed.join(', ')} from hub.${table}`)) {
      const values = Object.fromEntries(['wrapped_key', ...sealed].map((name) => [name, row[name] ?? null])) as Texts<string>;
      texts.push(...Object.values(world.vault.openTexts({ agencyId: row.agency, table, rowId: row.id, shareIds: row.shares }, values)).flatMap((text) => text ?? []));
    }
  }
  return texts.join('\n');
}

describe('destroying what was written about a record', () => {
  it('FLD-6: after shredding a child and a household no text about them opens, wherever it stands', async () => {
    const south = await world.town('SVC');
    await world.agree(town, south);
    await writeEverything(world, { north: town, south });
    expect(canariesIn(await openTexts(), CANARIES)).toEqual(CANARIES);
    const [finder, worker] = [town.as('FAMILY_FINDER'), town.as('ADOPTERS_WORKER')];
    const [child] = await world.sql<Kept & { version: number }>(`select id, reference, version from hub.child where state = 'LINKED'`);
    const [household] = await world.sql<Kept & { version: number }>(`select id, reference, version from hub.household where state not in ('ON_HOLD', 'MATCHED')`);
    await world.children.recordEvent(finder, { subject: child!.reference, version: child!.version, event: 'PLAN_CHANGED', onDate: today, reason: 'RD4' });
    await world.households.recordEvent(worker, { subject: household!.reference, version: household!.version, event: 'RESIGNED', onDate: today });
    await world.sql(`update hub.import_batch set status = 'APPLIED'`);
    await destroy(household!);
    await destroy(child!);
    // What is left is about another child and another household, or about nobody: an agreement, the names of a search and a selection, and why the record was destroyed.
    const left = [WORDS.enquirer, WORDS.enquirerPhone, WORDS.enquirerEmail, WORDS.enquiry, WORDS.childAbout, WORDS.healthSummary, WORDS.findingReason, WORDS.householdEvent, WORDS.shredding, WORDS.document, WORDS.search, WORDS.selection, WORDS.keptReason, WORDS.channelWords, WORDS.outsideReference, WORDS.outsideWords, WORDS.placementWords, WORDS.panelReasons, WORDS.panelAdvice, WORDS.decisionReasons, WORDS.feeNote, WORDS.reportWords, WORDS.reportAction, WORDS.indicatorWords].join(' ');
    expect(canariesIn(await openTexts(), CANARIES)).toEqual(canariesIn(left, CANARIES));
  });

  it('takes a text about siblings with the first of them, and leaves the others theirs', async () => {
    const group = { siblingGroup: 'G', familyFinding: 'ACTIVE' as const };
    const [gone, kept] = await addChildren(world, town, [childFacts('A1', { ...group, about: 'One likes boats.' }), childFacts('A2', { ...group, about: 'Two likes trains.' })]) as [Kept, Kept];
    const finder = town.as('FAMILY_FINDER');
    const [{ reference: unit } = { reference: '' }] = await world.sql<{ reference: string }>('select reference from hub.unit where exists (select from hub.child c where c.unit_id = unit.id)');
    const finding = async (to: 'ACTIVE' | 'PAUSED' | 'CLOSED', reason: string | null) =>
      world.units.changeFamilyFinding(finder, { unit, version: (await world.units.view(finder, unit)).record?.version ?? 0, to, reason, onDate: today });
    await world.releases.request(finder, { subjectType: 'UNIT', subject: unit, purpose: 'For both', about: 'Two who like to travel.' });
    const bars = new BarsService(world.uow, world.vault);
    const { id: bar } = await bars.bar(manager(), { subjectType: 'UNIT', subject: unit, email: 'aunt@example.test', reason: 'She is an aunt of both of them.' });
    expect((await finding('CLOSED', 'Both stay with the aunt')).record?.familyFindingReason).toBe('Both stay with the aunt');
    const [{ version } = { version: 0 }] = await world.sql<{ version: number }>('select version from hub.child where id = $1', [gone.id]);
    await world.children.recordEvent(finder, { subject: gone.reference, version, event: 'PLAN_CHANGED', onDate: today, reason: 'RD4' });
    await destroy(gone);
    const { record } = await world.units.view(finder, unit);
    expect(record).toMatchObject({ familyFindingReason: null, children: [{ profile: { about: 'Two likes trains.' } }], releases: [{ purpose: '(destroyed)', preview: { about: null }, texts: [] }] });
    // The bar protects the one who is left.
    expect(await bars.list(manager(), unit)).toMatchObject([{ id: bar, email: 'aunt@example.test' }]);
    await finding('ACTIVE', null);
    expect((await finding('PAUSED', 'Waits for the review')).record?.familyFindingReason).toBe('Waits for the review');
    await finding('CLOSED', 'Stays with the aunt');
    const [{ version: last } = { version: 0 }] = await world.sql<{ version: number }>('select version from hub.child where id = $1', [kept.id]);
    await world.children.recordEvent(finder, { subject: kept.reference, version: last, event: 'PLAN_CHANGED', onDate: today, reason: 'RD4' });
    await destroy(kept);
    expect(world.vault.isDestroyed({ agencyId: town.id, rowId: bar })).toBe(true);
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
    expect(await new ShreddingService(world.uow, new Vault(keys), keys).repeat()).toBe(1);
    expect((await status.all())[0]).toMatchObject({ problems: [], shares: { held: 0, destroyed: 1 } });
    await expect(nameOfChild({ ...world, vault: new Vault(keys) }, town, child)).rejects.toMatchObject({ code: 'RECORD_DESTROYED' });
  });
});
