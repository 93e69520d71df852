import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { LINK_EVENTS, stepsFrom, type Agreement, type LinkEvent, type TakenStep } from '@hub/domain/links/events';
import { exitReasonWords } from '@hub/domain/links/exit-reasons';
import { sidesOf } from '@hub/domain/links/sides';
import { isSideExit, type LinkState, type Side } from '@hub/domain/links/states';
import { turnsOf, waitsFor, type Turn } from '@hub/domain/links/who-acts';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { householdCardsByIds, type HouseholdHit } from '../adopters/household-search.queries';
import { agenciesNamed, type AgencySummary } from '../agencies/agencies.queries';
import type { Person } from '../agencies/users.queries';
import { unitCardsByIds, type UnitHit } from '../children/unit-search.queries';
import { rulingsOut, type RulingOut } from '../matching/ruled-out.queries';
import { linkPeople, type LinkPerson } from './link-people.queries';
import { messagesOf, reasonOf, type MessageRow } from './link-texts.queries';
import type { LinkRow } from './links.queries';

/** One side of a link. */
export interface LinkParty {
  readonly side: Side;
  readonly isOwn: boolean;
  /** Null while another agency has not acted: a card does not say whose it is. */
  readonly agency: AgencySummary | null;
  readonly worker: Person | null;
  readonly agreement: Agreement;
}

/** A link in a list. */
export interface LinkSummary {
  readonly reference: string;
  readonly state: LinkState;
  readonly version: number;
  readonly unitReference: string;
  readonly householdReference: string;
  /** Null while it is not shown to the viewer. */
  readonly unit: UnitHit | null;
  readonly household: HouseholdHit | null;
  readonly parties: readonly LinkParty[];
  readonly turns: readonly Turn[];
  /** It waits for the viewer's agency. */
  readonly isOurMove: boolean;
  /** Since when it has waited: the latest step. */
  readonly since: Date;
  readonly panelOn: IsoDate | null;
  readonly isOpen: boolean;
}

export interface LinkHistoryRow {
  readonly event: LinkEvent;
  readonly label: string;
  readonly side: Side | null;
  readonly person: Person | null;
  readonly from: LinkState | null;
  readonly to: LinkState;
  readonly onDate: IsoDate;
  readonly at: Date;
}

/** A step that the viewer can take now, for one side. */
export interface OpenStep {
  readonly event: TakenStep;
  readonly label: string;
  readonly side: Side;
  readonly needs: 'REASON' | null;
}

export interface LinkMessage extends Pick<MessageRow, 'id' | 'side' | 'body' | 'at'> {
  readonly author: Person | null;
  readonly isOwn: boolean;
}

export interface LinkView extends LinkSummary {
  readonly history: readonly LinkHistoryRow[];
  readonly messages: readonly LinkMessage[];
  readonly steps: readonly OpenStep[];
  /** Why the viewer's own agency ended it; no other reads it. */
  readonly exitReason: string | null;
  readonly exitWords: string | null;
  /** The viewer's own agency's decisions against the pair. */
  readonly rulingsOut: readonly RulingOut[];
}

const personOf = (found: LinkPerson | undefined): Person | null => (found ? { id: found.id, displayName: found.displayName } : null);

/** Cards, agencies and people of a page of links: four statements, however many. */
export async function summariesOf(tx: Tx, actor: Actor, links: readonly LinkRow[]): Promise<LinkSummary[]> {
  if (links.length === 0) return [];
  const units = new Map((await unitCardsByIds(tx, links.map(({ unitId }) => unitId))).map((card) => [card.unitId, card]));
  const households = new Map((await householdCardsByIds(tx, links.map(({ householdId }) => householdId))).map((card) => [card.householdId, card]));
  const agencies = await agenciesNamed(tx, links.flatMap(({ childAgencyId, adoptersAgencyId }) => [childAgencyId, adoptersAgencyId]));
  const nameOf = await linkPeople(tx, links.map(({ id }) => id));
  const acted = await agenciesThatActed(tx, links.map(({ id }) => id));
  return links.map((link) => {
    const party = (side: Side): LinkParty => {
      const [agencyId, workerId, agreement] = side === 'CHILD' ? ([link.childAgencyId, link.childWorkerId, link.childAgreement] as const) : ([link.adoptersAgencyId, link.adoptersWorkerId, link.adoptersAgreement] as const);
      const isOwn = agencyId === actor.agencyId;
      const worker = nameOf(link.id, workerId);
      return { side, isOwn, agency: isOwn || acted.has(`${link.id} ${agencyId}`) ? (agencies.get(agencyId) ?? null) : null, worker: worker?.isActive ? personOf(worker) : null, agreement };
    };
    return {
      reference: link.reference, state: link.state, version: link.version, unitReference: link.unitReference, householdReference: link.householdReference,
      unit: units.get(link.unitId) ?? null, household: households.get(link.householdId) ?? null, parties: [party('CHILD'), party('ADOPTERS')], turns: turnsOf(link),
      isOurMove: waitsFor(actor.agencyId, link), since: link.since, panelOn: link.panelOn, isOpen: link.endedAt === null,
    };
  });
}

async function agenciesThatActed(tx: Tx, linkIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await rows<{ key: string }>(tx, `
    select e.link_id || ' ' || e.agency_id as key from hub.link_event e where e.link_id = any($1::uuid[])
    union select m.link_id || ' ' || m.agency_id from hub.link_message m where m.link_id = any($1::uuid[])`, [linkIds]);
  return new Set(found.map(({ key }) => key));
}

export async function viewOf(tx: Tx, vault: Vault, actor: Actor, link: LinkRow): Promise<LinkView> {
  const [summary] = await summariesOf(tx, actor, [link]);
  if (!summary) throw new Error('A link without its summary.');
  const nameOf = await linkPeople(tx, [link.id]);
  const history = await rows<Omit<LinkHistoryRow, 'label' | 'person'> & { actorId: string; isTakenOn: boolean | null }>(tx, `
    select e.event, e.side, e.actor_id as "actorId", e.from_state as "from", e.to_state as "to", e.on_date as "onDate", e.at, e.version > 1 and e.event <> 'HANDED_OVER' and case e.side
        when 'CHILD' then e.child_worker_id = e.actor_id and lag(e.child_worker_id) over v is distinct from e.child_worker_id
        when 'ADOPTERS' then e.adopters_worker_id = e.actor_id and lag(e.adopters_worker_id) over v is distinct from e.adopters_worker_id end as "isTakenOn"
    from hub.link_event e where e.link_id = $1::uuid window v as (order by e.version) order by e.version limit 500`, [link.id]);
  const messages = await messagesOf(tx, vault, link.id);
  const reason = isSideExit(link.state) ? await reasonOf(tx, vault, link.id) : null;
  return {
    ...summary,
    history: history.map(({ actorId, isTakenOn, ...one }) => ({ ...one, label: `${LINK_EVENTS[one.event].label}${isTakenOn ? ', and took the link on as its worker' : ''}`, person: personOf(nameOf(link.id, actorId)) })),
    messages: messages.map(({ authorId, ...one }) => {
      const author = nameOf(link.id, authorId);
      return { ...one, author: personOf(author), isOwn: author?.agencyId === actor.agencyId };
    }),
    steps: openSteps(actor, link),
    exitReason: reason && isSideExit(link.state) ? (exitReasonWords(link.state, reason.code) ?? reason.code) : null, exitWords: reason?.words ?? null,
    rulingsOut: await rulingsOut(tx, vault, link.unitId, link.householdId),
  };
}

/** Not offered: an agreement that is given already. */
function openSteps(actor: Actor, link: LinkRow): OpenStep[] {
  const agreed: Readonly<Record<Side, Agreement>> = { CHILD: link.childAgreement, ADOPTERS: link.adoptersAgreement };
  return sidesOf(actor, link).flatMap((side) => stepsFrom(link.state, side, link.interestBy)
    .filter((event) => event !== 'EXPLORING_AGREED' || agreed[side] === 'NONE' || agreed[side] === 'ENDED')
    .map((event) => {
      const step: { readonly label: string; readonly needs?: 'REASON' } = LINK_EVENTS[event];
      return { event, side, label: step.label, needs: step.needs ?? null };
    }));
}
