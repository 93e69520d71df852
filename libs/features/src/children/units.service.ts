import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { sharesSurname } from '@hub/domain/audit/unusual-looking';
import type { FamilyFinding } from '@hub/domain/children/codes';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, DomainError, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { notifyOfficers } from '../audit/notices.queries';
import { distancesFromHousehold } from '../matching/distances.queries';
import { grantInForce, identifiedChildren } from '../disclosure/identified.queries';
import { changeFamilyFinding } from './family-finding.queries';
import type { PageOf } from './search-sql';
import { searchUnits, unitCardsByIds, type ShownUnitCard, type UnitHit, type UnitSearch } from './unit-search.queries';
import { sharedUnit, toUnitView, unitRecord, type UnitView } from './unit-view.queries';
import { findUnit } from './units.queries';

export interface FamilyFindingRequest {
  readonly unit: string;
  readonly version: number;
  readonly to: FamilyFinding;
  readonly reason?: string | null;
  readonly onDate: IsoDate;
}

/** Units as people look for them and at them, and whether a family is sought. */
@Injectable()
export class UnitsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  search(actor: Actor, search: UnitSearch): Promise<PageOf<UnitHit>> {
    return this.uow.run(actor, 'children.search', async (tx) => {
      const { nearHousehold } = search.filter;
      const near = nearHousehold ? await distancesFromHousehold(tx, nearHousehold) : undefined;
      const page = await searchUnits(tx, search, near);
      shown({ ...(nearHousehold && { about: { type: 'HOUSEHOLD', reference: nearHousehold } }), fields: fieldNames(page.items), count: page.items.length });
      return page;
    });
  }

  /** For loaders: cards by unit id, as far as the actor may see them. */
  async cards(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, ShownUnitCard>> {
    const found = await this.uow.run(actor, 'children.search', async (tx) => {
      const cards = await unitCardsByIds(tx, ids);
      shown({ fields: fieldNames(cards), count: cards.length });
      return cards;
    });
    return new Map(found.map((card) => [card.unitId, card]));
  }

  /** `null` alike for a unit that does not exist and for one that the actor may not see (trust.md AZ-3). */
  async find(actor: Actor, reference: string): Promise<UnitView | null> {
    try {
      return await this.view(actor, reference);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  /** Each stage is read under an action of its own, so that the access log tells a look at a card from one at names. */
  async view(actor: Actor, reference: string): Promise<UnitView> {
    const shared = await this.uow.run(actor, 'children.view', async (tx) => {
      const found = await sharedUnit(tx, this.vault, reference);
      if (!found) throw notFound('unit', reference);
      shown({ stage: found.profile === null ? 'S0' : 'S1', fields: fieldNames({ card: found.card, profile: found.profile }) });
      return found;
    }, { type: 'UNIT', reference, stage: 'S1' });
    const identified = shared.isIdentified ? await this.identified(actor, reference, shared.card.unitId) : [];
    const record = shared.card.isOwn && can(actor, 'children.viewIdentity') ? await this.record(actor, reference) : null;
    return toUnitView(shared, identified, record);
  }

  private identified(actor: Actor, reference: string, unitId: string) {
    return this.uow.run(actor, 'disclosure.view', async (tx) => {
      const identified = await identifiedChildren(tx, this.vault, unitId);
      shown({ stage: 'S2', fields: fieldNames(identified), ...(await grantInForce(tx, 'UNIT', unitId)) });
      return identified;
    }, { type: 'UNIT', reference, stage: 'S2' });
  }

  private async record(actor: Actor, reference: string) {
    const about = { type: 'UNIT', reference, stage: 'OWN' } as const;
    return this.uow.run(actor, 'children.viewIdentity', async (tx) => {
      const record = (await unitRecord(tx, this.vault, actor, reference, this.today())) ?? null;
      shown({ stage: record === null ? null : 'OWN', fields: fieldNames(record) });
      const surnames = record?.children.map(({ lastName }) => lastName) ?? [];
      if (sharesSurname(actor.displayName, surnames)) await notifyOfficers(tx, [actor.agencyId], { kind: 'OWN_SURNAME', subject: about, actor });
      return record;
    }, about);
  }

  async changeFamilyFinding(actor: Actor, { unit: reference, version, to, reason, onDate }: FamilyFindingRequest): Promise<UnitView> {
    await this.uow.run(actor, 'familyFinding.change', async (tx) => {
      const unit = await findUnit(tx, reference, 'for update');
      if (!unit) throw notFound('unit', reference);
      if (unit.version !== version) throw conflict('STALE_VERSION', 'Somebody else has changed this record. Read it again.');
      await changeFamilyFinding(tx, this.vault, unit, { to, reason: reason ?? null, onDate, today: this.today() });
    }, { type: 'UNIT', reference });
    return this.view(actor, reference);
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}
