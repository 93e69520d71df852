import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { channelRefusal, outsideHouseholdRefusal, type ChannelKind, type ChannelResult, type OutsideOutcome } from '@hub/domain/channels/channels';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { findOwnCase } from '../disclosure/cases.queries';
import { entryExists, saveChannel, saveOutsideHousehold, searchLog, type Place, type SearchLog } from './channels.queries';
import { outsideAgency, type OutsideAgency } from './outside-agencies.queries';

interface EntryRequest {
  readonly unit: string;
  /** Of an entry that is changed, with the version that the person saw. */
  readonly id?: string | null;
  readonly version?: number | null;
  readonly words?: string | null;
}

export interface ChannelRequest extends EntryRequest {
  readonly kind: ChannelKind;
  readonly agency?: OutsideAgency | null;
  readonly startedOn: IsoDate;
  readonly endedOn?: IsoDate | null;
  readonly result?: ChannelResult | null;
}

export interface OutsideHouseholdRequest extends EntryRequest {
  readonly agency: OutsideAgency;
  readonly givenReference: string;
  readonly householdKind?: 'SINGLE' | 'COUPLE' | null;
  readonly maxChildren?: number | null;
  readonly ageMinMonths?: number | null;
  readonly ageMaxMonths?: number | null;
  readonly onDate: IsoDate;
  readonly outcome: OutsideOutcome;
}

/** Where a council's searches go beyond the region, and whom they reach there. Nobody else meets any of it. */
@Injectable()
export class ChannelsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  /** Null alike for a unit that is not there and for another agency's. */
  log(actor: Actor, unit: string): Promise<SearchLog | null> {
    return this.uow.run(actor, 'channels.read', async (tx) => {
      const found = await findOwnCase(tx, 'UNIT', unit);
      if (!found) return null;
      const log = await searchLog(tx, this.vault, found.id);
      shown({ fields: fieldNames(log) });
      return log;
    }, { type: 'UNIT', reference: unit });
  }

  recordChannel(actor: Actor, { kind, agency, startedOn, endedOn, result, words, ...entry }: ChannelRequest): Promise<SearchLog> {
    return this.record(actor, entry, 'search_channel', async (tx, place) => {
      const facts = { kind, startedOn, endedOn: endedOn ?? null, result: result ?? null };
      const refusal = channelRefusal({ ...facts, agency: agency?.name ?? null }, this.today());
      if (refusal) throw refusal;
      return saveChannel(tx, this.vault, actor, place, { ...facts, outsideId: agency ? await outsideAgency(tx, agency) : null, words: words?.trim() || null });
    });
  }

  recordHousehold(actor: Actor, { unit, id, version, agency, givenReference, ...request }: OutsideHouseholdRequest): Promise<SearchLog> {
    return this.record(actor, { unit, id, version }, 'outside_household', async (tx, place) => {
      const { householdKind = null, maxChildren = null, ageMinMonths = null, ageMaxMonths = null, onDate, outcome } = request;
      const facts = { maxChildren, ageMinMonths, ageMaxMonths, onDate, outcome, words: request.words?.trim() || null };
      const refusal = outsideHouseholdRefusal(facts, this.today());
      if (refusal) throw refusal;
      return saveOutsideHousehold(tx, this.vault, actor, place, { ...facts, householdKind, outsideId: await outsideAgency(tx, agency), givenReference: givenReference.trim() });
    });
  }

  private record(actor: Actor, { unit, id, version }: EntryRequest, table: 'search_channel' | 'outside_household', save: (tx: Tx, place: Place) => Promise<boolean>): Promise<SearchLog> {
    return this.uow.run(actor, 'channels.record', async (tx) => {
      const found = await findOwnCase(tx, 'UNIT', unit);
      if (!found) throw notFound('unit', unit);
      if (!(await save(tx, { unitId: found.id, id: id ?? null, version: version ?? null }))) {
        if (id && (await entryExists(tx, table, id))) throw conflict('STALE_VERSION', 'Somebody else has changed this entry. Read it again.');
        throw notFound('entry');
      }
      return searchLog(tx, this.vault, found.id);
    }, { type: 'UNIT', reference: unit });
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}
