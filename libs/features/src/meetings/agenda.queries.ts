import { affected, row, type Tx } from '@hub/database/tx';

export interface CaseRow {
  readonly id: string;
  readonly agencyId: string;
}

/** A child or group, or a family, of an invited agency, in the pool and shown to the actor; not one that its agency keeps to itself, for a meeting is everybody's. */
export function findCase(tx: Tx, meetingId: string, what: 'unit' | 'household', reference: string): Promise<CaseRow | undefined> {
  const consent = what === 'household' ? ' and coalesce(k.consent_until > hub.today(), false)' : '';
  return row(tx, `
    select k.${what}_id as id, k.agency_id as "agencyId" from hub.${what}_card k join hub.meeting_agency a on a.invited_id = k.agency_id and a.meeting_id = $1::uuid
    where k.reference = $2 and k.listed${consent}
      and not exists (select from hub.${what} o where o.id = k.${what}_id and o.widens_on > hub.today())`, [meetingId, reference]);
}

export async function nextPosition(tx: Tx, meetingId: string): Promise<number> {
  return (await row<{ next: number }>(tx, 'select coalesce(max(position), 0) + 1 as next from hub.meeting_item where meeting_id = $1::uuid', [meetingId]))?.next ?? 1;
}

export async function nextPairPosition(tx: Tx, itemId: string): Promise<number> {
  return (await row<{ next: number }>(tx, 'select coalesce(max(position), 0) + 1 as next from hub.meeting_pair where item_id = $1::uuid', [itemId]))?.next ?? 1;
}

/** Closes the gaps that items left. */
export async function renumber(tx: Tx, meetingId: string): Promise<void> {
  await affected(tx, `
    update hub.meeting_item i set position = n.place from (select id, row_number() over (order by position)::int as place from hub.meeting_item where meeting_id = $1::uuid and position is not null) n
    where n.id = i.id and n.place <> i.position`, [meetingId]);
}
