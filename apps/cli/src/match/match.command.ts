import { explainPair } from '@hub/domain/matching/explain-pair';
import { matchPoolByColumns } from '@hub/domain/matching/kernel';
import { matchPool } from '@hub/domain/matching/match-pool';
import type { Policy } from '@hub/domain/matching/policy';
import type { Pool } from '@hub/domain/matching/pool';
import type { CliIo, Command } from '../command';
import { agendaJson, agendaText } from './agenda-text';
import { USAGE, readWanted } from './match-options';
import type { Wanted } from './match-options';
import { explanationText, resultText } from './match-text';
import { named } from './named';
import { proposeAgenda } from './propose-agenda';
import { UnusableFile, readPolicy, readPool } from './read-document';

export const matchCommand: Command = {
  name: 'match',
  summary: 'Match the units and households of a pool file, explain any pair, propose an agenda',
  run,
};

/** Exit codes: 0 matched, 1 a file, a named record or a pin cannot be used, 2 usage. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const wanted = readWanted(args);
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
    io.out(await answer(pool, policy, wanted));
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    io.err(error.message);
    return 1;
  }
}

async function answer(pool: Pool, policy: Policy, { top, blocked, explain, agenda, json }: Wanted): Promise<string> {
  if (explain !== undefined) {
    const unit = named('unit', explain.unit, pool.units);
    const explanation = explainPair(unit, named('household', explain.household, pool.households), pool, policy);
    return json ? JSON.stringify(explanation, null, 1) : explanationText(explanation);
  }
  if (agenda !== undefined) {
    const proposed = await proposeAgenda(pool, policy, { ...agenda, top });
    return json ? agendaJson(proposed) : agendaText(proposed);
  }
  // Both engines answer alike; the columns are the faster way to a short list.
  const short = top !== undefined && !blocked;
  const results = short ? matchPoolByColumns(pool, policy, { top }) : matchPool(pool, policy, { top, blocked });
  return json ? JSON.stringify(results, null, 1) : resultText(results);
}
