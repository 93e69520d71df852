import type { SheetRows } from '../interchange/cell';
import { childFigures } from '../performance/children';
import { CHAT_PARAMETERS } from '../performance/parameters';
import { leaversIn } from '../performance/source';
import { collectionYear } from './finding';
import { readReturn } from './read-return';
import { TABLES, type Table } from './tables';

const YEAR = 2024;
const FILES: Readonly<Record<string, Table>> = { header: 'HEADER', episodes: 'EPISODES', ad1: 'AD1', placed: 'PLACED', prevperm: 'PREV_PERM', oc3: 'OC3' };
type Text = Readonly<Record<string, string>>;

/** Every line: the columns in the order of domain.md 4.2. */
function sheets(text: Text): readonly SheetRows[] {
  return Object.entries(text).map(([name, lines]) => ({
    name: `${name}.csv`, rows: [[...TABLES[FILES[name] as Table].columns], ...lines.trim().split('\n').map((line) => line.trim().split(','))],
  }));
}

/** A child in care from 10 May 2022, decided on 1 October, order on 1 December, matched 20 January, placed 6 March 2023, adopted 4 October 2023. */
const SOUND: Text = {
  header: 'K1,1,01/02/2022,WBRI,UN1,,',
  episodes: `K1,10/05/2022,S,C1,N1,U6,PR1,01/12/2022,X1,,AB1 1,AB2 2,SC1
    K1,01/12/2022,L,E1,N1,U6,PR1,06/03/2023,X1,,AB1 1,AB2 2,SC1
    K1,06/03/2023,P,E1,N1,A6,PR1,04/10/2023,E12,,AB1 1,AB3 3,XX`,
  ad1: 'K1,01/02/2022,01/10/2022,20/01/2023,0,2,MF,L11',
  placed: 'K1,01/02/2022,01/10/2022,,',
  prevperm: 'K1,01/02/2022,Z1,,',
};
const rulesOf = (text: Text, earlier: Text = {}): readonly string[] => readReturn(sheets(text), sheets(earlier), YEAR).warnings.map(({ rule }) => rule);
/** The sound return with one line of a file another. */
const but = (file: string, from: string, to: string): Text => {
  expect(SOUND[file]).toContain(from);
  return { ...SOUND, [file]: (SOUND[file] ?? '').replace(from, to) };
};

it('has nothing to say of a sound return', () => {
  expect(readReturn(sheets(SOUND), [], YEAR).warnings).toEqual([]);
});

describe('each rule has its own breach', () => {
  const adoption = ['04/10/2023,E12', '04/10/2023,E4A'] as const;
  const cases: readonly (readonly [string, Text])[] = [
    ['112', but('ad1', '01/10/2022', '31/02/2022')],
    ['113', but('ad1', '20/01/2023', 'soon')],
    ['114', but('ad1', ',0,2,', ',9,2,')],
    ['115', but('placed', '01/10/2022', '1st')],
    ['116', but('placed', '01/10/2022,,', '01/10/2022,then,RD1')],
    ['117', but('placed', '01/10/2022', '05/10/2023')],
    ['118', but('placed', '01/10/2022,,', '01/10/2022,01/03/2023,RD1')],
    ['119', but('placed', '01/10/2022,,', '01/10/2022,01/09/2023,')],
    ['120', but('placed', '01/10/2022,,', '01/10/2022,01/09/2023,RD5')],
    ['134', { ...SOUND, oc3: 'K1,01/02/2022,YES,F2,A' }],
    ['151', but('ad1', 'MF,L11', 'MF,')],
    ['175', but('ad1', ',2,MF', ',3,MF')],
    ['176', but('ad1', 'MF,L11', 'XX,L11')],
    ['177', but('ad1', 'MF,L11', 'MF,L9')],
    ['184', but('placed', '01/10/2022', '01/01/2022')],
    ['187', but('episodes', '04/10/2023,E12', ',')],
    ['1003', but('placed', '01/10/2022', '09/05/2022')],
    ['199', { ...SOUND, episodes: `${SOUND.episodes}\nK1,01/12/2023,S,V2,N1,U6,PR1,,,,AB1 1,AB2 2,SC1` }],
    ['217', but('episodes', 'P,E1,N1,A6', 'P,E1,N1,A5')],
    ['331', but('ad1', '20/01/2023', '07/03/2023')],
    ['333', but('ad1', '20/01/2023', '30/09/2022')],
    ['334', but('ad1', '01/10/2022', '09/05/2022')],
    ['335', but('ad1', ',0,2,', ',1,2,')],
    ['336', { ...SOUND, episodes: (SOUND.episodes ?? '').replaceAll(',U6,', ',R1,').replace('P,E1,N1,A6', 'T,E1,N1,A5') }],
    ['386', but('header', '01/02/2022', '01/02/2005')],
    ['390', but('episodes', 'P,E1,N1,A6', 'P,E1,N1,U6')],
    ['408', but('episodes', 'P,E1,N1,A6', 'P,C2,N1,A6')],
    ['511', but('ad1', ',2,MF', ',2,M1')],
    ['514', but('ad1', 'MF,L11', 'MF,L0')],
    ['517', but('ad1', 'MF,L11', 'FF,L3')],
    ['518', but('ad1', 'MF,L11', 'MF,L4')],
    ['519', but('ad1', '2,MF,L11', '1,F1,L2')],
    ['520', but('ad1', 'MF,L11', 'MM,L11')],
    ['521', but('ad1', '01/10/2022', '07/03/2023')],
    ['522', but('placed', '01/10/2022,,', '01/10/2022,30/09/2022,RD1')],
    ['523', but('ad1', '01/10/2022', '02/10/2022')],
    ['524', but('ad1', 'MF,L11', 'MF,L12')],
    ['525', but('placed', '01/10/2022,,', '01/10/2022,01/09/2023,RD1')],
    ['529', but('episodes', 'A6,PR1', 'A6,PR3')],
    ['551', but('placed', '01/10/2022,,', ',,')],
    ['552', but('placed', '01/10/2022', '07/03/2023')],
    ['553', but('placed', '01/10/2022,,', ',,')],
    ['554', but('placed', '01/10/2022', '02/12/2022')],
    ['555', { ...SOUND, placed: 'K1,01/02/2022,,,', episodes: (SOUND.episodes ?? '').replaceAll('E1,N1', 'D1,N1') }],
    ['556', { ...SOUND, placed: 'K1,01/02/2022,02/12/2022,,', episodes: (SOUND.episodes ?? '').replaceAll('E1,N1', 'D1,N1') }],
    ['557', but('episodes', ...adoption)],
    ['558', but('placed', '01/10/2022,,', '01/10/2022,01/09/2023,RD1')],
    ['563', but('placed', '01/10/2022,,', ',01/09/2023,RD1')],
    ['579', { ...SOUND, placed: 'K1,01/02/2022,01/09/2022,01/11/2022,RD1\nK1,01/02/2022,01/10/2022,,' }],
    ['582', but('ad1', '20/01/2023', '04/10/2023')],
    ['583', { ...SOUND, placed: 'K1,01/02/2022,01/09/2022,,\nK1,01/02/2022,01/10/2022,,' }],
    ['601', but('ad1', 'MF,L11', 'MF,')],
    ['602', but('episodes', ...adoption)],
    ['630', { ...SOUND, prevperm: 'K2,01/02/2022,Z1,,', header: `${SOUND.header}\nK2,1,01/02/2022,WBRI,UN1,,`, episodes: (SOUND.episodes ?? '').replace('10/05/2022', '10/05/2023') }],
    ['631', but('prevperm', 'Z1', 'P9')],
    ['632', but('prevperm', 'Z1,,', 'P1,301,zz/zz/20')],
    ['633', but('prevperm', 'Z1,,', 'P1,30,zz/zz/2019')],
    ['634', { ...SOUND, episodes: (SOUND.episodes ?? '').replace('10/05/2022', '10/05/2015') }],
    ['635', but('prevperm', 'Z1,,', 'Z1,301,')],
    ['INT01', but('header', 'K1', 'K9')],
    ['INT02', but('header', 'K1', 'K9')],
    ['INT11', but('ad1', 'K1,01/02/2022', 'K1,02/02/2022')],
    ['INT12', but('placed', 'K1,01/02/2022', 'K1,02/02/2022')],
    ['INT31', { ...SOUND, ad1: `${SOUND.ad1}\n${SOUND.ad1}` }],
    ['TEN_WEEKS', but('episodes', '06/03/2023,P,E1,N1,A6', '01/09/2023,P,E1,N1,A6')],
    ['AFTER_YEAR', but('episodes', '04/10/2023,E12', '01/04/2024,E12')],
    ['PLACE_OF_YEAR', but('episodes', 'P,E1,N1,A6', 'P,E1,N1,K3')],
    ['SEX_OF_YEAR', but('header', 'K1,1,', 'K1,M,')],
  ];
  it.each(cases)('%s', (rule, text) => {
    expect(rulesOf(text)).toContain(rule);
  });

  const since: readonly (readonly [string, Text, string])[] = [
    ['559', SOUND, 'K9,01/02/2022,01/10/2022,,'],
    ['560', SOUND, 'K1,01/02/2022,02/10/2022,,'],
    ['561', SOUND, 'K1,01/02/2022,01/10/2022,01/02/2023,RD1'],
    ['584', but('placed', '01/10/2022,,', '01/10/2022,01/09/2023,RD1'), 'K1,01/02/2022,02/10/2022,,'],
  ];
  it.each(since)('%s, beside last year\'s return', (rule, text, placed) => {
    expect(rulesOf(text, { placed })).toContain(rule);
    expect(rulesOf(text)).not.toContain(rule);
  });
});

describe('what the return tells of a child', () => {
  const journeyOf = (text: Text, earlier: Text = {}) => readReturn(sheets(text), sheets(earlier), YEAR).journeys;

  it('takes the decision from DATE_PLACED or DATE_INT, and the placement from the episode (trap 1)', () => {
    expect(journeyOf(SOUND)).toEqual([expect.objectContaining({
      child: 'K1', enteredCareOn: '2022-05-10', admDecidedOn: '2022-10-01', placementOrderOn: '2022-12-01', matchedOn: '2023-01-20', placedOn: '2023-03-06', adoptedOn: '2023-10-04',
      decisionReversedOn: null, fosteredByAdoptersFrom: null, sex: 'M', ethnicity: 'WBRI',
    })]);
  });

  it('walks back to the day on which the foster carers who adopted took the child in (trap 3)', () => {
    const text = { ...but('ad1', ',0,2,', ',1,2,'), episodes: (SOUND.episodes ?? '').replace('P,E1,N1,A6', 'T,E1,N1,A5') };
    expect(journeyOf(text)[0]).toMatchObject({ placedOn: '2023-03-06', fosteredByAdoptersFrom: '2022-05-10' });
  });

  it('does not let a change of legal status begin a placement, and lets other carers begin one (traps 15 and 16)', () => {
    const legal = (SOUND.episodes ?? '').replace('A6,PR1,04/10/2023,E12', 'A6,PR1,01/05/2023,X1') + '\nK1,01/05/2023,L,E1,N1,A6,PR1,04/10/2023,E12,,AB1 1,AB3 3,XX';
    expect(journeyOf({ ...SOUND, episodes: legal })[0]?.placedOn).toBe('2023-03-06');
    expect(journeyOf({ ...SOUND, episodes: legal.replace('01/05/2023,L', '01/05/2023,P') })[0]?.placedOn).toBe('2023-05-01');
  });

  it('leaves a temporary stay elsewhere out of the walk back', () => {
    const episodes = `K1,10/05/2022,S,C1,N1,U6,PR1,01/12/2022,X1,,AB1 1,AB2 2,SC1
      K1,01/12/2022,P,E1,N1,T1,PR1,10/12/2022,X1,,AB1 1,ZZ9 9,SC9
      K1,10/12/2022,P,E1,N1,U6,PR1,06/03/2023,X1,,AB1 1,AB2 2,SC1
      K1,06/03/2023,T,E1,N1,A5,PR1,04/10/2023,E12,,AB1 1,AB2 2,SC1`;
    expect(journeyOf({ ...but('ad1', ',0,2,', ',1,2,'), episodes })[0]?.fosteredByAdoptersFrom).toBe('2022-05-10');
    expect(journeyOf({ ...but('ad1', ',0,2,', ',1,2,'), episodes: episodes.replace('06/03/2023,X1,,AB1 1,AB2 2', '06/03/2023,X1,,AB1 1,AB7 7') })[0]?.fosteredByAdoptersFrom).toBe('2022-12-10');
  });

  it('finds the start of care in the return of the year before, and says where there is none', () => {
    const [began, ...rest] = (SOUND.episodes ?? '').split('\n');
    const later = { ...SOUND, episodes: rest.join('\n') };
    expect(journeyOf(later, { episodes: began ?? '' })[0]?.enteredCareOn).toBe('2022-05-10');
    expect(journeyOf(later)[0]?.enteredCareOn).toBeNull();
    expect(rulesOf(later)).toContain('NO_START_OF_CARE');
  });

  it('has a decision that stands in the returns of two years once, and one that was never reversed not beside the next', () => {
    const { placed = '' } = SOUND;
    const lastYear = { name: 'placed-2023.csv', rows: sheets({ placed })[0]?.rows ?? [] };
    expect(readReturn(sheets(SOUND), [lastYear], YEAR).journeys).toHaveLength(1);
    expect(journeyOf({ ...SOUND, placed: `K1,01/02/2022,01/09/2022,,\n${placed}` }).map(({ admDecidedOn }) => admDecidedOn)).toEqual(['2022-10-01']);
  });

  it('knows the placement of a child whose care began before the files, and an order whose day they show', () => {
    const [, ...rest] = (SOUND.episodes ?? '').split('\n');
    expect(journeyOf({ ...SOUND, episodes: rest.join('\n') })[0]).toMatchObject({ enteredCareOn: null, placementOrderOn: '2022-12-01', placedOn: '2023-03-06' });
    expect(journeyOf({ ...SOUND, episodes: rest.slice(1).join('\n') })[0]).toMatchObject({ enteredCareOn: null, placementOrderOn: null, placedOn: '2023-03-06' });
  });

  it('counts an order of which no decision is told', () => {
    const { first, last } = collectionYear(2023);
    const { journeys } = readReturn(sheets({ episodes: (SOUND.episodes ?? '').replace('04/10/2023,E12', ',') }), [], 2023);
    expect(childFigures(journeys, { from: first, to: last }, null).A16.value).toBe(1);
  });

  it('has a child with a reversed decision and a new one twice (trap 16)', () => {
    const placed = 'K1,01/02/2022,01/07/2022,01/09/2022,RD1\nK1,01/02/2022,01/10/2022,,';
    expect(journeyOf({ ...SOUND, placed }).map(({ admDecidedOn, decisionReversedOn, adoptedOn }) => [admDecidedOn, decisionReversedOn, adoptedOn])).toEqual([
      ['2022-07-01', '2022-09-01', null], ['2022-10-01', null, '2023-10-04'],
    ]);
  });

  it('counts the same whoever provides the placement: the host of a region says PR1, its other councils PR2 (trap 21)', () => {
    const hosted = { ...SOUND, episodes: (SOUND.episodes ?? '').replaceAll('PR1', 'PR2') };
    expect(journeyOf(hosted)).toEqual(journeyOf(SOUND));
    expect(rulesOf(hosted)).toEqual(rulesOf(SOUND));
  });

  it('holds codes against the year they were collected in, and keeps them (trap 22)', () => {
    const placed = (place: string, year: number): readonly string[] => readReturn(sheets(but('episodes', 'N1,A6,PR1', `N1,${place},PR1`)), [], year).warnings.filter(({ rule }) => rule === 'PLACE_OF_YEAR').map(({ value }) => value ?? '');
    expect([placed('K3', 2024), placed('K3', 2025), placed('K1', 2024), placed('K1', 2025)]).toEqual([['K3'], [], [], ['K1']]);
  });

  it('gives the indicators of the year, and who left care', () => {
    const { journeys, leavers } = readReturn(sheets(SOUND), [], YEAR);
    const { first, last } = collectionYear(YEAR);
    const figures = childFigures(journeys, { from: first, to: last }, leaversIn(leavers, { from: first, to: last }), CHAT_PARAMETERS);
    expect([figures.A1.value, figures.A2.value, figures.A4.value, figures['STAGE.P_AO'].value]).toEqual([300, 50, 100, 212]);
  });
});

it('takes a new decision for no contradiction of last year\'s where this year\'s return closes that', () => {
  const placed = 'K1,01/02/2022,01/09/2022,20/09/2022,RD1\nK1,01/02/2022,01/10/2022,,';
  expect(rulesOf({ ...SOUND, placed }, { placed: 'K1,01/02/2022,01/09/2022,,' })).not.toContain('560');
});

describe('files', () => {
  it('tells files by their columns, whatever their name, case and spaces (trap 23)', () => {
    const header = { name: 'x.csv', rows: [['\ufeffchild ', 'Sex', 'DOB', ' Ethnic', 'UPN', 'MOTHER', 'MC_DOB'], ['1', '1', '01/02/2022', 'WBRI', '', '', '']] };
    const other = { name: 'notes.csv', rows: [['something'], ['else']] };
    const { files, warnings } = readReturn([header, other], [], YEAR);
    expect(files).toEqual([{ file: 'x.csv', table: 'HEADER', rows: 1, adoptions: null }, { file: 'notes.csv', table: null, rows: 2, adoptions: null }]);
    expect(warnings.map(({ rule, file }) => [rule, file])).toEqual([['UNKNOWN_FILE', 'notes.csv']]);
  });
});
