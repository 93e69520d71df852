import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indicatorsCommand } from './indicators.command';

interface Printed {
  readonly asAt: string;
  readonly from: string;
  readonly to: string;
  readonly indicators: readonly { readonly code: string; readonly value: number | null; readonly unit: string; readonly numerator: number | null; readonly denominator: number | null; readonly n: number; readonly definition: string; readonly reason: string | null }[];
  readonly warnings: readonly { readonly rule: string; readonly file: string; readonly row: number | null; readonly column: string | null; readonly value: string | null; readonly message: string }[];
  readonly files: readonly { readonly file: string; readonly rows: number; readonly adoptions: number | null }[];
}

const HEADINGS = 'Child Unique ID,Family identifier,Gender,Ethnicity,Date of Birth,Age of Child (Years),Does the Child have a Disability,Date the Child Entered Care,Date of Decision that Child Should be Placed for Adoption,Date of Placement Order,'
  + 'Date of Matching Child and Prospective Adopters,Date Placed for Adoption,Date of Adoption Order ,Date of Decision that Child Should No Longer be Placed for Adoption,Reason Why Child No Longer Placed for Adoption,'
  + 'Date the child was placed for fostering in FFA or concurrent planning placement';
/** The worked example of domain.md 3.9 as a List 10. */
const EXAMPLE = [HEADINGS,
  'K1,,a) Male,a) WBRI,01/01/2022,1,b) No,10/01/2022,01/06/2022,15/07/2022,20/08/2022,30/09/2022,10/03/2023,,,',
  'K2,,b) Female,a) WBRI,20/01/2022,1,b) No,01/02/2022,01/08/2022,01/10/2022,20/09/2022,05/10/2022,05/05/2023,,,',
  'K3,,a) Male,a) WBRI,01/04/2020,3,b) No,01/05/2020,15/01/2021,01/06/2021,01/12/2022,15/01/2023,01/09/2023,,,15/06/2020',
  'K4,,a) Male,a) WBRI,01/11/2021,2,b) No,20/11/2021,01/05/2022,10/06/2022,25/11/2022,20/02/2023,30/11/2023,,,',
].join('\n');

describe('hub indicators', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-indicators-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function hub(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await indicatorsCommand.run(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
    return { code, out: out.join('\n'), err: err.join('\n') };
  }
  const written = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const printed = async (...args: readonly string[]): Promise<Printed> => JSON.parse((await hub(...args, '--json')).out) as Printed;
  const valuesOf = ({ indicators }: Printed): ReadonlyMap<string, number | null> => new Map(indicators.map(({ code, value }) => [code, value]));

  it('reckons the worked example from a List 10', async () => {
    const answer = await printed('--annex-a', written('example.csv', EXAMPLE), '--as-at', '2023-12-31');
    const values = valuesOf(answer);
    expect([answer.asAt, answer.from, answer.to]).toEqual(['2023-12-31', '2023-01-01', '2023-12-31']);
    expect(['A1', 'A10', 'A2', 'A3', 'A4', 'A9', 'CHAT.TOTAL'].map((code) => values.get(code))).toEqual([488.75, 252.75, 188, 50, null, 0, 4]);
    expect(answer.indicators.find(({ code }) => code === 'A4')?.reason).toContain('List 8');
    expect(answer.indicators.map(({ code }) => code)).toEqual(['A1', 'A10', 'A2', 'A3', 'A4', 'A5', 'A9', 'A14', 'A15', 'A16', 'CHAT.TOTAL', 'CHAT.ADOPTED', 'CHAT.WAITING', 'CHAT.WAITING_PO', 'CHAT.REVERSED', 'STAGE.EC_ADM', 'STAGE.ADM_PO', 'STAGE.PO_M', 'STAGE.M_P', 'STAGE.P_AO']);
  });

  it('looks at no more than the period', async () => {
    const file = written('example.csv', EXAMPLE);
    expect(valuesOf(await printed('--annex-a', file, '--as-at', '2023-06-30', '--from', '2023-04-01')).get('A1')).toBe(246);
    expect(valuesOf(await printed('--annex-a', file, '--as-at', '2022-12-31')).get('A9')).toBe(2);
  });

  it('names the row and the column of what is wrong, and leaves such a row out', async () => {
    const { warnings, indicators } = await printed('--annex-a', written('wrong.csv', EXAMPLE.replace('10/01/2022', '31/02/2022')), '--as-at', '2023-12-31');
    expect(warnings).toContainEqual(expect.objectContaining({ rule: 'IMPOSSIBLE_DATE', file: 'wrong.csv', row: 2, column: 'Date the Child Entered Care', value: '31/02/2022' }));
    expect(indicators.find(({ code }) => code === 'CHAT.TOTAL')?.value).toBe(3);
  });

  it('reads a folder of the return, with the year before for care that began then', async () => {
    const columns = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
    written('SSDA903_2023_episodes.csv', `${columns}\nK1,10/05/2022,S,C1,N1,U6,PR1,01/12/2022,X1,,,,\n`);
    written('SSDA903_2024_episodes.csv', `${columns}\nK1,01/12/2022,L,E1,N1,U6,PR1,06/03/2023,X1,,,,\nK1,06/03/2023,P,E1,N1,A6,PR1,04/10/2023,E12,,,,\n`);
    written('SSDA903_2025_episodes.csv', `${columns}\nK2,10/05/2024,S,C1,N1,U6,PR1,,,,,,\n`);
    const answer = await printed('--ssda903', folder, '--year', '2024');
    expect([answer.from, answer.to]).toEqual(['2023-04-01', '2024-03-31']);
    expect([valuesOf(answer).get('A1'), valuesOf(answer).get('A4'), valuesOf(answer).get('STAGE.P_AO')]).toEqual([300, 100, 212]);
    expect(answer.files.filter(({ file }) => file.startsWith('SSDA903'))).toEqual([{ file: 'SSDA903_2024_episodes.csv', table: 'EPISODES', rows: 2, adoptions: 1 }]);
    expect(answer.warnings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['551', '553', '601']));
  });

  it('says of whom A3 is asked', async () => {
    const file = written('example.csv', EXAMPLE);
    const words = async (population: string) => (await printed('--annex-a', file, '--as-at', '2022-10-10', '--a3-population', population)).indicators.find(({ code }) => code === 'A3');
    const [placed, adopted, both] = [await words('placedOnly'), await words('adoptedOnly'), await words('adoptedPlusWaiting')];
    expect([placed?.denominator, adopted?.denominator, both?.denominator]).toEqual([2, 0, 2]);
    expect(new Set([placed, adopted, both].map((one) => (one as unknown as { population: string }).population)).size).toBe(3);
    expect(both?.definition).toContain('14 calendar months');
  });

  it('takes a file of 2023-24 for the return of 2024', async () => {
    const { files } = await printed('--ssda903', folder, '--year', '2024');
    expect(files.map(({ file }) => file)).not.toContain('AD1_2023-24.csv');
    written('AD1_2023-24.csv', 'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\nK1,01/02/2022,01/10/2022,20/01/2023,0,2,MF,L11\n');
    expect((await printed('--ssda903', folder, '--year', '2024')).files.map(({ file }) => file)).toContain('AD1_2023-24.csv');
  });

  it('prints a table for people, and says none where there is nobody', async () => {
    const { code, out } = await hub('--annex-a', written('example.csv', EXAMPLE), '--as-at', '2023-12-31');
    expect(code).toBe(0);
    expect(out).toMatch(/A1 +Entering care to moving in with the adoptive family +489 +days/);
    expect(out).toMatch(/A4 +.* none .*List 8/);
  });

  it.each([
    [[], 'Say from which files'],
    [['--annex-a', 'x.xlsx'], 'Say with --as-at'],
    [['--annex-a', 'x.xlsx', '--as-at', '2023-02-30'], 'Say with --as-at'],
    [['--annex-a', 'x.xlsx', '--as-at', '2023-01-01', '--from', '2023-02-01'], 'lies after the last'],
    [['--annex-a', 'x.xlsx', '--ssda903', 'y'], 'not both'],
    [['--ssda903', 'y'], 'Say with --year'],
    [['--ssda903', 'y', '--year', '2024', '--as-at', '2024-01-01'], 'go with --annex-a'],
    [['--annex-a', 'x.xlsx', '--as-at', '2023-01-01', '--a3-population', 'all'], 'placedOnly'],
  ] as const)('says what is wrong with %j', async (args, words) => {
    const { code, err } = await hub(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  });

  it('says in a line what file is missing', async () => {
    await expect(hub('--annex-a', join(folder, 'none.xlsx'), '--as-at', '2023-01-01')).rejects.toThrow('There is no file none.xlsx.');
    await expect(hub('--ssda903', join(folder, 'none'), '--year', '2024')).rejects.toThrow('takes the folder');
  });
});
