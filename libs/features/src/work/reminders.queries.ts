import type { AgencyKind } from '@hub/domain/access/actor';
import type { NoticeKind } from '@hub/domain/audit/notices';
import { addDays } from '@hub/domain/dates/day-count';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { REMINDER_DAYS, reminderDue, type Reminder } from '@hub/domain/dates/reminder';
import { rows, type Tx } from '@hub/database/tx';
import type { Addressee, NoticeSubject } from '../audit/notices.queries';

/** Something of which somebody is to be reminded. */
export interface DueReminder {
  readonly kind: NoticeKind;
  readonly subject: NoticeSubject;
  readonly to: readonly Addressee[];
  readonly due: { readonly on: IsoDate; readonly days: Reminder };
}

/** For so many days after the day itself: a hub that was switched off catches up. */
const CATCH_UP_DAYS = 7;
const FIRST_DAYS = Math.max(...REMINDER_DAYS);

interface AgreementRow {
  readonly reference: string;
  readonly reviewOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  readonly parties: readonly { readonly id: string; readonly kind: AgencyKind }[];
}

/** Reviews and ends of agreements that are in force, for administrators and data protection officers of every party. */
export async function agreementReminders(tx: Tx, today: IsoDate): Promise<DueReminder[]> {
  const found = await rows<AgreementRow>(tx, `
    select g.reference, g.review_on as "reviewOn", g.ends_on as "endsOn",
      (select json_agg(json_build_object('id', a.id, 'kind', a.kind)) from hub.agreement_party p join hub.agency a on a.id = p.agency_id where p.agreement_id = g.id) as parties
    from hub.agreement g
    where g.starts_on <= $1::date and (g.ends_on is null or g.ends_on >= $2::date) and (g.review_on <= $3::date or g.ends_on <= $3::date)
    order by g.reference`, [today, addDays(today, -CATCH_UP_DAYS), addDays(today, FIRST_DAYS)]);
  return found.flatMap(({ reference, reviewOn, endsOn, parties }) => {
    const subject: NoticeSubject = { type: 'AGREEMENT', reference };
    const to = (parties ?? []).flatMap(({ id, kind }): Addressee[] => [{ agencyId: id, role: kind === 'HUB' ? 'HUB_ADMIN' : 'AGENCY_ADMIN' }, { agencyId: id, role: 'DATA_PROTECTION_OFFICER' }]);
    const isOver = endsOn !== null && endsOn <= today;
    return [...reminder('AGREEMENT_REVIEW', subject, to, isOver ? null : reviewOn, today), ...reminder('AGREEMENT_ENDS', subject, to, endsOn, today)];
  });
}

interface ConsentRow {
  readonly household: string;
  readonly agencyId: string;
  readonly workerId: string | null;
  readonly expiresOn: IsoDate;
}

/** Ends of what adopters agreed to, for the household's worker; where it has none who is still here, for all who work with adopters. */
export async function consentReminders(tx: Tx, today: IsoDate): Promise<DueReminder[]> {
  const found = await rows<ConsentRow>(tx, `
    select distinct h.reference as household, h.agency_id as "agencyId", u.id as "workerId", c.expires_on as "expiresOn"
    from hub.adopter_consent c
    join hub.household h on h.id = c.household_id and h.state in ('APPROVED', 'LINKED', 'STAGE2', 'AT_PANEL')
    left join hub.app_user u on u.id = h.named_worker_id and u.status = 'ACTIVE'
    where c.granted and c.withdrawn_at is null and c.expires_on between $1::date and $2::date
      and not exists (select from hub.adopter_consent n where n.household_id = c.household_id and n.scope = c.scope and n.recorded_at > c.recorded_at)
    order by h.reference, c.expires_on`, [addDays(today, -CATCH_UP_DAYS), addDays(today, FIRST_DAYS)]);
  return found.flatMap(({ household, agencyId, workerId, expiresOn }) => {
    const to: Addressee = workerId === null ? { agencyId, role: 'ADOPTERS_WORKER' } : { agencyId, userId: workerId };
    return reminder('CONSENT_ENDS', { type: 'HOUSEHOLD', reference: household }, [to], expiresOn, today);
  });
}

interface WideningRow {
  readonly type: 'UNIT' | 'HOUSEHOLD';
  readonly reference: string;
  readonly agencyId: string;
  readonly workerId: string | null;
  readonly widensOn: IsoDate;
}

const WEEK = 7;
const WIDENING = (type: WideningRow['type'], table: string, started: string, searching: string): string => `
  select '${type}' as type, r.reference, r.agency_id as "agencyId", w.id as "workerId", r.widens_on as "widensOn"
  from ${table} r left join hub.app_user w on w.id = r.named_worker_id and w.status = 'ACTIVE'
  where r.widens_on between $1::date and $2::date and r.widens_on > ${started} and ${searching}`;

/** A week before the region sees a child or family and on the day, for its worker; where it has none who is still here, for all who do that work. */
export async function wideningReminders(tx: Tx, today: IsoDate): Promise<DueReminder[]> {
  const found = await rows<WideningRow>(tx, `
    ${WIDENING('UNIT', 'hub.unit', 'r.search_started_on', `r.family_finding in ('ACTIVE', 'PAUSED')`)}
    union all ${WIDENING('HOUSEHOLD', 'hub.household', 'r.offered_on', `r.state in ('APPROVED', 'LINKED', 'STAGE2', 'AT_PANEL')`)}
    order by 2`, [addDays(today, -CATCH_UP_DAYS), addDays(today, WEEK)]);
  return found.flatMap(({ type, reference, agencyId, workerId, widensOn }) => {
    const to: Addressee = workerId === null ? { agencyId, role: type === 'UNIT' ? 'FAMILY_FINDER' : 'ADOPTERS_WORKER' } : { agencyId, userId: workerId };
    return reminder('SEARCH_WIDENS', { type, reference }, [to], widensOn, today);
  });
}

function reminder(kind: NoticeKind, subject: NoticeSubject, to: readonly Addressee[], on: IsoDate | null, today: IsoDate): DueReminder[] {
  const days = reminderDue(on, today);
  return on === null || days === null ? [] : [{ kind, subject, to, due: { on, days } }];
}
