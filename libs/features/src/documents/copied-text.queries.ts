import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import { copiedPercent, KEPT_PERCENT, names, plainText, runsOf } from '@hub/domain/documents/copied-text';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, rows, type Tx } from '@hub/database/tx';
import type { SubjectOfDocument } from './document-subjects.queries';

export type Judgement = 'IN_ORDER' | 'TO_CHANGE';

/** What a person has to look at in a version. */
export interface FlagRow {
  readonly versionId: string;
  /** The report in which the same text stands, and how much of this text it is; or the child of another case who is named. */
  readonly document: string | null;
  readonly percent: number | null;
  readonly child: string | null;
  readonly judgement: Judgement | null;
  readonly judgedBy: string | null;
  readonly judgedAt: Date | null;
}

interface ReadVersion {
  readonly documentId: string;
  readonly versionId: string;
  readonly about: SubjectOfDocument;
  readonly text: string;
}

/** Keeps the prints of a document's newest text, and flags what is copied from reports about others and whom else it names. */
export async function flagCopied(tx: Tx, vault: Vault, { agencyId }: Pick<Actor, 'agencyId'>, { documentId, versionId, about, text }: ReadVersion): Promise<void> {
  const prints = printsOf(vault, agencyId, text);
  await rows(tx, 'insert into hub.document_print (document_id, agency_id, prints) values ($1, $2, $3::bigint[]) on conflict (document_id) do update set prints = excluded.prints', [documentId, agencyId, prints]);
  const copied = await copiedFrom(tx, about, prints);
  const flag = (otherDocumentId: string | null, otherChildId: string | null, percent: number | null): Promise<unknown> => rows(tx,
    'insert into hub.document_flag (id, document_id, version_id, agency_id, other_document_id, other_child_id, percent) values ($1, $2, $3, $4, $5, $6, $7)', [randomUUID(), documentId, versionId, agencyId, otherDocumentId, otherChildId, percent]);
  for (const { id, percent } of copied) await flag(id, null, percent);
  if (about.type === 'HOUSEHOLD') return;
  const plain = plainText(text);
  const copiedChildren = new Set(copied.map(({ childId }) => childId));
  for (const { id, firstName, lastName } of await otherChildren(tx, vault, about)) {
    // A first name alone is nobody's, unless the text came from a report about its bearer.
    if ((firstName !== null && lastName !== null && names(plain, `${firstName} ${lastName}`)) || (firstName !== null && copiedChildren.has(id) && names(plain, firstName))) await flag(null, id, null);
  }
}

/** Keyed by the agency and the hub's own key: equal ones tell equal words, and nothing else. Of all runs a part, the same part of equal texts. */
function printsOf(vault: Vault, agencyId: string, text: string): string[] {
  return [...runsOf(text)].flatMap((run) => {
    const hash = Buffer.from(vault.blindIndex(agencyId, 'text run', run), 'hex');
    return hash.readUInt8(31) * 100 < KEPT_PERCENT * 256 ? [hash.readBigInt64BE(0).toString()] : [];
  });
}

interface Copied {
  readonly id: string;
  readonly childId: string | null;
  readonly percent: number;
}

const MOST = 10;

/** Reports about another child, group or family of the own agency, the most copied first; of a group, each child's own is another's. */
async function copiedFrom(tx: Tx, { type, id, unitId }: SubjectOfDocument, prints: readonly string[]): Promise<Copied[]> {
  const found = await rows<{ id: string; childId: string | null; shared: number }>(tx, `
    select d.id, d.child_id as "childId", cardinality(array(select unnest(p.prints) intersect select unnest($1::bigint[])))::int as shared
    from hub.document_print p join hub.document d on d.id = p.document_id left join hub.child c on c.id = d.child_id left join hub.link l on l.id = d.link_id
    where p.prints && $1::bigint[] and coalesce(d.child_id, d.household_id, d.unit_id, d.link_id) <> $2::uuid
      and ($3::uuid is null or coalesce(c.unit_id, d.unit_id, l.unit_id) is distinct from $3::uuid or ($4::boolean and d.child_id is not null))`,
  [prints, id, unitId, type === 'CHILD']);
  return found.flatMap(({ shared, ...other }) => {
    const percent = copiedPercent(shared, prints.length);
    return percent === null ? [] : [{ ...other, percent }];
  }).sort((a, b) => b.percent - a.percent).slice(0, MOST);
}

interface Named {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** Children of the own agency of other cases, by name; of a child's report its siblings may be named. */
async function otherChildren(tx: Tx, vault: Vault, { unitId }: Pick<SubjectOfDocument, 'unitId'>): Promise<Named[]> {
  const found = await rows<{ id: string; agencyId: string; wrapped_key: Buffer; first_name: Buffer | null; last_name: Buffer | null }>(tx, `
    select c.id, c.agency_id as "agencyId", i.wrapped_key, i.first_name, i.last_name from hub.child c join hub.child_identity i on i.child_id = c.id
    where c.agency_id = (select hub.own_agency()) and c.unit_id <> $1::uuid`, [unitId]);
  return found.filter(({ id, agencyId }) => !vault.isDestroyed({ agencyId, rowId: id })).map(({ id, agencyId, ...sealed }) => {
    const { first_name: firstName, last_name: lastName } = vault.openRecord(agencyId, 'child_identity', id, sealed);
    return { id, firstName, lastName };
  });
}

/** Of these documents. */
export const flagsOf = (tx: Tx, documentIds: readonly string[]): Promise<FlagRow[]> => rows(tx, `
  select f.version_id as "versionId", d.reference as document, f.percent, c.reference as child, f.judgement, f.judged_by as "judgedBy", f.judged_at as "judgedAt"
  from hub.document_flag f left join hub.document d on d.id = f.other_document_id left join hub.child c on c.id = f.other_child_id
  where f.document_id = any($1::uuid[]) order by f.percent desc nulls last, c.reference`, [documentIds]);

/** Whether there is such a flag. `other`: the reference of the report or of the child. */
export const judgeFlag = async (tx: Tx, versionId: string, other: string, judgement: Judgement, userId: string): Promise<boolean> => (await affected(tx, `
  update hub.document_flag f set judgement = $3, judged_by = $4, judged_at = now()
  where f.version_id = $1::uuid and (f.other_document_id = (select d.id from hub.document d where d.reference = $2) or f.other_child_id = (select c.id from hub.child c where c.reference = $2))`,
[versionId, other, judgement, userId])) > 0;
