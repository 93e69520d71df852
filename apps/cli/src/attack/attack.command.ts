import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { attack, type AttackReport, type AttackResult } from '@hub/domain/anonymity/attack/attack';
import { LADDER } from '@hub/domain/anonymity/ladder';
import { isoDate } from '@hub/domain/dates/iso-date';
import { systemClock } from '@hub/platform/clock';
import type { CliIo, Command } from '../command';

const USAGE = `Usage: hub attack [--children 10000] [--k 5] [--overrides 10] [--seed 1] [--as-at DATE] [--json] [--report FILE]

Draws invented children, releases their profiles as the guard would, and tries to find out whose they are with a register
that knows names, births, sex, heritage, siblings, council and school of all of them, the ladder and k. No server, no database.

  --children N     how many children the region has
  --k N            how many must look alike
  --overrides N    of a hundred profiles, how many people release as recorded
  --seed N         the same seed gives the same children
  --as-at DATE     the day on which they are looked at (default: today)
  --json           print JSON
  --report FILE    also write the report, as JSON

Exit codes: 0 the promise holds, 1 it does not, 2 wrong usage.`;

const OPTIONS = {
  children: { type: 'string', default: '10000' }, k: { type: 'string', default: '5' }, overrides: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' },
  'as-at': { type: 'string' }, json: { type: 'boolean' }, report: { type: 'string' }, help: { type: 'boolean', short: 'h' },
} as const;

export const attackCommand: Command = { name: 'attack', summary: 'Try to find out whose the released profiles of invented children are', run };

function run(args: readonly string[], io: CliIo): Promise<number> {
  const wanted = read(args);
  if (typeof wanted === 'string') {
    const isHelp = wanted === 'help';
    (isHelp ? io.out : io.err)(isHelp ? USAGE : `${wanted}\n\n${USAGE}`);
    return Promise.resolve(isHelp ? 0 : 2);
  }
  const report = attack(wanted.request);
  if (wanted.report !== undefined) writeFileSync(wanted.report, `${JSON.stringify(report, null, 1)}\n`);
  io.out(wanted.json ? JSON.stringify(report, null, 1) : reportText(report));
  return Promise.resolve(report.holds ? 0 : 1);
}

// What was asked for, or "help", or a sentence about what is wrong with it.
function read(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    if (values.help === true) return 'help';
    const whole = (name: 'children' | 'k' | 'overrides' | 'seed', least: number, most: number): number => {
      const value = Number(values[name]);
      if (!/^\d{1,9}$/.test(values[name]) || value < least || value > most) throw new Error(`--${name} takes a whole number from ${least} to ${most}.`);
      return value;
    };
    return {
      json: values.json === true, report: values.report,
      request: { children: whole('children', 1, 200_000), k: whole('k', 1, 1000), overridePercent: whole('overrides', 0, 100), seed: whole('seed', 0, 999_999_999), asAt: isoDate(values['as-at'] ?? systemClock.today()) },
    };
  } catch (error) {
    const message = (error as Error).message.split('\n')[0] ?? '';
    return `${message.replace(/\.$/, '')}.`;
  }
}

function reportText(report: AttackReport): string {
  const { children, units, k, seed, asAt, guarded, overridden, overriddenPercent, overridePercent, notReleased, atLevel, holds } = report;
  return [
    `Linkage attack on ${children} invented children (${units} children and sibling groups), k = ${k}, seed ${seed}, as at ${asAt}`,
    '',
    resultText('Profiles as the guard lets them out', guarded),
    `  the promise: at most 1/k = ${percent(1 / k)}`,
    resultText('Profiles under an override', overridden),
    `  the promise: at most ${overridePercent} % of the profiles; here ${overriddenPercent.toFixed(1)} %`,
    `Too rare even at the top of the ladder, not released: ${notReleased}`,
    '',
    'How general the profiles are:',
    ...atLevel.map((count, level) => `  ${String(count).padStart(6)}  ${level === 0 ? 'as recorded' : `up to: ${LADDER[level - 1]?.words.toLowerCase()}`}`),
    '',
    holds ? 'The promise holds.' : 'The promise does NOT hold.',
  ].join('\n');
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

function resultText(title: string, { profiles, linked, success, expected, fewest }: AttackResult): string {
  return `${title}: ${profiles}\n  linked rightly: ${linked} (${percent(success)}; ${percent(expected)} on average over all guesses); never fewer than ${fewest} to guess among`;
}
