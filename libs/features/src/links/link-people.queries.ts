import { rows, type Tx } from '@hub/database/tx';

/** Somebody who acts for a side of a link. */
export interface LinkPerson {
  readonly id: string;
  readonly displayName: string;
  readonly agencyId: string;
  readonly isActive: boolean;
}

/**
 * Names by link and user id, in one statement for all links. Undefined for whoever the viewer may not know of yet: people of another
 * agency are named once that agency has acted on the link.
 */
export async function linkPeople(tx: Tx, linkIds: readonly string[]): Promise<(linkId: string, userId: string | null) => LinkPerson | undefined> {
  const found = linkIds.length === 0 ? [] : await rows<LinkPerson & { linkId: string }>(tx, `
    select link_id as "linkId", agency_id as "agencyId", user_id as id, display_name as "displayName", is_active as "isActive" from hub.link_people($1::uuid[])`, [linkIds]);
  const byKey = new Map(found.map(({ linkId, ...person }) => [`${linkId} ${person.id}`, person]));
  return (linkId, userId) => (userId === null ? undefined : byKey.get(`${linkId} ${userId}`));
}
