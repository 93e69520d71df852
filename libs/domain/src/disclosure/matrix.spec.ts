import { AGENCY_KINDS, ROLE_KINDS, ROLES } from '../access/actor';
import { CASE_ACTIONS, MATRIX_STAGES, verdict } from './matrix';
import { printMatrix } from './print-matrix';
import { RELATIONS } from './relation';
import { FILTERS, SHAPES } from './shapes';

describe('the disclosure matrix', () => {
  it('FLD-3: filtering S0 search by a hidden field is not in the matrix', () => {
    const stages = Object.values(FILTERS).flatMap(({ type, fields }) => Object.values(fields).map((field) => [type, field, SHAPES[type]?.fields.includes(field), SHAPES[type]?.stage]));
    // OWN and S4: lists of the own agency's records, and of placements that it is a party to, which no other agency meets at all.
    for (const [type, field, isField, stage] of stages) expect([type, field, isField, stage]).toEqual([type, field, true, stage === 'OWN' || stage === 'S4' ? stage : 'S0']);
  });

  it('AZ-9: gives the hub administrator no case in any relation, stage or action', () => {
    for (const action of CASE_ACTIONS) {
      for (const relation of RELATIONS) {
        for (const stage of MATRIX_STAGES) {
          if (action === 'work.view') continue;
          expect([action, relation, stage, verdict({ role: 'HUB_ADMIN', kind: 'HUB', relation, stage, action })]).toEqual([action, relation, stage, 'NO']);
        }
      }
    }
  });

  it('shows nobody the own record of another agency, and a stranger nothing', () => {
    for (const role of ROLES) {
      for (const kind of AGENCY_KINDS.filter((one) => ROLE_KINDS[role].includes(one))) {
        for (const action of CASE_ACTIONS) {
          for (const relation of ['PARTNER', 'MEMBER', 'STRANGER'] as const) expect(verdict({ role, kind, relation, stage: 'OWN', action })).toBe('NO');
          for (const stage of MATRIX_STAGES) for (const relation of ['MEMBER', 'STRANGER'] as const) expect(verdict({ role, kind, relation, stage, action })).toBe('NO');
        }
      }
    }
  });

  it('opens a search to cards, a view to released profiles, and not more', () => {
    const of = (action: 'children.search' | 'children.view') => MATRIX_STAGES.map((stage) => verdict({ role: 'FAMILY_FINDER', kind: 'COUNCIL', relation: 'PARTNER', stage, action }));
    expect(of('children.search')).toEqual(['LISTED', 'NO', 'NO', 'NO', 'NO', 'NO']);
    expect(of('children.view')).toEqual(['LISTED', 'RELEASED', 'NO', 'NO', 'NO', 'NO']);
  });

  it('is printed with every type, operation and action', () => {
    const text = printMatrix();
    for (const name of [...Object.keys(SHAPES), ...CASE_ACTIONS]) expect(text).toContain(`\`${name}\``);
  });
});
