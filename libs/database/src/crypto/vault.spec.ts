import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Keyring } from './keyring';
import { UnsealError } from './seal';
import { Vault } from './vault';

const A = '11111111-1111-4111-8111-111111111111';
const B = '22222222-2222-4222-8222-222222222222';
const ROW = '33333333-3333-4333-8333-333333333333';
const OTHER = '44444444-4444-4444-8444-444444444444';
const TABLE = 'child_identity';

let folder: string;
let path: string;
let vault: Vault;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-keys-'));
  path = join(folder, 'keys', 'keys.json');
  vault = new Vault(Keyring.open(path));
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
        expect(() => vault.openRecord(A, TABLE, ROW, { ...sealed, [column]: altered })).toThrow(UnsealError);
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
    const key = vault.newRecordKey();
    expect(vault.open(place, 'file', vault.seal(place, 'file', file, key), vault.unwrap(place, vault.wrap(place, key)))).toEqual(file);
  });

  it('gives each agency and each kind of value its own blind index', () => {
    const index = vault.blindIndex(A, 'child', ' 1001 ');
    expect(index).toMatch(/^[0-9a-f]{64}$/);
    expect(vault.blindIndex(A, 'child', '1001')).toBe(index);
    expect(vault.blindIndex(B, 'child', '1001')).not.toBe(index);
    expect(vault.blindIndex(A, 'adult', '1001')).not.toBe(index);
  });
});

describe('Keyring', () => {
  it('keeps a key per agency in a file for its owner alone', () => {
    const keys = Keyring.open(path);
    const key = keys.ensure(A);
    expect(keys.ensure(A)).toEqual(key);
    expect(keys.ensure(B)).not.toEqual(key);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(Keyring.open(path).find(A)).toEqual(key);
  });

  it('reads a key that another process made meanwhile', () => {
    const [one, two] = [Keyring.open(path), Keyring.open(path)];
    const key = one.ensure(A);
    expect(two.find(A)).toEqual(key);
    expect(two.ensure(B)).toEqual(one.ensure(B));
    expect(Object.keys((JSON.parse(readFileSync(path, 'utf8')) as { agencies: object }).agencies)).toHaveLength(2);
  });

  it('refuses a file that others may read', () => {
    Keyring.open(path);
    chmodSync(path, 0o644);
    expect(() => Keyring.open(path)).toThrow(/readable by others/);
  });

  it('cannot open what was sealed under a lost key', () => {
    const sealed = vault.sealRecord(A, TABLE, ROW, { first_name: 'Ada' });
    const fresh = new Vault(Keyring.open(join(folder, 'other.json')));
    expect(() => fresh.openRecord(A, TABLE, ROW, sealed)).toThrow(UnsealError);
  });
});
