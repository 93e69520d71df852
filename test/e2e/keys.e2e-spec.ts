import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Actor } from '@hub/domain/access/actor';
import { FileKeyStore } from '@hub/database/crypto/file-key-store';
import { applyChildren } from '@hub/features/children/apply-children.queries';
import { ago, childFacts, today } from '@hub/features/keys/spec-keys';
import type { AgencyKeys } from '@hub/features/keys/key-status.service';
import { projectRoot } from '@hub/platform/project-root';
import type { GraphQLClient } from '../harness/graphql-client';
import { HubCommand } from '../harness/hub-command';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { openWorld, type World } from '../harness/world';

const CHILDREN = 1500;
const UNIT = 'query ($reference: String!) { unit(reference: $reference) { record { children { reference firstName } } } }';

interface Answer {
  readonly unit: { readonly record: { readonly children: readonly { readonly reference: string; readonly firstName: string }[] } };
}

let hub: RunningHub;
let world: World;
let finder: GraphQLClient & { userId: string };
let references: string[];

beforeAll(async () => {
  hub = await startHub({ worker: false });
  world = await openWorld(hub.database, join(hub.dataDir, 'keys.json'));
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  finder = await person(admin, { agency: 'NMB', email: 'finder@nmb.example.test', roles: ['FAMILY_FINDER'] });
  await person(admin, { agency: 'NMB', email: 'officer@nmb.example.test', roles: ['DATA_PROTECTION_OFFICER'] });
  await person(admin, { agency: 'NMB', email: 'manager@nmb.example.test', roles: ['APPROVING_MANAGER'] });
  const [agency] = await world.sql<{ id: string }>(`select id from hub.agency where code = 'NMB'`);
  const actor: Actor = { kind: 'user', userId: finder.userId, agencyId: agency?.id ?? '', agencyCode: 'NMB', agencyKind: 'COUNCIL', displayName: '', roles: ['FAMILY_FINDER'] };
  const facts = Array.from({ length: CHILDREN }, (_, at) => childFacts(`C${at}`, at === 0 ? { decisionReversedOn: ago(1), reversalReason: 'RD4' } : {}));
  await world.run(actor, 'imports.apply', (tx) => applyChildren(tx, world.vault, actor, facts, today));
  references = (await world.sql<{ reference: string }>('select u.reference from hub.unit u join hub.child c on c.unit_id = u.id order by c.state desc, c.id')).map(({ reference }) => reference);
}, 120_000);
afterAll(async () => {
  await world?.close();
  await hub?.stop();
});

const keys = (...args: string[]): HubCommand => HubCommand.call(['keys', ...args], hub.environment);

/** With something to read on the standard input. */
function called(args: readonly string[], input: string): Promise<{ status: number | null; stderr: string }> {
  const child = spawn(process.execPath, [join(projectRoot(), 'bin/hub.js'), ...args], { env: { ...process.env, ...hub.environment }, stdio: ['pipe', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (piece: Buffer) => { stderr += piece.toString(); });
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, stderr })));
}

async function status(): Promise<AgencyKeys | undefined> {
  const command = keys('status', '--json');
  await command.exit();
  return (JSON.parse(command.said) as AgencyKeys[]).find(({ code }) => code === 'NMB');
}

const nameIn = async (reference: string): Promise<string | undefined> => (await finder.query<Answer>(UNIT, { reference })).unit.record.children[0]?.firstName;

test('rotation without downtime: killed in the middle it goes on, and the hub reads every record all the while', async () => {
  let reads = 0;
  let isOver = false;
  const reader = (async () => {
    for (; !isOver; reads += 1) expect(await nameIn(references[reads % references.length] ?? '')).toMatch(/^First C\d+$/);
  })();
  const killed = keys('rotate', '--agency', 'NMB');
  await killed.says(/500 data keys rewrapped/);
  await killed.end('SIGKILL');
  const half = await status();
  expect(half?.versions.map(({ version }) => version)).toEqual([2, 1]);
  expect(half?.versions.every(({ records }) => records > 0)).toBe(true);
  const again = keys('rotate', '--agency', 'NMB');
  expect([await again.exit(), again.said]).toEqual([0, expect.stringContaining('NMB seals with key version 2 now') as string]);
  isOver = true;
  await reader;
  expect(reads).toBeGreaterThan(10);
  expect(await status()).toMatchObject({ versions: [{ version: 2, records: 2 * CHILDREN }], shares: { held: CHILDREN, destroyed: 0 }, problems: [] });
  expect(await nameIn(references[7] ?? '')).toMatch(/^First C\d+$/);
}, 120_000);

test('a record is destroyed by two people who sign in, and the serving hub sees it at once', async () => {
  const [child] = await world.sql<{ reference: string; unit: string }>(`select c.reference, u.reference as unit from hub.child c join hub.unit u on u.id = c.unit_id where c.state = 'PLAN_CHANGED'`);
  const { reference, unit } = child!;
  expect(await nameIn(unit)).toBe('First C0');
  const shred = (email: string, password: string, ...args: string[]) => called(['keys', 'shred', '--reference', reference, '--as', email, ...args], `${password}\n`);
  const asked = ['--reason', 'The family left the region'];
  expect(await shred('officer@nmb.example.test', 'wrong', ...asked)).toMatchObject({ status: 1, stderr: 'hub keys: The email address or the password is not right.\n' });
  expect(await shred('finder@nmb.example.test', PASSWORD, ...asked)).toMatchObject({ status: 1, stderr: 'hub keys: You may not do this.\n' });
  expect(await shred('officer@nmb.example.test', PASSWORD, ...asked)).toMatchObject({ status: 0 });
  expect(await shred('officer@nmb.example.test', PASSWORD, '--confirm')).toMatchObject({ status: 1, stderr: 'hub keys: Another person of the agency has to confirm what you asked for.\n' });
  expect(await nameIn(unit)).toBe('First C0');
  expect(await shred('manager@nmb.example.test', PASSWORD, '--confirm')).toMatchObject({ status: 0 });
  expect((await finder.query<Answer>(UNIT, { reference: unit })).unit.record.children).toEqual([]);
  expect(await world.sql(`select count(*)::int as open from hub.session s join hub.app_user u on u.id = s.user_id where u.email like 'officer%' and s.ended_at is null`)).toEqual([{ open: 1 }]);
}, 120_000);

test.each([['status', 'extra'], ['rotate'], ['shred', '--reference', 'X'], ['shred', '--reference', 'X', '--as', 'a@b.c', '--reason', 'why', '--confirm'], ['melt']])('hub keys told wrongly tells its usage: %s', async (...args) => {
  const command = keys(...args);
  expect(await command.exit()).toBe(2);
  expect(command.said).toContain('hub keys rotate --agency CODE');
});

test('several processes make shares at once, and none is lost', async () => {
  const file = join(hub.dataDir, 'many', 'keys.json');
  const agency = randomUUID();
  const script = `const { FileKeyStore } = require(${JSON.stringify(join(projectRoot(), 'dist/libs/database/src/crypto/file-key-store.js'))});
    const { randomUUID } = require('node:crypto');
    const keys = FileKeyStore.open(${JSON.stringify(file)});
    const made = [];
    for (let i = 0; i < 100; i++) { const ids = [randomUUID(), randomUUID()]; keys.addShares(${JSON.stringify(agency)}, ids); made.push(...ids); }
    console.log(JSON.stringify(made.map((id) => [id, keys.share(${JSON.stringify(agency)}, id).toString('hex')])));`;
  const printed = await Promise.all([1, 2, 3].map(() => new Promise<string>((resolve) => {
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (piece: Buffer) => { text += piece.toString(); });
    child.once('close', () => resolve(text));
  })));
  const made = printed.flatMap((text) => JSON.parse(text) as [string, string][]);
  const store = FileKeyStore.open(file);
  expect(store.countShares(agency)).toEqual({ held: 600, destroyed: 0 });
  expect(made.filter(([id, share]) => store.share(agency, id).toString('hex') !== share)).toEqual([]);
});
