import { randomUUID } from 'node:crypto';
import type { DocumentKind } from '@hub/domain/documents/kinds';
import type { Side } from '@hub/domain/links/states';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import type { About } from '@hub/database/unit-of-work';
import { versionsOf, type VersionRow } from './documents.queries';

/** That a version was given on a link. */
export interface GivenRow {
  readonly versionId: string;
  readonly link: string;
  readonly toSide: Side;
  readonly at: Date;
  readonly takenBackAt: Date | null;
}

export const givenOf = (tx: Tx, documentIds: readonly string[]): Promise<GivenRow[]> =>
  rows(tx, `select g.version_id as "versionId", l.reference as link, g.to_side as "toSide", g.given_at as at, g.taken_back_at as "takenBackAt"
    from hub.document_given g join hub.link l on l.id = g.link_id where g.document_id = any($1::uuid[]) order by g.given_at, g.id`, [documentIds]);

interface NewGift {
  readonly version: VersionRow;
  readonly linkId: string;
  readonly toSide: Side;
  readonly givenBy: string;
}

/** False where it is given already. */
export async function insertGiven(tx: Tx, { version, linkId, toSide, givenBy }: NewGift): Promise<boolean> {
  const made = await row(tx, `insert into hub.document_given (id, document_id, version_id, link_id, agency_id, to_side, given_by) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (version_id, link_id) where taken_back_at is null do nothing returning id`, [randomUUID(), version.documentId, version.id, linkId, version.agencyId, toSide, givenBy]);
  return made !== undefined;
}

/** Whether there was something to take back. */
export const takeBackGiven = async (tx: Tx, versionId: string, linkId: string, userId: string): Promise<boolean> => (await affected(tx, `
  update hub.document_given set taken_back_at = now(), taken_back_by = $3 where version_id = $1::uuid and link_id = $2::uuid and taken_back_at is null and agency_id = (select hub.own_agency())`, [versionId, linkId, userId])) === 1;

/** For the access log: the record that a given version is about, by the reference that both sides know. */
export async function aboutGiven(tx: Tx, versionId: string): Promise<About[]> {
  return rows(tx, `select distinct case g.to_side when 'ADOPTERS' then 'UNIT' else 'HOUSEHOLD' end as type, case g.to_side when 'ADOPTERS' then l.unit_reference else l.household_reference end as reference, 'S3' as stage
    from hub.document_given g join hub.link l on l.id = g.link_id where g.version_id = $1::uuid and g.taken_back_at is null`, [versionId]);
}

/** A version of the other side's that the viewer was given on a link. */
export interface GivenDocument {
  readonly reference: string;
  readonly kind: DocumentKind;
  readonly number: number;
  readonly type: VersionRow['type'];
  readonly sizeBytes: number;
  readonly title: string | null;
  readonly at: Date;
}

export async function givenOnLink(tx: Tx, vault: Vault, linkId: string): Promise<GivenDocument[]> {
  const found = await rows<{ documentId: string; versionId: string; reference: string; kind: DocumentKind; at: Date }>(tx, `
    select d.id as "documentId", g.version_id as "versionId", d.reference, d.kind, g.given_at as at
    from hub.given_documents() s join hub.document_given g on g.version_id = s.version_id and g.link_id = $1::uuid and g.taken_back_at is null join hub.document d on d.id = s.document_id
    order by g.given_at, g.id`, [linkId]);
  const versions = new Map((await versionsOf(tx, vault, found.map(({ documentId }) => documentId))).map((version) => [version.id, version]));
  return found.flatMap(({ versionId, reference, kind, at }) => {
    const version = versions.get(versionId);
    return version ? [{ reference, kind, at, number: version.number, type: version.type, sizeBytes: version.sizeBytes, title: version.title }] : [];
  });
}
