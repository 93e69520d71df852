import { agendaAccount } from './account';
import { agendaOf } from './agenda';
import { requestOf, unitOf } from './agenda.support-spec';
import { agendaProblem } from './problem';
import type { AgendaRequest } from './request';

// The agenda of some links given as `UNIT:HOUSEHOLD`, with what is proven beyond its worth.
function agendaFrom(request: AgendaRequest, wanted: readonly string[], beyond = 0) {
  const problem = agendaProblem(request);
  const links = problem.links.filter(({ unit, household }) => wanted.includes(`${problem.units[unit]!.unit}:${problem.households[household]}`));
  const { objective } = agendaOf(problem, links, Infinity);
  return agendaOf(problem, links, objective + beyond);
}

const three = requestOf([unitOf('U1', 1.5, { H1: 80, H2: 90, H3: 90 }), unitOf('U2', 2, { H1: 50 }), unitOf('U3', 1.5, { H1: 40 }), unitOf('U4', 2, {})]);

describe('agendaOf', () => {
  it('reckons priority by rank for each link and the bonus once for each unit', () => {
    // 1.5 * (0.8 + 0.9) + 2 * 0.5, and 1 * (1.5 + 2).
    expect(agendaFrom(three, ['U1:H1', 'U1:H2', 'U2:H1']).objective).toBeCloseTo(2.55 + 1 + 3.5, 12);
  });

  it('orders units by priority and id, and links by rank and id', () => {
    const { units } = agendaFrom(three, ['U1:H1', 'U1:H2', 'U1:H3', 'U2:H1', 'U3:H1']);
    expect(units.map(({ unit, links }) => [unit, ...links.map(({ household }) => household)])).toEqual([['U2', 'H1'], ['U1', 'H2', 'H3', 'H1'], ['U3', 'H1']]);
  });

  it('tells which units could have a link and have none', () => {
    expect(agendaFrom(three, ['U1:H1']).without).toEqual(['U2', 'U3']);
  });

  it('counts siblings once, as the plan that was taken', () => {
    const request = requestOf([unitOf('G', 1, { H1: 50 }), unitOf('G1', 1, { H2: 50 }), unitOf('G2', 1, { H3: 50 })], { siblings: [{ group: 'G', plans: [['G'], ['G1', 'G2']] }] });
    expect(agendaFrom(request, ['G:H1'])).toMatchObject({ apart: [], without: [] });
    expect(agendaFrom(request, ['G1:H2'])).toMatchObject({ apart: ['G'], without: ['G2'] });
    expect(agendaFrom(request, [])).toMatchObject({ apart: [], without: ['G'] });
  });

  it('is proven where nothing but rounding lies between worth and bound', () => {
    const proven = agendaFrom(three, ['U1:H1'], 1e-12);
    expect(proven).toMatchObject({ gap: 0, bound: proven.objective });
    const open = agendaFrom(three, ['U1:H1'], 0.3);
    // 1.5 * 0.8 + 1.5 = 2.7 of 3.
    expect(open.bound).toBeCloseTo(3, 12);
    expect(open.gap).toBeCloseTo(0.1, 12);
  });
});

describe('agendaAccount', () => {
  const siblings = [{ group: 'U1', plans: [['U1'], ['U2']] }];
  it.each([
    [three, ['U1:H1', 'U1:H2', 'U2:H1', 'U3:H1'], 0, 'Proposed for 3 units and 4 links: every unit that can have a link has one, no family is on more than 3. Proven best.'],
    [three, ['U2:H1', 'U3:H1'], 0, 'Proposed for 2 units and 2 links: 1 unit that could have a link has none, no family is on more than 2. Proven best.'],
    // Worth 3; 0.1 more is 3.33…, told as 3.4.
    [three, ['U2:H1'], 0.1, 'Proposed for 1 unit and 1 link: 2 units that could have a link have none, no family is on more than 1. Time ran out: the best agenda is worth at most 3.4 % more.'],
    [{ ...three, siblings }, ['U2:H1', 'U3:H1'], 0, 'Proposed for 2 units and 2 links: every unit that can have a link has one, no family is on more than 2. 1 sibling group is proposed apart. Proven best.'],
    [requestOf([unitOf('U4', 2, {})]), [], 0, 'No links are proposed: no unit has a family to choose from. Proven best.'],
  ])('%#: says what is proposed', (request, links, beyond, sentence) => {
    expect(agendaAccount(agendaFrom(request, links, beyond))).toBe(sentence);
  });
});
