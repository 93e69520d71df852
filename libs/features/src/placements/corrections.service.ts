import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, forbidden, invalid, notFound } from '@hub/domain/errors';
import { sidesOf } from '@hub/domain/links/sides';
import { asItStands, canBeCorrected, canBeStruckOut, needsApproval, openRequest } from '@hub/domain/placements/corrections';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { enqueue, fallDue } from '@hub/queue/jobs';
import { aboutPair } from '../audit/about-pair';
import { notify } from '../audit/notices.queries';
import { correctPlacement, tellOfCorrection, wouldBe, type Correction } from './correct-placement.queries';
import { historyOf, type Deed } from './placement-history.queries';
import { tellPlacementWorkers } from './placement-notices.queries';
import type { PlacementStanding } from './placements.service';
import { childrenOf, findPlacement, type PlacementRow } from './placements.queries';
import { stalePlacement } from './stale.queries';

export interface PlacementCorrectionRequest {
  readonly placement: string;
  /** The version that the person saw. */
  readonly version: number;
  /** Of the row of history that is wrong. */
  readonly of: number;
  /** It did not happen at all. */
  readonly strikeOut?: boolean | null;
  readonly onDate?: IsoDate | null;
  readonly code?: string | null;
  /** What was wrong and why: read by both agencies. */
  readonly why: string;
  readonly idempotencyKey?: string | null;
}

export interface CorrectionAnswer {
  readonly placement: string;
  readonly version: number;
  /** Of the row of history that is to be put right. */
  readonly of: number;
  readonly approve: boolean;
  readonly idempotencyKey?: string | null;
}

interface Held {
  readonly placement: PlacementRow;
  readonly deeds: Awaited<ReturnType<typeof historyOf>>;
  readonly of: Deed;
}

/** What was recorded wrongly on a placement, put right by the side that recorded it (docs/adr/0030). */
@Injectable()
export class PlacementCorrectionsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  /** At once, or where rights follow from the day, once a second person of the agency approves it. */
  correct(actor: Actor, { idempotencyKey, ...body }: PlacementCorrectionRequest): Promise<PlacementStanding> {
    return this.uow.run(actor, 'placements.move', (tx) => once(tx, this.vault, actor, { operation: 'placements.correct', key: idempotencyKey, body }, async () => {
      const { placement, deeds, of } = await this.hold(tx, actor, body);
      if (!sidesOf(actor, placement).includes(of.side)) throw forbidden('placements.move');
      const correction = this.read(of, deeds, body);
      wouldBe(await childrenOf(tx, [placement.id]), correction);
      if (correction.event !== 'CORRECTION_ASKED') return this.apply(tx, actor, placement, correction);
      const asked = await tellOfCorrection(tx, this.vault, actor, placement, correction);
      for (const role of ['APPROVING_MANAGER', 'DECISION_MAKER'] as const) await notify(tx, { agencyId: actor.agencyId, role }, { kind: 'CORRECTION_ASKED', subject: { type: 'PLACEMENT', reference: placement.reference } });
      return standing(asked);
    }));
  }

  /** By another person of the agency than who asked. */
  answer(actor: Actor, { idempotencyKey, ...body }: CorrectionAnswer): Promise<PlacementStanding> {
    return this.uow.run(actor, 'placements.approve', (tx) => once(tx, this.vault, actor, { operation: 'placements.answer', key: idempotencyKey, body }, async () => {
      const { placement, deeds, of } = await this.hold(tx, actor, body);
      const asked = openRequest(deeds, of.version);
      if (!asked) throw conflict('GUARD_FAILED', 'No correction of this row waits for an answer.');
      if (asked.actorId === actor.userId) throw conflict('SAME_PERSON', 'Another person of the agency has to approve what you asked for.');
      const answer = { deeds, of, onDate: asked.onDate, code: asked.code, today: this.today() };
      if (body.approve) return this.apply(tx, actor, placement, { ...answer, event: 'CORRECTED', words: asked.words });
      const refused = await tellOfCorrection(tx, this.vault, actor, placement, { ...answer, event: 'CORRECTION_REFUSED', words: null });
      await notify(tx, { agencyId: actor.agencyId, userId: asked.actorId }, { kind: 'CORRECTION_REFUSED', subject: { type: 'PLACEMENT', reference: placement.reference } });
      return standing(refused);
    }));
  }

  private async apply(tx: Tx, actor: Actor, placement: PlacementRow, correction: Correction): Promise<PlacementStanding> {
    const after = await correctPlacement(tx, this.vault, actor, placement, correction);
    if (needsApproval(correction.of.event)) await enqueue(tx, fallDue, {});
    await tellPlacementWorkers(tx, actor, placement, 'PLACEMENT_CORRECTED');
    return standing(after);
  }

  private read(of: Deed, deeds: readonly Deed[], { strikeOut, onDate, code, why }: PlacementCorrectionRequest): Correction {
    const now = asItStands(deeds).find(({ version }) => version === of.version);
    if (!now || !canBeCorrected(of.event)) throw conflict('GUARD_FAILED', 'This row of history cannot be put right here.');
    if (openRequest(deeds, of.version)) throw conflict('GUARD_FAILED', 'A correction of this row waits for a second person already.');
    if (strikeOut && !canBeStruckOut(of.event)) throw conflict('GUARD_FAILED', 'A step from which others follow gets another day, or ends as it ended; it is not struck out.');
    const right = strikeOut ? now : { onDate: onDate ?? now.onDate, code: code === undefined ? now.code : code };
    if (!strikeOut && right.onDate === now.onDate && right.code === now.code) throw invalid([{ path: 'onDate', message: 'Nothing would change. Give another day, or choose something else.' }]);
    return { event: strikeOut ? 'STRUCK_OUT' : needsApproval(of.event) ? 'CORRECTION_ASKED' : 'CORRECTED', deeds, of, onDate: right.onDate, code: right.code, words: why, today: this.today() };
  }

  /** A row of a placement that the actor's side recorded. */
  private async hold(tx: Tx, actor: Actor, { placement: reference, version, of: row }: Pick<CorrectionAnswer, 'placement' | 'version' | 'of'>): Promise<Held> {
    const placement = await findPlacement(tx, reference, 'lock');
    if (!placement) throw notFound('placement', reference);
    shown({ about: aboutPair(placement) });
    if (placement.version !== version) throw await stalePlacement(tx, placement, version);
    const deeds = await historyOf(tx, this.vault, placement.id);
    const of = deeds.find((deed) => deed.version === row && deed.corrects === null);
    if (!of) throw notFound('row of history');
    if ((of.side === 'CHILD' ? placement.childAgencyId : placement.adoptersAgencyId) !== actor.agencyId) throw conflict('GUARD_FAILED', 'The other agency recorded this. It puts it right.');
    return { placement, deeds, of };
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}

const standing = ({ reference, state, version }: PlacementRow): PlacementStanding => ({ reference, state, version });
