import { DomainError } from '@hub/domain/errors';
import type { Agenda } from '@hub/domain/matching/agenda/agenda';
import type { AgendaPair, AgendaUnit } from '@hub/domain/matching/agenda/request';
import { explainPair } from '@hub/domain/matching/explain-pair';
import { rankUnits } from '@hub/domain/matching/kernel';
import type { Policy } from '@hub/domain/matching/policy';
import type { Pool } from '@hub/domain/matching/pool';
import { unitPriority } from '@hub/domain/matching/priority';
import { solveAgenda } from '@hub/features/matching/agenda-solver';
import { named } from './named';
import { UnusableFile } from './read-document';

export interface AgendaWishes {
  readonly top: number | undefined;
  readonly maxLinks: number | undefined;
  /** Pairs as people write them: `UNIT:HOUSEHOLD`. */
  readonly pins: readonly string[];
  readonly ruledOut: readonly string[];
}

const MOST_SECONDS = 60;

/** The agenda of a pool's units. Throws `UnusableFile` for a pair that the pool does not have and for pins that contradict each other. */
export async function proposeAgenda(pool: Pool, policy: Policy, { top, maxLinks, pins, ruledOut }: AgendaWishes): Promise<Agenda> {
  const pinned = pins.map((text) => pairOf(text, pool));
  const request = {
    units: rankUnits(pool, policy, { top }).map(({ unit: { unit }, eligible, best }) => {
      const candidates = best.map(({ household, expected, weight }) => ({ household: household.household.id, rank: (5 * expected) / weight }));
      const priority = unitPriority(unit, eligible, pool.asAt, policy);
      return withPins({ unit: unit.id, priority, candidates }, pinned, { pool, policy });
    }),
    siblings: [],
    limits: policy.agenda,
    maxLinks: maxLinks ?? null,
    pinned,
    ruledOut: ruledOut.map((text) => pairOf(text, pool)),
  };
  try {
    return await solveAgenda(request, MOST_SECONDS);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const pairs = (error.details?.pairs ?? []) as readonly AgendaPair[];
    throw new UnusableFile(`${error.message}\n${pairs.map(({ unit, household }) => `  ${unit}:${household}`).join('\n')}`);
  }
}

// What is pinned may stand below the top of the unit's list, but not among the blocked.
function withPins(unit: AgendaUnit, pinned: readonly AgendaPair[], { pool, policy }: { readonly pool: Pool; readonly policy: Policy }): AgendaUnit {
  const listed = new Set(unit.candidates.map(({ household }) => household));
  const missing = pinned.filter((pin) => pin.unit === unit.unit && !listed.has(pin.household));
  const added = [...new Set(missing.map(({ household }) => household))].flatMap((household) => {
    const { status, rank } = explainPair(named('unit', unit.unit, pool.units), named('household', household, pool.households), pool, policy);
    return status === 'blocked' ? [] : [{ household, rank }];
  });
  return { ...unit, candidates: [...unit.candidates, ...added] };
}

// Ids may hold a colon themselves, so the pool decides where one ends.
function pairOf(text: string, { units, households }: Pool): AgendaPair {
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    const [unit, household] = [text.slice(0, at), text.slice(at + 1)];
    if (units.some(({ id }) => id === unit) && households.some(({ id }) => id === household)) return { unit, household };
  }
  throw new UnusableFile(`The pool has no unit and household "${text}"; write UNIT:HOUSEHOLD.`);
}
