import type { DisclosureStage } from '@hub/domain/access/actions';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { reminderDue } from '@hub/domain/dates/reminder';
import { row, rows, type Tx } from '@hub/database/tx';
import { agenciesByIds, type AgencySummary } from './agencies.queries';
import type { NewAgreement } from './inputs';

export interface AgreementSummary {
  readonly reference: string;
  readonly title: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly startsOn: IsoDate;
  /** The first day without it: ending it today stops the sharing today. */
  readonly endsOn: IsoDate | null;
  readonly isLive: boolean;
  readonly parties: readonly AgencySummary[];
  readonly version: string;
  /** The highest step of the ladder that it allows. */
  readonly upToStage: DisclosureStage;
  readonly article6: string | null;
  readonly article9: string | null;
  readonly dataCategories: readonly string[];
  readonly reviewOn: IsoDate | null;
  readonly reviewReminder: number | null;
  readonly signatures: readonly Signature[];
  /** Known to its parties and to the hub's administrator. */
  readonly hasDocument: boolean;
}

export interface Signature {
  readonly agency: AgencySummary;
  readonly signedBy: string;
  readonly signedOn: IsoDate;
}

interface PartyRow {
  readonly agencyId: string;
  readonly signedBy: string | null;
  readonly signedOn: IsoDate | null;
}

type AgreementRow = Omit<AgreementSummary, 'parties' | 'signatures' | 'reviewReminder'> & { readonly signers: readonly PartyRow[] };

const AGREEMENT = `
  select g.reference, g.title, g.purpose, g.legal_basis as "legalBasis", g.starts_on as "startsOn", g.ends_on as "endsOn",
    g.starts_on <= $1::date and (g.ends_on is null or g.ends_on > $1::date) as "isLive",
    g.version, g.up_to_stage as "upToStage", g.article6, g.article9, g.data_categories as "dataCategories", g.review_on as "reviewOn",
    exists (select from hub.agreement_document d where d.agreement_id = g.id) as "hasDocument",
    (select coalesce(json_agg(json_build_object('agencyId', p.agency_id, 'signedBy', p.signed_by, 'signedOn', p.signed_on)), '[]')
      from hub.agreement_party p where p.agreement_id = g.id) as signers
  from hub.agreement g`;

export async function listAgreements(tx: Tx, today: IsoDate): Promise<AgreementSummary[]> {
  return withParties(tx, today, await rows<AgreementRow>(tx, `${AGREEMENT} order by g.starts_on desc, g.reference limit 1000`, [today]));
}

export async function findAgreement(tx: Tx, reference: string, today: IsoDate): Promise<AgreementSummary | undefined> {
  const found = await row<AgreementRow>(tx, `${AGREEMENT} where g.reference = $2`, [today, reference]);
  return found && (await withParties(tx, today, [found]))[0];
}

async function withParties(tx: Tx, today: IsoDate, agreements: readonly AgreementRow[]): Promise<AgreementSummary[]> {
  const agencies = await agenciesByIds(tx, [...new Set(agreements.flatMap(({ signers }) => signers.map(({ agencyId }) => agencyId)))]);
  return agreements.map(({ signers, ...agreement }) => {
    const parties = agencies.filter(({ id }) => signers.some(({ agencyId }) => agencyId === id));
    const signatures = parties.flatMap((agency) => signers.flatMap(({ agencyId, signedBy, signedOn }) => (agencyId === agency.id && signedBy !== null && signedOn !== null ? [{ agency, signedBy, signedOn }] : [])));
    return { ...agreement, parties, signatures, reviewReminder: agreement.isLive ? reminderDue(agreement.reviewOn, today) : null };
  });
}

/** `parties`: their ids by code. */
export async function insertAgreement(tx: Tx, reference: string, input: NewAgreement, parties: ReadonlyMap<string, string>): Promise<void> {
  const { title, purpose, legalBasis, startsOn, endsOn, version, upToStage, article6, article9, dataCategories, reviewOn, signatures } = input;
  const made = await row<{ id: string }>(tx, `
    insert into hub.agreement (reference, title, purpose, legal_basis, starts_on, ends_on, version, up_to_stage, article6, article9, data_categories, review_on)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
  [reference, title, purpose, legalBasis, startsOn, endsOn ?? null, version ?? '1', upToStage ?? 'S1', article6 ?? null, article9 ?? null, dataCategories ?? [], reviewOn ?? null]);
  const list = [...parties].map(([code, id]) => ({ id, ...signatures?.find(({ agency }) => agency === code) }));
  await rows(tx, `
    insert into hub.agreement_party (agreement_id, agency_id, signed_by, signed_on)
    select $1::uuid, r.id, r."signedBy", r."signedOn" from jsonb_to_recordset($2::jsonb) as r(id uuid, "signedBy" text, "signedOn" date)`, [made?.id, JSON.stringify(list)]);
}

export function agreementId(tx: Tx, reference: string): Promise<{ id: string } | undefined> {
  return row(tx, 'select id from hub.agreement where reference = $1', [reference]);
}

export async function endAgreementOn(tx: Tx, reference: string, endsOn: IsoDate): Promise<void> {
  await rows(tx, 'update hub.agreement set ends_on = $2 where reference = $1', [reference, endsOn]);
}
