import { DomainError } from '../errors';
import { ACTION_NAMES, ACTIONS, assertCan, can, type Action } from './actions';
import { AGENCY_KINDS, assignableRoles, ROLE_KINDS, ROLES, SYSTEM_ACTOR, type Actor, type AgencyKind, type Role } from './actor';

const actor = (role: Role, agencyKind: AgencyKind): Actor => ({
  kind: 'user', userId: 'u', agencyId: 'a', agencyCode: 'A', agencyKind, displayName: 'Someone', roles: [role],
});

/** Letters of the kinds of agency in which the role may act: C council, V voluntary, H hub. */
const cell = (role: Role, action: Action): string =>
  AGENCY_KINDS.filter((kind) => can(actor(role, kind), action)).map((kind) => kind[0]).join('') || '-';

function matrix(): string {
  const line = (cells: string[]) => cells.map((text, i) => (i === 0 ? text.padEnd(24) : text.padEnd(5))).join('').trimEnd();
  const initials = (role: Role) => role.split('_').map((word) => word[0]).join('');
  const legend = ROLES.map((role) => `${initials(role)} ${role}`).join(', ');
  const rows = ACTION_NAMES.map((action) => {
    const rule = ACTIONS[action];
    const cells = ROLES.map((role) => cell(role, action));
    const tail = `${rule.scope}${rule.audited ? ', audited' : ''}${rule.roles === 'SYSTEM' ? ', system only' : ''}`;
    return `${line([action, ...cells]).padEnd(24 + ROLES.length * 5)} ${tail}`;
  });
  return [legend, line(['', ...ROLES.map(initials)]), ...rows].join('\n');
}

describe('the access table', () => {
  it('is this, role by action', () => {
    expect(`\n${matrix()}\n`).toMatchSnapshot();
  });

  it('gives the hub administrator no case data at all (product.md, Roles)', () => {
    const may = ACTION_NAMES.filter((action) => can(actor('HUB_ADMIN', 'HUB'), action));
    expect(may.filter((action) => /^(children|adopters|familyFinding|releases|matching|imports)\./.test(action))).toEqual([]);
  });

  it('never lets a person do what only the system does, nor the system what a person does', () => {
    for (const action of ACTION_NAMES) {
      const forSystem = ACTIONS[action].roles === 'SYSTEM';
      expect([action, can(SYSTEM_ACTOR, action)]).toEqual([action, forSystem]);
      if (forSystem) for (const role of ROLES) expect(can(actor(role, 'HUB'), action)).toBe(false);
    }
  });

  it('opens the scope beyond the own agency to the hub alone', () => {
    const wide = ACTION_NAMES.filter((action) => ACTIONS[action].scope !== 'own' && ACTIONS[action].roles !== 'SYSTEM');
    for (const action of wide) for (const role of ROLES) expect(can(actor(role, 'COUNCIL'), action)).toBe(false);
  });

  it('ignores a hub role held in a council', () => {
    expect(can(actor('HUB_ADMIN', 'COUNCIL'), 'agencies.list')).toBe(false);
    expect(assignableRoles('COUNCIL')).not.toContain('HUB_ADMIN');
    for (const role of ROLES) expect(ROLE_KINDS[role]).not.toContain('OUTSIDE');
  });

  it('refuses with FORBIDDEN and names the action only', () => {
    expect(() => assertCan(actor('ANALYST', 'COUNCIL'), 'children.edit')).toThrow(DomainError);
    try {
      assertCan(actor('ANALYST', 'COUNCIL'), 'children.edit');
    } catch (error) {
      expect(error).toMatchObject({ code: 'FORBIDDEN', details: { action: 'children.edit' } });
    }
  });
});
