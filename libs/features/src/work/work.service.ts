import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import type { UnitHit } from '../children/unit-search.queries';
import { unitsOfWorker, waitingLongest } from '../children/work.queries';
import { countWithoutShortlist } from './work.queries';

export interface UnitWork {
  readonly myUnits: readonly UnitHit[];
  readonly waitingLongest: readonly UnitHit[];
  readonly withoutShortlist: number;
}

const NONE: UnitWork = { myUnits: [], waitingLongest: [], withoutShortlist: 0 };

/** What waits for a person, as far as it is about children; releases, runs and imports come from their own features. */
@Injectable()
export class WorkService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  /** Nothing for those who may not search children: an administrator of users has no case work. */
  async units(actor: Actor): Promise<UnitWork> {
    if (!can(actor, 'children.search')) return NONE;
    return this.uow.run(actor, 'children.search', async (tx) => {
      const [myUnits, longest] = [await unitsOfWorker(tx, actor.userId), await waitingLongest(tx)];
      shown({ fields: fieldNames([...myUnits, ...longest]), count: myUnits.length + longest.length });
      return { myUnits, waitingLongest: longest, withoutShortlist: await countWithoutShortlist(tx) };
    });
  }
}
