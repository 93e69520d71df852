import type { Agreement, LinkEvent } from '@hub/domain/links/events';
import { isExit, type LinkState, type Side } from '@hub/domain/links/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import { GRANT_STATUS } from '../disclosure/grants.queries';

/** A link as either agency keeps it. */
export interface LinkRow {
  readonly id: string;
  readonly reference: string;
  readonly childAgencyId: string;
  readonly adoptersAgencyId: string;
  readonly unitId: string;
  readonly householdId: string;
  readonly unitReference: string;
  readonly householdReference: string;
  readonly state: LinkState;
  readonly interestBy: Side | null;
  readonly childWorkerId: string | null;
  readonly adoptersWorkerId: string | null;
  readonly childAgreement: Agreement;
  readonly adoptersAgreement: Agreement;
  readonly panelOn: IsoDate | null;
  readonly version: number;
  /** Of the latest step. */
  readonly since: Date;
  readonly sinceOn: IsoDate;
  readonly endedAt: Date | null;
}

/**
 * How a side's agreement stands, as the viewer may know it: of the own agency as its grant does, of another whether its grant
 * lives for the viewer's. Within one agency an agreement needs no grant.
 */
const agreement = (side: 'child' | 'adopters', agency: string): string => `case
    when not l.${side}_agreed then 'NONE'
    when l.agency_id = l.household_agency_id then 'LIVE'
    when l.${agency} = (select hub.own_agency()) then
      case (select ${GRANT_STATUS} from hub.disclosure_grant r where r.id = l.${side}_grant_id) when 'REQUESTED' then 'ASKED' when 'LIVE' then 'LIVE' else 'ENDED' end
    when l.${side}_grant_id = any(array(select hub.live_grants('S2'))) then 'LIVE'
    when l.state = 'SHORTLISTED' then 'ASKED' else 'ENDED' end`;

const LINK = `
  select l.id, l.reference, l.agency_id as "childAgencyId", l.household_agency_id as "adoptersAgencyId", l.unit_id as "unitId", l.household_id as "householdId",
    l.unit_reference as "unitReference", l.household_reference as "householdReference", l.state, l.interest_by as "interestBy",
    l.child_worker_id as "childWorkerId", l.adopters_worker_id as "adoptersWorkerId",
    ${agreement('child', 'agency_id')} as "childAgreement", ${agreement('adopters', 'household_agency_id')} as "adoptersAgreement",
    l.panel_on as "panelOn", l.version, e.at as since, e.on_date as "sinceOn", l.ended_at as "endedAt"
  from hub.link l join hub.link_event e on e.link_id = l.id and e.version = l.version`;

/** `lock`: holds the link until the transaction ends, so that of two who change it the second sees what the first did. */
export async function findLink(tx: Tx, reference: string, lock: '' | 'lock' = ''): Promise<LinkRow | undefined> {
  // Apart: a statement that waited for a lock would still see the rest as it was before.
  if (lock === 'lock') await rows(tx, 'select from hub.link where reference = $1 for update', [reference]);
  return row(tx, `${LINK} where l.reference = $1`, [reference]);
}

/** The open link of a pair, as far as the actor is a party to it. */
export function openLinkOf(tx: Tx, unitId: string, householdId: string): Promise<LinkRow | undefined> {
  return row(tx, `${LINK} where l.unit_id = $1::uuid and l.household_id = $2::uuid and l.ended_at is null`, [unitId, householdId]);
}

/** Open ones of any of these units and households, by reference, to which the actor is a party. */
export function openLinksAbout(tx: Tx, references: readonly string[]): Promise<LinkRow[]> {
  return rows(tx, `${LINK} where l.ended_at is null and (l.unit_reference = any($1::text[]) or l.household_reference = any($1::text[]))`, [references]);
}

export interface LinkWish {
  /** Without: open ones alone. */
  readonly states?: readonly LinkState[] | null;
  /** Own side's worker. */
  readonly workerId?: string | null;
  readonly unit?: string | null;
  readonly household?: string | null;
  /** The own side is with nobody, or with somebody who left; the other agency's worker is its own affair. */
  readonly isUnassigned?: boolean;
}

const MOST = 1_000;
const isVacant = (worker: string): string => `not exists (select from hub.app_user u where u.id = l.${worker} and u.status <> 'DISABLED')`;
const unassigned = (agency: string, worker: string): string => `l.${agency} = (select hub.own_agency()) and ${isVacant(worker)}`;

/** Those that the viewer is a party to, whoever has waited longest first. Caps keep an agency's open links below the limit. */
export function listLinks(tx: Tx, { states, workerId, unit, household, isUnassigned }: LinkWish): Promise<LinkRow[]> {
  const hasStates = states != null && states.length > 0;
  return rows(tx, `${LINK} where (${hasStates ? 'l.state = any($1::text[])' : '$1::text[] is null and l.ended_at is null'})
    and ($2::uuid is null or l.child_worker_id = $2::uuid and l.agency_id = (select hub.own_agency()) or l.adopters_worker_id = $2::uuid and l.household_agency_id = (select hub.own_agency()))
    and ($3::text is null or l.unit_reference = $3) and ($4::text is null or l.household_reference = $4)
    and (not $5::boolean or ${unassigned('agency_id', 'child_worker_id')} or ${unassigned('household_agency_id', 'adopters_worker_id')})
    order by e.at, l.reference limit ${MOST}`, [hasStates ? states : null, workerId ?? null, unit ?? null, household ?? null, isUnassigned ?? false]);
}

export interface NewLink {
  readonly reference: string;
  readonly childAgencyId: string;
  readonly adoptersAgencyId: string;
  readonly unitId: string;
  readonly householdId: string;
  readonly suggestedBy: string | null;
  readonly childWorkerId: string | null;
  readonly adoptersWorkerId: string | null;
}

/** A step, and what it changes beside the state. */
export interface Step {
  readonly event: LinkEvent;
  readonly to: LinkState;
  readonly side: Side | null;
  readonly onDate: IsoDate;
  readonly actor: { readonly userId: string; readonly agencyId: string };
  readonly changes?: {
    readonly interestBy?: Side;
    readonly panelOn?: IsoDate;
    readonly agreed?: { readonly side: Side; readonly grantId: string | null };
    readonly worker?: { readonly side: Side; readonly userId: string };
    /** Whoever acts becomes their side's worker, where it is with nobody or with somebody who left. */
    readonly isTakenOn?: boolean;
  };
}

/** The link with its first step. The database fills in what neither agency reads of the other, and refuses where there is no room. */
export async function insertLink(tx: Tx, link: NewLink, step: Step): Promise<string> {
  const found = await row<{ id: string }>(tx, `
    insert into hub.link (id, reference, agency_id, household_agency_id, unit_id, household_id, unit_reference, household_reference, state, interest_by, suggested_by, child_worker_id, adopters_worker_id)
    values (gen_random_uuid(), $1, $2, $3, $4, $5, '', '', $6, $7, $8, $9, $10) returning id`,
  [link.reference, link.childAgencyId, link.adoptersAgencyId, link.unitId, link.householdId, step.to, step.changes?.interestBy ?? null, link.suggestedBy, link.childWorkerId, link.adoptersWorkerId]);
  if (!found) throw new Error('The link was not inserted.');
  await tell(tx, found.id, step, null);
  return found.id;
}

/** The one path by which a link changes: the row and its history, one version further. False where somebody else was quicker. */
export async function takeStep(tx: Tx, { id, version, state }: Pick<LinkRow, 'id' | 'version' | 'state'>, step: Step): Promise<boolean> {
  const { interestBy, panelOn, agreed, worker, isTakenOn = false } = step.changes ?? {};
  const isOf = (side: Side, of: { readonly side: Side } | undefined): boolean => of?.side === side;
  const changed = await affected(tx, `
    update hub.link l set state = $3, version = version + 1, ended_at = case when $4 then coalesce(l.ended_at, now()) end, interest_by = coalesce($5, interest_by), panel_on = case when $3 <> 'APR_DRAFTED' then coalesce($6::date, panel_on) end,
      child_agreed = child_agreed or $7, adopters_agreed = adopters_agreed or $8,
      child_grant_id = case when $7 then $9::uuid else child_grant_id end, adopters_grant_id = case when $8 then $9::uuid else adopters_grant_id end,
      child_worker_id = case when $10 then $12::uuid when $13 = 'CHILD' and ${isVacant('child_worker_id')} then $14::uuid else child_worker_id end,
      adopters_worker_id = case when $11 then $12::uuid when $13 = 'ADOPTERS' and ${isVacant('adopters_worker_id')} then $14::uuid else adopters_worker_id end
    where id = $1::uuid and version = $2`,
  [id, version, step.to, isExit(step.to), interestBy ?? null, panelOn ?? null, isOf('CHILD', agreed), isOf('ADOPTERS', agreed), agreed?.grantId ?? null,
    isOf('CHILD', worker), isOf('ADOPTERS', worker), worker?.userId ?? null, isTakenOn ? step.side : null, step.actor.userId]);
  if (changed === 0) return false;
  await tell(tx, id, step, state);
  return true;
}

async function tell(tx: Tx, id: string, { event, to, side, onDate, actor }: Step, from: LinkState | null): Promise<void> {
  await rows(tx, `
    insert into hub.link_event (link_id, version, agency_id, side, event, from_state, to_state, on_date, actor_id, panel_on, child_worker_id, adopters_worker_id)
    select l.id, l.version, $2, $3, $4, $5, $6, $7::date, $8, l.panel_on, l.child_worker_id, l.adopters_worker_id from hub.link l where l.id = $1::uuid`,
  [id, actor.agencyId, side, event, from, to, onDate, actor.userId]);
}
