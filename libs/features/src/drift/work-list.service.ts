import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import type { Delay } from '@hub/domain/drift/delays';
import type { LinkState } from '@hub/domain/links/states';
import type { Turn } from '@hub/domain/links/who-acts';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { peopleByIds, type Person } from '../agencies/users.queries';
import { limitsOf } from './limits.queries';
import { ownLinks, searches, timed, timedLink, type Search, type TimedLink } from './searches.queries';

export interface WorkFilter {
  readonly mine?: boolean | null;
  /** A colleague's id; NONE: with nobody. */
  readonly worker?: string | null;
  /** NOBODY: no link is open. */
  readonly move?: 'OURS' | 'THEIRS' | 'NOBODY' | null;
  readonly delay?: Delay | null;
}

/** Something that waits: an open link, or a search without any. */
export interface WorkItem {
  readonly unit: string;
  readonly household: string | null;
  readonly link: string | null;
  readonly state: LinkState | null;
  /** The own side's worker; of a link within the agency the one whose move it is. */
  readonly worker: Person | null;
  readonly isOurMove: boolean;
  readonly turns: readonly Turn[];
  readonly idleDays: number;
  readonly delay: Delay | null;
}

export interface WorkList {
  readonly items: readonly WorkItem[];
  readonly totalCount: number;
  /** Colleagues who have work here. */
  readonly workers: readonly Person[];
}

type Unnamed = Omit<WorkItem, 'worker'> & { readonly workerId: string | null };

const OLDEST = 5;

/** What waits for whom in an agency, what has waited longest first. */
@Injectable()
export class WorkListService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock) {}

  list(actor: Actor, filter: WorkFilter, limit: number, offset: number): Promise<WorkList> {
    return this.uow.run(actor, 'drift.read', async (tx) => {
      const all = await workOf(tx, actor, isoDate(this.clock.today()));
      const people = new Map((await peopleByIds(tx, [...new Set(all.flatMap(({ workerId }) => workerId ?? []))])).map((person) => [person.id, person]));
      const found = all.filter((item) => isMeant(item, filter, actor));
      const items = found.slice(offset, offset + limit).map(({ workerId, ...item }) => ({ ...item, worker: (workerId && people.get(workerId)) || null }));
      shown({ fields: fieldNames(items), count: items.length });
      return { items, totalCount: found.length, workers: [...people.values()].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)) };
    });
  }

  /** The viewer's own, where it is their agency's move or nobody acts; nothing for those whom it does not concern. */
  async oldest(actor: Actor): Promise<readonly WorkItem[]> {
    if (!can(actor, 'drift.read') || !can(actor, 'links.move')) return [];
    return (await this.list(actor, { mine: true }, 100, 0)).items.filter(({ isOurMove, link, delay }) => isOurMove || (link === null && delay !== null)).slice(0, OLDEST);
  }
}

async function workOf(tx: Tx, actor: Actor, today: IsoDate): Promise<Unnamed[]> {
  const limits = await limitsOf(tx, actor.agencyId);
  const links = await ownLinks(tx);
  const own = timed((await searches(tx)).filter(({ agencyId }) => agencyId === actor.agencyId), links, limits, today);
  const known = new Map(own.map((search) => [search.unitId, search]));
  const items = [
    ...links.map((link) => linkItem(timedLink(link, known.get(link.unitId), limits, today), actor.agencyId)),
    ...own.flatMap((search) => (search.links.length === 0 && search.status === 'ACTIVE' ? [searchItem(search)] : [])),
  ];
  return items.sort((a, b) => b.idleDays - a.idleDays || (a.unit < b.unit ? -1 : 1));
}

function linkItem({ unit, household, link, state, turns, idleDays, delay, ...of }: TimedLink, agencyId: string): Unnamed {
  const ours = turns.filter(({ side }) => (side === 'CHILD' ? of.childAgencyId : of.adoptersAgencyId) === agencyId);
  const side = ours[0]?.side ?? (of.childAgencyId === agencyId ? 'CHILD' : 'ADOPTERS');
  return { unit: unit ?? '', household, link, state, turns, idleDays, delay, isOurMove: ours.length > 0, workerId: side === 'CHILD' ? of.childWorkerId : of.adoptersWorkerId };
}

function searchItem({ unit, workerId, clocks: { withoutLinkDays }, delays }: Search): Unnamed {
  return { unit, household: null, link: null, state: null, turns: [], isOurMove: false, workerId, idleDays: withoutLinkDays ?? 0, delay: delays.includes('NO_LINK') ? 'NO_LINK' : null };
}

function isMeant({ workerId, isOurMove, link, delay }: Unnamed, { mine, worker, move, delay: held }: WorkFilter, { userId }: Actor): boolean {
  return (!mine || workerId === userId)
    && (worker == null || (worker === 'NONE' ? workerId === null : workerId === worker))
    && (move == null || (move === 'NOBODY' ? link === null : link !== null && isOurMove === (move === 'OURS')))
    && (held == null || delay === held);
}
