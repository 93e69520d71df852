import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { invalid, notFound, conflict } from '@hub/domain/errors';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { rateRefusal, type RateEntry } from '@hub/domain/fees/enter-rate';
import { PUBLISHED, type Rate } from '@hub/domain/fees/fee-table';
import type { Terms } from '@hub/domain/fees/inter-agency';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import { UnitOfWork } from '@hub/database/unit-of-work';
import type { Tx } from '@hub/database/tx';
import { enqueue, fallDue } from '@hub/queue/jobs';
import { agenciesByCodes, agenciesNamed, type AgencySummary } from '../agencies/agencies.queries';
import { endPartnership, insertPartnership, insertRate, londonAgencies, markLondon, partnerships, recordedRates } from './rates.queries';

export interface TableRate extends Rate {
  /** Who entered it; null: published. */
  readonly enteredBy: AgencySummary | null;
  readonly at: Date | null;
}

export interface TablePartnership {
  readonly id: string;
  readonly name: string;
  readonly terms: Terms;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
  readonly version: number;
  readonly agencies: readonly AgencySummary[];
}

export interface FeeTable {
  readonly rates: readonly TableRate[];
  readonly partnerships: readonly TablePartnership[];
  readonly london: readonly AgencySummary[];
}

export interface PartnershipRequest {
  readonly name: string;
  readonly terms: Terms;
  readonly startsOn: IsoDate;
  readonly endsOn?: IsoDate | null;
  /** Codes. */
  readonly agencies: readonly string[];
  readonly idempotencyKey?: string | null;
}

export interface RateRequest extends RateEntry {
  readonly idempotencyKey?: string | null;
}

/** The rates that are known and those that people entered, and between whom other terms hold. Everybody may read it: it is about no case. */
@Injectable()
export class FeeTableService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault) {}

  table(actor: Actor): Promise<FeeTable> {
    return this.uow.run(actor, 'agencies.list', tableOf);
  }

  /** Fees that wait for it take it at once; what was fixed before stays as it is. */
  async enterRate(actor: Actor, { idempotencyKey, ...entry }: RateRequest): Promise<FeeTable> {
    const refusal = rateRefusal(entry);
    if (refusal) throw refusal;
    return this.uow.run(actor, 'feeRates.enter', async (tx) => {
      await once(tx, this.vault, actor, { operation: 'fees.enterRate', key: idempotencyKey, body: entry }, async () => {
        await insertRate(tx, actor, entry);
        await enqueue(tx, fallDue, {});
        return {};
      });
      return tableOf(tx);
    });
  }

  addPartnership(actor: Actor, { idempotencyKey, ...body }: PartnershipRequest): Promise<FeeTable> {
    const { agencies: codes, endsOn = null, ...terms } = body;
    return this.uow.run(actor, 'feeTerms.set', async (tx) => {
      const found = await agenciesByCodes(tx, codes);
      if (found.length < 2 || found.length !== new Set(codes).size) throw invalid([{ path: 'agencies', message: 'Name two agencies or more that the hub knows.' }]);
      if (endsOn !== null && endsOn < terms.startsOn) throw invalid([{ path: 'endsOn', message: 'The end lies before the first day.' }]);
      await once(tx, this.vault, actor, { operation: 'fees.addPartnership', key: idempotencyKey, body }, async () => {
        await insertPartnership(tx, { ...terms, endsOn, agencyIds: found.map(({ id }) => id) });
        return {};
      });
      return tableOf(tx);
    });
  }

  endPartnership(actor: Actor, request: { readonly id: string; readonly version: number; readonly endsOn: IsoDate }): Promise<FeeTable> {
    return this.uow.run(actor, 'feeTerms.set', async (tx) => {
      if (!(await endPartnership(tx, request))) throw conflict('STALE_VERSION', 'Somebody else has changed these terms, or the day lies before they begin. Read them again.');
      return tableOf(tx);
    });
  }

  markLondon(actor: Actor, agency: string, isLondon: boolean): Promise<FeeTable> {
    return this.uow.run(actor, 'agencies.manage', async (tx) => {
      if (!(await markLondon(tx, agency, isLondon))) throw notFound('agency');
      return tableOf(tx);
    });
  }
}

async function tableOf(tx: Tx): Promise<FeeTable> {
  const [entered, terms, london] = [await recordedRates(tx), await partnerships(tx), await londonAgencies(tx)];
  const agencies = await agenciesNamed(tx, [...entered.map(({ agencyId }) => agencyId), ...terms.flatMap(({ agencyIds }) => agencyIds), ...london]);
  const named = (list: readonly string[]): AgencySummary[] => list.flatMap((id) => agencies.get(id) ?? []);
  return {
    rates: [...PUBLISHED.map((rate) => ({ ...rate, enteredBy: null, at: null })), ...entered.map(({ agencyId, ...rate }) => ({ ...rate, enteredBy: agencies.get(agencyId) ?? null }))],
    partnerships: terms.map(({ agencyIds, ...partnership }) => ({ ...partnership, agencies: named(agencyIds) })),
    london: named(london),
  };
}
