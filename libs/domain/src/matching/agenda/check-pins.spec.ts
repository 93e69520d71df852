import { requestOf, unitOf } from './agenda.support-spec';
import { agendaProblem } from './problem';
import type { AgendaPair, AgendaRequest } from './request';

const units = [
  unitOf('U1', 1, { H1: 80, H2: 70, H3: 60 }), unitOf('U2', 1, { H1: 80, H2: 70 }), unitOf('U3', 1, { H1: 80 }),
  unitOf('G', 1, { H4: 50 }), unitOf('G1', 1, { H5: 50 }), unitOf('G2', 1, { H6: 50 }),
];
const limits = { firstLinkBonus: 1, perUnit: 2, perHousehold: 2 };
const siblings = [{ group: 'G', plans: [['G'], ['G1', 'G2']] }];
const pairs = (...texts: readonly string[]): AgendaPair[] => texts.map((text) => ({ unit: text.split(':')[0]!, household: text.split(':')[1]! }));

const refused: readonly (readonly [string, Partial<AgendaRequest>, { readonly code: string; readonly pairs: readonly AgendaPair[] }])[] = [
  ['ruled out at once', { pinned: pairs('U1:H1', 'U2:H2'), ruledOut: pairs('U2:H2', 'U3:H1') }, { code: 'CONFLICT', pairs: pairs('U2:H2') }],
  ['of a blocked pair', { pinned: pairs('U1:H1', 'U3:H2') }, { code: 'CONFLICT', pairs: pairs('U3:H2') }],
  ['of an unknown unit', { pinned: pairs('U9:H1') }, { code: 'CONFLICT', pairs: pairs('U9:H1') }],
  ['beyond a unit’s limit', { pinned: pairs('U1:H1', 'U1:H2', 'U1:H3') }, { code: 'LIMIT_EXCEEDED', pairs: pairs('U1:H1', 'U1:H2', 'U1:H3') }],
  ['beyond a household’s limit', { pinned: pairs('U3:H1', 'U1:H1', 'U2:H1') }, { code: 'LIMIT_EXCEEDED', pairs: pairs('U1:H1', 'U2:H1', 'U3:H1') }],
  ['more than the meeting’s size', { pinned: pairs('U1:H1', 'U2:H2'), maxLinks: 1 }, { code: 'LIMIT_EXCEEDED', pairs: pairs('U1:H1', 'U2:H2') }],
  ['of siblings together and apart', { pinned: pairs('G:H4', 'G2:H6', 'U1:H1') }, { code: 'CONFLICT', pairs: pairs('G:H4', 'G2:H6') }],
];

describe('pins', () => {
  it.each(refused)('are refused %s, and the error names them', (_, changes, { code, pairs: named }) => {
    expect(() => agendaProblem(requestOf(units, { limits, siblings, ...changes }))).toThrow(expect.objectContaining({ name: 'DomainError', code, details: { pairs: named } }));
  });

  it('are kept where every limit is just reached, and one given twice counts once', () => {
    const pinned = pairs('U1:H1', 'U1:H2', 'U2:H1', 'U2:H1', 'G1:H5', 'G2:H6');
    const { links, units: named, households } = agendaProblem(requestOf(units, { limits, siblings, pinned, maxLinks: 5 }));
    const kept = links.filter((link) => link.pinned).map(({ unit, household }) => `${named[unit]!.unit}:${households[household]}`);
    expect(kept).toEqual(['G1:H5', 'G2:H6', 'U1:H1', 'U1:H2', 'U2:H1']);
  });
});

describe('sibling plans', () => {
  it('are refused where they name an unknown unit or one of two groups', () => {
    const twice = [...siblings, { group: 'K', plans: [['U1'], ['G2', 'U9']] }];
    expect(() => agendaProblem(requestOf(units, { siblings: twice }))).toThrow(expect.objectContaining({
      code: 'INVALID_INPUT',
      details: { issues: [expect.objectContaining({ path: 'siblings[1].plans[1][0]' }), expect.objectContaining({ path: 'siblings[1].plans[1][1]' })] },
    }));
  });
});
