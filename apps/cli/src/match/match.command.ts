import { parseArgs } from 'node:util';
import { explainPair } from '@hub/domain/matching/explain-pair';
import { matchPoolByColumns } from '@hub/domain/matching/kernel';
import { matchPool } from '@hub/domain/matching/match-pool';
import type { Policy } from '@hub/domain/matching/policy';
import type { Pool } from '@hub/domain/matching/pool';
import type { CliIo, Command } from '../command';
import { explanationText, resultText } from './match-text';
import { UnusableFile, readPolicy, readPool } from './read-document';

const USAGE = `Usage: hub match --pool FILE [--policy FILE] [--top N] [--blocked] [--explain UNIT HOUSEHOLD] [--json]

Matches every unit of a pool with every household, with no server and no database. The numbers order the work of
people; they decide nothing.

  --pool FILE               the units, the households and the pairs ruled out, as JSON
  --policy FILE             the constants of the rules, as JSON (default: the hub's own)
  --top N                   at most N candidates per unit, eligible and conditional together
  --blocked                 also list the blocked households with the rules that block them
  --explain UNIT HOUSEHOLD  explain one pair instead, listed or blocked
  --json                    print JSON`;

const OPTIONS = {
  pool: { type: 'string' },
  policy: { type: 'string' },
  top: { type: 'string' },
  blocked: { type: 'boolean' },
  explain: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Wanted {
  readonly pool: string;
  readonly policy: string | undefined;
  readonly top: number | undefined;
  readonly blocked: boolean;
  readonly explain: { readonly unit: string; readonly household: string } | undefined;
  readonly json: boolean;
}

export const matchCommand: Command = {
  name: 'match',
  summary: 'Match the units and households of a pool file, and explain any pair',
  run,
};

/** Exit codes: 0 matched, 1 a file or a named record cannot be used, 2 usage. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const wanted = read(args);
  if (wanted === 'help') {
    io.out(USAGE);
    return 0;
  }
  if (typeof wanted === 'string') {
    io.err(`${wanted}\n\n${USAGE}`);
    return 2;
  }
  try {
    const pool = await readPool(wanted.pool);
    const policy = await readPolicy(wanted.policy);
    io.out(answer(pool, policy, wanted));
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    io.err(error.message);
    return 1;
  }
}

function answer(pool: Pool, policy: Policy, { top, blocked, explain, json }: Wanted): string {
  if (explain !== undefined) {
    const unit = named('unit', explain.unit, pool.units);
    const explanation = explainPair(unit, named('household', explain.household, pool.households), pool, policy);
    return json ? JSON.stringify(explanation, null, 1) : explanationText(explanation);
  }
  // Both engines answer alike; the columns are the faster way to a short list.
  const short = top !== undefined && !blocked;
  const results = short ? matchPoolByColumns(pool, policy, { top }) : matchPool(pool, policy, { top, blocked });
  return json ? JSON.stringify(results, null, 1) : resultText(results);
}

function named<T extends { readonly id: string }>(what: string, id: string, records: readonly T[]): T {
  const found = records.find((record) => record.id === id);
  if (found === undefined) throw new UnusableFile(`The pool has no ${what} with the id "${id}".`);
  return found;
}

// What was asked for, or "help", or a sentence about what is wrong with it.
function read(args: readonly string[]): Wanted | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.help === true) return 'help';
    if (values.pool === undefined) return 'Say which pool: --pool FILE.';
    if (values.top !== undefined && !/^[1-9]\d{0,8}$/.test(values.top)) {
      return `--top takes a whole number of 1 or more, not "${values.top}".`;
    }
    const expected = values.explain === undefined ? 0 : 1;
    if (positionals.length < expected) return '--explain takes two ids: UNIT HOUSEHOLD.';
    if (positionals.length > expected) return `"${positionals[expected]}" is not understood here.`;
    const [household] = positionals;
    return {
      pool: values.pool,
      policy: values.policy,
      top: values.top === undefined ? undefined : Number(values.top),
      blocked: values.blocked === true,
      explain: values.explain === undefined || household === undefined ? undefined : { unit: values.explain, household },
      json: values.json === true,
    };
  } catch (error) {
    return complaint(error as Error);
  }
}

// The parser's own sentence goes on about positional arguments; its first part is what matters.
function complaint(error: Error): string {
  const unknown = /^Unknown option '([^']+)'/.exec(error.message)?.[1];
  if (unknown !== undefined) return `There is no option ${unknown}.`;
  return `${error.message.split('\n')[0]?.replace(/\.$/, '')}.`;
}
