import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { conflict } from '@hub/domain/errors';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { newReference } from '@hub/platform/reference';
import { loadChildren, type ChildRecord } from '../children/child-records.queries';
import { recordChildEvent } from '../children/record-event.queries';
import type { LinkRow } from '../links/links.queries';
import { insertAdopters } from './placement-adopters.queries';
import { insertDeed } from './placement-history.queries';
import { tellPlacementWorkers } from './placement-notices.queries';

export interface ApprovedMatch {
  /** Stands at MATCHED, or comes to stand there in this transaction. */
  readonly link: LinkRow;
  readonly decisionId: string;
  readonly decidedOn: IsoDate;
  readonly today: IsoDate;
}

/**
 * The placement of an approved match, in the transaction of the decision, by whoever decides for the child's agency: its children and the family are matched on
 * that day, and both workers are told. Answers its reference. Needs the children's records open. Throws where a child's record does not let the match
 * be recorded, CONFLICT where a child or the family has a live placement, GUARD_FAILED where the family is not approved.
 */
export async function openPlacement(tx: Tx, vault: Vault, actor: Actor, { link, decisionId, decidedOn, today }: ApprovedMatch): Promise<string> {
  const children = await loadChildren(tx, vault, 'c.unit_id', [link.unitId], 'for update of c');
  if (children.length === 0) throw conflict('GUARD_FAILED', 'No child is left in the group that was matched.');
  const [id, reference] = [randomUUID(), newReference('PL')];
  await rows(tx, `
    insert into hub.placement (id, reference, agency_id, household_agency_id, link_id, decision_id, unit_id, household_id, unit_reference, household_reference, state, decided_on, child_worker_id, adopters_worker_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'MATCHED', $11::date, $12, $13)`,
  [id, reference, link.childAgencyId, link.adoptersAgencyId, link.id, decisionId, link.unitId, link.householdId, link.unitReference, link.householdReference, decidedOn, link.childWorkerId, link.adoptersWorkerId]);
  for (const [at, child] of children.entries()) await insertChild(tx, vault, id, child, at + 1);
  await insertAdopters(tx, vault, id, link);
  await insertDeed(tx, vault, actor, { placementId: id, version: 1, event: 'OPENED', side: 'CHILD', childId: null, code: null, words: null, from: null, to: 'MATCHED', onDate: decidedOn });
  for (const child of children) {
    // A file of the council may have brought the match before the decision was recorded here.
    if (child.details.state !== 'MATCHED') await recordChildEvent(tx, vault, actor, child, { event: 'MATCHED', onDate: decidedOn, reason: null, today, householdId: link.householdId });
  }
  await tellPlacementWorkers(tx, actor, { ...link, reference }, 'PLACEMENT_OPENED');
  return reference;
}

async function insertChild(tx: Tx, vault: Vault, placementId: string, { id: childId, agencyId, details: { identity } }: ChildRecord, number: number): Promise<void> {
  const id = randomUUID();
  const sealed = vault.sealTexts({ agencyId, table: 'placement_child', rowId: id, shareIds: [childId] }, { first_name: identity.firstName });
  await rows(tx, `insert into hub.placement_child (id, placement_id, agency_id, child_id, number, state, share_ids, wrapped_key, first_name) values ($1, $2, $3, $4, $5, 'MATCHED', $6::uuid[], $7, $8)`,
    [id, placementId, agencyId, childId, number, [childId], sealed.wrapped_key, sealed.first_name]);
}
