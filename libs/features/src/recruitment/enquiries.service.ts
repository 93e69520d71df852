import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, invalid, notFound } from '@hub/domain/errors';
import { enquiryRefusal, informedRefusal, type EnquiryWay } from '@hub/domain/recruitment/enquiries';
import { KeyStore } from '@hub/database/crypto/key-store';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { agenciesByIds, type AgencySummary } from '../agencies/agencies.queries';
import { notify } from '../audit/notices.queries';
import { agencyOfDistrict, endEnquiry, informEnquiry, insertEnquiry, lockEnquiry, openEnquiries, type Enquirer, type OpenEnquiry } from './enquiries.queries';
import { placingAgency, takenUp } from './enquiry-answers.queries';
import { timed, type EnquiryTimes } from './enquiry-times';

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

export type Enquiry = OpenEnquiry & EnquiryTimes;

/** People who think of adopting: taken by anybody of the region, answered by the agency of their district. */
@Injectable()
export class EnquiriesService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(KeyStore) private readonly keys: KeyStore, @Inject(Clock) private readonly clock: Clock,
  ) {}

  async take(actor: Actor, { idempotencyKey, ...body }: EnquiryRequest): Promise<TakenEnquiry> {
    const refusal = enquiryRefusal(body, this.today());
    if (refusal) throw refusal;
    return this.uow.run(actor, 'enquiries.take', async (tx) => {
      const { reference, agencyId } = await once(tx, this.vault, actor, { operation: 'enquiries.take', key: idempotencyKey, body }, async () => {
        const to = await whose(tx, actor, body);
        return { agencyId: to, reference: await this.put(tx, actor, { ...body, agencyId: to, informedOn: null }) };
      });
      return { reference, agency: (await agenciesByIds(tx, [agencyId]))[0] ?? null };
    });
  }

  /** The own agency's that wait, the oldest first. */
  list(actor: Actor): Promise<readonly Enquiry[]> {
    return this.uow.run(actor, 'enquiries.read', async (tx) => {
      const found = (await openEnquiries(tx, this.vault)).map((enquiry) => ({ ...enquiry, ...timed(enquiry, this.today()) }));
      shown({ stage: 'OWN', fields: fieldNames(found), count: found.length });
      return found;
    });
  }

  /** The information pack was sent; a later call puts the day right. */
  inform(actor: Actor, reference: string, onDate: IsoDate | null): Promise<true> {
    return this.uow.run(actor, 'enquiries.answer', async (tx) => {
      const { id, receivedOn } = await this.must(tx, reference);
      const on = onDate ?? this.today();
      const refusal = informedRefusal(on, receivedOn, this.today());
      if (refusal) throw refusal;
      await informEnquiry(tx, id, on);
      return true as const;
    });
  }

  /** Makes a household of it, which has everything that was said and is with whoever takes it up; answers its reference. */
  takeUp(actor: Actor, reference: string): Promise<string> {
    return this.ending(actor, async (tx) => {
      const enquiry = await this.must(tx, reference);
      const household = await takenUp(tx, this.vault, actor, enquiry, this.today());
      await endEnquiry(tx, enquiry.id, { state: 'TAKEN_UP', householdId: household.id, on: this.today() });
      shown({ about: { type: 'HOUSEHOLD', reference: household.reference } });
      return { id: enquiry.id, answer: household.reference };
    });
  }

  /** To the agency whose it is: sealed anew for that one, with the day on which it was received and what was sent. */
  handOn(actor: Actor, reference: string, to: string): Promise<TakenEnquiry> {
    return this.ending(actor, async (tx) => {
      const enquiry = await this.must(tx, reference);
      const agency = await placingAgency(tx, to);
      if (agency.id === actor.agencyId) throw conflict('GUARD_FAILED', 'The enquiry is with your agency already.');
      const made = await this.put(tx, actor, { ...enquiry, agencyId: agency.id });
      await endEnquiry(tx, enquiry.id, { state: 'HANDED_ON', on: this.today() });
      return { id: enquiry.id, answer: { reference: made, agency } };
    });
  }

  /** They want no answer any more, or had it: nothing of who they are is kept. */
  close(actor: Actor, reference: string): Promise<true> {
    return this.ending(actor, async (tx) => {
      const { id } = await this.must(tx, reference);
      await endEnquiry(tx, id, { state: 'CLOSED', on: this.today() });
      return { id, answer: true as const };
    });
  }

  /** Emptied in the database first, then its share is destroyed, so that no backup opens it: cut off between the two, `hub keys shred --repeat` goes on. */
  private async ending<T>(actor: Actor, end: (tx: Tx) => Promise<{ readonly id: string; readonly answer: T }>): Promise<T> {
    const { id, answer } = await this.uow.run(actor, 'enquiries.answer', end);
    this.keys.destroyShares(actor.agencyId, [id]);
    return answer;
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

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}

async function whose(tx: Tx, actor: Actor, { district, agency }: EnquiryRequest): Promise<string> {
  if (agency !== null) return (await placingAgency(tx, agency)).id;
  const found = district === null ? undefined : await agencyOfDistrict(tx, district);
  if (found) return found.agencyId;
  if (actor.agencyKind === 'HUB') throw invalid([{ path: 'agency', message: 'No agency answers in this district. Choose one.' }]);
  return actor.agencyId;
}
