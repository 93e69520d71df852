import { can } from '@hub/domain/access/actions';
import { rungWords } from '@hub/domain/anonymity/ladder';
import type { Actor } from '@hub/domain/access/actor';
import type { Tx } from '@hub/database/tx';
import { peopleByIds, type Person } from '../agencies/users.queries';
import type { ReleaseRow, ReleaseSummaryRow } from './releases.queries';

interface Involved {
  readonly requestedBy: Person;
  readonly approvedBy: Person | null;
  readonly canApprove: boolean;
}

type Named<T extends ReleaseSummaryRow> = Omit<T, 'requestedById' | 'approvedById'> & Involved;

/** A release without what it shows, as colleagues of the agency see it. */
export type ReleaseSummary = Named<ReleaseSummaryRow>;

export interface Release extends Named<ReleaseRow> {
  /** What the guard leaves out of a unit's card and profile, in words. */
  readonly leftOut: readonly string[];
}

export async function toReleases(tx: Tx, actor: Actor, releases: readonly ReleaseRow[]): Promise<Release[]> {
  return (await withPeople(tx, actor, releases)).map((release) => ({ ...release, leftOut: rungWords(release.generalisation ?? 0) }));
}

/** The people of the releases, all in one statement. */
export async function withPeople<T extends ReleaseSummaryRow>(tx: Tx, actor: Actor, releases: readonly T[]): Promise<Named<T>[]> {
  const ids = [...new Set(releases.flatMap(({ requestedById, approvedById }) => [requestedById, ...(approvedById === null ? [] : [approvedById])]))];
  const people = new Map((ids.length === 0 ? [] : await peopleByIds(tx, ids)).map((person) => [person.id, person]));
  const nameOf = (id: string): Person => people.get(id) ?? { id, displayName: 'Somebody who left' };
  return releases.map(({ requestedById, approvedById, ...release }) => ({
    ...release,
    requestedBy: nameOf(requestedById),
    approvedBy: approvedById === null ? null : nameOf(approvedById),
    canApprove: release.status === 'REQUESTED' && requestedById !== actor.userId && can(actor, 'releases.approve'),
  }));
}
