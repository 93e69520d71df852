import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, DomainError, forbidden, invalid, notFound } from '@hub/domain/errors';
import { next, type LinkFacts, type TakenStep } from '@hub/domain/links/events';
import { exitReasonWords } from '@hub/domain/links/exit-reasons';
import { isWithinOneAgency, sidesOf } from '@hub/domain/links/sides';
import { isExit, type LinkState, type Side } from '@hub/domain/links/states';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { newReference } from '@hub/platform/reference';
import { aboutPair } from '../audit/about-pair';
import { insertRulingOut } from '../matching/ruled-out.queries';
import { exploreIfAgreed, grantOfSide } from './explore.queries';
import { insertReason } from './link-texts.queries';
import { tellColleagues, tellWorkers } from './link-notices.queries';
import { findLink, insertLink, openLinkOf, takeStep, type LinkRow } from './links.queries';
import { pairFacts, type PairFacts } from './pair.queries';
import { staleLink } from './stale.queries';
import { suggestLink } from './suggest.queries';

export interface InterestRequest {
  readonly unit: string;
  readonly household: string;
  readonly idempotencyKey?: string | null;
}

export interface StepRequest {
  readonly link: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly event: TakenStep;
  /** Today where none is given. */
  readonly onDate?: IsoDate | null;
  /** For which side, where one agency is both. */
  readonly side?: Side | null;
  readonly reason?: string | null;
  readonly words?: string | null;
  /** Of an exit: leave the pair out of future runs, for the same reason. */
  readonly ruleOut?: boolean | null;
  readonly idempotencyKey?: string | null;
}

/** Where a link stands after a mutation: what is kept under an idempotency key, so without a word about the case. */
export interface LinkStanding {
  readonly reference: string;
  readonly state: LinkState;
  readonly version: number;
}

/** What a step is told as: for which side it was taken, and on what link; none yet where it began one. */
interface Told {
  readonly kind: 'LINK_INTEREST' | 'LINK_MOVED' | 'LINK_ENDED';
  readonly side: Side;
  readonly before: LinkRow | undefined;
}

/** Links from the first interest to the panel: each step by a person of one side, under the rules of libs/domain/src/links. */
@Injectable()
export class LinksService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  /** Interest in a pair, by whichever side the actor is of: a new link, or one that the hub suggested. */
  express(actor: Actor, { idempotencyKey, ...body }: InterestRequest): Promise<LinkStanding> {
    return this.uow.run(actor, 'links.move', (tx) => once(tx, this.vault, actor, { operation: 'links.express', key: idempotencyKey, body }, async () => {
      const pair = await this.pairOf(tx, body);
      const [side] = sidesOf(actor, partiesOf(pair));
      if (side === undefined) throw forbidden('links.move');
      const open = await openLinkOf(tx, pair.unitId, pair.householdId);
      if (open && open.state !== 'SUGGESTED') throw conflict('CONFLICT', `There is an open link of this pair: ${open.reference}.`);
      const step = { event: 'INTEREST_EXPRESSED', to: await this.decide(pair, open, side, 'INTEREST_EXPRESSED'), side, onDate: this.today(), actor, changes: { interestBy: side, isTakenOn: true } } as const;
      if (open) await this.take(tx, open, step);
      else await insertLink(tx, { ...newLinkOf(pair), suggestedBy: null, ...workerOf(side, actor) }, step);
      return this.told(tx, actor, await openLinkOf(tx, pair.unitId, pair.householdId), { kind: 'LINK_INTEREST', side, before: open });
    }), { type: 'UNIT', reference: body.unit });
  }

  /** The hub's coordinator puts a pair before both sides; neither is bound by it. */
  suggest(actor: Actor, { idempotencyKey, ...body }: InterestRequest): Promise<LinkStanding> {
    return this.uow.run(actor, 'links.suggest', (tx) => once(tx, this.vault, actor, { operation: 'links.suggest', key: idempotencyKey, body }, async () => {
      const { reference, state, version } = await suggestLink(tx, actor, await this.pairOf(tx, body), this.today());
      return { reference, state, version };
    }), { type: 'UNIT', reference: body.unit });
  }

  step(actor: Actor, { idempotencyKey, ...body }: StepRequest): Promise<LinkStanding> {
    return this.uow.run(actor, 'links.move', (tx) => once(tx, this.vault, actor, { operation: 'links.step', key: idempotencyKey, body }, async () => {
      const link = await findLink(tx, body.link, 'lock');
      if (!link) throw notFound('link', body.link);
      shown({ about: aboutPair(link) });
      if (link.version !== body.version) throw await staleLink(tx, link, body.version);
      const side = sideFor(actor, link, body.side ?? null);
      const pair = await pairFacts(tx, 'id', link.unitId, link.householdId);
      const to = await this.decide(pair, link, side, body.event, body);
      await this.leaveReason(tx, actor, link, to, body);
      await this.take(tx, link, { event: body.event, to, side, onDate: body.onDate ?? this.today(), actor, changes: { ...(await this.changesOf(tx, actor, link, side, body)), isTakenOn: !isExit(to) } });
      if (body.event === 'EXPLORING_AGREED') await exploreIfAgreed(tx, actor, link.reference, this.today());
      return this.told(tx, actor, await findLink(tx, link.reference), { kind: isExit(to) ? 'LINK_ENDED' : 'LINK_MOVED', side, before: link });
    }));
  }

  private async pairOf(tx: Tx, { unit, household }: InterestRequest): Promise<PairFacts> {
    const pair = await pairFacts(tx, 'reference', unit, household);
    if (!pair) throw notFound('pair');
    shown({ about: [{ type: 'UNIT', reference: unit }, { type: 'HOUSEHOLD', reference: household }] });
    if (pair.isKept) throw conflict('GUARD_FAILED', 'Only your agency sees this child or family yet. Let the region see it first.');
    return pair;
  }

  /** Where the step leads, else the domain's refusal. A pair of which one is not shown any more has no card to go on. */
  private async decide(pair: PairFacts | undefined, link: LinkRow | undefined, by: LinkFacts['by'], event: TakenStep, wish?: StepRequest | Omit<StepRequest, 'idempotencyKey'>): Promise<LinkState> {
    const to = next(link?.state ?? 'NEW', event, {
      by, interestBy: link?.interestBy ?? null, agreements: { CHILD: link?.childAgreement ?? 'NONE', ADOPTERS: link?.adoptersAgreement ?? 'NONE' },
      isShared: pair?.isShared ?? false, lacksEarlyPermanence: pair?.lacksEarlyPermanence ?? false, onDate: wish?.onDate ?? this.today(), since: link?.sinceOn ?? null, today: this.today(),
      reason: wish?.reason ?? null, words: wish?.words ?? null, panelOn: null,
    });
    if (to instanceof DomainError) throw to;
    return to;
  }

  private async changesOf(tx: Tx, actor: Actor, link: LinkRow, side: Side, { event }: Omit<StepRequest, 'idempotencyKey'>) {
    if (event === 'INTEREST_EXPRESSED') return { interestBy: side };
    if (event === 'EXPLORING_AGREED') return { agreed: { side, grantId: await grantOfSide(tx, this.vault, actor, link, side) } };
    return {};
  }

  private async leaveReason(tx: Tx, actor: Actor, link: LinkRow, to: LinkState, { reason, words, ruleOut }: Omit<StepRequest, 'idempotencyKey'>): Promise<void> {
    if (!isExit(to) || !reason) {
      if (ruleOut) throw invalid([{ path: 'ruleOut', message: 'A pair is ruled out from here only when its link ends.' }]);
      return;
    }
    const own = words?.trim() || null;
    await insertReason(tx, this.vault, actor, link, { code: reason, words: own });
    if (!ruleOut) return;
    const pair = { unitId: link.unitId, unitAgencyId: link.childAgencyId, householdId: link.householdId, householdAgencyId: link.adoptersAgencyId };
    // Ruled out already is as good.
    await insertRulingOut(tx, this.vault, actor, pair, [exitReasonWords(to, reason), own].filter(Boolean).join(': '));
  }

  private async take(tx: Tx, link: LinkRow, step: Parameters<typeof takeStep>[2]): Promise<void> {
    if (!(await takeStep(tx, link, step))) throw await staleLink(tx, link, link.version);
  }

  private async told(tx: Tx, actor: Actor, link: LinkRow | undefined, { kind, side, before }: Told): Promise<LinkStanding> {
    if (!link) throw new Error('The link is not there after its step.');
    await tellWorkers(tx, actor, link, kind);
    if (before && workerOn(before, side) !== workerOn(link, side)) await tellColleagues(tx, actor, link, side);
    return { reference: link.reference, state: link.state, version: link.version };
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}

const partiesOf = ({ unitAgencyId, householdAgencyId }: PairFacts) => ({ childAgencyId: unitAgencyId, adoptersAgencyId: householdAgencyId });

const newLinkOf = (pair: PairFacts) => ({ reference: newReference('L'), unitId: pair.unitId, householdId: pair.householdId, ...partiesOf(pair) });

const workerOf = (side: Side, { userId }: Actor) => ({ childWorkerId: side === 'CHILD' ? userId : null, adoptersWorkerId: side === 'ADOPTERS' ? userId : null });

const workerOn = ({ childWorkerId, adoptersWorkerId }: LinkRow, side: Side): string | null => (side === 'CHILD' ? childWorkerId : adoptersWorkerId);

/** The side that the person acts for; within one agency they may say which. */
export function sideFor(actor: Actor, link: LinkRow, wanted: Side | null): Side {
  const sides = sidesOf(actor, link);
  const side = wanted === null || !isWithinOneAgency(link) ? sides[0] : sides.find((one) => one === wanted);
  if (side === undefined) throw forbidden('links.move');
  return side;
}
