import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { countStanding } from '@hub/domain/matching/explanation/ruled-out-since';
import type { ShownCandidate } from '@hub/domain/matching/explanation/read-evidence';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import type { UnitHit } from '../children/unit-search.queries';
import { openHousehold, type OpenedHousehold } from './household-evidence';
import { readAsShown } from './read-as-shown';
import { readingAs, type RunSummary } from './runs.queries';

/** A unit that would list the household. */
export interface Suggestion extends ShownCandidate {
  readonly unit: UnitHit;
  readonly position: number;
}

export interface Suggestions {
  readonly run: RunSummary;
  readonly eligible: number;
  readonly conditional: number;
  readonly blocked: number;
  readonly ruledOut: number;
  readonly units: readonly Suggestion[];
}

/** A shortlist the other way round: whom a household's own run suggests, as the household's agency may read it. */
@Injectable()
export class SuggestionsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  /** Of the newest finished run about the household, or of `run`; null where none looked. */
  suggestions(actor: Actor, household: string, run: string | null): Promise<Suggestions | null> {
    return this.uow.run(actor, readingAs(actor), async (tx) => {
      const found = await readSuggestions(tx, household, run);
      if (found) shown({ fields: fieldNames(found.units), count: found.units.length });
      return found;
    }, { type: 'HOUSEHOLD', reference: household, stage: 'S0' });
  }
}

export async function readSuggestions(tx: Tx, household: string, run: string | null): Promise<Suggestions | null> {
  const opened = await openHousehold(tx, household, run);
  return opened && suggestionsOf(opened);
}

function suggestionsOf({ run, rules, names, blocked, ruledOut, units }: OpenedHousehold): Suggestions {
  const standing = units.map(({ pack }) => countStanding(pack, names));
  const sum = (key: keyof (typeof standing)[number]): number => standing.reduce((total, counts) => total + counts[key], 0);
  const listed = units.flatMap(({ unit, pack }) => pack.listed.map((one) => ({ ...readAsShown(one, { pack, rules, unit }), unit })));
  return {
    run, eligible: sum('eligible'), conditional: sum('conditional'), blocked: blocked + sum('blocked'), ruledOut: ruledOut + sum('ruledOut'),
    units: listed.map((suggestion, at) => ({ ...suggestion, position: at + 1 })),
  };
}
