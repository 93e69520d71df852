import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import { ageRangeProblems, consentProblems, householdChangeProblems } from '@hub/domain/adopters/change-checks';
import { householdDateProblems } from '@hub/domain/adopters/date-order';
import type { HouseholdChanges, HouseholdFacts } from '@hub/domain/adopters/facts';
import { mergeHousehold, NEW_HOUSEHOLD, type HouseholdDetails } from '@hub/domain/adopters/merge';
import type { Applied, Difference, Problem } from '@hub/domain/children/facts';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { withoutOtherDay } from '@hub/domain/panels/held-day';
import { HELD_HOUSEHOLD_FIELDS } from '@hub/domain/placements/consequences';
import { withoutHeld } from '@hub/domain/placements/held-facts';
import type { Vault } from '@hub/database/crypto/vault';
import { drawReferences } from '@hub/database/draw-references';
import { rows, type Tx } from '@hub/database/tx';
import { BATCH } from '../children/child-writes.queries';
import { barredKeys, notTaken } from '../disclosure/barred.queries';
import { consentFacts, insertConsents } from '../disclosure/consents.queries';
import { closeLinksOfHouseholds } from '../links/close-links.queries';
import { approvalPlaces } from '../panels/approval-places.queries';
import { livePlacements } from '../placements/live-placements.queries';
import { refreshHouseholdCards } from './household-cards.queries';
import { destroyedHouseholds, loadHouseholds, pick, type HouseholdRecord } from './household-records.queries';
import { saveHouseholds } from './household-writes.queries';

interface Draft {
  readonly record: HouseholdRecord | null;
  readonly id: string;
  readonly reference: string;
  readonly after: HouseholdDetails;
  readonly differences: readonly Difference[];
  readonly problems: readonly Problem[];
}

/** What a file would change, in the order of its rows; writes nothing. */
export async function planHouseholds(tx: Tx, vault: Vault, actor: Actor, facts: readonly HouseholdFacts[], today: IsoDate): Promise<Applied[]> {
  return (await planBatch(tx, vault, actor, facts, today)).map((draft) => toApplied(draft, false));
}

/**
 * Creates or updates the actor's agency's households by the agency's own family identifier, set-wise. Mutations and
 * imports both end here. Apply households before the children who name them as their adoptive family.
 */
export async function applyHouseholds(tx: Tx, vault: Vault, actor: Actor, facts: readonly HouseholdFacts[], today: IsoDate): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (let at = 0; at < facts.length; at += BATCH) {
    const drafts = await planBatch(tx, vault, actor, facts.slice(at, at + BATCH), today);
    await writeDrafts(tx, vault, actor, drafts, { how: 'FILE', today });
    applied.push(...drafts.map((draft) => toApplied(draft, true)));
  }
  return applied;
}

/** One household from a form: new where `record` is null. */
export async function applyOneHousehold(tx: Tx, vault: Vault, actor: Actor, change: { facts: HouseholdChanges; record: HouseholdRecord | null }, today: IsoDate): Promise<Applied> {
  const { facts, record } = change;
  // People who answer a form and leave the day out mean today.
  const isNew = facts.shareConsent != null && facts.shareConsentOn == null && facts.shareConsent !== record?.details.shareConsent;
  const held = await holding(tx, record ? [record.id] : []);
  const [reference = ''] = await drawReferences(tx, 1);
  const draft = toDraft(isNew ? { ...facts, shareConsentOn: today } : facts, record, { ...held, reference }, today);
  await writeDrafts(tx, vault, actor, [draft], { how: 'FORM', today });
  return toApplied(draft, true);
}

async function planBatch(tx: Tx, vault: Vault, actor: Actor, facts: readonly HouseholdFacts[], today: IsoDate): Promise<Draft[]> {
  const keyOf = (familyId: string): string => vault.blindIndex(actor.agencyId, 'family', familyId);
  const keys = facts.map(({ familyExternalId }) => keyOf(familyExternalId));
  const destroyed = await destroyedHouseholds(tx, vault, actor.agencyId, keys);
  const records = new Map((await loadHouseholds(tx, vault, 'i.family_id_index', keys.filter((key) => !destroyed.has(key)), 'for update of h')).map((record) => [keyOf(record.details.identity.familyExternalId ?? ''), record]));
  const elsewhere = await adultsElsewhere(tx, vault, actor, facts);
  const barred = await barredKeys(tx);
  const held = await holding(tx, [...records.values()].map(({ id }) => id));
  const references = await drawReferences(tx, facts.length);
  const seen = new Set<string>();
  return facts.map((fact, at) => {
    const key = keys[at] ?? '';
    const draft = toDraft(fact, records.get(key) ?? null, { ...held, reference: references[at] ?? '' }, today);
    const adultKeys = barred.size === 0 ? [] : (fact.adults ?? []).map(({ externalId }) => vault.blindIndex(actor.agencyId, 'adult', externalId));
    if ([key, ...adultKeys].some((one) => barred.has(one))) return { ...draft, problems: [notTaken('familyExternalId')] };
    if (destroyed.has(key)) return { ...draft, problems: [DESTROYED] };
    const problems = [...draft.problems, ...adultProblems(fact, draft, elsewhere)];
    if (seen.has(key)) problems.push({ severity: 'ERROR', field: 'familyExternalId', code: 'DUPLICATE', message: 'This identifier stands in another row too.' });
    seen.add(key);
    return { ...draft, problems };
  });
}

const DESTROYED: Problem = { severity: 'ERROR', field: 'familyExternalId', code: 'DESTROYED', message: 'The record with this identifier was destroyed on request. It is not brought in again.' };

/** What tells of households in place of files and forms, by household: a live placement, and a place on a panel with its day. */
interface Holding {
  readonly placements: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, IsoDate>;
}

/** What a row is held against, and the reference that its household gets if it is new. */
interface Known extends Holding {
  readonly reference: string;
}

const holding = async (tx: Tx, ids: readonly string[]): Promise<Holding> => ({ placements: await livePlacements(tx, 'household', ids), places: await approvalPlaces(tx, ids) });

function withoutTold(told: HouseholdChanges, { id, details }: HouseholdRecord, { placements, places }: Holding): { readonly facts: HouseholdChanges; readonly problems: readonly Problem[] } {
  const [placement, placeOn] = [placements.get(id), places.get(id)];
  const placed = placement === undefined ? { facts: told, problems: [] } : withoutHeld(told, pick(details.dates, HELD_HOUSEHOLD_FIELDS), placement);
  const { facts, problems } = placeOn === undefined ? { facts: placed.facts, problems: [] } : withoutOtherDay(placed.facts, placeOn);
  return { facts, problems: [...placed.problems, ...problems] };
}

function toDraft(told: HouseholdChanges, record: HouseholdRecord | null, known: Known, today: IsoDate): Draft {
  const { facts, problems: held } = record === null ? { facts: told, problems: [] } : withoutTold(told, record, known);
  const { after, differences } = mergeHousehold(record?.details ?? NEW_HOUSEHOLD, facts);
  return {
    record, id: record?.id ?? randomUUID(), reference: record?.reference ?? known.reference, after, differences,
    problems: [...held, ...householdChangeProblems(facts), ...ageRangeProblems(after), ...householdDateProblems(after.dates, today), ...consentProblems(after, today)],
  };
}

/** Which household each named adult belongs to already: one person is an adult of one household. */
async function adultsElsewhere(tx: Tx, vault: Vault, actor: Actor, facts: readonly HouseholdFacts[]): Promise<ReadonlyMap<string, string>> {
  const named = new Map(facts.flatMap(({ adults }) => (adults ?? []).map(({ externalId }) => [vault.blindIndex(actor.agencyId, 'adult', externalId), externalId] as const)));
  if (named.size === 0) return new Map();
  const found = await rows<{ key: string; household: string }>(tx, `
    select i.external_id_index as key, a.household_id as household from hub.adult_identity i join hub.adult a on a.id = i.adult_id
    where i.external_id_index = any($1::text[])`, [[...named.keys()]]);
  return new Map(found.map(({ key, household }) => [named.get(key) ?? '', household]));
}

function adultProblems({ adults }: HouseholdFacts, draft: Draft, elsewhere: ReadonlyMap<string, string>): readonly Problem[] {
  return (adults ?? [])
    .filter(({ externalId }) => elsewhere.has(externalId) && elsewhere.get(externalId) !== draft.id)
    .map(() => ({ severity: 'ERROR', field: 'adults', code: 'ADULT_ELSEWHERE', message: 'One of the adults belongs to another household of the agency.' }));
}

const isRefused = ({ problems }: Draft): boolean => problems.some(({ severity }) => severity === 'ERROR');

const answersAnew = ({ record, after }: Draft): boolean =>
  after.shareConsent !== (record?.details.shareConsent ?? null) || after.shareConsentOn !== (record?.details.shareConsentOn ?? null);

async function writeDrafts(tx: Tx, vault: Vault, actor: Actor, drafts: readonly Draft[], taken: { readonly how: 'FILE' | 'FORM'; readonly today: IsoDate }): Promise<void> {
  const changed = drafts.filter((draft) => !isRefused(draft) && (draft.record === null || draft.differences.length > 0));
  if (changed.length === 0) return;
  await saveHouseholds(tx, vault, actor.agencyId, changed.map(({ id, reference, record, after }) => ({
    id, reference, version: record?.version ?? 0, namedWorkerId: record?.namedWorkerId ?? null,
    adultIds: record?.adultIds ?? new Map<string, string>(), before: record?.details ?? null, after,
  })));
  await insertConsents(tx, actor, changed.filter(answersAnew).flatMap(({ id, after }) => consentFacts(id, after, taken)));
  await closeLinksOfHouseholds(tx, vault, changed.map(({ id }) => id), taken.today);
  await refreshHouseholdCards(tx, { ids: changed.map(({ id }) => id) });
}

function toApplied(draft: Draft, written: boolean): Applied {
  const { record, problems, differences } = draft;
  if (isRefused(draft)) return { id: record?.id ?? null, reference: record?.reference ?? null, outcome: 'REFUSED', differences: [], problems };
  const exists = written || record !== null;
  return {
    id: exists ? draft.id : null, reference: exists ? draft.reference : null,
    outcome: record === null ? 'ADDED' : differences.length > 0 ? 'CHANGED' : 'UNCHANGED', differences, problems,
  };
}
