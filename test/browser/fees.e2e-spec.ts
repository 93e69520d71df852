import { Client } from 'pg';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';
import { plantPlacement } from '../harness/plant-placement';
import { feesFallDue } from './placement-cases';
import { leave, LOST, loseAnswer, sit, sound, type Watched } from './watched-page';

const PAYER = 'payer@northmoor.example.test';
const PAYEE = 'payee@hearthwood.example.test';
const KNOWN = 'PL-KNOWN1';
const UNKNOWN = 'PL-UNKN01';

let hub: RunningHub;
let db: Client;
const desks = new Map<string, Watched>();

const desk = (email: string) => (desks.get(email) as Watched).page;
const sql = async <T>(text: string, params: readonly unknown[] = []): Promise<T[]> => (await db.query(text, [...params])).rows as T[];

async function plant(): Promise<void> {
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  await person(admin, { agency: 'NMB', email: PAYER, roles: ['APPROVING_MANAGER'] });
  await person(admin, { agency: 'HWA', email: PAYEE, roles: ['APPROVING_MANAGER', 'AGENCY_ADMIN'] });
  const worker = await person(admin, { agency: 'NMB', email: 'worker@northmoor.example.test', roles: ['CHILDS_WORKER'] });
  const adopters = await person(admin, { agency: 'HWA', email: 'adopters@hearthwood.example.test', roles: ['ADOPTERS_WORKER'] });
  for (const firstName of ['Canary', 'Wren', 'Robin']) {
    await worker.query('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference } }', { input: { facts: { firstName, sex: 'F', dateOfBirth: '2023-03-01' } } });
    await adopters.query('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', { input: { facts: { names: `The ${firstName}s`, kind: 'COUPLE', enquiryOn: '2024-01-02' } } });
  }
  const ids = async (table: string) => (await sql<{ id: string }>(`select id from hub.${table} order by created_at, id`)).map(({ id }) => id);
  const [children, households] = [await ids('child'), await ids('household')];
  await plantPlacement(sql, { reference: KNOWN, householdId: households[0] ?? '', children: [{ id: children[0] ?? '', placedOn: '2025-07-10', adoptedOn: '2026-01-15' }] });
  await plantPlacement(sql, { reference: UNKNOWN, householdId: households[1] ?? '', children: [{ id: children[1] ?? '', placedOn: '2025-08-20', adoptedOn: '2026-01-15' }, { id: children[2] ?? '', placedOn: '2025-08-20', adoptedOn: '2026-01-15' }] });
}

beforeAll(async () => {
  hub = await startHub();
  db = new Client({ connectionString: hub.database.superuserUrl });
  await db.connect();
  await plant();
  await feesFallDue({ sql });
  for (const email of [PAYER, PAYEE]) desks.set(email, await sit(hub.url, email));
}, 120_000);

afterAll(async () => {
  for (const watched of desks.values()) await leave(watched);
  await db?.end();
  await hub?.stop();
});

describe('the two agencies of a placement', () => {
  it('are told of what fell due, and the one that is paid enters a rate that was unknown', async () => {
    const page = desk(PAYEE);
    await page.getByText('The rate of an inter-agency fee is unknown: enter it').first().waitFor();
    await page.getByRole('link', { name: UNKNOWN }).click();
    await page.getByRole('heading', { level: 1, name: `Fee of placement ${UNKNOWN}` }).waitFor();
    await sound(desk(PAYEE));
    await page.getByRole('link', { name: 'Enter it' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Enter a rate' }).waitFor();
    expect(await page.getByLabel('Number of children').inputValue()).toBe('2');
    await page.getByLabel('Rate').fill('60 thousand');
    await page.getByRole('button', { name: 'Enter this rate' }).click();
    await page.getByRole('link', { name: 'Enter a sum in pounds, such as 37,000 or 939.50' }).waitFor();
    await sound(desk(PAYEE));
    await page.getByLabel('Rate').fill('60,000.01');
    await page.getByLabel('In full when the children move in').check();
    await page.getByLabel('Where does it come from?').fill('Circular of 1 March 2025');
    await page.getByRole('button', { name: 'Enter this rate' }).click();
    await page.getByText('The rate is entered.').waitFor();
    await sound(desk(PAYEE));
    await feesFallDue({ sql });
    await page.goto(`/fees/placements/${UNKNOWN}`);
    await page.getByText('Circular of 1 March 2025 (entered by Hearthwood Adoption)').waitFor();
    expect(await page.getByRole('table', { name: 'What fell due' }).getByText('£60,000.01').count()).toBe(2);
  });

  it('invoice, dispute, settle and pay, each what is theirs, and each sees what the other did', async () => {
    const [payer, payee] = [desk(PAYER), desk(PAYEE)];
    await payee.goto(`/fees/placements/${KNOWN}`);
    await payee.getByRole('link', { name: 'Record the invoice' }).click();
    await payee.getByLabel('Number of the invoice').fill('HWA-17');
    await sound(desk(PAYEE));
    await payee.getByRole('button', { name: 'Record the invoice' }).click();
    await payee.getByText('It is recorded. The other agency sees it too.').waitFor();
    await payer.getByRole('link', { name: 'Fees', exact: true }).click();
    await sound(desk(PAYER));
    await payer.getByRole('link', { name: KNOWN }).click();
    await payer.getByRole('link', { name: 'Record a payment' }).click();
    expect(await payer.getByLabel('Sum paid').inputValue()).toBe('39,245');
    await payer.getByLabel('Sum paid').fill('40,000');
    await payer.getByRole('button', { name: 'Record a payment' }).click();
    await payer.getByRole('link', { name: 'Give a sum up to what is outstanding, £39,245.' }).waitFor();
    // Meanwhile the payee disputes it: who comes second sees both versions.
    await payee.getByRole('link', { name: 'Dispute it' }).click();
    await payee.getByLabel('Why?').fill('The wrong account.');
    await payee.getByRole('button', { name: 'Dispute it' }).click();
    await payee.getByText('It is recorded.').waitFor();
    await payer.getByLabel('Sum paid').fill('30,000.50');
    await payer.getByRole('button', { name: 'Record a payment' }).click();
    await payer.getByRole('table', { name: 'Both versions' }).getByText('who is paid').waitFor();
    await sound(desk(PAYER));
    await payer.goto(`/fees/placements/${KNOWN}`);
    await payer.getByRole('link', { name: 'Record a payment' }).click();
    await payer.getByLabel('Sum paid').fill('30,000.50');
    const lost = await loseAnswer(payer, 'recordFee');
    await payer.getByRole('button', { name: 'Record a payment' }).click();
    await payer.getByText('You are not connected to the hub').waitFor();
    await payer.getByRole('button', { name: 'Record a payment' }).click();
    await payer.getByText('It is recorded.').waitFor();
    await payer.getByText('£30,000.50 paid').waitFor();
    expect(lost).toEqual([expect.stringMatching(/^{"data":{"recordFee":/)]);
    expect(await payer.getByText('The wrong account.').count()).toBe(1);
    await sound(desk(PAYER));
  });

  it('write once what was sent again after its answer got lost, and then what is new', async () => {
    const page = desk(PAYER);
    await page.goto(`/fees/placements/${KNOWN}`);
    const words = page.getByLabel('Words about this fee');
    const keep = page.getByRole('button', { name: 'Keep these words' });
    const kept = async () => (await sql<{ count: number }>('select count(*)::int as count from hub.fee_note where item_id is null'))[0]?.count;
    await words.fill('The rest comes in May.');
    const lost = await loseAnswer(page, 'noteFee');
    await keep.click();
    await page.getByText('You are not connected to the hub').waitFor();
    expect([lost.length, await kept(), await words.inputValue()]).toEqual([1, 1, 'The rest comes in May.']);
    await keep.click();
    await page.getByText('Your words are kept.').waitFor();
    expect(await kept()).toBe(1);
    await words.fill('It came in April.');
    await keep.click();
    await page.getByText('It came in April.').waitFor();
    expect([await kept(), await page.getByText('The rest comes in May.').count()]).toEqual([2, 1]);
  });

  it('read a statement of the quarter that sums to the penny, and take it as a workbook', async () => {
    const page = desk(PAYER);
    await page.goto('/fees/statement');
    await page.getByLabel('Financial year').selectOption('2025');
    await page.getByLabel('Quarter', { exact: true }).selectOption('2');
    await page.getByRole('button', { name: 'Show' }).click();
    const total = page.getByRole('table', { name: 'By agency' }).getByRole('row', { name: /All agencies/ });
    await total.getByText('£99,245.01').first().waitFor();
    await sound(desk(PAYER));
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as a workbook (XLSX)' }).click()]);
    expect(download.suggestedFilename()).toBe('statement.xlsx');
    await page.goto('/fees/rates');
    await page.getByRole('heading', { level: 1, name: 'Fee table' }).waitFor();
    await sound(desk(PAYER));
    for (const { faults: seen, origins } of desks.values()) expect([seen.filter((fault) => !LOST.test(fault)), origins.size]).toEqual([[], 1]);
  });
});
