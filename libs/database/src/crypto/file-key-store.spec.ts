import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileKeyStore, type TellLoss } from './file-key-store';

const A = '11111111-1111-4111-8111-111111111111';
const B = '22222222-2222-4222-8222-222222222222';
const ROW = '33333333-3333-4333-8333-333333333333';

let folder: string;
let path: string;
let shares: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-keys-'));
  path = join(folder, 'keys', 'keys.json');
  shares = join(`${path}.shares`, `${A}.bin`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (tell?: TellLoss): FileKeyStore => FileKeyStore.open(path, tell);
const lost = (what: string): Error => expect.objectContaining({ code: 'KEY_UNAVAILABLE', details: expect.objectContaining({ what }) as object }) as Error;
const content = () => JSON.parse(readFileSync(path, 'utf8')) as { purposes: Record<string, string>; agencies: Record<string, { keys: { key: string }[] }> };

describe('the key file', () => {
  it('keeps a key per purpose and per agency, for its owner alone', () => {
    const keys = open();
    const [a, b] = [keys.currentKey(A), keys.currentKey(B)];
    const all = [a.key, b.key, keys.purposeKey('BLIND_INDEX'), keys.purposeKey('AUDIT_SIGNING')];
    expect(new Set(all.map((key) => key.toString('hex'))).size).toBe(4);
    expect(all.map(({ length }) => length)).toEqual([32, 32, 32, 32]);
    expect(open().currentKey(A)).toEqual(a);
    for (const file of [path, shares]) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'keys')).sort()).toEqual(['keys.json', 'keys.json.shares']);
  });

  it('is one for all processes: each sees at once what another made, added and retired', () => {
    const [one, two] = [open(), open()];
    expect(two.currentKey(A)).toEqual(one.currentKey(A));
    const added = one.addKey(A);
    expect(two.currentKey(A)).toEqual(added);
    expect(two.keys(A)).toHaveLength(2);
    one.retireKey(A, 1);
    expect(two.keys(A)).toEqual([added]);
  });

  it('is refused when others may read it, when it is damaged and when it is of an unknown kind', () => {
    open();
    chmodSync(path, 0o644);
    expect(() => open()).toThrow(/readable by others/);
    for (const [text, words] of [['{"version":2', /damaged/], ['{"version":3,"agencies":{}}', /unknown kind/]] as const) {
      writeFileSync(path, text);
      chmodSync(path, 0o600);
      expect(() => open()).toThrow(words);
    }
  });

  it.each([
    ['the sample key of the manual', Buffer.from('sample key: never for real data!').toString('base64')],
    ['a short key', Buffer.from('c2hvcnQ=', 'base64').toString('base64')],
    ['32 zeros', Buffer.alloc(32).toString('base64')],
  ])('is refused with %s, as purpose or as agency, without repeating it', (_, key) => {
    open().currentKey(A);
    const good = content();
    for (const bad of [{ ...good, purposes: { ...good.purposes, BLIND_INDEX: key } }, { ...good, agencies: { [A]: { ...good.agencies[A], keys: [{ version: 1, key, made: '2026-01-01' }] } } }]) {
      writeFileSync(path, JSON.stringify(bad));
      expect(() => open()).toThrow(/short, a sample or a sentence/);
      expect(() => open()).toThrow(expect.not.objectContaining({ message: expect.stringContaining(key) as string }));
    }
  });

  it('is refused where two purposes share one key', () => {
    open();
    const good = content();
    writeFileSync(path, JSON.stringify({ ...good, purposes: { BLIND_INDEX: good.purposes.BLIND_INDEX, AUDIT_SIGNING: good.purposes.BLIND_INDEX } }));
    expect(() => open()).toThrow(/one key twice/);
  });

  it('BAK-3: a lost agency key is told as such, costs that agency alone, and is never replaced by a new one', () => {
    const keys = open();
    for (const agency of [A, B]) keys.addShares(agency, [ROW]);
    const { [A]: gone, ...agencies } = content().agencies;
    expect(gone).toBeDefined();
    writeFileSync(path, JSON.stringify({ ...content(), agencies }));
    const told: unknown[] = [];
    const after = open((loss) => told.push(loss));
    expect(() => after.keyOf(A)).toThrow(lost('AGENCY_KEY'));
    expect(() => after.currentKey(A)).toThrow(lost('AGENCY_KEY'));
    expect(() => after.share(A, ROW)).toThrow(lost('AGENCY_KEY'));
    expect(after.share(B, ROW)).toHaveLength(32);
    expect(told).toEqual([{ agencyId: A, what: 'AGENCY_KEY' }]);
  });
});

describe('shares', () => {
  const ids = Array.from({ length: 5000 }, () => randomUUID());

  it('are one for each record, kept, and seen by other processes at once', () => {
    const [one, two] = [open(), open()];
    one.addShares(A, ids);
    const held = ids.map((id) => two.share(A, id).toString('hex'));
    expect(new Set(held).size).toBe(ids.length);
    one.addShares(A, [ROW, ...ids]);
    expect(two.share(A, ROW)).toEqual(open().share(A, ROW));
    const three = open();
    expect(ids.map((id) => three.share(A, id).toString('hex'))).toEqual(held);
    expect(two.countShares(A)).toEqual({ held: 5001, destroyed: 0 });
  });

  it('are destroyed where they stand: no byte of them is left in any file, and a process that held them sees it at once', () => {
    const [one, two] = [open(), open()];
    one.addShares(A, ids.slice(0, 100));
    const [first, second] = [ids[3] ?? '', ids[4] ?? ''];
    const [gone, kept] = [two.share(A, first), two.share(A, second)];
    expect(one.destroyShares(A, [first])).toBe(1);
    expect(() => two.share(A, first)).toThrow(expect.objectContaining({ code: 'RECORD_DESTROYED' }));
    expect(two.share(A, second)).toEqual(kept);
    expect([two.isDestroyed(A, first), two.isDestroyed(A, second), two.isDestroyed(A, ROW)]).toEqual([true, false, false]);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    expect(files.filter((bytes) => bytes.includes(kept))).toHaveLength(1);
    expect(files.filter((bytes) => bytes.includes(gone.subarray(0, 8)))).toEqual([]);
    one.addShares(A, [first]);
    expect(() => open().share(A, first)).toThrow(expect.objectContaining({ code: 'RECORD_DESTROYED' }));
    expect(one.destroyShares(A, [first])).toBe(0);
    expect(two.countShares(A)).toEqual({ held: 99, destroyed: 1 });
  });

  it('can be destroyed before there ever was one: none is made afterwards', () => {
    const keys = open();
    keys.currentKey(A);
    keys.destroyShares(A, [ROW]);
    keys.addShares(A, [ROW]);
    expect(() => keys.share(A, ROW)).toThrow(expect.objectContaining({ code: 'RECORD_DESTROYED' }));
  });

  it('that are lost are told as lost: the file away, another in its place, cut short, or damaged', () => {
    const told: unknown[] = [];
    const keys = open((loss) => told.push(loss));
    keys.addShares(A, ids.slice(0, 10));
    keys.addShares(B, [ROW]);
    const last = ids[9] ?? '';
    const copy = join(folder, 'copy');
    copyFileSync(shares, copy);
    renameSync(shares, join(folder, 'away'));
    expect(() => keys.countShares(A)).toThrow(lost('SHARE_FILE'));
    expect(() => keys.share(A, last)).toThrow(lost('SHARE_FILE'));
    copyFileSync(join(`${path}.shares`, `${B}.bin`), shares);
    expect(() => keys.share(A, last)).toThrow(lost('SHARE_FILE'));
    copyFileSync(copy, shares);
    truncateSync(shares, statSync(shares).size - 64);
    expect(() => open().share(A, last)).toThrow(lost('SHARE'));
    const bytes = readFileSync(copy);
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    writeFileSync(shares, bytes);
    expect(() => open().share(A, last)).toThrow(lost('SHARE'));
    copyFileSync(copy, shares);
    expect(open().share(A, last)).toHaveLength(32);
    expect(keys.share(B, ROW)).toHaveLength(32);
    expect(told).toEqual([{ agencyId: A, what: 'SHARE_FILE' }]);
  });

  it('go on after a process died in the middle of writing one', () => {
    open().addShares(A, [ROW]);
    writeFileSync(shares, Buffer.from('half a slot'), { flag: 'a' });
    open().addShares(A, ids.slice(0, 2));
    expect(ids.slice(0, 2).map((id) => open().share(A, id).length)).toEqual([32, 32]);
    expect(statSync(shares).size % 64).toBe(0);
  });
});
