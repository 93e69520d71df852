import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { UnitResult } from '@hub/domain/matching/result';
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

  // From the worked result: sum priority * rank / 100 over some links, and one priority for each unit that has one.
  function worth(links: readonly (readonly [unit: string, household: string])[]): number {
    const results = JSON.parse(readFileSync(example('result.json'), 'utf8')) as readonly UnitResult[];
    const of = (unit: string): UnitResult => results.find((result) => result.unit === unit)!;
    const gains = links.map(([unit, household]) => (of(unit).priority * of(unit).candidates.find((candidate) => candidate.household === household)!.rank) / 100);
    const bonuses = [...new Set(links.map(([unit]) => unit))].map((unit) => of(unit).priority);
    return [...gains, ...bonuses].reduce((sum, value) => sum + value, 0);
  }

  it('proposes an agenda as JSON: every pair of the worked example fits', async () => {
    const { code, out } = await hub(...POOL, '--agenda', '--json');
    const agenda = JSON.parse(out) as { readonly objective: number; readonly bound: number; readonly links: readonly { readonly unit: string; readonly household: string }[] };
    expect([code, Object.keys(agenda)]).toEqual([0, ['objective', 'bound', 'links']]);
    expect(agenda.links).toEqual(['U2:H4', 'U2:H2', 'U1:H1', 'U1:H4', 'U1:H6', 'U3:H1', 'U3:H3'].map((pair) => ({ unit: pair.slice(0, 2), household: pair.slice(3) })));
    expect(agenda.objective).toBeCloseTo(worth(agenda.links.map(({ unit, household }) => [unit, household])), 9);
    expect(agenda.bound).toBe(agenda.objective);
  });

  it('fills a small meeting with pins first, leaves out what is ruled out, and says how good it is', async () => {
    const { code, out } = await hub(...POOL, '--agenda', '--max-links', '3', '--pin', 'U3:H3', '--rule-out', 'U1:H1');
    expect(code).toBe(0);
    expect(out).toContain('Proposed for 3 units and 3 links: every unit that can have a link has one, no family is on more than ');
    expect(out).toContain('Proven best.');
    expect(out).toMatch(/3 +U3 +1\.\d\d +H3 +\d\d\.\d +yes/);
    expect(out).not.toMatch(/U1 +1\.77 +H1/);
  });

  it('keeps a pin from below the top', async () => {
    const { out } = await hub(...POOL, '--agenda', '--top', '1', '--pin', 'U1:H6', '--json');
    const { links } = JSON.parse(out) as { readonly links: readonly unknown[] };
    expect(links).toEqual([{ unit: 'U2', household: 'H4' }, { unit: 'U1', household: 'H1' }, { unit: 'U1', household: 'H6' }, { unit: 'U3', household: 'H1' }]);
  });

  it.each([
    [['--pin', 'U1:H2'], 'A pinned pair is not among those to choose from', 'U1:H2'],
    [['--pin', 'U1:H6', '--rule-out', 'U1:H6'], 'A pair is both pinned and ruled out', 'U1:H6'],
    [['--pin', 'U1:H6', '--pin', 'U2:H4', '--max-links', '1'], 'The meeting has room for 1 of the 2 pins.', 'U2:H4'],
    [['--pin', 'U1:H9'], 'The pool has no unit and household', 'U1:H9'],
  ])('refuses %j by name', async (args, sentence, pair) => {
    const { code, out, err } = await hub(...POOL, '--agenda', ...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(sentence);
    expect(err).toContain(pair);
  });

  it('shows its usage', async () => {
    const { code, out } = await hub('--help');
    expect([code, out.startsWith('Usage: hub match')]).toEqual([0, true]);
  });

  it.each([
    [['--json'], 'Say which pool'],
    [[...POOL, '--top', '0'], '--top takes a whole number'],
    [[...POOL, '--top', 'ten'], '--top takes a whole number'],
    [[...POOL, '--agenda', '--max-links', '0'], '--max-links takes a whole number'],
    [[...POOL, '--max-links', '5'], '--max-links goes with --agenda.'],
    [[...POOL, '--agenda', '--blocked'], '--blocked does not go with --agenda.'],
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
