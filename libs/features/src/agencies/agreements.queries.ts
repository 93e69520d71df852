import type { IsoDate } from '@hub/domain/dates/iso-date';
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
}

type AgreementRow = Omit<AgreementSummary, 'parties'> & { readonly partyIds: string[] };

const AGREEMENT = `
  select g.reference, g.title, g.purpose, g.legal_basis as "legalBasis", g.starts_on as "startsOn", g.ends_on as "endsOn",
    g.starts_on <= $1::date and (g.ends_on is null or g.ends_on > $1::date) as "isLive",
    (select coalesce(json_agg(p.agency_id), '[]') from hub.agreement_party p where p.agreement_id = g.id) as "partyIds"
  from hub.agreement g`;

export async function listAgreements(tx: Tx, today: string): Promise<AgreementSummary[]> {
  return withParties(tx, await rows<AgreementRow>(tx, `${AGREEMENT} order by g.starts_on desc, g.reference limit 1000`, [today]));
}

export async function findAgreement(tx: Tx, reference: string, today: string): Promise<AgreementSummary | undefined> {
  const found = await row<AgreementRow>(tx, `${AGREEMENT} where g.reference = $2`, [today, reference]);
  return found && (await withParties(tx, [found]))[0];
}

async function withParties(tx: Tx, agreements: readonly AgreementRow[]): Promise<AgreementSummary[]> {
  const agencies = await agenciesByIds(tx, [...new Set(agreements.flatMap(({ partyIds }) => partyIds))]);
  return agreements.map(({ partyIds, ...agreement }) => ({ ...agreement, parties: agencies.filter(({ id }) => partyIds.includes(id)) }));
}

export async function insertAgreement(tx: Tx, reference: string, input: NewAgreement, partyIds: readonly string[]): Promise<void> {
  const { title, purpose, legalBasis, startsOn, endsOn } = input;
  const made = await row<{ id: string }>(tx,
    'insert into hub.agreement (reference, title, purpose, legal_basis, starts_on, ends_on) values ($1, $2, $3, $4, $5, $6) returning id',
    [reference, title, purpose, legalBasis, startsOn, endsOn ?? null]);
  await rows(tx, 'insert into hub.agreement_party (agreement_id, agency_id) select $1::uuid, unnest($2::uuid[])', [made?.id, partyIds]);
}

export async function endAgreementOn(tx: Tx, reference: string, endsOn: IsoDate): Promise<void> {
  await rows(tx, 'update hub.agreement set ends_on = $2 where reference = $1', [reference, endsOn]);
}
