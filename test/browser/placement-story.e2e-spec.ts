import type { Page } from 'playwright-core';
import { addDays } from '@hub/domain/dates/day-count';
import { dayWords } from '@hub/domain/dates/words';
import { ago, today } from '@hub/features/keys/spec-keys';
import { pdfFile } from '../samples/document';
import { box, press } from './meeting-hands';
import { approveGrants, feesFallDue, follow, meetingBegun, offeredFamily, panelMet, panelPlanned, regionRun, waitingChild } from './placement-cases';
import { openPlacementDesks, record, writeDate, type PlacementDesks } from './placement-desks';
import { loseAnswer, sound } from './watched-page';

/* One child and one family at the desks of a council, a voluntary agency and the hub: from what a meeting said of them to the adoption order and the last part of the fee. */

const LONG = 90_000;
const MATCHED = ago(7);
const PLACED = ago(6);

let desks: PlacementDesks;
let unit = '';
let family = '';
let meeting = '';
let link = '';
let item = '';
let placement = '';

beforeAll(async () => {
  desks = await openPlacementDesks();
  unit = await waitingChild(desks, 'Wren');
  family = await offeredFamily(desks, 'Kit Marlow');
  await regionRun(desks, 'coordinator');
  meeting = await meetingBegun(desks);
}, LONG);
afterAll(() => desks?.close());

describe('a child and a family, from the meeting to the order', () => {
  it('are brought together at a meeting of the hub, and both agencies are asked', async () => {
    const chair = await desks.open('coordinator', `/meetings/${meeting}/live`);
    await press(chair, 'Pursue', family);
    await box(chair, family).locator('.hub-tag', { hasText: 'To pursue' }).waitFor();
    await chair.getByRole('link', { name: 'Close the meeting' }).click();
    await chair.getByRole('button', { name: 'Close the meeting' }).click();
    await chair.getByText('The meeting is closed, and everybody expected at it is told').waitFor();
    const finder = await desks.open('finder', `/meetings/${meeting}/minutes`);
    await finder.getByRole('cell', { name: /^To pursue/ }).getByRole('link', { name: /^L-/ }).click();
    await finder.getByText('Suggested by the hub').first().waitFor();
    link = /L-[0-9A-Z]{6}/.exec(finder.url())?.[0] ?? '';
    expect(link).not.toBe('');
  }, LONG);

  it('are made ready for panel: the report is given, and what is missing is said and answered for', async () => {
    await follow(desks, link, ['finder', 'INTEREST_EXPRESSED'], ['worker', 'SHORTLISTED'], ['finder', 'EXPLORING_AGREED'], ['worker', 'EXPLORING_AGREED']);
    await approveGrants(desks);
    await follow(desks, link, ['finder', 'CPR_SHARED']);
    const finder = await desks.open('finder', `/children/${unit}/documents/new`);
    await finder.getByLabel('Kind of document').selectOption('CPR');
    await finder.getByLabel('Document', { exact: true }).setInputFiles({ name: 'cpr.pdf', mimeType: 'application/pdf', buffer: pdfFile('She came into care in the autumn.') });
    await finder.getByRole('button', { name: 'Keep the document' }).click();
    await finder.getByText('The document is kept.').waitFor();
    const manager = await desks.open('manager', new URL(finder.url()).pathname);
    await manager.getByText('Review version 1').click();
    await manager.getByLabel('Accept this version').check();
    await manager.getByRole('button', { name: 'Record the review' }).click();
    await manager.getByText('Your review is recorded').waitFor();
    await finder.goto(`/links/${link}`);
    await finder.getByRole('button', { name: 'Give version 1 of Child’s permanence report' }).click();
    await finder.getByText('Version 1', { exact: true }).waitFor();
    // The hub suggested the link: whoever answered for the adopters became their named worker, who alone is shown what is given.
    const worker = await desks.open('worker', `/links/${link}`);
    await worker.getByRole('button', { name: 'Download Child’s permanence report' }).waitFor();
    await worker.goto(`/links/${link}/prepare`);
    await worker.getByLabel('Gave the adopters the child’s permanence report').check();
    await worker.getByRole('button', { name: 'Record', exact: true }).click();
    await worker.getByText('It is recorded. Both sides of the link see it.').waitFor();
    await follow(desks, link, ['finder', 'VISITED'], ['finder', 'APR_DRAFTED']);
    await manager.goto(`/links/${link}`);
    const needs = manager.getByRole('table', { name: 'What a panel needs' });
    await needs.getByRole('row').filter({ hasText: 'permanence report, accepted' }).getByText('There', { exact: true }).waitFor();
    await manager.getByText(/^\d+ things are missing\.$/).waitFor();
    await manager.getByRole('link', { name: 'Go on although something is missing' }).click();
    await manager.getByLabel('Why does the panel go on without?').fill('They come before the panel.');
    await manager.getByRole('button', { name: 'Record the decision' }).click();
    await manager.getByText('Your decision is recorded, with what was missing.').waitFor();
    await finder.goto(`/links/${link}`);
    await finder.getByText(/Max North decided on .*: They come before the panel\./).waitFor();
  }, LONG);

  it('are heard by the council’s panel, and its decision maker approves the match', async () => {
    const planned = await panelPlanned(desks);
    const finder = await desks.open('finder', `/links/${link}`);
    await finder.getByRole('link', { name: 'Book a panel' }).click();
    await finder.getByLabel(/09:30: Northmoor Borough/).check();
    await finder.getByRole('button', { name: 'Book this place' }).click();
    await finder.getByText('The panel is booked, provisionally.').waitFor();
    await panelMet(desks, planned, MATCHED);
    await finder.reload();
    await finder.getByRole('link', { name: /^Panel on/ }).click();
    await finder.getByText('Not heard yet').waitFor();
    item = /B-[0-9A-Z]{6}/.exec(finder.url())?.[0] ?? '';
    const adviser = await desks.open('adviser', `/panels/items/${item}`);
    await adviser.getByText('They come before the panel.').waitFor();
    await adviser.getByLabel('Recommended', { exact: true }).check();
    await adviser.getByLabel('Reasons', { exact: true }).fill('They know what Wren needs.');
    await adviser.getByRole('button', { name: 'Record the recommendation' }).click();
    await adviser.getByText('The recommendation is recorded.').waitFor();
    await writeDate(adviser, 'minutesOn', MATCHED);
    await adviser.getByRole('button', { name: 'The minutes are final' }).click();
    await adviser.getByText('the decision maker is told').waitFor();
    const decider = await desks.open('decider', '/');
    await decider.getByRole('link', { name: /^Match:/ }).click();
    await decider.getByText('They know what Wren needs.').waitFor();
    await decider.getByLabel('Approved', { exact: true }).check();
    await decider.getByLabel('Reasons', { exact: true }).fill('I agree with the panel.');
    await writeDate(decider, 'decidedOn', MATCHED);
    await decider.getByRole('button', { name: 'Record the decision' }).click();
    await decider.getByText('The decision is recorded.').waitFor();
  }, LONG);

  it('meet in introductions and live together, visited and reviewed by both agencies', async () => {
    const worker = await desks.open('worker', '/placements');
    await worker.getByRole('link', { name: /^PL-/ }).waitFor();
    await sound(worker);
    await worker.getByRole('link', { name: /^PL-/ }).click();
    await worker.getByRole('heading', { level: 1, name: /^Placement PL-/ }).waitFor();
    placement = /PL-[0-9A-Z]{6}/.exec(worker.url())?.[0] ?? '';
    const finder = await desks.open('finder', `/placements/${placement}`);
    await record(finder, placement, 'Record that the placement plan was agreed', { on: MATCHED, words: 'Ten days, each a little longer.' });
    await record(finder, placement, 'Record that introductions started', { on: addDays(MATCHED, 7) });
    await record(worker, placement, 'Record the pause-and-plan review', { on: addDays(MATCHED, 12), choose: 'Go on as planned' });
    await record(finder, placement, 'Record that a child was placed', { on: PLACED });
    await sound(finder);
    await worker.goto(`/placements/${placement}`);
    await worker.getByText('Ten days, each a little longer.').waitFor();
    await record(worker, placement, 'Record a visit', { on: addDays(PLACED, 6), words: 'She sleeps through.' });
    await record(finder, placement, 'Record a review', { on: addDays(PLACED, 27), choose: 'Visits every four weeks' });
  }, LONG);

  it('owe the voluntary agency a fee whose rate somebody had to enter', async () => {
    await feesFallDue(desks);
    const lead = await desks.open('lead', `/fees/placements/${placement}`);
    await lead.getByText('Rate unknown.').waitFor();
    await lead.getByRole('link', { name: 'Enter it' }).first().click();
    await lead.getByLabel('Rate').fill('36,000');
    await lead.getByLabel('Two thirds when the children move in, one third at the adoption order or after a year').check();
    await lead.getByLabel('Where does it come from?').fill('Circular of 1 April');
    await lead.getByRole('button', { name: 'Enter this rate' }).click();
    await lead.getByText('The rate is entered.').waitFor();
    await feesFallDue(desks);
    expect(await sums(lead)).toEqual([['The children moved in', dayWords(PLACED), '£24,000']]);
  }, LONG);

  it('become a family by the order, not applied for before ten weeks, and the last part of the fee falls due', async () => {
    const finder = await desks.open('finder', `/placements/${placement}`);
    await record(finder, placement, 'Record the application for the order', { on: addDays(PLACED, 69), refused: /must have lived with the family for ten weeks/ });
    await record(finder, placement, 'Record the application for the order', { on: addDays(PLACED, 70) });
    await record(finder, placement, 'Record the adoption order');
    const worker = await desks.open('worker', `/placements/${placement}`);
    await worker.locator('.hub-notices').getByText('Adoption order made').waitFor();
    await worker.getByText('She sleeps through.').waitFor();
    await finder.getByText('Stage S4').waitFor();
    expect(await finder.getByRole('link', { name: 'Record a visit' }).count()).toBe(0);
    expect(await desks.sql('select c.state, u.family_finding from hub.child c join hub.unit u on u.id = c.unit_id where u.reference = $1', [unit])).toEqual([{ state: 'ADOPTED', family_finding: 'CLOSED' }]);
    await feesFallDue(desks);
    const [lead, manager] = [await desks.open('lead', '/'), await desks.open('manager', '/')];
    const due = [['The children moved in', dayWords(PLACED), '£24,000'], ['Adoption order, or a year after moving in', dayWords(today), '£12,000']];
    for (const page of [lead, manager]) expect((await sums(page)).sort()).toEqual([...due].sort());
    await finder.goto(`/children/${unit}`);
    await finder.getByText('Adopted').first().waitFor();
    await finder.goto(`/links/${link}`);
    await finder.getByText('Adoption order made').first().waitFor();
    for (const [who, { faults, origins }] of desks.watched) expect([who, faults, origins.size]).toEqual([who, [], 1]);
  }, LONG);

  it('have a visit struck out that never was, and whoever opened a correction before loads the newest record', async () => {
    const finder = await desks.open('finder', `/placements/${placement}`);
    await finder.getByRole('link', { name: /^Put right\s+Placed for adoption/ }).click();
    await finder.getByLabel('What was wrong, and why?').waitFor();
    const worker = await desks.open('worker', `/placements/${placement}`);
    await worker.getByRole('link', { name: /^Put right\s+Visited/ }).click();
    await worker.getByLabel('It did not happen at all: strike it out').check();
    await worker.getByLabel('What was wrong, and why?').fill('The visit was put off.');
    await worker.getByRole('button', { name: 'Put it right' }).click();
    await worker.getByText('It is put right, and the other side is told.').waitFor();
    await worker.locator('.hub-notices .hub-tag').first().waitFor();
    expect(await worker.locator('.hub-notices .hub-tag').allInnerTexts()).toEqual(['Struck out']);
    await finder.getByLabel('What was wrong, and why?').fill('The move was sooner.');
    await writeDate(finder, 'onDate', addDays(PLACED, -1));
    await finder.getByRole('button', { name: 'Ask for approval' }).click();
    await finder.getByRole('button', { name: 'Load the newest record' }).click();
    await finder.getByText('The visit was put off.').waitFor();
  }, LONG);

  it('have a wrong day put right by two people, with the wrong one beside it and the fee as it was fixed', async () => {
    const right = addDays(PLACED, -2);
    const finder = await desks.open('finder', `/placements/${placement}`);
    await finder.getByRole('link', { name: /^Put right\s+Placed for adoption/ }).click();
    await finder.getByRole('heading', { name: 'Put right: Placed for adoption' }).waitFor();
    await sound(finder);
    await writeDate(finder, 'onDate', right);
    await finder.getByLabel('What was wrong, and why?').fill('The move was two days sooner.');
    const asked = await loseAnswer(finder, 'correctPlacement');
    await finder.getByRole('button', { name: 'Ask for approval' }).click();
    await finder.getByText('You are not connected to the hub').waitFor();
    await finder.getByRole('button', { name: 'Ask for approval' }).click();
    await finder.getByText('It waits for a second person of your agency.').waitFor();
    expect(await finder.getByRole('link', { name: /^Approve or refuse/ }).count()).toBe(0);
    const manager = await desks.open('manager', `/placements/${placement}`);
    await manager.getByRole('link', { name: /^Approve or refuse/ }).click();
    await manager.getByText('The move was two days sooner.').waitFor();
    await sound(manager);
    const answered = await loseAnswer(manager, 'answerPlacementCorrection');
    await manager.getByRole('button', { name: 'Approve it' }).click();
    await manager.getByText('You are not connected to the hub').waitFor();
    await manager.getByRole('button', { name: 'Approve it' }).click();
    await manager.getByText('It is put right, and both sides are told.').waitFor();
    const worker = await desks.open('worker', `/placements/${placement}`);
    await worker.getByText('Put right since').waitFor();
    expect([asked.length, answered.length]).toEqual([1, 1]);
    expect(await worker.getByText('The move was two days sooner.').count()).toBe(2);
    await sound(worker);
    // On paper what was done, and nothing to press.
    await worker.emulateMedia({ media: 'print' });
    expect([await worker.getByRole('heading', { name: 'History' }).isVisible(), await worker.getByRole('link', { name: /^(Record|Put right|Hand over)/ }).count()]).toEqual([true, 0]);
    await worker.emulateMedia({ media: null });
    expect(await desks.sql('select k.placed_on::text as placement, c.placed_on::text as child, h.placed_on::text as family from hub.placement p join hub.placement_child k on k.placement_id = p.id join hub.child c on c.id = k.child_id join hub.household h on h.id = p.household_id where p.reference = $1', [placement]))
      .toEqual([{ placement: right, child: right, family: right }]);
    const lead = await desks.open('lead', `/fees/placements/${placement}`);
    await lead.getByText(`The fee stays as it was fixed for ${dayWords(PLACED)}`).waitFor();
  }, LONG);
});

/** What fell due, as somebody reads it: for what, on which day, how much. */
async function sums(page: Page): Promise<string[][]> {
  await page.goto(`/fees/placements/${placement}`);
  const rows = page.getByRole('table', { name: 'What fell due' }).locator('tbody tr');
  await rows.first().waitFor();
  return Promise.all((await rows.all()).map(async (row) => (await row.locator('th, td').allInnerTexts()).slice(0, 3)));
}
