import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { forbidden, invalid, notFound } from '@hub/domain/errors';
import { isWithinOneAgency, sidesOf } from '@hub/domain/links/sides';
import type { Side } from '@hub/domain/links/states';
import { isOfChild, type PlacementEvent } from '@hub/domain/placements/events';
import { isEnd, type PlacementState } from '@hub/domain/placements/states';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { enqueue, fallDue } from '@hub/queue/jobs';
import { aboutPair } from '../audit/about-pair';
import { tellPlacementWorkers } from './placement-notices.queries';
import { handOverPlacement, takePlacementStep } from './placement-steps.queries';
import { placementSummaries, placementView, type PlacementSummary, type PlacementView } from './placement-view.queries';
import { findPlacement, listPlacements, type PlacementRow } from './placements.queries';
import { stalePlacement } from './stale.queries';

export interface PlacementStepRequest {
  readonly placement: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly event: PlacementEvent;
  /** For which side, where one agency is both. */
  readonly side?: Side | null;
  /** By number. Without: all who stand where the step can be taken, of one that leads nobody on. */
  readonly children?: readonly number[] | null;
  /** Today where none is given. */
  readonly onDate?: IsoDate | null;
  readonly code?: string | null;
  readonly words?: string | null;
  /** Of a disruption or a match that fell: a family is sought again for these children from that day on, in their journeys and in family finding. */
  readonly resumeSearch?: boolean | null;
  readonly idempotencyKey?: string | null;
}

export interface PlacementHandoverRequest {
  readonly placement: string;
  readonly version: number;
  readonly userId: string;
  readonly side?: Side | null;
  readonly idempotencyKey?: string | null;
}

export interface PlacementFilter {
  /** The viewer is the named worker of a side. */
  readonly mine?: boolean | null;
  readonly states?: readonly PlacementState[] | null;
  readonly unit?: string | null;
  readonly household?: string | null;
}

/** Where a placement stands after a mutation: what is kept under an idempotency key, so without a word about the case. */
export interface PlacementStanding {
  readonly reference: string;
  readonly state: PlacementState;
  readonly version: number;
}

/** Placements from the approved match to the order or the end before it, as the two agencies follow them together. */
@Injectable()
export class PlacementsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  list(actor: Actor, { mine, ...wish }: PlacementFilter, limit: number, offset: number): Promise<{ items: PlacementSummary[]; totalCount: number }> {
    return this.uow.run(actor, 'placements.read', async (tx) => {
      const { items: found, totalCount } = await listPlacements(tx, { ...wish, workerId: mine ? actor.userId : null }, limit, offset);
      const items = await placementSummaries(tx, this.reader(actor), found);
      shown({ fields: fieldNames(items), count: items.length });
      return { items, totalCount };
    });
  }

  /** `null` alike for a placement that does not exist and for one that the viewer's agency is no party to (trust.md AZ-3). */
  find(actor: Actor, reference: string): Promise<PlacementView | null> {
    return this.uow.run(actor, 'placements.read', async (tx) => {
      const placement = await findPlacement(tx, reference);
      if (!placement) return null;
      const view = await placementView(tx, this.reader(actor), placement);
      shown({ about: aboutPair(placement), fields: fieldNames(view) });
      return view;
    });
  }

  step(actor: Actor, { idempotencyKey, ...body }: PlacementStepRequest): Promise<PlacementStanding> {
    return this.uow.run(actor, 'placements.move', (tx) => once(tx, this.vault, actor, { operation: 'placements.step', key: idempotencyKey, body }, async () => {
      const placement = await this.mustFind(tx, body);
      const { event, code, words, children, resumeSearch } = body;
      if (resumeSearch && event !== 'DISRUPTED' && event !== 'FELL') throw invalid([{ path: 'resumeSearch', message: 'A search is resumed after a disruption, or a match that fell.' }]);
      const taken = await takePlacementStep(tx, this.vault, actor, placement, {
        event, side: sideFor(actor, placement, body.side ?? null), children: children ?? [], onDate: body.onDate ?? this.today(), today: this.today(), code: code ?? null, words: words?.trim() || null,
        isSearchResumed: resumeSearch ?? false,
      });
      // Moving in, an order and a disruption are what a fee falls due by, or stops at.
      if (isOfChild(event)) await enqueue(tx, fallDue, {});
      await tellPlacementWorkers(tx, actor, placement, isEnd(taken.state) && !isEnd(placement.state) ? 'PLACEMENT_ENDED' : 'PLACEMENT_MOVED');
      return { reference: placement.reference, ...taken };
    }));
  }

  /** To a colleague of the own agency. */
  handOver(actor: Actor, { idempotencyKey, ...body }: PlacementHandoverRequest): Promise<PlacementStanding> {
    return this.uow.run(actor, 'placements.move', (tx) => once(tx, this.vault, actor, { operation: 'placements.handOver', key: idempotencyKey, body }, async () => {
      const placement = await this.mustFind(tx, body);
      const after = await handOverPlacement(tx, this.vault, actor, placement, { side: sideFor(actor, placement, body.side ?? null), userId: body.userId, onDate: this.today() });
      await tellPlacementWorkers(tx, actor, after, 'PLACEMENT_HANDED_OVER');
      return { reference: after.reference, state: after.state, version: after.version };
    }));
  }

  private async mustFind(tx: Tx, { placement: reference, version }: { readonly placement: string; readonly version: number }): Promise<PlacementRow> {
    const placement = await findPlacement(tx, reference, 'lock');
    if (!placement) throw notFound('placement', reference);
    shown({ about: aboutPair(placement) });
    if (placement.version !== version) throw await stalePlacement(tx, placement, version);
    return placement;
  }

  private reader(actor: Actor) {
    return { vault: this.vault, actor, today: this.today() };
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}

/** The side that the person acts for; within one agency they may say which. */
function sideFor(actor: Actor, placement: PlacementRow, wanted: Side | null): Side {
  const sides = sidesOf(actor, placement);
  const side = wanted === null || !isWithinOneAgency(placement) ? sides[0] : sides.find((one) => one === wanted);
  if (side === undefined) throw forbidden('placements.move');
  return side;
}
