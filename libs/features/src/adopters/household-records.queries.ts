import type { AdultDetails, HouseholdDetails, HouseholdIdentity } from '@hub/domain/adopters/merge';
import type { HouseholdDates } from '@hub/domain/adopters/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';

/** One household as its own agency knows it, with what the writes need. */
export interface HouseholdRecord {
  readonly id: string;
  readonly agencyId: string;
  readonly reference: string;
  readonly version: number;
  readonly namedWorkerId: string | null;
  /** The first day on which the consent to be shown is over. */
  readonly cardConsentUntil: IsoDate | null;
  readonly profileConsentUntil: IsoDate | null;
  readonly details: HouseholdDetails;
  /** Adult rows by the agency's identifier of the adult. */
  readonly adultIds: ReadonlyMap<string, string>;
}

type Consent = 'shareConsent' | 'shareConsentOn';
type Plain = Omit<HouseholdDetails, 'identity' | 'dates' | 'adults' | 'state' | 'about' | 'experience' | Consent>;

export const HOUSEHOLD_DATE_COLUMNS: Readonly<Record<keyof HouseholdDates, string>> = {
  enquiryOn: 'enquiry_on', roiOn: 'roi_on', stage1StartedOn: 'stage1_started_on', stage1EndedOn: 'stage1_ended_on', stage2StartedOn: 'stage2_started_on',
  stage2EndedOn: 'stage2_ended_on', applicationOn: 'application_on', approvedOn: 'approved_on', matchedOn: 'matched_on', placedOn: 'placed_on', aoOn: 'ao_on',
  leftOn: 'left_on', leftReason: 'left_reason', onHoldSince: 'on_hold_since',
};

/** Columns of everything that is no date and no identity, with the type that JSON becomes. */
export const PLAIN_COLUMNS: Readonly<Record<keyof Plain, readonly [column: string, type: string]>> = {
  kind: ['kind', 'text'], provisionalPanelOn: ['provisional_panel_on', 'date'], childrenPlaced: ['children_placed', 'int'], availability: ['availability', 'text'],
  maxChildren: ['max_children', 'smallint'],
  ageMinMonths: ['age_min_months', 'smallint'], ageMaxMonths: ['age_max_months', 'smallint'], sexPreference: ['sex_preference', 'text'], accepts: ['accepts', 'jsonb'],
  earlyPermanence: ['early_permanence', 'boolean'], area: ['area', 'text'], contact: ['contact', 'smallint'], heritage: ['heritage', 'text[]'],
  languages: ['languages', 'text[]'], religion: ['religion', 'text'], childrenAtHome: ['children_at_home', 'text[]'], pets: ['pets', 'boolean'],
  smokers: ['smokers', 'boolean'],
};

export const PLAIN_FIELDS = Object.keys(PLAIN_COLUMNS) as readonly (keyof Plain)[];
export const HOUSEHOLD_DATE_FIELDS = Object.keys(HOUSEHOLD_DATE_COLUMNS) as readonly (keyof HouseholdDates)[];

/** Every column of an offer, under its field's name. */
export const DETAILS_SQL = [
  ...HOUSEHOLD_DATE_FIELDS.map((field) => `h.${HOUSEHOLD_DATE_COLUMNS[field]} as "${field}"`),
  ...PLAIN_FIELDS.map((field) => `h.${PLAIN_COLUMNS[field][0]} as "${field}"`),
  // What the consents tell (hub.tell_consent); written there alone.
  'h.share_consent as "shareConsent"', 'h.share_consent_on as "shareConsentOn"', 'h.card_consent_until as "cardConsentUntil"', 'h.profile_consent_until as "profileConsentUntil"',
].join(', ');

interface RecordRow extends Plain, Pick<HouseholdDetails, Consent>, HouseholdDates {
  readonly cardConsentUntil: IsoDate | null;
  readonly profileConsentUntil: IsoDate | null;
  readonly id: string;
  readonly agency_id: string;
  readonly reference: string;
  readonly version: number;
  readonly named_worker_id: string | null;
  readonly state: HouseholdDetails['state'];
  readonly wrapped_key: Buffer;
  readonly family_id: Buffer | null;
  readonly names: Buffer | null;
  readonly address: Buffer | null;
  readonly phone: Buffer | null;
  readonly email: Buffer | null;
  readonly report_summary: Buffer | null;
  readonly about: Buffer | null;
  readonly experience: Buffer | null;
}

// Identity and the texts have no policy but the own agency's, so this finds nothing of anybody else's.
const RECORD = `
  select h.id, h.agency_id, h.reference, h.version, h.named_worker_id, h.state, ${DETAILS_SQL},
    i.wrapped_key, i.family_id, i.names, i.address, i.phone, i.email, i.report_summary, i.about, i.experience
  from hub.household h join hub.household_identity i on i.household_id = h.id`;

export type HouseholdKey = 'h.id' | 'h.reference' | 'i.family_id_index';

/** The own agency's households with their adults, opened; locked where they are about to be written. */
export async function loadHouseholds(tx: Tx, vault: Vault, by: HouseholdKey, keys: readonly string[], lock: '' | 'for update of h' = ''): Promise<HouseholdRecord[]> {
  if (keys.length === 0) return [];
  const found = await rows<RecordRow>(tx, `${RECORD} where ${by} = any($1::${by === 'h.id' ? 'uuid' : 'text'}[]) order by h.created_at, h.reference ${lock}`, [keys]);
  const adults = found.length === 0 ? [] : await loadAdults(tx, vault, found.map(({ id }) => id));
  return found.map((row) => toRecord(vault, row, adults.filter(({ householdId }) => householdId === row.id)));
}

/** Which of these family identifiers, as blind indexes, belong to records that were destroyed. */
export async function destroyedHouseholds(tx: Tx, vault: Vault, agencyId: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await rows<{ key: string; rowId: string }>(tx, 'select family_id_index as key, household_id as "rowId" from hub.household_identity where family_id_index = any($1::text[])', [keys]);
  return new Set(found.filter(({ rowId }) => vault.isDestroyed({ agencyId, rowId })).map(({ key }) => key));
}

interface LoadedAdult {
  readonly id: string;
  readonly householdId: string;
  readonly details: AdultDetails;
}

interface AdultRow extends Pick<AdultDetails, 'gender' | 'ethnicity' | 'disability' | 'fosteringForAdoption'> {
  readonly id: string;
  readonly household_id: string;
  readonly agency_id: string;
  readonly wrapped_key: Buffer;
  readonly external_id: Buffer | null;
  readonly first_name: Buffer | null;
  readonly last_name: Buffer | null;
}

async function loadAdults(tx: Tx, vault: Vault, householdIds: readonly string[]): Promise<LoadedAdult[]> {
  const found = await rows<AdultRow>(tx, `
    select a.id, a.household_id, a.agency_id, a.gender, a.ethnicity, a.disability, a.fostering_for_adoption as "fosteringForAdoption",
      i.wrapped_key, i.external_id, i.first_name, i.last_name
    from hub.adult a join hub.adult_identity i on i.adult_id = a.id where a.household_id = any($1::uuid[]) order by a.created_at, a.id`, [householdIds]);
  return found.map(({ id, household_id, agency_id, wrapped_key, external_id, first_name, last_name, ...plain }) => {
    const who = vault.openRecord(agency_id, 'adult_identity', id, { wrapped_key, external_id, first_name, last_name });
    return { id, householdId: household_id, details: { ...plain, externalId: who.external_id ?? id, firstName: who.first_name, lastName: who.last_name } };
  });
}

function toRecord(vault: Vault, row: RecordRow, adults: readonly LoadedAdult[]): HouseholdRecord {
  const { wrapped_key, family_id, names, address, phone, email, report_summary, about, experience } = row;
  const who = vault.openRecord(row.agency_id, 'household_identity', row.id, { wrapped_key, family_id, names, address, phone, email, report_summary, about, experience });
  const identity: HouseholdIdentity = {
    familyExternalId: who.family_id, names: who.names, address: who.address, phone: who.phone, email: who.email, reportSummary: who.report_summary,
  };
  return {
    id: row.id, agencyId: row.agency_id, reference: row.reference, version: row.version, namedWorkerId: row.named_worker_id,
    cardConsentUntil: row.cardConsentUntil, profileConsentUntil: row.profileConsentUntil,
    details: {
      ...pick(row, PLAIN_FIELDS), ...pick(row, ['shareConsent', 'shareConsentOn']), state: row.state, about: who.about, experience: who.experience, identity,
      dates: pick(row, HOUSEHOLD_DATE_FIELDS), adults: adults.map(({ details }) => details),
    },
    adultIds: new Map(adults.map(({ id, details }) => [details.externalId, id])),
  };
}

export function pick<T extends object, K extends keyof T>(from: T, fields: readonly K[]): Pick<T, K> {
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as Pick<T, K>;
}
