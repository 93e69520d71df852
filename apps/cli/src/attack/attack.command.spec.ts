import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attack, type AttackReport } from '@hub/domain/anonymity/attack/attack';
import { isoDate } from '@hub/domain/dates/iso-date';
import { attackCommand } from './attack.command';

const asAt = isoDate('2026-06-01');

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await attackCommand.run(args, { out: (line) => void out.push(line), err: (line) => void err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('ANON-5: hub attack', () => {
  it('linkage attack success on 10,000 synthetic children is at most 1/k among profiles without override, those with one counted apart; report stored as build artefact', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hub-attack-'));
    const file = join(folder, 'attack.json');
    const { code, out } = await run('--as-at', asAt, '--report', file);
    const report = JSON.parse(readFileSync(file, 'utf8')) as AttackReport;
    rmSync(folder, { recursive: true });
    process.stdout.write(`${out}\n`);
    expect({ code, ...report }).toMatchObject({ code: 0, children: 10_000, k: 5, holds: true });
    expect(report.guarded.profiles + report.overridden.profiles + report.notReleased).toBe(report.units);
    expect(report.guarded.profiles).toBeGreaterThan(6000);
    expect(report.guarded.success).toBeLessThanOrEqual(1 / 5);
    expect(report.guarded.expected).toBeLessThanOrEqual(1 / 5);
    expect(report.guarded.fewest).toBeGreaterThanOrEqual(5);
    expect(report.overridden.profiles).toBeGreaterThan(0);
    expect(report.overriddenPercent).toBeLessThanOrEqual(10);
  });

  it.each([1, 2, 3, 4, 5, 6].flatMap((seed) => [3, 5, 10].map((k) => [seed, k])))('holds in a region of 300 children too, seed %i, k %i', (seed, k) => {
    const report = attack({ children: 300, k, seed, asAt, overridePercent: 10 });
    expect(report.holds).toBe(true);
    expect(report.guarded.fewest).toBeGreaterThanOrEqual(k);
    expect(report.notReleased).toBeLessThan(k);
  });

  it('links most profiles where nothing guards them, so that the attack means something', () => {
    const { guarded } = attack({ children: 300, k: 1, seed: 1, asAt, overridePercent: 0 });
    expect(guarded.success).toBeGreaterThan(0.4);
  });

  it('gives the same answer for the same seed, and explains what it does not understand', async () => {
    const twice = [await run('--children', '200', '--as-at', asAt, '--json'), await run('--children', '200', '--as-at', asAt, '--json')];
    expect(twice[0]).toEqual(twice[1]);
    expect(await run('--k', 'many')).toMatchObject({ code: 2, err: expect.stringContaining('--k takes a whole number from 1 to 1000.') });
    expect(await run('--as-at', 'soon')).toMatchObject({ code: 2 });
    expect(await run('--help')).toMatchObject({ code: 0 });
  });
});
