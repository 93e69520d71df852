import type { Actor, AgencyKind, Role } from './actor';
import { mayRun, type RunScope } from './run-scopes';

const actor = (role: Role, agencyKind: AgencyKind): Actor =>
  ({ kind: 'user', userId: 'u', agencyId: 'a', agencyCode: 'A', agencyKind, displayName: 'A', roles: [role] });
const scopes: readonly RunScope[] = ['REGION', 'UNIT', 'HOUSEHOLD'];

describe('who may ask for which run', () => {
  test.each<[Role, AgencyKind, RunScope[]]>([
    ['FAMILY_FINDER', 'COUNCIL', ['REGION', 'UNIT']],
    ['ADOPTERS_WORKER', 'COUNCIL', ['HOUSEHOLD']],
    ['ADOPTERS_WORKER', 'VOLUNTARY', ['HOUSEHOLD']],
    ['APPROVING_MANAGER', 'COUNCIL', ['REGION', 'UNIT', 'HOUSEHOLD']],
    ['APPROVING_MANAGER', 'VOLUNTARY', ['HOUSEHOLD']],
    ['HUB_COORDINATOR', 'HUB', ['REGION']],
    // A role that its agency cannot have gives nothing.
    ['FAMILY_FINDER', 'VOLUNTARY', []],
    ['HUB_COORDINATOR', 'COUNCIL', []],
    ['ANALYST', 'COUNCIL', []],
    ['HUB_ADMIN', 'HUB', []],
  ])('%s of a %s: %j', (role, kind, allowed) => {
    expect(scopes.filter((scope) => mayRun(actor(role, kind), scope))).toEqual(allowed);
  });
});
