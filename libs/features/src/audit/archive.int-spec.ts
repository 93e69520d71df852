import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeArchived } from '@hub/database/audit-archive';
import { AuditSigner } from '@hub/database/crypto/audit-signer';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { systemClock } from '@hub/platform/clock';
import { loadConfig } from '@hub/platform/config';
import { superuser } from '../../../../test/architecture/world';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type World } from '../children/spec-world';
import { AuditArchive } from './archive.service';
import type { Boundary } from './boundary';
import { appendHeads, readHeads, signHead, type SignedHead } from './heads-file';
import { AuditHeads } from './heads.service';
import { changesCsv, looksCsv } from './log-files';
import { LogService } from './log.service';
import { AuditVerification, type ChainReport } from './verification.service';

const day = (text: string) => text as IsoDate;
const agency = randomUUID();
let database: TestDatabase;
let world: World;
let folder: string;
let heads: AuditHeads;
let archives: AuditArchive;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  folder = mkdtempSync(join(tmpdir(), 'hub-archive-'));
  heads = new AuditHeads(world.uow, world.keys, systemClock, loadConfig({ HUB_DATA_DIR: folder }));
  archives = new AuditArchive(world.uow, world.keys, systemClock);
  // Thirty looks and ten changes of an agency, a month apart from January 2012 on, and then its life of today.
  await world.sql(`insert into audit.access (at, agency_id, subject_agency_id, action, outcome, stage) select timestamptz '2012-01-01 12:00Z' + n * interval '1 month', $1, $1, 'children.view', 'ALLOWED', 'OWN' from generate_series(0, 29) n`, [agency]);
  await world.sql(`insert into audit.event (at, agency_id, table_name, operation, after) select timestamptz '2014-07-01 12:00Z' + n * interval '1 month', $1, 'unit', 'INSERT', '{"plan": "A word\u2028and \u00e9"}' from generate_series(0, 9) n`, [agency]);
  await world.sql(`insert into hub.agency (id, code, name, kind, region_band) values ($1, 'OLD', 'Old', 'COUNCIL', 'North')`, [agency]);
  await world.sql(`insert into hub.membership (agency_id, starts_on) values ($1, '2012-01-01')`, [agency]);
});
afterEach(async () => {
  await world.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const signer = () => new AuditSigner(world.keys.purposeKey('AUDIT_SIGNING'));
async function write(before: string): Promise<Boundary | null> {
  const chain = (await archives.chains()).find(({ code }) => code === 'OLD');
  if (!chain) throw new Error('There is no such chain.');
  return archives.write(chain, { before: day(before), folder });
}
async function archive(before: string): Promise<number> {
  const boundary = await write(before);
  return boundary ? removeArchived(database.ownerUrl, boundary) : 0;
}
async function verify(archiveFolder?: string): Promise<ChainReport> {
  const outside = readHeads(join(folder, 'audit-heads'));
  const reports = await new AuditVerification(world.uow).verify({ heads: outside, signer: signer(), archive: archiveFolder }, 'OLD');
  if (!reports?.[0]) throw new Error('There is no report.');
  return reports[0];
}
async function headAt(seq: number): Promise<SignedHead> {
  const [link] = await world.sql<{ hash: Buffer }>('select hash from audit.chain where agency_id = $1 and seq = $2', [agency, seq]);
  return signHead({ agencyId: agency, code: 'OLD', seq, hash: link?.hash ?? Buffer.alloc(0) }, new Date(), signer());
}
const left = async () => Number((await world.sql<{ n: string }>(`select count(*) as n from audit.chain where agency_id = $1`, [agency]))[0]?.n);
const past = (sql: string) => world.sql(`set session_replication_role = replica; ${sql}; set session_replication_role = origin`);

describe('the archive of the access log', () => {
  it('AUD-10: verify passes across an archive boundary', async () => {
    await heads.writeOut();
    const early = await headAt(5);
    expect(await archive('2013-01-01')).toBe(12);
    await new AuditHeads(world.uow, world.keys, systemClock, loadConfig({ HUB_DATA_DIR: folder })).writeOut();
    expect(await archive('2015-01-01')).toBe(24);
    expect(readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort()).toEqual(['audit-OLD-1-12.jsonl', 'audit-OLD-13-36.jsonl']);
    expect(statSync(join(folder, 'audit-OLD-1-12.jsonl')).mode & 0o777).toBe(0o600);
    // Thirty looks, ten changes, the membership, and a change for each boundary.
    expect(await verify(folder)).toEqual({ agency: 'OLD', links: 43, archived: 36, archiveFollowed: true, heads: 2, fault: null });
    expect(await verify()).toEqual({ agency: 'OLD', links: 43, archived: 36, archiveFollowed: false, heads: 2, fault: null });
    expect(await left()).toBe(7);
    expect(await world.sql('select count(*)::int as n from audit.access where agency_id = $1', [agency])).toEqual([{ n: 0 }]);
    expect(await world.sql(`select after ->> 'file' as file from audit.event where agency_id = $1 and table_name = 'boundary' order by id`, [agency])).toEqual([{ file: 'audit-OLD-1-12.jsonl' }, { file: 'audit-OLD-13-36.jsonl' }]);
    expect(await archive('2015-01-01')).toBe(0);
    // Heads of before the boundary are compared as far as there is something to compare them with.
    appendHeads(join(folder, 'audit-heads'), [early]);
    expect([(await verify()).heads, (await verify(folder)).heads]).toEqual([2, 3]);
    appendHeads(join(folder, 'audit-heads'), [signHead({ agencyId: agency, code: 'OLD', seq: 6, hash: Buffer.alloc(32, 1) }, new Date(), signer())]);
    expect([(await verify()).fault, (await verify(folder)).fault?.kind]).toEqual([null, 'REWRITTEN']);
  });

  it('AUD-10: a missing or altered archive file is named, with the row', async () => {
    await archive('2013-01-01');
    await archive('2015-01-01');
    const path = join(folder, 'audit-OLD-1-12.jsonl');
    copyFileSync(path, `${path}.kept`);
    const told = async (change: () => void) => {
      change();
      const { fault } = await verify(folder);
      copyFileSync(`${path}.kept`, path);
      return [fault?.kind, fault?.seq, fault?.message];
    };
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const put = (...changed: string[]) => () => writeFileSync(path, `${changed.join('\n')}\n`);
    expect(await told(() => renameSync(path, `${path}.away`))).toEqual(['ARCHIVE_MISSING', 1, expect.stringContaining('audit-OLD-1-12.jsonl')]);
    expect(await told(put(...lines.map((line, at) => (at === 4 ? line.replace('children.view', 'children.vieW') : line))))).toEqual(['ARCHIVE_ALTERED', 5, expect.stringMatching(/audit-OLD-1-12\.jsonl: audit\.access \d+, link 5, is not what was written/)]);
    expect(await told(put(...lines.filter((_, at) => at !== 6)))).toEqual(['ARCHIVE_ALTERED', 7, expect.stringContaining('Link 7 is missing')]);
    expect(await told(put(...lines.slice(0, 9)))).toEqual(['ARCHIVE_ALTERED', null, expect.stringContaining('is not the one that was written')]);
    expect(await told(put('{}', ...lines))).toEqual(['ARCHIVE_ALTERED', null, expect.stringContaining('line 1')]);
    expect(await told(put(...lines.slice(0, -1), lines.at(-1)?.replace('2013-01-01', '2013-01-02') ?? ''))).toEqual(['ARCHIVE_ALTERED', null, expect.stringContaining('does not end with the boundary')]);
    expect(await told(() => writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n')))).toEqual(['ARCHIVE_ALTERED', null, expect.stringContaining('is not the one that was written')]);
    expect(await told(() => undefined)).toEqual([undefined, undefined, undefined]);
  });

  it('AUD-10: a boundary that was forged, moved or taken away is found, and so is a row behind it', async () => {
    await archive('2013-01-01');
    const broken = async (change: string, back: string) => {
      await past(change);
      const { fault } = await verify();
      await past(back);
      return fault?.kind;
    };
    await world.sql('create table kept as select * from audit.boundary');
    const back = 'delete from audit.boundary; insert into audit.boundary select * from kept';
    expect(await broken(`update audit.boundary set file_name = 'another.jsonl'`, back)).toBe('FORGED_BOUNDARY');
    expect(await broken('delete from audit.boundary', back)).toBe('MISSING');
    // Somebody who cuts three rows more and moves the boundary to where the chain then begins.
    await world.sql('create table links as select * from audit.chain');
    const cut = `delete from audit.chain where agency_id = '${agency}' and seq <= 15; update audit.boundary set seq = 15, hash = (select hash from links where agency_id = '${agency}' and seq = 15)`;
    expect(await broken(cut, `${back}; insert into audit.chain select * from links on conflict do nothing`)).toBe('FORGED_BOUNDARY');
    expect(await broken(`update audit.access set action = 'x' where id = (select row_id from audit.chain where agency_id = '${agency}' and seq = 13)`, `update audit.access set action = 'children.view' where id = (select row_id from audit.chain where agency_id = '${agency}' and seq = 13)`)).toBe('ALTERED');
    expect((await verify(folder)).fault).toBeNull();
  });

  it('AUD-10: only what is ten years old and stands in the file as in the log is taken out, by hub_owner alone', async () => {
    const boundary = await write('2013-01-01');
    if (!boundary) throw new Error('Nothing was written.');
    const owner = await superuser(database.ownerUrl);
    const app = await superuser(database.appUrl);
    const call = (over: object) => owner.query('select audit.archive($1::jsonb)', [JSON.stringify({ ...boundary, ...over })]);
    await expect(app.query('select audit.archive($1::jsonb)', [JSON.stringify(boundary)])).rejects.toThrow(/permission denied/);
    for (const sql of ['delete from audit.access', 'delete from audit.chain', 'delete from audit.boundary', `update audit.boundary set seq = 1`]) {
      await expect(owner.query(sql)).rejects.toThrow(/permission denied/);
    }
    await expect(call({ hash: 'ab'.repeat(32) })).rejects.toThrow(/not the last one of the file/);
    await expect(call({ first: 2 })).rejects.toThrow(/begins at link 2 and the log at link 1/);
    await expect(call({ seq: 41 })).rejects.toThrow(/Link 41 is younger than ten years/);
    await past(`update audit.access set action = 'x' where id = (select row_id from audit.chain where agency_id = '${agency}' and seq = 3)`);
    await expect(call({})).rejects.toThrow(/Link 3 is missing or is not what was written/);
    await past(`update audit.access set action = 'children.view' where id = (select row_id from audit.chain where agency_id = '${agency}' and seq = 3)`);
    expect(await left()).toBe(41);
    await call({});
    expect(await left()).toBe(30);
    await expect(call({})).rejects.toThrow(/begins at link 1 and the log at link 13/);
    await owner.end();
    await app.end();
  });

  it('goes on where a stopped command left off, and takes no damaged file for an archive', async () => {
    const first = await write('2013-01-01');
    expect(await write('2013-01-01')).toEqual(first);
    const path = join(folder, first?.file ?? '');
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20));
    await expect(write('2013-01-01')).rejects.toThrow(/is there already and is no whole archive/);
    rmSync(path);
    writeFileSync(join(folder, 'audit-OLD.part'), 'half a fi');
    await archive('2013-01-01');
    expect([readdirSync(folder).filter((name) => name.startsWith('audit-')), (await verify(folder)).fault]).toEqual([['audit-OLD-1-12.jsonl'], null]);
  });

  it('is told on the pages and in the files of the log', async () => {
    const officer = { kind: 'user', userId: randomUUID(), agencyId: agency, agencyCode: 'OLD', agencyKind: 'COUNCIL', displayName: 'Olive', roles: ['DATA_PROTECTION_OFFICER'] } as const;
    const log = new LogService(world.uow, systemClock, world.vault);
    const pages = async () => [await log.accesses(officer, {}, { first: 5, after: null }), await log.changes(officer, {}, { first: 5, after: null })].map(({ archivedBefore }) => archivedBefore);
    expect(await pages()).toEqual([null, null]);
    await archive('2013-01-01');
    await archive('2014-01-01');
    expect(await pages()).toEqual(['2014-01-01', '2014-01-01']);
    const watermark = { person: 'Olive', agency: 'OLD', at: new Date(), purpose: 'to account for access', requestId: 'r', archivedBefore: day('2014-01-01') };
    for (const text of [looksCsv([], watermark), changesCsv([], watermark)]) expect(text).toContain('What is older than 2014-01-01 is in the archive of the access log and not in this file.');
    expect(looksCsv([], { ...watermark, archivedBefore: null })).not.toContain('archive');
  });
});
