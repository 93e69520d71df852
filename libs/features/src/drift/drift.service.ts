import { Inject, Injectable } from '@nestjs/common';
import { can, type Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { invalid, notFound } from '@hub/domain/errors';
import type { DriftLimits } from '@hub/domain/drift/delays';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { listAgencies } from '../agencies/agencies.queries';
import { notify } from '../audit/notices.queries';
import { byWaiting, countsOf, driftRow, isMeant, stagesOf, type Drift, type DriftFilter } from './drift-rows';
import { limitsOf, saveLimits } from './limits.queries';
import { reviewSearch, searchToRaise } from './review.queries';
import { ownLinks, regionLinks, searches, timed } from './searches.queries';

/** How the searches go: over the region for the hub's coordinators, of the own council for its people. */
@Injectable()
export class DriftService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock) {}

  read(actor: Actor, filter: DriftFilter, limit: number, offset: number): Promise<Drift> {
    const isRegion = can(actor, 'drift.readRegion');
    return this.all(actor, isRegion ? 'drift.readRegion' : 'drift.read', isRegion, filter, (drift) => ({ ...drift, items: drift.items.slice(offset, offset + limit) }));
  }

  /** All that the filter finds, for a file. */
  export(actor: Actor, filter: DriftFilter): Promise<Drift> {
    const isRegion = can(actor, 'drift.exportRegion');
    return this.all(actor, isRegion ? 'drift.exportRegion' : 'drift.export', isRegion, filter, (drift) => drift);
  }

  limits(actor: Actor): Promise<DriftLimits> {
    return this.uow.run(actor, 'agencies.list', (tx) => limitsOf(tx, actor.agencyId));
  }

  setLimits(actor: Actor, limits: DriftLimits): Promise<DriftLimits> {
    if (limits.stuckDays <= limits.slowDays) throw invalid([{ path: 'stuckDays', message: 'Stuck begins after slow.' }]);
    return this.uow.run(actor, 'driftLimits.set', async (tx) => {
      await saveLimits(tx, actor.agencyId, limits);
      return limits;
    });
  }

  /** A reviewing officer or a manager asks why a search does not move: its worker and the managers are told. */
  raise(actor: Actor, unit: string): Promise<true> {
    return this.uow.run(actor, 'drift.raise', async (tx) => {
      const found = await searchToRaise(tx, unit);
      if (!found) throw notFound('unit', unit);
      const notice = { kind: 'DRIFT_RAISED', subject: { type: 'UNIT', reference: unit }, actor } as const;
      await notify(tx, found.workerId === null ? { agencyId: actor.agencyId, role: 'FAMILY_FINDER' } : { agencyId: actor.agencyId, userId: found.workerId }, notice);
      await notify(tx, { agencyId: actor.agencyId, role: 'APPROVING_MANAGER' }, notice);
      return true as const;
    }, { type: 'UNIT', reference: unit });
  }

  /** People looked today whether the search goes the right way. */
  review(actor: Actor, unit: string): Promise<true> {
    return this.uow.run(actor, 'drift.review', async (tx) => {
      if (!(await reviewSearch(tx, unit, this.today()))) throw notFound('unit', unit);
      return true as const;
    }, { type: 'UNIT', reference: unit });
  }

  private all(actor: Actor, action: Action, isRegion: boolean, filter: DriftFilter, part: (drift: Drift) => Drift): Promise<Drift> {
    return this.uow.run(actor, action, async (tx) => {
      const drift = part(await driftOf(tx, actor, isRegion, filter, this.today()));
      shown({ fields: fieldNames(drift.items), count: drift.items.length });
      return drift;
    });
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}

/** Four statements, however many searches and links there are. */
async function driftOf(tx: Tx, actor: Actor, isRegion: boolean, filter: DriftFilter, today: IsoDate): Promise<Drift> {
  const limits = await limitsOf(tx, actor.agencyId);
  const agencies = new Map((await listAgencies(tx)).map((agency) => [agency.id, agency]));
  const all = timed(await searches(tx), await (isRegion ? regionLinks(tx) : ownLinks(tx)), limits, today).flatMap((search) => driftRow(search, agencies));
  const items = all.filter((row) => isMeant(row, filter)).sort(byWaiting);
  return { items, totalCount: items.length, agencies: countsOf(all), stages: stagesOf(all), limits };
}
