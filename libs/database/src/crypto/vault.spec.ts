import { createCipheriv } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileKeyStore } from './file-key-store';
import { UnsealError } from './seal';
import { Vault } from './vault';

const A = '11111111-1111-4111-8111-111111111111';
const B = '22222222-2222-4222-8222-222222222222';
const ROW = '33333333-3333-4333-8333-333333333333';
const OTHER = '44444444-4444-4444-8444-444444444444';
const TABLE = 'child_identity';

let folder: string;
let path: string;
let keys: FileKeyStore;
let vault: Vault;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-keys-'));
  path = join(folder, 'keys', 'keys.json');
  keys = FileKeyStore.open(path);
  vault = new Vault(keys);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('Vault', () => {
  it('opens what it sealed, and leaves null alone', () => {
    const sealed = vault.sealRecord(A, TABLE, ROW, { first_name: 'Zoë 🦊', last_name: '', notes: null });
    expect(sealed.notes).toBeNull();
    expect(sealed.first_name?.includes('Zo')).toBe(false);
    expect(vault.openRecord(A, TABLE, ROW, sealed)).toEqual({ first_name: 'Zoë 🦊', last_name: '', notes: null });
  });

  it('seals the same value differently each time', () => {
    const seal = () => vault.sealRecord(A, TABLE, ROW, { first_name: 'Ada' }).first_name?.toString('hex');
    expect(seal()).not.toBe(seal());
  });

  it('does not open a ciphertext moved to another row, agency, table or column', () => {
    vault.sealRecord(B, TABLE, ROW, { first_name: 'Bea' });
    const sealed = vault.sealRecord(A, TABLE, ROW, { first_name: 'Ada', last_name: 'Fox' });
    expect(() => vault.openRecord(A, TABLE, OTHER, sealed)).toThrow(UnsealError);
    expect(() => vault.openRecord(B, TABLE, ROW, sealed)).toThrow(UnsealError);
    expect(() => vault.openRecord(A, 'adult_identity', ROW, sealed)).toThrow(UnsealError);
    expect(() => vault.openRecord(A, TABLE, ROW, { ...sealed, first_name: sealed.last_name })).toThrow(UnsealError);
  });

  it('does not open one value of another record under the same agency', () => {
    const one = vault.sealRecord(A, TABLE, ROW, { first_name: 'Ada' });
    const two = vault.sealRecord(A, TABLE, OTHER, { first_name: 'Bea' });
    expect(() => vault.openRecord(A, TABLE, ROW, { ...one, first_name: two.first_name })).toThrow(UnsealError);
  });

  it('notices any altered byte', () => {
    const sealed = vault.sealRecord(A, TABLE, ROW, { first_name: 'Ada' });
    for (const column of ['wrapped_key', 'first_name'] as const) {
      const whole = sealed[column] as Buffer;
      for (let i = 0; i < whole.length; i++) {
        const altered = Buffer.from(whole);
        altered[i] = (altered[i] ?? 0) ^ 1;
        expect(() => vault.openRecord(A, TABLE, ROW, { ...sealed, [column]: altered })).toThrow();
      }
      expect(() => vault.openRecord(A, TABLE, ROW, { ...sealed, [column]: whole.subarray(0, 20) })).toThrow(UnsealError);
    }
  });

  it('adds a value to a record under the data key it has', () => {
    const sealed = vault.sealRecord(A, TABLE, ROW, { first_name: 'Ada' });
    const more = vault.resealRecord(A, TABLE, ROW, sealed.wrapped_key, { last_name: 'Fox' });
    expect(vault.openRecord(A, TABLE, ROW, { ...sealed, ...more })).toEqual({ first_name: 'Ada', last_name: 'Fox' });
  });

  it('seals a file as it is', () => {
    const place = { agencyId: A, table: 'import_batch', rowId: ROW };
    const file = Buffer.from([0, 255, 128, 10, 13]);
    const sealed = vault.sealRecord(A, place.table, ROW, { file });
    expect(vault.open(place, 'file', sealed.file as Buffer, vault.unwrap(place, sealed.wrapped_key))).toEqual(file);
  });

  it('gives each agency and each kind of value its own blind index', () => {
    const index = vault.blindIndex(A, 'child', ' 1001 ');
    expect(index).toMatch(/^[0-9a-f]{64}$/);
    expect(vault.blindIndex(A, 'child', '1001')).toBe(index);
    expect(vault.blindIndex(B, 'child', '1001')).not.toBe(index);
    expect(vault.blindIndex(A, 'adult', '1001')).not.toBe(index);
  });
});

describe('an agency with several keys', () => {
  const names = { first_name: 'Ada' };

  it('two live key versions: old decrypts, new encrypts', () => {
    const before = vault.sealRecord(A, TABLE, ROW, names);
    const added = keys.addKey(A);
    const after = vault.sealRecord(A, TABLE, OTHER, names);
    expect(keys.keys(A).map(({ version }) => version)).toEqual([2, 1]);
    expect(vault.openRecord(A, TABLE, ROW, before)).toEqual(names);
    expect(vault.openRecord(A, TABLE, OTHER, after)).toEqual(names);
    expect(after.wrapped_key.includes(added.id)).toBe(true);
    expect(before.wrapped_key.includes(added.id)).toBe(false);
    keys.retireKey(A, 1);
    expect(vault.openRecord(A, TABLE, OTHER, after)).toEqual(names);
    expect(() => new Vault(FileKeyStore.open(path)).openRecord(A, TABLE, ROW, before)).toThrow(expect.objectContaining({ code: 'KEY_UNAVAILABLE' }));
  });

  it('rewraps the data key and touches no value; then the old key opens nothing', () => {
    const { wrapped_key: old, ...values } = vault.sealRecord(A, TABLE, ROW, names);
    keys.addKey(A);
    const wrapped_key = vault.rewrap({ agencyId: A, table: TABLE, rowId: ROW }, old);
    keys.retireKey(A, 1);
    expect(new Vault(FileKeyStore.open(path)).openRecord(A, TABLE, ROW, { ...values, wrapped_key })).toEqual(names);
    expect(() => vault.rewrap({ agencyId: A, table: TABLE, rowId: OTHER }, wrapped_key)).toThrow(UnsealError);
  });

  it('never loses its last key', () => {
    keys.currentKey(A);
    expect(() => keys.retireKey(A, 1)).toThrow(/last key/);
  });
});

describe('texts about records', () => {
  const [ONE, TWO] = ['55555555-5555-4555-8555-555555555555', '66666666-6666-4666-8666-666666666666'];
  const place = { agencyId: A, table: 'disclosure_grant', rowId: ROW, shareIds: [ONE, TWO] };
  const said = { purpose: 'For both', note: null };

  it('open while each of the records has its share, and are gone with the first that is destroyed', () => {
    const sealed = vault.sealTexts(place, said);
    expect(vault.openTexts(place, sealed)).toEqual(said);
    expect(new Vault(FileKeyStore.open(path)).openTexts(place, sealed)).toEqual(said);
    expect(keys.countShares(A)).toEqual({ held: 2, destroyed: 0 });
    keys.destroyShares(A, [TWO]);
    expect(vault.openTexts(place, sealed)).toEqual({ purpose: null, note: null });
    // Nor does it open to somebody who leaves the destroyed one out, or seals again under its name.
    expect(() => vault.openTexts({ ...place, shareIds: [ONE] }, sealed)).toThrow(UnsealError);
    expect(() => vault.sealTexts(place, said)).toThrow(expect.objectContaining({ code: 'RECORD_DESTROYED' }));
  });

  it('are bound to their place and to all of the records, and take further ones', () => {
    const sealed = vault.sealTexts(place, said);
    const more = vault.addTexts(place, sealed.wrapped_key as Buffer, { note: 'Later' });
    expect(vault.openTexts(place, { ...sealed, ...more })).toEqual({ purpose: 'For both', note: 'Later' });
    for (const elsewhere of [{ rowId: OTHER }, { table: 'ruled_out' }, { shareIds: [ONE] }, { shareIds: [TWO, ONE] }]) expect(() => vault.openTexts({ ...place, ...elsewhere }, sealed)).toThrow(UnsealError);
    expect(() => vault.openTexts(place, { ...sealed, note: sealed.purpose })).toThrow(UnsealError);
  });

  it('need no key where nothing is said, and are never sealed without a record', () => {
    expect(vault.sealTexts({ ...place, shareIds: [] }, { note: null })).toEqual({ wrapped_key: null, note: null });
    expect(vault.openTexts({ ...place, shareIds: [] }, { wrapped_key: null, note: null })).toEqual({ note: null });
    expect(() => vault.sealTexts({ ...place, shareIds: [] }, said)).toThrow(/no record/);
  });
});

describe('a hub from before shares and key versions', () => {
  it('is opened, brought forward once with its file kept beside it, and reads what it sealed then', () => {
    const old = { version: 1, blindIndexKey: key64(1), agencies: { [A]: key64(2) } };
    const first = join(folder, 'first.json');
    writeFileSync(first, JSON.stringify(old), { mode: 0o600 });
    // As the first kind was: no share, the data key sealed by the agency's key alone. Written out, not made by the code under test.
    const dataKey = Buffer.from(key64(3), 'base64');
    const sealed = { wrapped_key: gcm(Buffer.from(key64(2), 'base64'), `${TABLE}|wrapped_key|${ROW}|${A}`, dataKey), first_name: gcm(dataKey, `${TABLE}|first_name|${ROW}|${A}`, Buffer.from('Ada')) };
    const forward = new Vault(FileKeyStore.open(first));
    expect(forward.openRecord(A, TABLE, ROW, sealed)).toEqual({ first_name: 'Ada' });
    expect(JSON.parse(readFileSync(`${first}.v1`, 'utf8'))).toEqual(old);
    const now = readFileSync(first, 'utf8');
    expect(JSON.parse(now)).toMatchObject({ version: 2, purposes: { BLIND_INDEX: key64(1) }, agencies: { [A]: { keys: [{ version: 1, key: key64(2) }] } } });
    FileKeyStore.open(first);
    expect(readFileSync(first, 'utf8')).toBe(now);
    const rewrapped = forward.rewrap({ agencyId: A, table: TABLE, rowId: ROW }, sealed.wrapped_key);
    expect(forward.openRecord(A, TABLE, ROW, { ...sealed, wrapped_key: rewrapped })).toEqual({ first_name: 'Ada' });
    expect(forward.openRecord(A, TABLE, OTHER, forward.sealRecord(A, TABLE, OTHER, { first_name: 'Bea' }))).toEqual({ first_name: 'Bea' });
  });
});

const key64 = (seed: number): string => Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 37 + seed * 101 + 128) % 256)).toString('base64');

function gcm(key: Buffer, place: string, plaintext: Buffer): Buffer {
  const iv = Buffer.alloc(12, 9);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.of(1), iv, cipher.getAuthTag(), body]);
}
