import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { householdDateProblems } from '@hub/domain/adopters/date-order';
import { isHouseholdEvent } from '@hub/domain/adopters/events';
import type { HouseholdChanges } from '@hub/domain/adopters/facts';
import { fieldNames } from '@hub/domain/audit/field-names';
import { sharesSurname } from '@hub/domain/audit/unusual-looking';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, DomainError, invalid, notFound } from '@hub/domain/errors';
import { heldBy, HELD_HOUSEHOLD_EVENTS } from '@hub/domain/placements/consequences';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { notifyOfficers } from '../audit/notices.queries';
import { grantInForce, identifiedHousehold } from '../disclosure/identified.queries';
import type { EventAnswers } from '../children/events.queries';
import { refuseProblems } from '../children/problems';
import type { PageOf } from '../children/search-sql';
import { distancesFromUnit } from '../matching/distances.queries';
import { livePlacements } from '../placements/live-placements.queries';
import { applyOneHousehold } from './apply-households.queries';
import { takeHouseholdEvent } from './household-events.queries';
import { loadHouseholds, type HouseholdRecord } from './household-records.queries';
import { householdCardsByIds, searchHouseholds, type HouseholdHit, type HouseholdSearch, type ShownHouseholdCard } from './household-search.queries';
import { householdRecord, sharedHousehold, toHouseholdView, type HouseholdView } from './household-view.queries';

export interface HouseholdCorrection {
  readonly household: string;
  readonly version: number;
  readonly facts: HouseholdChanges;
}

export interface HouseholdEventRequest extends Partial<EventAnswers> {
  readonly subject: string;
  readonly version: number;
  readonly event: string;
  readonly onDate: IsoDate;
  readonly reason?: string | null;
}

@Injectable()
export class HouseholdsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  search(actor: Actor, search: HouseholdSearch): Promise<PageOf<HouseholdHit>> {
    return this.uow.run(actor, 'adopters.search', async (tx) => {
      const { nearUnit } = search.filter;
      const near = nearUnit ? await distancesFromUnit(tx, nearUnit) : undefined;
      const page = await searchHouseholds(tx, search, near);
      shown({ ...(nearUnit && { about: { type: 'UNIT', reference: nearUnit } }), fields: fieldNames(page.items), count: page.items.length });
      return page;
    });
  }

  /** For loaders: cards by household id, as far as the actor may see them. */
  async cards(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, ShownHouseholdCard>> {
    const found = await this.uow.run(actor, 'adopters.search', async (tx) => {
      const cards = await householdCardsByIds(tx, ids);
      shown({ fields: fieldNames(cards), count: cards.length });
      return cards;
    });
    return new Map(found.map((card) => [card.householdId, card]));
  }

  /** `null` alike for a household that does not exist and for one that the actor may not see (trust.md AZ-3). */
  async find(actor: Actor, reference: string): Promise<HouseholdView | null> {
    try {
      return await this.view(actor, reference);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  /** Each stage is read under an action of its own, so that the access log tells a look at a card from one at names. */
  async view(actor: Actor, reference: string): Promise<HouseholdView> {
    const shared = await this.uow.run(actor, 'adopters.view', async (tx) => {
      const found = await sharedHousehold(tx, this.vault, reference);
      if (!found) throw notFound('household', reference);
      shown({ stage: found.profile === null ? 'S0' : 'S1', fields: fieldNames({ card: found.card, profile: found.profile }) });
      return found;
    }, { type: 'HOUSEHOLD', reference, stage: 'S1' });
    const identified = shared.isIdentified ? await this.identified(actor, reference, shared.card.householdId) : null;
    const record = shared.card.isOwn && can(actor, 'adopters.viewIdentity') ? await this.record(actor, reference) : null;
    return toHouseholdView(shared, identified, record);
  }

  private identified(actor: Actor, reference: string, householdId: string) {
    return this.uow.run(actor, 'disclosure.view', async (tx) => {
      const identified = await identifiedHousehold(tx, this.vault, householdId);
      shown({ stage: 'S2', fields: fieldNames(identified), ...(await grantInForce(tx, 'HOUSEHOLD', householdId)) });
      return identified;
    }, { type: 'HOUSEHOLD', reference, stage: 'S2' });
  }

  async create(actor: Actor, facts: HouseholdChanges): Promise<HouseholdView> {
    const reference = await this.uow.run(actor, 'adopters.create', async (tx) => {
      const applied = await applyOneHousehold(tx, this.vault, actor, { facts, record: null }, this.today());
      refuseProblems(applied.problems);
      shown({ about: { type: 'HOUSEHOLD', reference: applied.reference ?? '' } });
      return applied.reference ?? '';
    });
    return this.view(actor, reference);
  }

  async correct(actor: Actor, { household, version, facts }: HouseholdCorrection): Promise<HouseholdView> {
    await this.uow.run(actor, 'adopters.edit', async (tx) => {
      const record = await this.mustFind(tx, household, version);
      const applied = await applyOneHousehold(tx, this.vault, actor, { facts, record }, this.today());
      // What an import brought may be out of order already; a correction must not add to it.
      const standing = householdDateProblems(record.details.dates, this.today()).map(({ message }) => message);
      refuseProblems(applied.problems.filter(({ message }) => !standing.includes(message)));
    }, { type: 'HOUSEHOLD', reference: household });
    return this.view(actor, household);
  }

  async recordEvent(actor: Actor, { subject, version, event, reason, ...answers }: HouseholdEventRequest): Promise<HouseholdView> {
    await this.uow.run(actor, 'adopters.edit', async (tx) => {
      if (!isHouseholdEvent(event)) throw invalid([{ path: 'event', message: 'This is no event of a household.' }]);
      const record = await this.mustFind(tx, subject, version);
      const placement = HELD_HOUSEHOLD_EVENTS.includes(event) ? (await livePlacements(tx, 'household', [record.id])).get(record.id) : undefined;
      if (placement !== undefined) throw conflict('GUARD_FAILED', heldBy(placement));
      await takeHouseholdEvent(tx, this.vault, actor, { ...answers, record, event, reason: reason?.trim() || null, today: this.today() });
    }, { type: 'HOUSEHOLD', reference: subject });
    return this.view(actor, subject);
  }

  private record(actor: Actor, reference: string) {
    const about = { type: 'HOUSEHOLD', reference, stage: 'OWN' } as const;
    return this.uow.run(actor, 'adopters.viewIdentity', async (tx) => {
      const record = (await householdRecord(tx, this.vault, actor, reference, this.today())) ?? null;
      shown({ stage: record === null ? null : 'OWN', fields: fieldNames(record) });
      const surnames = record?.adults.map(({ lastName }) => lastName) ?? [];
      if (sharesSurname(actor.displayName, surnames)) await notifyOfficers(tx, [actor.agencyId], { kind: 'OWN_SURNAME', subject: about, actor });
      return record;
    }, about);
  }

  private async mustFind(tx: Tx, reference: string, version: number): Promise<HouseholdRecord> {
    const [record] = await loadHouseholds(tx, this.vault, 'h.reference', [reference], 'for update of h');
    if (!record) throw notFound('household', reference);
    if (record.version !== version) throw conflict('STALE_VERSION', 'Somebody else has changed this record. Read it again.');
    return record;
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}
