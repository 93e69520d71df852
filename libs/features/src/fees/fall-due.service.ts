import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { rateFor, type FoundRate } from '@hub/domain/fees/fee-table';
import { instalmentsDue, monthsDue } from '@hub/domain/fees/instalments';
import { BASES, interAgency, type Verdict } from '@hub/domain/fees/inter-agency';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { notify } from '../audit/notices.queries';
import { insertFee, insertItem, placedBetweenAgencies, type PlacedFacts } from './fall-due.queries';
import { partnerships, ratesBetween, recordedRates, type RecordedPartnership, type RecordedRate } from './rates.queries';

interface Register {
  readonly rates: readonly RecordedRate[];
  readonly partnerships: readonly RecordedPartnership[];
}

/**
 * What of every fee falls due by the day, and is told to both agencies. The rate is fixed on the first look after the children moved in, by
 * the day they did; a rate that was unknown then is taken once somebody entered it. What stands is never reckoned again, so the job may run as often as anybody likes.
 */
@Injectable()
export class FallDueService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock) {}

  async fallDue(): Promise<void> {
    const today = isoDate(this.clock.today());
    await this.uow.run(SYSTEM_ACTOR, 'fees.fallDue', async (tx) => {
      const register = { rates: await recordedRates(tx), partnerships: await partnerships(tx) };
      for (const facts of await placedBetweenAgencies(tx, today)) await this.settle(tx, facts, register, today);
    });
  }

  private async settle(tx: Tx, facts: PlacedFacts, register: Register, today: IsoDate): Promise<void> {
    const rates = ratesBetween(register.rates, facts);
    const verdict = interAgency(
      { id: facts.agencyId, kind: facts.payerKind, isMember: facts.payerIsMember }, { id: facts.payeeAgencyId, kind: facts.payeeKind, isMember: facts.payeeIsMember }, facts.movedInOn, register.partnerships);
    const { fee } = facts;
    // The number of children and the day stay as they were fixed.
    const fixed = fee === null ? facts : { ...facts, children: fee.children, movedInOn: fee.movedInOn, isLondon: fee.isLondon };
    const isOpen = fee === null || (fee.isDue && (fee.amount === null || fee.plan === null));
    const rate = verdict.isDue ? rateFor({ kind: 'FEE', provider: verdict.provider, children: fixed.children, on: fixed.movedInOn }, rates) : nothingDue(verdict);
    const isSettled = !verdict.isDue || (rate.amount !== null && rate.plan !== null);
    if (fee === null || (isOpen && isSettled)) {
      await insertFee(tx, { version: (fee?.version ?? 0) + 1, facts: fixed, verdict, rate });
      if (!isSettled) await tell(tx, facts, 'FEE_RATE_UNKNOWN', fixed.movedInOn);
    }
    const terms = isOpen ? { provider: verdict.provider, isLondon: fixed.isLondon, amount: rate.amount, plan: rate.plan, isDue: verdict.isDue } : fee;
    if (!terms.isDue) return;
    for (const item of [...instalmentsDue(terms, fixed, today), ...monthsDue(terms, fixed, rates, today)]) {
      if (item.amount === null || facts.known.includes(`${item.trigger} ${item.number}`)) continue;
      if (await insertItem(tx, facts, item)) await tell(tx, facts, 'FEE_DUE', item.dueOn);
    }
  }
}

const nothingDue = ({ basis }: Verdict): FoundRate => ({ amount: null, plan: null, source: BASES[basis], id: null });

async function tell(tx: Tx, { reference, agencyId, payeeAgencyId }: PlacedFacts, kind: 'FEE_DUE' | 'FEE_RATE_UNKNOWN', on: IsoDate): Promise<void> {
  for (const agency of [agencyId, payeeAgencyId]) await notify(tx, { agencyId: agency, role: 'APPROVING_MANAGER' }, { kind, subject: { type: 'PLACEMENT', reference }, due: { on, days: 0 } });
}
