import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';
import type { GrantRow, GrantSubject } from './grants.queries';

/** The own agency's unit or household of that reference. */
export function findSubject(tx: Tx, subjectType: GrantSubject, reference: string): Promise<{ id: string } | undefined> {
  return row(tx, `select id from hub.${subjectType.toLowerCase()} where reference = $1`, [reference]);
}

/** The children or the household that a text on a case is about, and whose shares seal it therefore; nobody who was destroyed. */
export async function shareIdsOf(tx: Tx, vault: Vault, subjectType: GrantSubject, id: string): Promise<string[]> {
  if (subjectType === 'HOUSEHOLD') return [id];
  const children = await rows<{ rowId: string; agencyId: string }>(tx, 'select id as "rowId", agency_id as "agencyId" from hub.child where unit_id = $1::uuid order by created_at, id', [id]);
  return children.filter((child) => !vault.isDestroyed(child)).map(({ rowId }) => rowId);
}

/** Until when the profile is live for an agency: the first day without; null where it is not. */
export async function profileUntilFor(tx: Tx, { subjectType, subjectId, audienceAgencyId }: Pick<GrantRow, 'subjectType' | 'subjectId' | 'audienceAgencyId'>): Promise<IsoDate | null> {
  const table = subjectType === 'UNIT' ? 'unit' : 'household';
  const found = await row<{ until: IsoDate }>(tx, `
    select p.expires_on as until from hub.${table}_profile p join hub.disclosure_grant g on g.id = p.release_id
    where p.${table}_id = $1::uuid and p.live and p.expires_on > hub.today()
      and (g.audience = 'PARTNERS' and $2::uuid in (select hub.partners('S1'))
        or g.audience_agency_id = $2::uuid and exists (select from hub.sharing('S1') s where s.agreement_id = g.agreement_id and s.agency_id = $2::uuid))`,
  [subjectId, audienceAgencyId]);
  return found?.until ?? null;
}
