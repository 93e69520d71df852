import type { IsoDate } from '@hub/domain/dates/iso-date';
import { row, type Tx } from '@hub/database/tx';
import type { GrantRow, GrantSubject } from './grants.queries';

/** The own agency's unit or household of that reference. */
export function findSubject(tx: Tx, subjectType: GrantSubject, reference: string): Promise<{ id: string } | undefined> {
  return row(tx, `select id from hub.${subjectType.toLowerCase()} where reference = $1`, [reference]);
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
