import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { addMonths } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { enquiryCount, type EnquiryCount } from '@hub/domain/recruitment/enquiries';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { agenciesByIds, type AgencySummary } from '../agencies/agencies.queries';
import { passedOn, type PassedOnRow } from './enquiries.queries';
import { timed, type EnquiryTimes } from './enquiry-times';

export interface PassedOnEnquiry extends Omit<PassedOnRow, 'agencyId'>, EnquiryTimes {
  readonly agency: AgencySummary | null;
}

/** What became of an agency's. */
export interface AgencyEnquiries extends EnquiryCount {
  readonly agency: AgencySummary;
}

export interface PassedOn {
  /** The newest first. */
  readonly items: readonly PassedOnEnquiry[];
  readonly totalCount: number;
  readonly agencies: readonly AgencyEnquiries[];
}

const MONTHS = 12;

/** Enquiries of the last year that the own agency took for others: where they are, and not who they are. */
@Injectable()
export class PassedOnService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock) {}

  list(actor: Actor, limit: number, offset: number): Promise<PassedOn> {
    const today = isoDate(this.clock.today());
    return this.uow.run(actor, 'enquiries.take', async (tx) => {
      const found = await passedOn(tx, addMonths(today, -MONTHS));
      const named = await agenciesByIds(tx, [...new Set(found.map(({ agencyId }) => agencyId))]);
      const all = found.map(({ agencyId, ...one }): PassedOnEnquiry => ({ ...one, ...timed(one, today), agency: named.find(({ id }) => id === agencyId) ?? null }));
      const items = all.slice(offset, offset + limit);
      shown({ fields: fieldNames(items), count: items.length });
      return { items, totalCount: all.length, agencies: named.map((agency) => ({ agency, ...enquiryCount(all.filter((one) => one.agency === agency)) })) };
    });
  }
}
