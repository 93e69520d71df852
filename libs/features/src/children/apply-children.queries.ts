import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import { childChangeProblems } from '@hub/domain/children/change-checks';
import { dateProblems } from '@hub/domain/children/date-order';
import type { Applied, ChildChanges, ChildFacts, Difference, Problem } from '@hub/domain/children/facts';
import { nextFamilyFinding } from '@hub/domain/children/family-finding';
import { mergeChild, NEW_CHILD, type ChildDetails } from '@hub/domain/children/merge';
import type { Assignment } from '@hub/domain/children/sibling-groups';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { HELD_CHILD_FIELDS } from '@hub/domain/placements/consequences';
import { withoutHeld } from '@hub/domain/placements/held-facts';
import { DomainError } from '@hub/domain/errors';
import type { Vault } from '@hub/database/crypto/vault';
import { drawReferences } from '@hub/database/draw-references';
import { rows, type Tx } from '@hub/database/tx';
import { barredKeys, notTaken } from '../disclosure/barred.queries';
import { pick } from '../adopters/household-records.queries';
import { livePlacements } from '../placements/live-placements.queries';
import { settleUnits } from './cards.queries';
import { destroyedChildren, loadChildren, type ChildRecord } from './child-records.queries';
import { BATCH, saveChildren } from './child-writes.queries';
import { applyFamilyFinding } from './family-finding.queries';
import { insertUnits, moveChildren, seatChildren } from './units.queries';

/** One row on its way: what is there, and what it would become. */
interface Draft {
  readonly facts: ChildChanges;
  readonly record: ChildRecord | null;
  readonly id: string;
  readonly reference: string;
  readonly after: ChildDetails;
  readonly matchedHouseholdId: string | null;
  readonly differences: readonly Difference[];
  readonly problems: readonly Problem[];
}

interface Plan {
  readonly drafts: readonly Draft[];
  readonly seats: Assignment;
}

/** What a file would change, in the order of its rows; writes nothing. The dry run of an import. */
export async function planChildren(tx: Tx, vault: Vault, actor: Actor, facts: readonly ChildFacts[], today: IsoDate): Promise<Applied[]> {
  const { drafts, seats } = await planBatch(tx, vault, actor, facts, today);
  return drafts.map((draft) => toApplied(draft, seats, false));
}

/**
 * Creates or updates the actor's agency's children by the council's own identifier, set-wise: a few statements for
 * every 500 rows. Mutations and imports both end here. A refused row is reported and left out; the rest is written.
 */
export async function applyChildren(tx: Tx, vault: Vault, actor: Actor, facts: readonly ChildFacts[], today: IsoDate): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (let at = 0; at < facts.length; at += BATCH) applied.push(...(await applyBatch(tx, vault, actor, facts.slice(at, at + BATCH), today)));
  return applied;
}

async function applyBatch(tx: Tx, vault: Vault, actor: Actor, facts: readonly ChildFacts[], today: IsoDate): Promise<Applied[]> {
  const plan = await planBatch(tx, vault, actor, facts, today);
  const findings = await writePlan(tx, vault, actor, plan, today);
  return plan.drafts.map((draft) => toApplied({ ...draft, problems: [...draft.problems, ...(findings.get(draft.id) ?? [])] }, plan.seats, true));
}

/** One child from a form: new where `record` is null. Problems of value are the caller's to refuse. */
export async function applyOneChild(tx: Tx, vault: Vault, actor: Actor, change: { facts: ChildChanges; record: ChildRecord | null }, today: IsoDate): Promise<Applied> {
  const households = await findHouseholds(tx, vault, actor, [change.facts]);
  const [reference = ''] = await drawReferences(tx, 1);
  const draft = toDraft(change.facts, change.record, { households, placements: await placementsOf(tx, [change.record]), reference }, today);
  const seats = await seatChildren(tx, isRefused(draft) ? [] : [toPlaceable(vault, actor, draft)]);
  await writePlan(tx, vault, actor, { drafts: [draft], seats }, today);
  return toApplied(draft, seats, true);
}

async function planBatch(tx: Tx, vault: Vault, actor: Actor, facts: readonly ChildFacts[], today: IsoDate): Promise<Plan> {
  const keys = facts.map(({ externalId }) => vault.blindIndex(actor.agencyId, 'child', externalId));
  const destroyed = await destroyedChildren(tx, vault, actor.agencyId, keys);
  const records = new Map<string, ChildRecord>();
  for (const record of await loadChildren(tx, vault, 'i.external_id_index', keys.filter((key) => !destroyed.has(key)), 'for update of c')) {
    records.set(vault.blindIndex(actor.agencyId, 'child', record.details.identity.externalId ?? ''), record);
  }
  const households = await findHouseholds(tx, vault, actor, facts);
  const barred = await barredKeys(tx);
  const isBarred = (kind: string, id: string | null | undefined): boolean => !!id && barred.size > 0 && barred.has(vault.blindIndex(actor.agencyId, kind, id));
  const known = { households, placements: await placementsOf(tx, [...records.values()]) };
  const references = await drawReferences(tx, facts.length);
  const seen = new Set<string>();
  const drafts = facts.map((fact, at) => {
    const key = keys[at] ?? '';
    // A family that the bearer must not meet is to them an unknown one, and the match stays what it is.
    const draft = toDraft(isBarred('family', fact.familyExternalId) ? { ...fact, familyExternalId: undefined } : fact, records.get(key) ?? null, { ...known, reference: references[at] ?? '' }, today);
    if (barred.has(key) || isBarred('group', fact.siblingGroup)) return { ...draft, problems: [notTaken('externalId')] };
    if (destroyed.has(key)) return { ...draft, problems: [DESTROYED] };
    if (!seen.has(key)) return seen.add(key) && draft;
    return { ...draft, problems: [...draft.problems, { severity: 'ERROR' as const, field: 'externalId', code: 'DUPLICATE', message: 'This identifier stands in another row too.' }] };
  });
  const seats = await seatChildren(tx, drafts.filter((draft) => !isRefused(draft)).map((draft) => toPlaceable(vault, actor, draft)));
  return { drafts, seats };
}

const DESTROYED = { severity: 'ERROR' as const, field: 'externalId', code: 'DESTROYED', message: 'The record with this identifier was destroyed on request. It is not brought in again.' };

/** What a row is held against: the families that rows name, the live placements of the children, and the reference that it gets if it is new. */
interface Known {
  readonly households: Households;
  readonly placements: ReadonlyMap<string, string>;
  readonly reference: string;
}

const placementsOf = (tx: Tx, records: readonly (ChildRecord | null)[]): Promise<Known['placements']> => livePlacements(tx, 'child', records.flatMap((record) => record?.id ?? []));

function toDraft(told: ChildChanges, record: ChildRecord | null, { households, placements, reference }: Known, today: IsoDate): Draft {
  const placement = record === null ? undefined : placements.get(record.id);
  const { facts, problems: held } = placement === undefined || record === null ? { facts: told, problems: [] } : withoutHeld(told, pick(record.details.dates, HELD_CHILD_FIELDS), placement);
  const { after, differences, said } = mergeChild(record?.details ?? NEW_CHILD, facts);
  const matched = facts.familyExternalId === undefined || placement !== undefined ? (record?.matchedHouseholdId ?? null) : (households.get(facts.familyExternalId ?? '') ?? null);
  const link = matched === (record?.matchedHouseholdId ?? null) ? [] : [{ field: 'familyExternalId', before: null, after: facts.familyExternalId ?? null }];
  return {
    facts, record, id: record?.id ?? randomUUID(), reference: record?.reference ?? reference, after, matchedHouseholdId: matched,
    differences: [...differences, ...link, ...findingDifference(facts, record, after, today)],
    problems: [...held, ...childChangeProblems(facts), ...dateProblems(said, after.dateOfBirth, today)],
  };
}

/** Family finding belongs to the unit; whether the guards of one child let it pass is what a dry run can tell. */
function findingDifference({ familyFinding, familyFindingReason }: ChildChanges, record: ChildRecord | null, after: ChildDetails, today: IsoDate): readonly Difference[] {
  const before = record?.familyFinding ?? 'NOT_STARTED';
  if (!familyFinding || familyFinding === before) return [];
  const members = [{ state: after.state, earlyPermanence: after.profile.earlyPermanence }];
  const result = nextFamilyFinding(before, familyFinding, { members, reason: familyFindingReason ?? null, onDate: today, since: null, today });
  return result instanceof DomainError ? [] : [{ field: 'familyFinding', before, after: result }];
}

const isRefused = ({ problems }: Draft): boolean => problems.some(({ severity }) => severity === 'ERROR');

function toPlaceable(vault: Vault, actor: Actor, { id, record, facts }: Draft) {
  const group = facts.siblingGroup && vault.blindIndex(actor.agencyId, 'group', facts.siblingGroup);
  return { childId: id, unitId: record?.unitId ?? null, group, plan: facts.siblingPlan };
}

type Households = ReadonlyMap<string, string>;

/** The adoptive families that the rows name, among the council's own (domain.md trap 8). */
async function findHouseholds(tx: Tx, vault: Vault, actor: Actor, facts: readonly ChildChanges[]): Promise<Households> {
  const named = new Map(facts.flatMap(({ familyExternalId }) => (familyExternalId ? [[vault.blindIndex(actor.agencyId, 'family', familyExternalId), familyExternalId] as const] : [])));
  if (named.size === 0) return new Map();
  const found = await rows<{ id: string; key: string }>(tx, 'select household_id as id, family_id_index as key from hub.household_identity where family_id_index = any($1::text[])', [[...named.keys()]]);
  return new Map(found.map(({ id, key }) => [named.get(key) ?? '', id]));
}

async function writePlan(tx: Tx, vault: Vault, actor: Actor, { drafts, seats }: Plan, today: IsoDate): Promise<ReadonlyMap<string, readonly Problem[]>> {
  const good = drafts.filter((draft) => !isRefused(draft));
  const changed = good.filter(({ record, differences }) => record === null || differences.length > 0);
  await insertUnits(tx, actor.agencyId, seats.units);
  await saveChildren(tx, vault, actor.agencyId, changed.map((draft) => ({
    id: draft.id, unitId: draft.record?.unitId ?? seats.moves.get(draft.id) ?? '', reference: draft.reference, version: draft.record?.version ?? 0,
    namedWorkerId: draft.record?.namedWorkerId ?? null, matchedHouseholdId: draft.matchedHouseholdId, before: draft.record?.details ?? null, after: draft.after,
  })));
  await moveChildren(tx, vault, seats, today);
  const unitOf = (draft: Draft): string => seats.moves.get(draft.id) ?? draft.record?.unitId ?? '';
  const findings = await applyFamilyFinding(tx, vault, good.map((draft) => ({ childId: draft.id, unitId: unitOf(draft), to: draft.facts.familyFinding, reason: draft.facts.familyFindingReason })), today);
  const left = good.flatMap(({ id, record }) => (record !== null && seats.moves.has(id) ? [record.unitId] : []));
  const touched = [...changed.map(unitOf), ...left, ...seats.moves.values(), ...seats.units.map(({ unitId }) => unitId), ...findings.changed];
  await settleUnits(tx, vault, touched.filter((id) => !seats.emptied.includes(id)), today);
  return findings.problems;
}

function toApplied(draft: Draft, seats: Assignment, written: boolean): Applied {
  const { problems, record } = draft;
  if (isRefused(draft)) return { id: record?.id ?? null, reference: record?.reference ?? null, outcome: 'REFUSED', differences: [], problems };
  const moved = record !== null && seats.moves.has(draft.id) ? [{ field: 'siblingGroup', before: null, after: draft.facts.siblingGroup ?? null }] : [];
  const differences = [...draft.differences, ...moved];
  const exists = written || record !== null;
  return {
    id: exists ? draft.id : null, reference: exists ? draft.reference : null,
    outcome: record === null ? 'ADDED' : differences.length > 0 ? 'CHANGED' : 'UNCHANGED', differences, problems,
  };
}
