import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { RecordedDecision } from '@hub/domain/interchange/new-decision';
import type { EarlierDecision } from '@hub/domain/interchange/parsed';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';

/** The agency's children among these identifiers, with the decision on record. */
export async function recordedDecisions(tx: Tx, vault: Vault, actor: Actor, externalIds: readonly string[]): Promise<ReadonlyMap<string, RecordedDecision & { readonly childId: string }>> {
  const byIndex = new Map(externalIds.map((id) => [vault.blindIndex(actor.agencyId, 'child', id), id]));
  const found = await rows<{ key: string; childId: string; decidedOn: IsoDate | null; reversedOn: IsoDate | null }>(tx, `
    select i.external_id_index as key, c.id as "childId", c.adm_decided_on as "decidedOn", c.decision_reversed_on as "reversedOn"
    from hub.child_identity i join hub.child c on c.id = i.child_id where i.external_id_index = any($1::text[])`, [[...byIndex.keys()]]);
  return new Map(found.map(({ key, ...decision }) => [byIndex.get(key) ?? '', decision]));
}

/** The agency's families among these identifiers. */
export async function recordedFamilies(tx: Tx, vault: Vault, actor: Actor, familyIds: readonly string[]): Promise<ReadonlySet<string>> {
  const byIndex = new Map(familyIds.map((id) => [vault.blindIndex(actor.agencyId, 'family', id), id]));
  const found = await rows<{ key: string }>(tx, 'select family_id_index as key from hub.household_identity where family_id_index = any($1::text[])', [[...byIndex.keys()]]);
  return new Set(found.map(({ key }) => byIndex.get(key) ?? ''));
}

export interface DecisionOfChild extends EarlierDecision {
  readonly childId: string;
}

/** Which of these decisions are on record already, in the order given: `null` where it is new. */
export async function findEarlierDecisions(tx: Tx, decisions: readonly DecisionOfChild[]): Promise<readonly (RecordedEarlier | null)[]> {
  const found = await rows<RecordedEarlier & { childId: string; decidedOn: IsoDate }>(tx, `
    select id, child_id as "childId", decided_on as "decidedOn", reversed_on as "reversedOn", reason from hub.adoption_decision where child_id = any($1::uuid[])`,
  [decisions.map(({ childId }) => childId)]);
  const byKey = new Map(found.map((decision) => [`${decision.childId} ${decision.decidedOn}`, decision]));
  return decisions.map(({ childId, decidedOn }) => byKey.get(`${childId} ${decidedOn}`) ?? null);
}

export interface RecordedEarlier {
  readonly id: string;
  readonly reversedOn: IsoDate | null;
  readonly reason: string | null;
}

export async function insertEarlierDecisions(tx: Tx, actor: Actor, decisions: readonly DecisionOfChild[]): Promise<void> {
  const list = decisions.map(({ childId, decidedOn, reversedOn, reason }) => ({ child_id: childId, decided_on: decidedOn, reversed_on: reversedOn, reason }));
  await rows(tx, `insert into hub.adoption_decision (agency_id, child_id, decided_on, reversed_on, reason)
    select $2::uuid, r.child_id, r.decided_on, r.reversed_on, r.reason
    from jsonb_to_recordset($1::jsonb) as r(child_id uuid, decided_on date, reversed_on date, reason text)`, [JSON.stringify(list), actor.agencyId]);
}

export async function correctEarlierDecisions(tx: Tx, decisions: readonly (EarlierDecision & { readonly id: string })[]): Promise<void> {
  const list = decisions.map(({ id, reversedOn, reason }) => ({ id, reversed_on: reversedOn, reason }));
  await rows(tx, `update hub.adoption_decision d set reversed_on = r.reversed_on, reason = r.reason
    from jsonb_to_recordset($1::jsonb) as r(id uuid, reversed_on date, reason text) where d.id = r.id`, [JSON.stringify(list)]);
}
