import { activeDays } from '@hub/domain/drift/clocks';
import type { DriftLimits } from '@hub/domain/drift/delays';
import type { Role } from '@hub/domain/access/actor';
import type { NoticeKind } from '@hub/domain/audit/notices';
import { addDays } from '@hub/domain/dates/day-count';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { LinkState, Side } from '@hub/domain/links/states';
import { whoActs } from '@hub/domain/links/who-acts';
import { rows, type Tx } from '@hub/database/tx';
import type { Addressee } from '../audit/notices.queries';
import type { DueReminder } from '../work/reminders.queries';
import { limitsByAgency } from './limits.queries';
import type { SearchRow } from './searches.queries';

/** For so many days after a limit was reached: a hub that was switched off catches up, and one that is new does not tell of years. */
const CATCH_UP_DAYS = 7;

interface IdleLink {
  readonly link: string;
  readonly unitId: string;
  readonly childAgencyId: string;
  readonly adoptersAgencyId: string;
  readonly childWorkerId: string | null;
  readonly adoptersWorkerId: string | null;
  readonly state: LinkState;
  readonly interestBy: Side | null;
  readonly childLive: boolean;
  readonly adoptersLive: boolean;
  readonly movedOn: IsoDate;
}

type Standing = Omit<SearchRow, 'waitingBand'>;

/** Under `notices.remind`: links that nobody moved, searches without a link or a review, each once for each limit that it reached, by the limits of whom it tells. */
export async function driftReminders(tx: Tx, today: IsoDate): Promise<DueReminder[]> {
  const searches = await rows<Standing>(tx, `
    select d.unit_id as "unitId", u.reference as unit, d.agency_id as "agencyId", d.status, d.started_on as "startedOn", d.widens_on as "widensOn", d.reviewed_on as "reviewedOn",
      w.id as "workerId", d.link_ended_on as "linkEndedOn", d.pauses
    from hub.search_days() d join hub.unit u on u.id = d.unit_id left join hub.app_user w on w.id = d.worker_id and w.status = 'ACTIVE'`);
  const links = await rows<IdleLink>(tx, `
    select link, unit_id as "unitId", agency_id as "childAgencyId", household_agency_id as "adoptersAgencyId", child_worker_id as "childWorkerId", adopters_worker_id as "adoptersWorkerId", state,
      interest_by as "interestBy", child_live as "childLive", adopters_live as "adoptersLive", moved_on as "movedOn" from hub.links_to_remind()`);
  const limits = await limitsByAgency(tx, [...searches.map(({ agencyId }) => agencyId), ...links.flatMap(({ childAgencyId, adoptersAgencyId }) => [childAgencyId, adoptersAgencyId])]);
  const active = new Map(searches.flatMap((search) => (search.status === 'ACTIVE' ? [[search.unitId, search] as const] : [])));
  const linked = new Set(links.map(({ unitId }) => unitId));
  return [
    ...links.flatMap((link) => idleReminders(link, active.get(link.unitId), limits, today)),
    ...[...active.values()].flatMap((search) => searchReminders(search, linked.has(search.unitId), limits.get(search.agencyId), today)),
  ];
}

/** The worker of each side whose move it is; once it is stuck, their managers too. */
function idleReminders(link: IdleLink, search: Standing | undefined, limits: ReadonlyMap<string, DriftLimits>, today: IsoDate): DueReminder[] {
  // A search that rests lets its links rest.
  if (!search) return [];
  const idle = activeDays(link.movedOn, today, search.pauses);
  const live = (is: boolean) => (is ? 'LIVE' : 'NONE');
  const turns = whoActs(link.state, { interestBy: link.interestBy, agreements: { CHILD: live(link.childLive), ADOPTERS: live(link.adoptersLive) } });
  return turns.flatMap(({ side }): DueReminder[] => {
    const [agencyId, workerId, role] = side === 'CHILD' ? ([link.childAgencyId, link.childWorkerId, 'FAMILY_FINDER'] as const) : ([link.adoptersAgencyId, link.adoptersWorkerId, 'ADOPTERS_WORKER'] as const);
    const limit = limits.get(agencyId);
    if (!limit) return [];
    const subject = { type: 'LINK', reference: link.link } as const;
    const to = addressee(agencyId, workerId, role);
    return [
      ...reached('LINK_IDLE', subject, [to], { days: idle, limit: limit.slowDays, since: link.movedOn }),
      ...reached('LINK_IDLE', subject, [to, { agencyId, role: 'APPROVING_MANAGER' }], { days: idle, limit: limit.stuckDays, since: link.movedOn }),
    ];
  });
}

function searchReminders(search: Standing, isLinked: boolean, limits: DriftLimits | undefined, today: IsoDate): DueReminder[] {
  const { startedOn, linkEndedOn, reviewedOn, pauses } = search;
  if (startedOn === null || !limits) return [];
  const from = (day: IsoDate | null): IsoDate => (day !== null && day > startedOn ? day : startedOn);
  const subject = { type: 'UNIT', reference: search.unit } as const;
  const to = [addressee(search.agencyId, search.workerId, 'FAMILY_FINDER')];
  const since = (day: IsoDate, limit: number) => ({ days: activeDays(day, today, pauses), limit, since: day });
  return [
    ...(isLinked ? [] : reached('NO_LINK', subject, to, since(from(linkEndedOn), limits.withoutLinkDays))),
    ...reached('SEARCH_REVIEW', subject, to, since(from(reviewedOn), limits.reviewDays)),
  ];
}

const addressee = (agencyId: string, userId: string | null, role: Role): Addressee => (userId === null ? { agencyId, role } : { agencyId, userId });

/** The day that a notice is known by is the limit's on the calendar, so that a pause in between tells nothing twice. */
function reached(kind: NoticeKind, subject: DueReminder['subject'], to: readonly Addressee[], { days, limit, since }: { days: number; limit: number; since: IsoDate }): DueReminder[] {
  return days >= limit && days <= limit + CATCH_UP_DAYS ? [{ kind, subject, to, due: { on: addDays(since, limit), days: 0 } }] : [];
}
