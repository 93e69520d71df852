import { row, rows, type Tx } from '@hub/database/tx';

/** Takes the photos out of a grant that goes on without them. */
export async function withdrawPhotos(tx: Tx, grantId: string): Promise<void> {
  await rows(tx, 'update hub.disclosure_grant set photos_shown = false where id = $1::uuid', [grantId]);
}

/** Whether every photo that was asked for is still what stands in the record. */
export async function hasItsPhotos(tx: Tx, grantId: string): Promise<boolean> {
  const found = await row<{ whole: boolean }>(tx, `
    select g.photos <@ array(select reference from hub.child_photo union select reference from hub.household_photo) as whole from hub.disclosure_grant g where g.id = $1::uuid`, [grantId]);
  return found?.whole ?? false;
}
