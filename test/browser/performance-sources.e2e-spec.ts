import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';
import { leave, settled, sit, sound, type Watched } from './watched-page';

/* What figures are measured by and where they come from: targets, published figures, a council's own files, and what is wrong in its records. */

const MANAGER = 'manager@nmb.example.test';
const COORDINATOR = 'coordinator@hub.example.test';

let hub: RunningHub;
const desks = new Map<string, Watched>();
const desk = (email: string) => (desks.get(email) as Watched).page;
const open = async (email: string, path: string): Promise<void> => {
  await desk(email).goto(path);
  await settled(desk(email));
};

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  await person(admin, { agency: 'NMB', email: MANAGER, roles: ['APPROVING_MANAGER'] });
  const worker = await person(admin, { agency: 'NMB', email: 'worker@nmb.example.test', roles: ['CHILDS_WORKER'] });
  await worker.query('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference } }', { input: { facts: { firstName: 'Robin', sex: 'F', dateOfBirth: '2023-03-01', admDecidedOn: '2026-03-01' } } });
  await person(admin, { agency: 'HUB', email: COORDINATOR, roles: ['HUB_COORDINATOR'] });
  for (const email of [MANAGER, COORDINATOR]) desks.set(email, await sit(hub.url, email));
}, 120_000);

afterAll(async () => {
  for (const watched of desks.values()) await leave(watched);
  await hub?.stop();
});

describe('targets', () => {
  it('are entered with their days and source, stand beside national thresholds, and are withdrawn', async () => {
    const page = desk(MANAGER);
    await open(MANAGER, '/performance/targets');
    await page.getByRole('table', { name: 'National thresholds' }).getByText('below 426 days (14 months)').first().waitFor();
    await page.getByText('213 and 182 days are both printed').first().waitFor();
    await sound(page);
    await page.getByRole('link', { name: 'Enter a target' }).click();
    await page.getByRole('heading', { level: 1, name: 'Enter a target' }).waitFor();
    await page.getByRole('button', { name: 'Enter this target' }).click();
    await page.getByRole('link', { name: 'Choose an indicator' }).waitFor();
    await sound(page);
    await page.getByLabel('Indicator').selectOption('A1');
    await page.getByLabel('Target', { exact: true }).fill('468');
    const first = page.getByRole('group', { name: 'First day' });
    await first.getByLabel('Day').fill('1');
    await first.getByLabel('Month').fill('4');
    await first.getByLabel('Year').fill('2025');
    await page.getByLabel('Where does it come from?').fill('Business plan 2025');
    await page.getByRole('button', { name: 'Enter this target' }).click();
    const entered = page.getByRole('table', { name: 'Targets of the region and its agencies' });
    await entered.getByText('below 468 days').waitFor();
    await entered.getByText('from 1 Apr 2025').waitFor();
    await sound(page);
    await entered.getByRole('button', { name: 'Withdraw the target of A1' }).click();
    await page.getByText('Nobody has entered a target yet.').waitFor();
    await sound(page);
  });
});

describe('a council’s files', () => {
  it('are read together, tell their broken rules by place, and can be what its figures are reckoned from', async () => {
    const page = desk(MANAGER);
    await open(MANAGER, '/performance/returns');
    await page.getByText('No file has been uploaded yet.').waitFor();
    await page.getByRole('button', { name: 'Read the files' }).click();
    await page.getByRole('link', { name: 'Choose what it is' }).waitFor();
    await sound(page);
    const csv = (name: string, lines: readonly string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
    await page.getByLabel('Children looked after return (SSDA903)').check();
    await page.getByLabel('Year in which the return ends').fill('2026');
    await page.getByLabel('Files', { exact: true }).setInputFiles([
      csv('canary-sparrow.csv', ['CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN', 'Sparrow9,01/04/2024,S,E1,N1,A6,PR1,10/10/2025,E12,,,,']),
      csv('ad1.csv', ['CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR', 'Sparrow9,01/01/2024,01/06/2024,01/08/2024,9,2,MF,L11']),
    ]);
    await page.getByRole('button', { name: 'Read the files' }).click();
    await page.getByText(/The files are read: \d+ broken rules?\./).waitFor();
    const files = page.getByRole('table', { name: 'Files that were read' });
    await files.getByText('Episodes: 1 row; Adoption (AD1): 1 row').waitFor();
    await sound(page);
    await files.getByRole('link', { name: /broken rules of 2026/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Broken rules of a file' }).waitFor();
    await page.getByText('Adoption (AD1), row 2, FOSTER_CARE').waitFor();
    expect(await page.content()).not.toMatch(/sparrow/i);
    await sound(page);
    await page.getByRole('link', { name: 'Where your figures come from' }).click();
    await page.getByRole('group', { name: 'What are your figures reckoned from?' }).getByLabel('Children looked after return (SSDA903)').check();
    await page.getByRole('button', { name: 'Use this source' }).click();
    await page.getByText('Your figures are reckoned anew in a moment, from: Children looked after return (SSDA903).').waitFor();
    await sound(page);
  });
});

describe('data quality', () => {
  it('shows what is the matter with records, and leads to each', async () => {
    const page = desk(MANAGER);
    await open(MANAGER, '/performance/data-quality');
    await page.getByRole('table', { name: 'Missing' }).getByText('no day on which the child entered care').waitFor();
    await page.getByText('Show the records').first().click();
    await sound(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    expect((await download).suggestedFilename()).toBe('data-quality.csv');
    await page.getByRole('table', { name: 'Missing' }).getByRole('listitem').first().getByRole('link').click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toMatch(/\/children\//);
  });
});

describe('a publication', () => {
  it('is kept by the hub’s coordinator under a name, and opens as it was for everybody', async () => {
    const page = desk(COORDINATOR);
    await open(COORDINATOR, '/performance/publications');
    await page.getByText('Nothing has been published yet.').waitFor();
    await page.getByLabel('Name').fill('Annual report 2026');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('table', { name: 'Publications' }).getByRole('link', { name: 'Annual report 2026' }).waitFor();
    await sound(page);
    const reader = desk(MANAGER);
    await open(MANAGER, '/performance');
    await reader.getByRole('navigation', { name: 'Beside the figures' }).getByRole('link', { name: 'Publications' }).click();
    await reader.getByRole('heading', { level: 1, name: 'Publications' }).waitFor();
    expect(await reader.getByRole('button', { name: 'Publish' }).count()).toBe(0);
    await reader.getByRole('link', { name: 'Annual report 2026' }).click();
    await reader.getByRole('heading', { level: 1, name: 'A publication' }).waitFor();
    await reader.getByText(/Publication Annual report 2026, PE-/).waitFor();
    await sound(reader);
  });
});

describe('the newest reckoning', () => {
  it('is made before the night where who may asks for it, and the page shows it when it is there', async () => {
    const page = desk(COORDINATOR);
    await open(COORDINATOR, '/performance');
    const before = await page.getByText(/What was known on .*, PE-/).innerText();
    await sound(page);
    await page.getByRole('button', { name: 'Count anew' }).click();
    await page.getByText('This is the new count.').waitFor();
    const [reference] = /PE-\w+/.exec(before) ?? [];
    expect(await page.getByText(/What was known on .*, PE-/).innerText()).not.toContain(reference);
    await sound(page);
    await open(MANAGER, '/performance');
    expect(await desk(MANAGER).getByRole('button', { name: 'Count anew' }).count()).toBe(0);
  });
});

describe('published figures', () => {
  it('are loaded by the hub, with what is wrong in the file told by its place, and read by all', async () => {
    const page = desk(COORDINATOR);
    await open(COORDINATOR, '/performance/published');
    const england = ['time_period,geographic_level,stage_of_adoption_process,age_start_poc,number', '2025,National,1. Average,Total,00:09', '2025,National,4. Total,Total,01:07', '2025,National,3. Average,Aged 1,k', '2025,National,1. Average,Total,9 months'];
    await page.getByLabel('England’s times between the stages of adoption').check();
    await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'stages.csv', mimeType: 'text/csv', buffer: Buffer.from(england.join('\n')) });
    await page.getByRole('button', { name: 'Load the file' }).click();
    await page.getByText('4 rows read; 3 figures are new or other than before.').waitFor();
    await page.getByRole('table', { name: '1 row was left out' }).getByText('row 5, number').waitFor();
    await page.getByRole('table', { name: 'England, all ages' }).getByText('1:07 (578 days)').waitFor();
    await sound(page);
    const heads = ['LA num', 'LA Name', ...Array.from({ length: 10 }, (_, at) => [`SN${at + 1}`, 'SNP']).flat()];
    const council = (number: string, name: string, from: number) => [number, name, ...Array.from({ length: 10 }, (_, at) => [String(from + at), 'Close']).flat()].join(',');
    await page.getByLabel('Statistical neighbour groupings').check();
    await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'groups.csv', mimeType: 'text/csv', buffer: Buffer.from([heads.join(','), council('901', 'Northmoor', 902), council('902', 'Eastwold', 903)].join('\n')) });
    await page.getByRole('button', { name: 'Load the file' }).click();
    await page.getByText('2 councils taken').waitFor();
    await page.getByLabel('Agency').selectOption('NMB');
    await page.getByLabel('Council in the groupings').selectOption('901');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('table', { name: 'Neighbours of Northmoor Borough, the closest first' }).getByText('Eastwold').waitFor();
    await sound(page);
    await open(MANAGER, '/performance/published');
    await desk(MANAGER).getByRole('table', { name: 'Neighbours of Northmoor Borough, the closest first' }).waitFor();
    expect(await desk(MANAGER).getByRole('button', { name: 'Load the file' }).count()).toBe(0);
    expect([...desks.values()].flatMap(({ faults }) => faults)).toEqual([]);
  });
});
