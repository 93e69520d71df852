import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { ENGLAND_AND_WALES } from '@hub/domain/dates/bank-holidays';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { addWorkingDays } from '@hub/domain/dates/working-days';
import { conflict, invalid, notFound } from '@hub/domain/errors';
import { ANSWER_DAYS, enquiryRefusal, type EnquiryWay } from '@hub/domain/recruitment/enquiries';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { applyOneHousehold } from '../adopters/apply-households.queries';
import { agenciesByIds, findAgency, type AgencySummary } from '../agencies/agencies.queries';
import { notify } from '../audit/notices.queries';
import { insertEvent } from '../children/events.queries';
import { refuseProblems } from '../children/problems';
import { agencyOfDistrict, endEnquiry, insertEnquiry, listDistricts, lockEnquiry, openEnquiries, setDistricts, type Enquirer, type OpenEnquiry } from './enquiries.queries';

export interface EnquiryRequest extends Enquirer {
  readonly how: EnquiryWay;
  readonly receivedOn: IsoDate;
  readonly district: string | null;
  /** Whose it is, by code; without one the district says it. */
  readonly agency: string | null;
  readonly idempotencyKey?: string | null;
}

/** Where an enquiry went: whoever took it for another agency learns no more. */
export interface TakenEnquiry {
  readonly reference: string;
  readonly agency: AgencySummary | null;
}

export interface Enquiry extends OpenEnquiry {
  /** By then they are to be answered; null beyond the days for which bank holidays are known. */
  readonly dueOn: IsoDate | null;
  readonly isLate: boolean;
}

export interface District {
  readonly district: string;
  readonly agency: AgencySummary | null;
}

/** People who think of adopting: taken by anybody of the region, answered by the agency of their district. */
@Injectable()
export class EnquiriesService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  async take(actor: Actor, { idempotencyKey, ...body }: EnquiryRequest): Promise<TakenEnquiry> {
    const refusal = enquiryRefusal(body, this.today());
    if (refusal) throw refusal;
    return this.uow.run(actor, 'enquiries.take', async (tx) => {
      const { reference, agencyId } = await once(tx, this.vault, actor, { operation: 'enquiries.take', key: idempotencyKey, body }, async () => {
        const to = await this.whose(tx, actor, body);
        return { agencyId: to, reference: await this.put(tx, actor, { ...body, agencyId: to }) };
      });
      return { reference, agency: (await agenciesByIds(tx, [agencyId]))[0] ?? null };
    });
  }

  /** The own agency's that wait, the oldest first. */
  list(actor: Actor): Promise<readonly Enquiry[]> {
    return this.uow.run(actor, 'enquiries.read', async (tx) => {
      const found = (await openEnquiries(tx, this.vault)).map((enquiry) => this.timed(enquiry));
      shown({ stage: 'OWN', fields: fieldNames(found), count: found.length });
      return found;
    });
  }

  /** Makes a household of it, which has everything that was said; answers its reference. */
  takeUp(actor: Actor, reference: string): Promise<string> {
    return this.uow.run(actor, 'enquiries.answer', async (tx) => {
      const { id, names, phone, email, words, district, receivedOn } = await this.must(tx, reference);
      const applied = await applyOneHousehold(tx, this.vault, actor, { facts: { names, phone, email, area: district, enquiryOn: receivedOn }, record: null }, this.today());
      refuseProblems(applied.problems);
      // What they said is the first step of the history: `about` would go into a profile that others read.
      if (words && applied.id) await insertEvent(tx, this.vault, 'household', { agencyId: actor.agencyId, subjectId: applied.id, event: 'ENQUIRY', onDate: receivedOn, reason: words, recordedBy: actor.userId });
      await endEnquiry(tx, id, { state: 'TAKEN_UP', householdId: applied.id, on: this.today() });
      shown({ about: { type: 'HOUSEHOLD', reference: applied.reference ?? '' } });
      return applied.reference ?? '';
    });
  }

  /** To the agency whose it is: sealed anew for that one, with the day on which it was received. */
  handOn(actor: Actor, reference: string, to: string): Promise<TakenEnquiry> {
    return this.uow.run(actor, 'enquiries.answer', async (tx) => {
      const enquiry = await this.must(tx, reference);
      const agency = await this.placing(tx, to);
      if (agency.id === actor.agencyId) throw conflict('GUARD_FAILED', 'The enquiry is with your agency already.');
      const made = await this.put(tx, actor, { ...enquiry, agencyId: agency.id });
      await endEnquiry(tx, enquiry.id, { state: 'HANDED_ON', on: this.today() });
      return { reference: made, agency };
    });
  }

  /** They want no answer any more, or had it: nothing of who they are is kept. */
  close(actor: Actor, reference: string): Promise<true> {
    return this.uow.run(actor, 'enquiries.answer', async (tx) => {
      await endEnquiry(tx, (await this.must(tx, reference)).id, { state: 'CLOSED', on: this.today() });
      return true as const;
    });
  }

  districts(actor: Actor): Promise<readonly District[]> {
    return this.uow.run(actor, 'agencies.list', (tx) => named(tx));
  }

  route(actor: Actor, districts: readonly string[]): Promise<readonly District[]> {
    return this.uow.run(actor, 'enquiries.route', async (tx) => {
      const elsewhere = await setDistricts(tx, actor.agencyId, districts);
      if (elsewhere.length > 0) throw invalid([{ path: 'districts', message: `${elsewhere.join(', ')}: another agency answers there. It has to give the district up first.` }]);
      return named(tx);
    });
  }

  private async whose(tx: Tx, actor: Actor, { district, agency }: EnquiryRequest): Promise<string> {
    if (agency !== null) return (await this.placing(tx, agency)).id;
    const found = district === null ? undefined : await agencyOfDistrict(tx, district);
    if (found) return found.agencyId;
    if (actor.agencyKind === 'HUB') throw invalid([{ path: 'agency', message: 'No agency answers in this district. Choose one.' }]);
    return actor.agencyId;
  }

  private async placing(tx: Tx, code: string): Promise<AgencySummary> {
    const agency = await findAgency(tx, code);
    if (!agency || (agency.kind !== 'COUNCIL' && agency.kind !== 'VOLUNTARY')) throw notFound('agency');
    return agency;
  }

  private async put(tx: Tx, actor: Actor, enquiry: Parameters<typeof insertEnquiry>[3]): Promise<string> {
    const reference = await insertEnquiry(tx, this.vault, actor, enquiry);
    if (enquiry.agencyId !== actor.agencyId) await notify(tx, { agencyId: enquiry.agencyId, role: 'ADOPTERS_WORKER' }, { kind: 'ENQUIRY_RECEIVED', subject: { type: 'ENQUIRY', reference }, actor });
    return reference;
  }

  private async must(tx: Tx, reference: string): Promise<OpenEnquiry> {
    const found = await lockEnquiry(tx, this.vault, reference);
    if (!found) throw notFound('enquiry', reference);
    return found;
  }

  private timed(enquiry: OpenEnquiry): Enquiry {
    const dueOn = addWorkingDays(enquiry.receivedOn, ANSWER_DAYS, ENGLAND_AND_WALES);
    return { ...enquiry, dueOn, isLate: dueOn !== null && this.today() > dueOn };
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}

async function named(tx: Tx): Promise<readonly District[]> {
  const found = await listDistricts(tx);
  const agencies = new Map((await agenciesByIds(tx, [...new Set(found.map(({ agencyId }) => agencyId))])).map((agency) => [agency.id, agency]));
  return found.map(({ district, agencyId }) => ({ district, agency: agencies.get(agencyId) ?? null }));
}
