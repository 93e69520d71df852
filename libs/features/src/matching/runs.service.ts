import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import type { Band } from '@hub/domain/matching/result';
import { UnitOfWork } from '@hub/database/unit-of-work';
import type { Tx } from '@hub/database/tx';
import { unitCardsByIds, type UnitHit } from '../children/unit-search.queries';
import { hiddenReferences } from '../disclosure/barred.queries';
import { recount } from './recount';
import { listResults, type ResultRow } from './results.queries';
import { findRun, listRuns, readingAs, type RunSummary } from './runs.queries';
import { readSuggestions } from './suggestions.service';

export interface RunResult extends Pick<ResultRow, 'eligible' | 'conditional' | 'blocked' | 'ruledOut'> {
  readonly unit: UnitHit;
  readonly priority: number;
  /** The best band on the list, or null where nobody is listed. */
  readonly best: Band | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly totalCount: number;
}

/** Runs of the own agency and of the region, and what the viewer may read of their results. */
@Injectable()
export class RunsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  list(actor: Actor, limit: number, offset: number): Promise<Page<RunSummary>> {
    return this.uow.run(actor, 'matching.read', (tx) => listRuns(tx, limit, offset));
  }

  /** Asked every second while a run goes on, so it leaves no row in the access log: it tells no subject. */
  async find(actor: Actor, reference: string): Promise<RunSummary | null> {
    return (await this.uow.run(actor, 'matching.progress', (tx) => findRun(tx, reference))) ?? null;
  }

  results(actor: Actor, reference: string, limit: number, offset: number): Promise<Page<RunResult>> {
    return this.uow.run(actor, readingAs(actor), async (tx) => {
      const { items, totalCount } = await listResults(tx, reference, limit, offset);
      const [first] = items;
      return first?.subjectType === 'HOUSEHOLD' ? householdResults(tx, first.household, { run: reference, limit, offset }) : { items: await unitResults(tx, await recount(tx, reference, items, await hiddenReferences(tx))), totalCount };
    }, { type: 'RUN', reference, stage: 'S0' });
  }
}

async function unitResults(tx: Tx, items: readonly ResultRow[]): Promise<RunResult[]> {
  const cards = new Map((await unitCardsByIds(tx, items.map(({ subjectId }) => subjectId))).map((card) => [card.unitId, card]));
  return items.flatMap(({ subjectId, priority, eligible, conditional, blocked, ruledOut, best }) => {
    const unit = cards.get(subjectId);
    return unit ? [{ unit, eligible, conditional, blocked, ruledOut, priority: priority ?? 0, best }] : [];
  });
}

/** A household's run the other way round: each unit that would list it. */
async function householdResults(tx: Tx, household: string | null, { run, limit, offset }: { run: string; limit: number; offset: number }): Promise<Page<RunResult>> {
  const units = (household === null ? null : await readSuggestions(tx, household, run))?.units ?? [];
  const items = units.slice(offset, offset + limit).map(({ unit, status, band }): RunResult => {
    const isEligible = status === 'eligible';
    return { unit, eligible: isEligible ? 1 : 0, conditional: isEligible ? 0 : 1, blocked: 0, ruledOut: 0, priority: 0, best: band };
  });
  return { items, totalCount: units.length };
}
