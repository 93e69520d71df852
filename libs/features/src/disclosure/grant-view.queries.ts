import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { rows, type Tx } from '@hub/database/tx';
import { agenciesNamed, type AgencySummary } from '../agencies/agencies.queries';
import { peopleByIds, type Person } from '../agencies/users.queries';
import type { GrantRow } from './grants.queries';

/** A grant as colleagues of the agency see it. */
export interface Grant extends Omit<GrantRow, 'requestedById' | 'approvedById' | 'audienceAgencyId' | 'audienceUserId'> {
  /** Null: every partner. */
  readonly agency: AgencySummary | null;
  readonly person: Person | null;
  readonly requestedBy: Person;
  readonly approvedBy: Person | null;
  readonly canApprove: boolean;
}

const present = (ids: readonly (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))];

/** The people and agencies of the grants, each kind in one statement. */
export async function withParties(tx: Tx, actor: Actor, grants: readonly GrantRow[]): Promise<Grant[]> {
  if (grants.length === 0) return [];
  const own = await peopleByIds(tx, present(grants.flatMap(({ requestedById, approvedById }) => [requestedById, approvedById])));
  const named = grants.some(({ audienceUserId }) => audienceUserId !== null) ? await rows<Person>(tx, 'select id, display_name as "displayName" from hub.grant_people()') : [];
  const people = new Map([...own, ...named].map((person) => [person.id, person]));
  const agencies = await agenciesNamed(tx, present(grants.map(({ audienceAgencyId }) => audienceAgencyId)));
  const nameOf = (id: string): Person => people.get(id) ?? { id, displayName: 'Somebody who left' };
  return grants.map(({ requestedById, approvedById, audienceAgencyId, audienceUserId, ...grant }) => ({
    ...grant,
    agency: audienceAgencyId === null ? null : (agencies.get(audienceAgencyId) ?? null),
    person: audienceUserId === null ? null : nameOf(audienceUserId),
    requestedBy: nameOf(requestedById),
    approvedBy: approvedById === null ? null : nameOf(approvedById),
    canApprove: grant.status === 'REQUESTED' && grant.stage !== 'S1' && requestedById !== actor.userId && can(actor, 'disclosure.approve'),
  }));
}
