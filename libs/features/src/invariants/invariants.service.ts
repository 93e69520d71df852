import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { rows, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { notify } from '../audit/notices.queries';

/** A row that breaks a promise (trust.md I1 to I10), by its own id alone. */
export interface BrokenInvariant {
  readonly invariant: string;
  readonly rowId: string;
}

/** What is checked, in words. */
export const INVARIANTS = {
  I4: 'nothing is shown beyond what is granted',
  I6: 'every promised job is delivered and ends',
  I7: 'histories have no gap and follow one another',
  I10: 'every live link has its approval, agreement and room',
} as const;

/** Asks the rows themselves whether they keep what the hub promises. */
@Injectable()
export class InvariantsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock) {}

  check(): Promise<BrokenInvariant[]> {
    return this.uow.run(SYSTEM_ACTOR, 'invariants.check', broken);
  }

  /** The nightly round: the hub's administrators are told once a day while there are any. Answers how many of each. */
  async nightly(): Promise<ReadonlyMap<string, number>> {
    return this.uow.run(SYSTEM_ACTOR, 'invariants.check', async (tx) => {
      const found = countsOf(await broken(tx));
      const hubs = found.size === 0 ? [] : await rows<{ id: string }>(tx, `select id from hub.agency where kind = 'HUB'`);
      for (const { id } of hubs) await notify(tx, { agencyId: id, role: 'HUB_ADMIN' }, { kind: 'INVARIANT_BROKEN', subject: { type: 'HUB', reference: 'CHECK' }, due: { on: isoDate(this.clock.today()), days: 0 } });
      return found;
    });
  }
}

const broken = (tx: Tx): Promise<BrokenInvariant[]> => rows(tx, 'select invariant, row_id as "rowId" from hub.broken_invariants()');

export function countsOf(found: readonly BrokenInvariant[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { invariant } of found) counts.set(invariant, (counts.get(invariant) ?? 0) + 1);
  return counts;
}
