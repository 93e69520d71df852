import { fork, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './embedded-postgres';

const root = join(__dirname, '../../..');
const isRoot = process.getuid?.() === 0;
type Avoid = NonNullable<EmbeddedOptions['avoid']>;
const ways: { name: string; avoid: Avoid }[] = isRoot && process.platform === 'linux'
  ? [{ name: 'as root, the best way', avoid: [] }, { name: 'as root, without user namespaces', avoid: ['namespace'] }]
  : [{ name: 'as an ordinary user', avoid: [] }];

const pidIn = (folder: string) => Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 200 && isAlive(pid); i++) await pause(50);
  return !isAlive(pid);
}

async function ask(server: EmbeddedPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: server.superuserUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** A process of its own that starts the database and then waits to be killed. */
async function launcher(folder: string): Promise<ChildProcess> {
  const code = `require(${JSON.stringify(join(root, 'dist/libs/platform/src/embedded-postgres.js'))})
    .startEmbeddedPostgres({ dataDir: ${JSON.stringify(folder)}, durable: false }).then(() => process.send('up'), (e) => process.send(e.message))`;
  const file = join(folder, 'launcher.cjs');
  writeFileSync(file, code);
  const child = fork(file, [], { execArgv: [] });
  const word = await new Promise((resolve) => child.once('message', resolve));
  expect(word).toBe('up');
  return child;
}

describe.each(ways)('the embedded PostgreSQL, $name', ({ avoid }) => {
  const closed = mkdtempSync(join(tmpdir(), 'hub-embedded-'));
  const folder = join(closed, 'below', 'data');
  const start = () => startEmbeddedPostgres({ dataDir: folder, durable: false, avoid });

  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    // Only its owner (as root: only root) can enter, like a checkout in root's own home.
    chmodSync(closed, 0o700);
  });
  afterAll(() => rmSync(closed, { recursive: true, force: true }));

  test('starts below a folder that only its owner can enter, keeps its data, and leaves no process', async () => {
    const first = await start();
    await ask(first, 'create table kept as select 42 as answer');
    const pid = pidIn(folder);
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await start();
    expect(await ask(second, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  test('is PostgreSQL 18 in UTF-8 on the loopback address alone, and wants its password', async () => {
    const server = await start();
    const [facts] = await ask(server, `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding,
      current_setting('listen_addresses') as address, current_setting('unix_socket_directories') as sockets, current_setting('TimeZone') as zone`);
    expect(facts).toEqual({ major: 18, encoding: 'UTF8', address: '127.0.0.1', sockets: '', zone: 'UTC' });
    const stranger = new Client({ connectionString: server.superuserUrl.replace(/:[^:@]+@/, ':wrong@') });
    await expect(stranger.connect()).rejects.toThrow('password authentication failed');
    await server.stop();
  });

  test('a folder that another hub uses is refused in one line', async () => {
    const server = await start();
    await expect(start()).rejects.toThrow(/^The data folder is in use by another hub \(its database is process \d+\)\.$/);
    await server.stop();
  });
});

describe('after an accident', () => {
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'hub-embedded-')); });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const start = () => startEmbeddedPostgres({ dataDir: folder, durable: false });

  test('kill -9 of whoever started it ends the database too, and the next start works', async () => {
    const child = await launcher(folder);
    const pid = pidIn(folder);
    child.kill('SIGKILL');
    expect(await gone(pid)).toBe(true);
    await (await start()).stop();
  });

  test('kill -9 of the database itself is told, and the next start recovers', async () => {
    const server = await startEmbeddedPostgres({ dataDir: folder });
    await ask(server, 'create table kept as select 1 as one');
    process.kill(pidIn(folder), 'SIGKILL');
    expect(await server.ended).not.toBe(0);
    const again = await start();
    expect(await ask(again, 'select one from kept')).toEqual([{ one: 1 }]);
    await again.stop();
  });

  test('a pid file whose number belongs to another program by now is no obstacle', async () => {
    await (await start()).stop();
    const other = spawn('sleep', ['60']);
    writeFileSync(join(folder, 'postgres/postmaster.pid'), `${other.pid}\n${folder}/postgres\n1\n5999\n\n127.0.0.1\n  1 1\nready\n`, { mode: 0o600 });
    await (await start()).stop();
    other.kill();
  });

  test('a start that was cut short while making the files leaves nothing half-made', async () => {
    mkdirSync(join(folder, 'postgres.new'));
    writeFileSync(join(folder, 'postgres.new', 'PG_VERSION'), '18\n');
    await (await start()).stop();
  });

  test.each([
    ['holds something else', (data: string) => { mkdirSync(data); writeFileSync(join(data, 'notes.txt'), ''); }, /^The data folder is broken: .+ holds no PostgreSQL database\..+$/],
    ['is of another version', (data: string) => { mkdirSync(data); writeFileSync(join(data, 'PG_VERSION'), '15\n'); }, /^The data folder is broken: .+ made by PostgreSQL 15, and this hub brings 18\..+$/],
    ['has lost its password', (data: string) => { mkdirSync(data); writeFileSync(join(data, 'PG_VERSION'), '18\n'); }, /^The data folder is broken: .+postgres\.password is missing or empty\..+$/],
  ])('a data folder that %s gives one clear line', async (_, spoil, message) => {
    spoil(join(folder, 'postgres'));
    await expect(start()).rejects.toThrow(message);
  });

  test('damaged database files give one clear line with the reason of PostgreSQL', async () => {
    await (await start()).stop();
    writeFileSync(join(folder, 'postgres/global/pg_control'), 'spoilt');
    await expect(start()).rejects.toThrow(/^The database under \S+ could not be started: .*pg_control.* \(log: \S+\)\.$/);
  });

  test('a place that cannot hold a folder gives one clear line', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(startEmbeddedPostgres({ dataDir: join(folder, 'file', 'data') })).rejects.toThrow(/^The data folder \S+ cannot be written to \(ENOTDIR\)\.$/);
  });
});
