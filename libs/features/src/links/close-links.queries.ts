import type { FamilyFindingCause } from '@hub/domain/children/family-finding';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { closingOf, leavingOf, type Closing } from '@hub/domain/links/closings';
import type { Side } from '@hub/domain/links/states';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';
import { tellWorkers } from './link-notices.queries';
import { insertReason } from './link-texts.queries';
import { findLink, takeStep } from './links.queries';

interface ClosedRow {
  readonly link: string;
  readonly cause: FamilyFindingCause | null;
  /** The match that the search ended with: what comes after it goes on from this link. */
  readonly isMatched: boolean;
}

/** The open links of units whose search has closed end with it, in the transaction that closed it; both sides are told. */
export async function closeLinksOfUnits(tx: Tx, vault: Vault, unitIds: readonly string[], today: IsoDate): Promise<void> {
  const found = await rows<ClosedRow>(tx, `
    select l.reference as link, u.family_finding_cause as cause,
      exists (select from hub.child c where c.unit_id = u.id and c.matched_household_id = l.household_id) as "isMatched"
    from hub.link l join hub.unit u on u.id = l.unit_id
    where l.unit_id = any($1::uuid[]) and l.ended_at is null and u.family_finding = 'CLOSED' order by l.reference`, [unitIds]);
  for (const { link, cause, isMatched } of found) {
    const closing = closingOf(cause, isMatched);
    if (closing) await close(tx, vault, { link, side: 'CHILD', closing }, today);
  }
}

/** The same of families that left for good. */
export async function closeLinksOfHouseholds(tx: Tx, vault: Vault, householdIds: readonly string[], today: IsoDate): Promise<void> {
  const found = await rows<{ link: string }>(tx, `
    select l.reference as link from hub.link l join hub.household h on h.id = l.household_id
    where l.household_id = any($1::uuid[]) and l.ended_at is null and h.state = 'LEFT' order by l.reference`, [householdIds]);
  for (const { link } of found) await close(tx, vault, { link, side: 'ADOPTERS', closing: leavingOf() }, today);
}

async function close(tx: Tx, vault: Vault, { link: reference, side, closing: { exit, reason } }: { link: string; side: Side; closing: Closing }, today: IsoDate): Promise<void> {
  const [actor, link] = [await whoActs(tx), await findLink(tx, reference, 'lock')];
  if (!link || link.endedAt !== null) return;
  await insertReason(tx, vault, actor, link, { code: reason, words: null });
  await takeStep(tx, link, { event: exit, to: exit, side, onDate: today, actor });
  await tellWorkers(tx, actor, link, 'LINK_ENDED');
}

/** Whoever changed the record. */
async function whoActs(tx: Tx): Promise<Pick<Actor, 'userId' | 'agencyId'>> {
  const found = await row<Pick<Actor, 'userId' | 'agencyId'>>(tx, 'select hub.actor() as "userId", hub.own_agency() as "agencyId"');
  if (!found) throw new Error('Nobody acts.');
  return found;
}
