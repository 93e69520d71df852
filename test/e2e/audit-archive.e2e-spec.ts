import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { HubCommand } from '../harness/hub-command';
import { testServer } from '../harness/server';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(testServer().folder, 'archive-'));
  const db = new Client({ connectionString: database.superuserUrl });
  await db.connect();
  const agency = randomUUID();
  await db.query(`insert into audit.access (at, agency_id, action, outcome) select timestamptz '2013-01-01 12:00Z' + n * interval '1 day', $1, 'children.view', 'ALLOWED' from generate_series(1, 25) n`, [agency]);
  await db.query(`insert into hub.agency (id, code, name, kind, region_band) values ($1, 'OLD', 'Old', 'COUNCIL', 'North')`, [agency]);
  await db.query(`insert into hub.membership (agency_id, starts_on) values ($1, '2013-01-01')`, [agency]);
  await db.end();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function hub(...args: string[]): Promise<readonly [number | null, string]> {
  const command = HubCommand.call(args, { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, HUB_DATA_DIR: join(folder, 'data'), HUB_LOG: 'none' });
  return [await command.exit(), command.said];
}

describe('hub archive-audit', () => {
  it('tells wrong usage and refuses what is too young', async () => {
    expect(await hub('archive-audit', '--help')).toEqual([0, expect.stringContaining('hub archive-audit --before YYYY-MM-DD --out FOLDER')]);
    expect(await hub('archive-audit', '--before', 'yesterday', '--out', folder)).toEqual([2, expect.stringContaining('--before takes a day')]);
    expect((await hub('archive-audit', '--before', '2014-01-01'))[0]).toBe(2);
    expect(await hub('archive-audit', '--before', new Date().toISOString().slice(0, 10), '--out', folder)).toEqual([1, expect.stringMatching(/ten years: --before \d{4}-\d\d-\d\d is the latest/)]);
  });

  it('AUD-10: moves old rows into files, across which hub verify-audit verifies, and names a file that is missing', async () => {
    const out = join(folder, 'files');
    expect(await hub('archive-audit', '--before', '2013-01-21', '--out', out)).toEqual([0, expect.stringContaining('OLD: 19 rows are in audit-OLD-1-19.jsonl.')]);
    const [code, said] = await hub('archive-audit', '--before', '2014-01-01', '--out', out, '--json');
    expect([code, (JSON.parse(said) as { agency: string | null }[]).find(({ agency }) => agency === 'OLD')]).toEqual([0, { agency: 'OLD', rows: 6, file: 'audit-OLD-20-25.jsonl' }]);
    expect(await hub('verify-audit', '--agency', 'OLD')).toEqual([0, expect.stringContaining('OLD: sound, 28 rows; the first 25 of them are in the archive and were not looked at (--archive)')]);
    expect(await hub('verify-audit', '--agency', 'OLD', '--archive', out)).toEqual([0, expect.stringContaining('OLD: sound, 28 rows, the first 25 of them in archive files')]);
    expect((await hub('verify-audit', '--archive', '/nowhere/at/all'))[0]).toBe(2);
    rmSync(join(out, 'audit-OLD-20-25.jsonl'));
    expect(await hub('verify-audit', '--archive', out)).toEqual([1, expect.stringContaining('OLD: BROKEN. The archive file audit-OLD-20-25.jsonl with links 20 to 25 is not in the folder.')]);
    expect(existsSync(join(out, 'audit-OLD-1-19.jsonl'))).toBe(true);
  }, 60_000);
});
