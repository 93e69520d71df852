import type { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';

/** Of whom a photo is: each child of a unit has their own. */
export type PhotoOf = 'CHILD' | 'HOUSEHOLD';

const TABLE = { CHILD: 'child_photo', HOUSEHOLD: 'household_photo' } as const;
const KEY = { CHILD: 'child_id', HOUSEHOLD: 'household_id' } as const;

/** The own agency's child or household of that reference. */
export function findPhotographed(tx: Tx, of: PhotoOf, reference: string): Promise<{ id: string } | undefined> {
  return row(tx, `select id from hub.${of === 'CHILD' ? 'child' : 'household'} where reference = $1`, [reference]);
}

interface NewPhoto {
  readonly id: string;
  readonly agencyId: string;
  readonly reference: string;
  readonly image: Buffer;
  readonly addedBy: string;
}

/** In the place of an earlier one, which no row keeps. Sealed with the key of whom it shows, so that it is destroyed with their record. */
export async function savePhoto(tx: Tx, vault: Vault, of: PhotoOf, { id, agencyId, reference, image, addedBy }: NewPhoto): Promise<void> {
  const sealed = vault.sealRecord(agencyId, TABLE[of], id, { image });
  await rows(tx, `
    insert into hub.${TABLE[of]} (${KEY[of]}, agency_id, reference, wrapped_key, image, added_by) values ($1, $2, $3, $4, $5, $6)
    on conflict (${KEY[of]}) do update set reference = excluded.reference, wrapped_key = excluded.wrapped_key, image = excluded.image, added_by = excluded.added_by, added_at = now()`,
  [id, agencyId, reference, sealed.wrapped_key, sealed.image, addedBy]);
}

/** Whether there was one. */
export async function deletePhoto(tx: Tx, of: PhotoOf, id: string): Promise<boolean> {
  return (await affected(tx, `delete from hub.${TABLE[of]} where ${KEY[of]} = $1::uuid`, [id])) > 0;
}

/** Of children of the own agency: the reference of each one's photo, by the child's id. */
export async function photosOfChildren(tx: Tx, childIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await rows<{ id: string; reference: string }>(tx, 'select child_id as id, reference from hub.child_photo where child_id = any($1::uuid[])', [childIds]);
  return new Map(found.map(({ id, reference }) => [id, reference]));
}

/** References of the photos in a record of the own agency: of a unit those of its children. */
export async function photosOf(tx: Tx, subjectType: 'UNIT' | 'HOUSEHOLD', id: string): Promise<string[]> {
  const found = await rows<{ reference: string }>(tx, subjectType === 'UNIT'
    ? 'select p.reference from hub.child_photo p join hub.child c on c.id = p.child_id where c.unit_id = $1::uuid order by p.reference'
    : 'select reference from hub.household_photo where household_id = $1::uuid', [id]);
  return found.map(({ reference }) => reference);
}

// As far as the viewer meets them: the own record names its subject, and of another agency's the card does.
const FIND = {
  UNIT: `select 'child_photo' as "table", p.child_id as id, p.agency_id as "agencyId", p.wrapped_key as "wrappedKey", p.image from hub.child_photo p
    left join hub.child c on c.id = p.child_id left join hub.unit u on u.id = c.unit_id
    left join hub.child_identified i on i.child_id = p.child_id left join hub.unit_card k on k.unit_id = i.unit_id
    where p.reference = $1 and $2 in (u.reference, k.reference)`,
  HOUSEHOLD: `select 'household_photo' as "table", p.household_id as id, p.agency_id as "agencyId", p.wrapped_key as "wrappedKey", p.image from hub.household_photo p
    left join hub.household h on h.id = p.household_id left join hub.household_card k on k.household_id = p.household_id
    where p.reference = $1 and $2 in (h.reference, k.reference)`,
} as const;

export interface PhotoAddress {
  readonly subjectType: 'UNIT' | 'HOUSEHOLD';
  /** The reference of the unit or household. */
  readonly subject: string;
  readonly photo: string;
}

interface PhotoRow {
  readonly table: string;
  readonly id: string;
  readonly agencyId: string;
  readonly wrappedKey: Buffer;
  readonly image: Buffer;
}

/** The picture, a JPEG; undefined alike for what does not exist and for what the viewer may not see. */
export async function openPhoto(tx: Tx, vault: Vault, { subjectType, subject, photo }: PhotoAddress): Promise<Buffer | undefined> {
  const found = await row<PhotoRow>(tx, FIND[subjectType], [photo, subject]);
  if (!found) return undefined;
  const place = { agencyId: found.agencyId, table: found.table, rowId: found.id };
  return vault.open(place, 'image', found.image, vault.unwrap(place, found.wrappedKey));
}

/** For the access log: under which grant and agreement the viewer sees a photo of another agency. */
export async function photoGrantInForce(tx: Tx, photo: string): Promise<{ grant?: string; agreement?: string }> {
  const found = await row<{ grant: string; agreement: string }>(tx, 'select grant_id as grant, agreement from hub.shown_photos() where photo = $1 limit 1', [photo]);
  return found ?? {};
}
