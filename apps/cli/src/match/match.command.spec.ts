import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { matchCommand } from './match.command';

const example = (name: string): string => resolve(__dirname, '../../../../libs/domain/src/matching/example', name);
const POOL = ['--pool', example('pool.json')];

describe('hub match', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-match-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function hub(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await matchCommand.run(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  function written(name: string, content: unknown): string {
    const file = join(folder, name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  }

  it('prints the worked example as JSON', async () => {
    const { code, out } = await hub(...POOL, '--policy', example('policy.json'), '--blocked', '--json');
    const expected = JSON.parse(readFileSync(example('result.json'), 'utf8')) as readonly Record<string, unknown>[];
    const actual = JSON.parse(out) as readonly Record<string, unknown>[];
    const rounded = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'number' ? Number(part.toFixed(9)) : part));
    expect(code).toBe(0);
    expect(rounded(actual)).toEqual(rounded(expected));
  });

  it('lists the blocked only when asked, and no more than the top', async () => {
    const { out } = await hub(...POOL, '--top', '1', '--json');
    const results = JSON.parse(out) as readonly { readonly candidates: readonly unknown[] }[];
    expect(results.map(({ candidates }) => candidates.length)).toEqual([1, 1, 1]);
    expect(results[0]).not.toHaveProperty('blockedHouseholds');
  });

  it('prints a table for people', async () => {
    const { code, out } = await hub(...POOL, '--blocked');
    expect(code).toBe(0);
    expect(out).toContain('U1: 2 eligible, 1 conditional, 3 blocked; priority 1.77');
    expect(out).toMatch(/H6 +conditional +B +72\.4 +68\.4 to 76\.3 +92 % +parentalMentalIllness +available/);
    expect(out).toMatch(/H1 +groupSize, age/);
  });

  it('explains a listed pair with contributions that sum to the rank', async () => {
    const { code, out } = await hub(...POOL, '--explain', 'U1', 'H6');
    expect(code).toBe(0);
    expect(out).toContain('U1 with H6: conditional, band B');
    expect(out).toMatch(/contact +8 +0\.25 +2\.63/);
    expect(out).toMatch(/sum: the rank +72\.37/);
    expect(out).toContain('available: record whether the household is available');
  });

  it('explains a blocked pair, also as JSON', async () => {
    const { out } = await hub(...POOL, '--explain', 'U2', 'H1');
    expect(out).toMatch(/FAIL +groupSize/);
    expect(out).toContain('What would have to change');
    const explained = JSON.parse((await hub(...POOL, '--json', '--explain', 'U2', 'H1')).out) as Record<string, unknown>;
    expect(explained).toMatchObject({ unit: 'U2', household: 'H1', status: 'blocked', blockers: ['groupSize', 'age'] });
  });

  it('shows its usage', async () => {
    const { code, out } = await hub('--help');
    expect([code, out.startsWith('Usage: hub match')]).toEqual([0, true]);
  });

  it.each([
    [['--json'], 'Say which pool'],
    [[...POOL, '--top', '0'], '--top takes a whole number'],
    [[...POOL, '--top', 'ten'], '--top takes a whole number'],
    [[...POOL, '--explain', 'U1'], '--explain takes two ids'],
    [[...POOL, 'U1'], '"U1" is not understood here'],
    [[...POOL, '--frob'], 'There is no option --frob.'],
    [['--pool'], "argument missing"],
  ])('answers %j with usage', async (args, sentence) => {
    const { code, err, out } = await hub(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });

  it('names what is wrong with a file', async () => {
    expect(await hub('--pool', join(folder, 'none.json'))).toMatchObject({ code: 1, err: expect.stringContaining('there is no such file') });
    expect(await hub('--pool', written('broken.json', '{'))).toMatchObject({ code: 1, err: expect.stringContaining('is not JSON') });
    const unit = { id: 'U1', agency: 'ALD', members: [{ dateOfBirth: '2026-02-30' }], waitingSince: '2026-01-01' };
    const pool = written('invalid.json', { asAt: '2026-11-01', units: [unit], households: [] });
    expect(await hub('--pool', pool)).toMatchObject({ code: 1, err: expect.stringContaining('units[0].members[0].dateOfBirth: "2026-02-30" must be') });
    const policy = written('policy.json', { id: 'x', unknownFit: 0.33 });
    expect(await hub(...POOL, '--policy', policy)).toMatchObject({ code: 1, err: expect.stringContaining('unknownFit: 0.33 must be a multiple of 1/20') });
    expect(await hub(...POOL, '--explain', 'U9', 'H1')).toMatchObject({ code: 1, err: 'The pool has no unit with the id "U9".' });
  });

  it('reads a file that begins with a byte order mark', async () => {
    const pool = written('bom.json', `\uFEFF${readFileSync(example('pool.json'), 'utf8')}`);
    expect((await hub('--pool', pool)).code).toBe(0);
  });
});
