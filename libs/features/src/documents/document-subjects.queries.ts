import type { DocumentSubject } from '@hub/domain/documents/kinds';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';
import type { About } from '@hub/database/unit-of-work';
import { shareIdsOf } from '../disclosure/subjects.queries';

/** What a document of the own agency is about, with the records that its texts are sealed with. */
export interface SubjectOfDocument {
  readonly type: DocumentSubject;
  readonly id: string;
  readonly reference: string;
  /** Of a child, its group's; of a link, the child's side's. */
  readonly unitId: string | null;
}

const FIND: Readonly<Record<DocumentSubject, string>> = {
  CHILD: `select 'CHILD' as type, id, reference, unit_id as "unitId" from hub.child where reference = $1 and agency_id = (select hub.own_agency())`,
  UNIT: `select 'UNIT' as type, id, reference, id as "unitId" from hub.unit where reference = $1 and agency_id = (select hub.own_agency())`,
  HOUSEHOLD: `select 'HOUSEHOLD' as type, id, reference, null as "unitId" from hub.household where reference = $1 and agency_id = (select hub.own_agency())`,
  LINK: `select 'LINK' as type, id, reference, unit_id as "unitId" from hub.link where reference = $1 and agency_id = (select hub.own_agency())`,
};

/** Of the own agency alone; of a link as far as its child is the own agency's. */
export const findSubject = (tx: Tx, type: DocumentSubject, reference: string): Promise<SubjectOfDocument | undefined> => row(tx, FIND[type], [reference]);

/** Whoever destroys one of these records destroys the document with it (docs/adr/0009). */
export async function sharesOf(tx: Tx, vault: Vault, { type, id, unitId }: Pick<SubjectOfDocument, 'type' | 'id' | 'unitId'>): Promise<string[]> {
  if (type === 'CHILD') return [id];
  return type === 'HOUSEHOLD' ? [id] : shareIdsOf(tx, vault, 'UNIT', unitId ?? '');
}

/** The record on whose page its documents stand. */
export async function placeOf(tx: Tx, { type, reference, unitId }: Pick<SubjectOfDocument, 'type' | 'reference' | 'unitId'>): Promise<{ type: 'UNIT' | 'HOUSEHOLD'; reference: string }> {
  if (type === 'HOUSEHOLD') return { type, reference };
  const unit = await row<{ reference: string }>(tx, 'select reference from hub.unit where id = $1::uuid', [unitId]);
  return { type: 'UNIT', reference: unit?.reference ?? '' };
}

/** For the access log: the record that a document is about; of a link its child's or group's. */
export async function aboutOf(tx: Tx, { type, reference, unitId }: SubjectOfDocument): Promise<About> {
  return type === 'LINK' ? placeOf(tx, { type, reference, unitId }) : { type, reference };
}

/** The children of a unit of the own agency, eldest record first. */
export const childrenOf = (tx: Tx, unitId: string): Promise<{ id: string; reference: string }[]> =>
  rows(tx, 'select id, reference from hub.child where unit_id = $1::uuid order by created_at, id', [unitId]);
