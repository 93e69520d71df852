import { can } from '../access/actions';
import type { Actor } from '../access/actor';
import type { Side } from './states';

export interface Parties {
  readonly childAgencyId: string;
  readonly adoptersAgencyId: string;
}

/** For which sides of a link this person may act: of their own agency, and as far as their roles edit its records. */
export function sidesOf(actor: Actor, { childAgencyId, adoptersAgencyId }: Parties): readonly Side[] {
  return [
    ...(actor.agencyId === childAgencyId && can(actor, 'children.edit') ? (['CHILD'] as const) : []),
    ...(actor.agencyId === adoptersAgencyId && can(actor, 'adopters.edit') ? (['ADOPTERS'] as const) : []),
  ];
}

/** Where both sides are one agency, nothing has to be granted: each sees the other's record anyhow. */
export const isWithinOneAgency = ({ childAgencyId, adoptersAgencyId }: Parties): boolean => childAgencyId === adoptersAgencyId;
