import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSecretFile, readSecretFile } from './secret-file';

describe('the secret file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-secret-'));
  const file = join(folder, 'deep', 'secret.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is made once, for its owner alone, and gives each use its own key', () => {
    ensureSecretFile(file);
    const [csrf, throttle] = [readSecretFile(file)('csrf'), readSecretFile(file)('throttle')];
    ensureSecretFile(file);
    expect(readSecretFile(file)('csrf')).toEqual(csrf);
    expect(csrf).toHaveLength(32);
    expect(csrf).not.toEqual(throttle);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('is refused when others can read it', () => {
    chmodSync(file, 0o644);
    expect(() => readSecretFile(file)).toThrow('other users');
  });

  test.each(['', 'not json', '{"secret":"c2hvcnQ="}', `{"secret":"${Buffer.alloc(32).toString('base64')}"}`])('is refused when it holds %j', (content) => {
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, content, { mode: 0o600 });
    expect(() => readSecretFile(bad)).toThrow('32 random bytes');
  });

  test('is refused when it is missing', () => {
    expect(() => readSecretFile(join(folder, 'none.json'))).toThrow('is missing');
  });
});
