import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ReportSection } from '@hub/domain/performance/executive-report';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';

/** The frame of an agency's report on one half-year. */
export interface ReportRow {
  readonly id: string;
  readonly agencyId: string;
  readonly startsOn: IsoDate;
  readonly version: number;
  readonly budget: number | null;
  readonly spent: number | null;
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
  readonly dataDate: IsoDate | null;
  readonly edition: string | null;
}

export interface SectionRow {
  readonly section: ReportSection;
  readonly version: number;
  readonly words: string | null;
  readonly writtenBy: string;
  readonly at: Date;
}

export interface ActionRow {
  readonly id: string;
  readonly section: ReportSection;
  readonly words: string | null;
  readonly ownerId: string;
  readonly dueOn: IsoDate;
  readonly reviewOn: IsoDate;
  readonly doneOn: IsoDate | null;
  readonly version: number;
  /** The first day of the report in which it was promised. */
  readonly promisedIn: IsoDate;
}

interface Sealed {
  readonly id: string;
  readonly agencyId: string;
  readonly shareIds: string[];
  readonly wrapped_key: Buffer;
  readonly words: Buffer;
}

const [REPORT, SECTION, ACTION] = ['executive_report', 'executive_section', 'executive_action'] as const;
const REPORT_SQL = `select id, agency_id as "agencyId", starts_on as "startsOn", version, budget_pence as budget, spent_pence as spent, signed_by as "signedBy", signed_at as "signedAt", data_date as "dataDate", edition from hub.executive_report`;
const MOST_REPORTS = 100;
const MOST_ACTIONS = 200;

/** The own agency's, the latest first. */
export const reportRows = (tx: Tx): Promise<ReportRow[]> => rows(tx, `${REPORT_SQL} where agency_id = (select hub.own_agency()) order by starts_on desc limit ${MOST_REPORTS}`);

export const reportRow = (tx: Tx, startsOn: IsoDate, lock: '' | 'for update' = ''): Promise<ReportRow | undefined> =>
  row(tx, `${REPORT_SQL} where agency_id = (select hub.own_agency()) and starts_on = $1 ${lock}`, [startsOn]);

/** The report, begun where nobody did yet. Locked, so that nobody signs it meanwhile. */
export async function begunReport(tx: Tx, actor: Actor, startsOn: IsoDate): Promise<ReportRow> {
  const id = randomUUID();
  await rows(tx, `insert into hub.executive_report (id, agency_id, starts_on, begun_by, share_ids) values ($1, $2, $3, $4, array[$1::uuid]) on conflict (agency_id, starts_on) do nothing`, [id, actor.agencyId, startsOn, actor.userId]);
  const found = await reportRow(tx, startsOn, 'for update');
  if (!found) throw new Error('The report was not begun.');
  return found;
}

/** Words and actions that change: who enters sums has read the report as it stands. */
export const countChange = (tx: Tx, id: string): Promise<number> => affected(tx, 'update hub.executive_report set version = version + 1 where id = $1::uuid', [id]);

export const setMoney = (tx: Tx, id: string, { budget, spent }: { readonly budget: number | null; readonly spent: number | null }): Promise<number> =>
  affected(tx, 'update hub.executive_report set budget_pence = $2, spent_pence = $3, version = version + 1 where id = $1::uuid', [id, budget, spent]);

export async function sectionRows(tx: Tx, vault: Vault, reportId: string): Promise<SectionRow[]> {
  const found = await rows<Sealed & Omit<SectionRow, 'words'>>(tx, `
    select id, agency_id as "agencyId", share_ids as "shareIds", wrapped_key, words, section, version, written_by as "writtenBy", at from hub.executive_section where report_id = $1::uuid`, [reportId]);
  return found.map((one) => ({ ...one, words: opened(vault, SECTION, one) }));
}

/** False where somebody else wrote it meanwhile. `version`: the one that the person saw, 0 where nobody had written. */
export async function writeSection(tx: Tx, vault: Vault, actor: Actor, { reportId, section, version, words }: { reportId: string; section: ReportSection; version: number; words: string }): Promise<boolean> {
  const known = await row<{ id: string; shareIds: string[] }>(tx, 'select id, share_ids as "shareIds" from hub.executive_section where report_id = $1::uuid and section = $2', [reportId, section]);
  const id = known?.id ?? randomUUID();
  const sealed = vault.sealTexts({ agencyId: actor.agencyId, table: SECTION, rowId: id, shareIds: known?.shareIds ?? [id] }, { words });
  if (known) {
    return (await affected(tx, `update hub.executive_section set words = $3, wrapped_key = $4, written_by = $5, at = clock_timestamp(), version = version + 1 where id = $1::uuid and version = $2`,
      [id, version, sealed.words, sealed.wrapped_key, actor.userId])) === 1;
  }
  return version === 0 && (await affected(tx, `
    insert into hub.executive_section (id, report_id, agency_id, section, written_by, share_ids, wrapped_key, words) values ($1, $2, $3, $4, $5, array[$1::uuid], $6, $7)`,
  [id, reportId, actor.agencyId, section, actor.userId, sealed.wrapped_key, sealed.words])) === 1;
}

/** Those promised in the report, and those of earlier ones that were open when its half-year began. */
export async function actionRows(tx: Tx, vault: Vault, startsOn: IsoDate): Promise<ActionRow[]> {
  const found = await rows<Sealed & Omit<ActionRow, 'words'>>(tx, `
    select a.id, a.agency_id as "agencyId", a.share_ids as "shareIds", a.wrapped_key, a.words, a.section, a.owner_id as "ownerId", a.due_on as "dueOn", a.review_on as "reviewOn", a.done_on as "doneOn", a.version, r.starts_on as "promisedIn"
    from hub.executive_action a join hub.executive_report r on r.id = a.report_id
    where a.agency_id = (select hub.own_agency()) and r.starts_on <= $1 and (r.starts_on = $1 or a.done_on is null or a.done_on >= $1) order by r.starts_on, a.due_on, a.at limit ${MOST_ACTIONS}`, [startsOn]);
  return found.map((one) => ({ ...one, words: opened(vault, ACTION, one) }));
}

export type NewAction = Pick<ActionRow, 'section' | 'ownerId' | 'dueOn' | 'reviewOn'> & { readonly reportId: string; readonly words: string };

export async function insertAction(tx: Tx, vault: Vault, actor: Actor, { reportId, section, ownerId, dueOn, reviewOn, words }: NewAction): Promise<void> {
  const id = randomUUID();
  const sealed = vault.sealTexts({ agencyId: actor.agencyId, table: ACTION, rowId: id, shareIds: [id] }, { words });
  await rows(tx, `
    insert into hub.executive_action (id, report_id, agency_id, section, owner_id, due_on, review_on, written_by, share_ids, wrapped_key, words) values ($1, $2, $3, $4, $5, $6, $7, $8, array[$1::uuid], $9, $10)`,
  [id, reportId, actor.agencyId, section, ownerId, dueOn, reviewOn, actor.userId, sealed.wrapped_key, sealed.words]);
}

/** False where it is not there, or was changed meanwhile. */
export const finishAction = async (tx: Tx, { id, version, doneOn }: { id: string; version: number; doneOn: IsoDate }): Promise<boolean> =>
  (await affected(tx, 'update hub.executive_action set done_on = $3, version = version + 1 where id = $1::uuid and version = $2 and done_on is null', [id, version, doneOn])) === 1;

/** Whether a case is kept from the actor, so that their own count of the agency's would be of fewer. */
export const isBarred = async (tx: Tx): Promise<boolean> => (await row(tx, 'select 1 from hub.barred_subjects() limit 1')) !== undefined;

/** What was signed is sealed beside its frame, in one go with the signature. */
export async function sign(tx: Tx, vault: Vault, actor: Actor, { report, content, dataDate, edition }: { report: ReportRow; content: string; dataDate: IsoDate; edition: string | null }): Promise<void> {
  const sealed = vault.sealTexts({ agencyId: report.agencyId, table: REPORT, rowId: report.id, shareIds: [report.id] }, { content });
  await rows(tx, `update hub.executive_report set signed_by = $2, signed_at = clock_timestamp(), data_date = $3, edition = $4, wrapped_key = $5, content = $6, version = version + 1 where id = $1::uuid`,
    [report.id, actor.userId, dataDate, edition, sealed.wrapped_key, sealed.content]);
}

/** What was signed; null before. */
export async function signedContent(tx: Tx, vault: Vault, id: string): Promise<string | null> {
  const found = await row<{ agencyId: string; shareIds: string[]; wrapped_key: Buffer | null; content: Buffer | null }>(tx, `
    select agency_id as "agencyId", share_ids as "shareIds", wrapped_key, content from hub.executive_report where id = $1::uuid`, [id]);
  return found ? vault.openTexts({ agencyId: found.agencyId, table: REPORT, rowId: id, shareIds: found.shareIds }, { wrapped_key: found.wrapped_key, content: found.content }).content : null;
}

function opened(vault: Vault, table: string, { id, agencyId, shareIds, wrapped_key, words }: Sealed): string | null {
  return vault.openTexts({ agencyId, table, rowId: id, shareIds }, { wrapped_key, words }).words;
}
