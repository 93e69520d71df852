import { searchClocks, type Pause, type SearchClocks } from '@hub/domain/drift/clocks';
import { delaysOf, idleDelay, type Delay, type DriftLimits } from '@hub/domain/drift/delays';
import type { WaitingBand } from '@hub/domain/children/bands';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { LinkState, Side } from '@hub/domain/links/states';
import { whoActs, type Turn } from '@hub/domain/links/who-acts';
import { row, rows, type Tx } from '@hub/database/tx';
import { listLinks } from '../links/links.queries';

/** A search as row-level security lets the viewer meet it, with its days. */
export interface SearchRow {
  readonly unitId: string;
  readonly unit: string;
  readonly agencyId: string;
  readonly waitingBand: WaitingBand;
  readonly status: 'ACTIVE' | 'PAUSED';
  readonly startedOn: IsoDate | null;
  readonly widensOn: IsoDate | null;
  readonly reviewedOn: IsoDate | null;
  readonly workerId: string | null;
  readonly linkEndedOn: IsoDate | null;
  readonly pauses: readonly Pause[];
}

/** An open link, as far as the viewer may know it: without references where they are no party. */
export interface MovingLink {
  readonly unitId: string;
  readonly childAgencyId: string;
  readonly adoptersAgencyId: string;
  readonly state: LinkState;
  readonly turns: readonly Turn[];
  readonly movedOn: IsoDate;
  readonly link: string | null;
  readonly unit: string | null;
  readonly household: string | null;
  readonly childWorkerId: string | null;
  readonly adoptersWorkerId: string | null;
}

const SEARCH = `
  select d.unit_id as "unitId", k.reference as unit, d.agency_id as "agencyId", k.waiting_band as "waitingBand", d.status, d.started_on as "startedOn", d.widens_on as "widensOn",
    d.reviewed_on as "reviewedOn", d.worker_id as "workerId", d.link_ended_on as "linkEndedOn", d.pauses
  from hub.search_days() d join hub.unit_card k on k.unit_id = d.unit_id`;

/** The own agency's searches, or over the region those that its partners share with it. */
export function searches(tx: Tx): Promise<SearchRow[]> {
  return rows(tx, SEARCH);
}

/** One of the own agency's, without reckoning the others: what a child's page asks each time. */
export function searchOf(tx: Tx, unitId: string): Promise<SearchRow | undefined> {
  return row(tx, `
    select u.id as "unitId", k.reference as unit, u.agency_id as "agencyId", k.waiting_band as "waitingBand", u.family_finding as status, coalesce(u.search_started_on, u.family_finding_since) as "startedOn",
      u.widens_on as "widensOn", u.search_reviewed_on as "reviewedOn", u.named_worker_id as "workerId",
      (select (max(l.ended_at) at time zone 'Europe/London')::date from hub.link l where l.unit_id = u.id) as "linkEndedOn",
      coalesce((select jsonb_agg(jsonb_build_object('from', s.on_date, 'to', s.until, 'cause', s.cause) order by s.at)
        from (select e.*, lead(e.on_date) over (order by e.at) as until from hub.family_finding_event e where e.unit_id = u.id) s where s.status = 'PAUSED'), '[]') as pauses
    from hub.unit u join hub.unit_card k on k.unit_id = u.id
    where u.id = $1::uuid and u.agency_id = (select hub.own_agency()) and u.family_finding in ('ACTIVE', 'PAUSED')`, [unitId]);
}

/** Open links to which the own agency is a party. */
export async function ownLinks(tx: Tx, unit: string | null = null): Promise<MovingLink[]> {
  const found = await listLinks(tx, { unit });
  const moved = new Map((await rows<{ id: string; on: IsoDate }>(tx, `
    select e.link_id as id, (max(e.at) at time zone 'Europe/London')::date as on from hub.link_event e
    where e.link_id = any($1::uuid[]) and e.event <> 'HANDED_OVER' group by e.link_id`, [found.map(({ id }) => id)])).map(({ id, on }) => [id, on]));
  return found.map((link) => ({
    unitId: link.unitId, childAgencyId: link.childAgencyId, adoptersAgencyId: link.adoptersAgencyId, state: link.state, movedOn: moved.get(link.id) ?? link.sinceOn,
    turns: whoActs(link.state, { interestBy: link.interestBy, agreements: { CHILD: link.childAgreement, ADOPTERS: link.adoptersAgreement } }),
    link: link.reference, unit: link.unitReference, household: link.householdReference, childWorkerId: link.childWorkerId, adoptersWorkerId: link.adoptersWorkerId,
  }));
}

interface RegionRow {
  readonly unitId: string;
  readonly childAgencyId: string;
  readonly adoptersAgencyId: string;
  readonly state: LinkState;
  readonly interestBy: Side | null;
  readonly childLive: boolean;
  readonly adoptersLive: boolean;
  readonly movedOn: IsoDate;
}

/** The region's open links, for the hub's coordinators: where they stand, and nothing of the family. */
export async function regionLinks(tx: Tx): Promise<MovingLink[]> {
  const found = await rows<RegionRow>(tx, `
    select unit_id as "unitId", agency_id as "childAgencyId", household_agency_id as "adoptersAgencyId", state, interest_by as "interestBy", child_live as "childLive", adopters_live as "adoptersLive",
      moved_on as "movedOn" from hub.region_links()`);
  const live = (is: boolean) => (is ? 'LIVE' : 'NONE');
  return found.map(({ interestBy, childLive, adoptersLive, ...link }) => ({
    ...link, turns: whoActs(link.state, { interestBy, agreements: { CHILD: live(childLive), ADOPTERS: live(adoptersLive) } }), link: null, unit: null, household: null, childWorkerId: null, adoptersWorkerId: null,
  }));
}

/** A search with its clocks, its links and what holds it up. */
export interface Search extends SearchRow {
  readonly clocks: SearchClocks;
  readonly links: readonly TimedLink[];
  readonly delays: readonly Delay[];
}

export interface TimedLink extends MovingLink {
  readonly idleDays: number;
  readonly delay: Delay | null;
}

/** Reckons every search's clocks: nothing is stored of them. */
export function timed(found: readonly SearchRow[], links: readonly MovingLink[], limits: DriftLimits, today: IsoDate): Search[] {
  const of = new Map<string, MovingLink[]>();
  for (const link of links) {
    const open = of.get(link.unitId);
    if (open) open.push(link);
    else of.set(link.unitId, [link]);
  }
  return found.map((search) => {
    const open = of.get(search.unitId) ?? [];
    const clocks = searchClocks({ ...search, movedOn: open.map(({ movedOn }) => movedOn), today });
    return {
      ...search, clocks, delays: delaysOf(clocks, search.status === 'ACTIVE', limits),
      links: open.map((link) => timedLink(link, search, limits, today)).sort((a, b) => b.idleDays - a.idleDays),
    };
  });
}

/** Of a link whose search the viewer does not know, all days count. */
export function timedLink(link: MovingLink, search: Pick<SearchRow, 'startedOn' | 'pauses' | 'status'> | undefined, limits: DriftLimits, today: IsoDate): TimedLink {
  const { idleDays } = searchClocks({ startedOn: link.movedOn, widensOn: null, pauses: search?.pauses ?? [], movedOn: [link.movedOn], linkEndedOn: null, reviewedOn: null, today });
  const days = idleDays ?? 0;
  return { ...link, idleDays: days, delay: search?.status === 'PAUSED' ? null : idleDelay(days, limits) };
}
