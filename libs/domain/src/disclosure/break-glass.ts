import { can } from '../access/actions';
import type { Actor } from '../access/actor';

/** Whether the person's role opens the own agency's record anyhow, so that nothing needs breaking. */
export function opensAnyway(actor: Actor, subjectType: 'UNIT' | 'HOUSEHOLD', isOwn: boolean): boolean {
  return isOwn && can(actor, subjectType === 'UNIT' ? 'children.viewIdentity' : 'adopters.viewIdentity');
}
