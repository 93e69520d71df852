import { setTimeout as pause } from 'node:timers/promises';
import { readPdf } from '../harness/pdf-text';
import { Keyboard } from './keyboard';
import { COORDINATOR, FINDER, LEAD, openDesks, UNTIL, WORKER, type MeetingDesks } from './meeting-desks';
import { box, change, exploreLink, namePeople, press, sound, strip, tag, timesToOthers, whole } from './meeting-hands';
import { coveredFocus, LOST, loseAnswer, stored } from './watched-page';

/*
 * One story at the desks of four people of three agencies: a run over the region, a meeting with its agenda, live with the network away
 * for half a minute, outcomes, a suggested link, actions, minutes, and on to the agreement to explore by both sides.
 */

const OUTAGE_MS = 30_000;
const LIVE_TO_ALL_MS = 2_000;
const LONG = 150_000;
let desks: MeetingDesks;
let meeting = '';
/** On the agenda, in its order. */
let units: readonly string[] = [];

/** What the history holds of a family beside the first child, oldest first. */
const told = async (family: string): Promise<string[]> => (await desks.sql<{ outcome: string }>(
  `select e.outcome from hub.meeting_event e join hub.meeting_pair p on p.id = e.pair_id join hub.meeting_unit u on u.item_id = p.item_id
   where e.event = 'PAIR_OUTCOME' and p.household_reference = $1 and u.unit_reference = $2 order by e.version`, [family, units[0]])).map(({ outcome }) => outcome);

beforeAll(async () => { desks = await openDesks(); }, LONG);
afterAll(() => desks?.close());

describe('a matching meeting', () => {
  it('is called by the hub, by keyboard', async () => {
    const page = await desks.open(COORDINATOR, '/meetings');
    await sound(page);
    const keys = new Keyboard(page);
    await keys.use('link', 'Call a meeting');
    await keys.use('button', 'Call the meeting');
    await page.getByRole('link', { name: 'Enter a title' }).waitFor();
    await sound(page);
    const [year, month, day] = UNTIL.split('-').map(Number);
    await keys.write('Title', 'Matching meeting in spring');
    await keys.write('Day', String(day));
    await keys.write('Month', String(month));
    await keys.write('Year', String(year));
    await keys.write('Time it begins', '9.30am');
    await keys.write('Place', 'Room 4');
    for (const name of ['Northmoor Borough', 'Southvale County']) {
      await keys.to('checkbox', name);
      await keys.press(' ');
    }
    await keys.use('button', 'Call the meeting');
    await page.getByText('The meeting is called').waitFor();
    meeting = /M-[0-9A-Z]{6}/.exec(page.url())?.[0] ?? '';
    expect(await page.getByText(/09:30, for 3 hours/).count()).toBe(1);
    await sound(page);
  }, LONG);

  it('gets its people from their own agencies, and its minute taker from the hub', async () => {
    await namePeople(desks, meeting);
    await sound(await desks.desk(COORDINATOR));
  }, LONG);

  it('has its agenda proposed, with how good it is, and changed by buttons that keep the focus', async () => {
    const page = await desks.open(COORDINATOR, `/meetings/${meeting}`);
    const keys = new Keyboard(page);
    await keys.use('button', 'Propose the agenda');
    await page.getByText('Proposed for 3 units and 9 links: every unit that can have a link has one, no family is on more than 3. Proven best.').waitFor();
    const order = async (): Promise<string[]> => (await page.getByRole('heading', { level: 3 }).allInnerTexts()).map((words) => words.replace(/^\d+\. /, ''));
    const [first = '', second = '', third = ''] = await order();
    expect([first, second, third].sort()).toEqual([...desks.units].sort());
    await keys.use('button', `Move down ${first}`);
    await page.getByText(`${first} is moved down.`).waitFor();
    expect(await order()).toEqual([second, first, third]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(`Move down ${first}`);
    await keys.use('button', `Move up ${first}`);
    await page.getByText(`${first} is moved up.`).waitFor();
    await page.waitForFunction((name) => document.activeElement?.textContent === `1. ${name}`, first);
    units = [first, second, third];
    await sound(page, 'prepare');
  }, LONG);

  it('shows nobody what their card does not show: of an item that left the pool its own agency alone reads who it is', async () => {
    const { unit } = await desks.finder.query<{ unit: { record: { version: number } } }>('query ($r: String!) { unit(reference: $r) { record { version } } }', { r: units[2] });
    await desks.finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit: units[2], version: unit.record.version, to: 'PAUSED', onDate: new Date().toISOString().slice(0, 10), reason: 'Foster carers being assessed' } });
    const page = await desks.open(WORKER, `/meetings/${meeting}`);
    expect(await page.getByText('This item is not shown to you.').count()).toBe(1);
    expect(await page.getByText(units[2] ?? '').count()).toBe(0);
    await sound(page);
  }, LONG);

  it('goes live: what one records the others read within two seconds, and nothing is taken from under their hands', async () => {
    const [first = '', second = ''] = desks.families;
    const chair = await desks.open(COORDINATOR, `/meetings/${meeting}`);
    const [taker, watcher] = [await desks.open(LEAD, `/meetings/${meeting}/live`), await desks.open(FINDER, `/meetings/${meeting}/live`)];
    await watcher.getByText('This meeting has not started yet.').waitFor();
    await chair.getByRole('button', { name: 'Start the meeting' }).click();
    await watcher.getByRole('heading', { level: 2, name: units[0] }).waitFor();
    for (const page of [chair, taker]) await box(page, first).waitFor();
    // The minute taker is in the midst of a sentence.
    await box(taker, second).locator('summary').click();
    await box(taker, second).getByRole('textbox').pressSequentially('They have room, and');
    await box(chair, first).locator('summary').click();
    await box(chair, first).getByRole('textbox').fill('Strong on attachment');
    const keys = new Keyboard(chair);
    await keys.to('button', `Pursue ${first}`);
    await keys.press('Enter');
    await Promise.all([tag(watcher, first, 'To pursue').waitFor(), tag(taker, first, 'To pursue').waitFor()]);
    await box(watcher, first).getByText('Strong on attachment').waitFor();
    expect(await box(watcher, first).getByRole('button').count()).toBe(0);
    expect(await taker.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    expect(await box(taker, second).getByRole('textbox').inputValue()).toBe('They have room, and');
    expect(await chair.evaluate(() => document.activeElement?.textContent)).toBe(`Pursue ${first}`);
    expect(await coveredFocus(chair)).toBeNull();
    await taker.locator('.govuk-visually-hidden[role=status]', { hasText: `${first}: to pursue, by Cora Hub` }).waitFor({ state: 'attached' });
    const times = await timesToOthers(chair, [watcher, taker], units[0] ?? '');
    console.info(`From one browser to two others: ${times.join(', ')} ms`);
    expect(Math.min(...times)).toBeLessThan(LIVE_TO_ALL_MS);
    // The chair goes on; who writes stays, and is told.
    await chair.getByRole('button', { name: 'Next item' }).click();
    await chair.getByRole('heading', { level: 2, name: units[1] }).waitFor();
    await watcher.getByRole('heading', { level: 2, name: units[1] }).waitFor();
    await taker.getByText('The meeting is at item 2').waitFor();
    expect(await box(taker, second).getByRole('textbox').inputValue()).toBe('They have room, and');
    await chair.getByRole('button', { name: 'Previous item' }).click();
    await taker.getByText('The meeting is at item 2').waitFor({ state: 'detached' });
    await box(taker, second).getByRole('textbox').fill('');
    await chair.getByRole('heading', { level: 2, name: units[0] }).waitFor();
    await sound(chair, 'live');
    await sound(watcher, 'live-watching');
    expect(await stored(taker)).toBe(0);
  }, LONG);

  it('loses and doubles nothing while the network is away for half a minute', async () => {
    const [, second = '', third = ''] = desks.families;
    const [chair, taker] = [await desks.desk(COORDINATOR), await desks.desk(LEAD)];
    await taker.context().setOffline(true);
    await press(taker, 'Hold', second);
    await whole(taker, units[0] ?? '').getByRole('button', { name: 'More information needed' }).click();
    await strip(taker).getByText('No network: 2 changes wait and will be sent. Do not close this page.').waitFor();
    await tag(taker, second, 'On hold').waitFor();
    expect(await box(taker, second).getByText('Being saved').count()).toBe(1);
    const asked = taker.waitForEvent('dialog');
    void taker.close({ runBeforeUnload: true });
    const warning = await asked;
    expect(warning.type()).toBe('beforeunload');
    await warning.dismiss();
    await sound(taker, 'live-offline');
    await press(chair, 'Rule out', third);
    await box(chair, third).getByRole('button', { name: `Record that ${third} is ruled out` }).click();
    await box(chair, third).getByText('Choose why the pair is ruled out.').waitFor();
    await box(chair, third).getByRole('combobox').selectOption({ label: 'The family lives too close to the birth family' });
    await box(chair, third).getByRole('button', { name: `Record that ${third} is ruled out` }).click();
    await tag(chair, third, 'Ruled out').waitFor();
    await pause(OUTAGE_MS);
    expect(await told(second)).toEqual([]);
    expect(await tag(taker, third, 'Ruled out').count()).toBe(0);
    await taker.context().setOffline(false);
    await strip(taker).getByText('All changes are saved.').waitFor();
    await tag(taker, third, 'Ruled out').waitFor();
    await tag(chair, second, 'On hold').waitFor();
    expect([await told(second), await told(third)]).toEqual([['HOLD'], ['RULE_OUT']]);
    expect(await desks.sql(`select count(*)::int as count from hub.meeting_event where event = 'UNIT_OUTCOME' and outcome = 'MORE_INFORMATION'`)).toEqual([{ count: 1 }]);
  }, LONG);

  it('records once what was saved though the answer got lost', async () => {
    const [, , third = ''] = desks.families;
    const chair = await desks.desk(COORDINATOR);
    const lost = await loseAnswer(chair, 'recordPairOutcome');
    await change(chair, 'More information', third);
    await strip(chair).getByText('All changes are saved.').waitFor();
    await chair.unrouteAll();
    expect(lost).toEqual([expect.stringMatching(/^{"data":{"recordPairOutcome":/)]);
    expect(await told(third)).toEqual(['RULE_OUT', 'MORE_INFORMATION']);
  }, LONG);

  it('shows both versions where two decide differently, and saves what the second then chooses', async () => {
    const [, second = '', third = ''] = desks.families;
    const [chair, taker] = [await desks.desk(COORDINATOR), await desks.desk(LEAD)];
    await tag(taker, third, 'More information needed').waitFor();
    await taker.context().setOffline(true);
    for (const family of [second, third]) {
      await change(taker, 'Pursue', family);
      await change(chair, 'Hold', family);
      await tag(chair, family, 'On hold').waitFor();
    }
    await box(chair, third).getByText('Cora Hub').waitFor();
    await taker.context().setOffline(false);
    const conflict = (family: string) => box(taker, family).getByRole('group', { name: 'Not saved' });
    await conflict(second).waitFor();
    await conflict(third).getByText('On hold. Cora Hub').waitFor();
    expect(await conflict(third).innerText()).toMatch(/Somebody else recorded an outcome before yours was saved\.[^]*Yours\s+To pursue[^]*Theirs\s+On hold\. Cora Hub, \d/);
    await strip(taker).getByText('2 changes need your answer.').waitFor();
    await sound(taker, 'live-conflict');
    await conflict(second).getByRole('button', { name: 'Keep theirs' }).click();
    await conflict(second).waitFor({ state: 'detached' });
    expect(await taker.evaluate(() => document.activeElement?.textContent)).toBe(second);
    await conflict(third).getByRole('button', { name: 'Put mine again' }).click();
    await tag(chair, third, 'To pursue').waitFor();
    expect([await told(second), await told(third)]).toEqual([['HOLD', 'HOLD'], ['RULE_OUT', 'MORE_INFORMATION', 'HOLD', 'PURSUE']]);
  }, LONG);

  it('gives actions to people, says who left the room, and closes', async () => {
    const chair = await desks.desk(COORDINATOR);
    await chair.getByText('Who is here').click();
    for (const name of ['Cora Hub', 'Fin North', 'Lee South', 'Wyn South']) {
      await chair.getByRole('button', { name: `Here ${name}`, exact: true }).click();
      // Its line says so in other words, so that the lines below may move.
      await chair.getByRole('button', { name: `Here ${name}`, exact: true, pressed: true }).waitFor();
      await chair.getByText('being saved').waitFor({ state: 'detached' });
    }
    await chair.getByText('Northmoor Borough 1').waitFor();
    await chair.getByText('3 agencies in the room, 4 people').waitFor();
    await chair.getByText('Add an action').click();
    const keys = new Keyboard(chair);
    await keys.use('button', 'Add the action');
    await chair.getByRole('link', { name: 'Say what is to be done' }).waitFor();
    await keys.write('What is to be done?', 'Visit the family');
    await chair.getByLabel('By whom?').selectOption({ label: 'Wyn South, Southvale County' });
    await keys.use('button', 'Add the action');
    await chair.getByText('Wyn South, Southvale County: Visit the family').waitFor();
    expect(await chair.getByLabel('What is to be done?').inputValue()).toBe('');
    await chair.getByText('Somebody leaves the room for this item').click();
    await chair.getByLabel('Who?', { exact: true }).selectOption({ label: 'Lee South, Southvale County' });
    await chair.getByRole('button', { name: 'Record it' }).click();
    await (await desks.desk(LEAD)).getByText('You left the room for this item.').waitFor();
    await sound(chair, 'live-all');
    await keys.use('link', 'Close the meeting');
    await sound(chair);
    await keys.use('button', 'Close the meeting');
    await chair.getByText('The meeting is closed, and everybody expected at it is told').waitFor();
  }, LONG);

  it('leaves minutes as a page and as a tagged file, of each reader’s own', async () => {
    const [first = '', second = '', third = ''] = desks.families;
    const worker = await desks.open(WORKER, `/meetings/${meeting}/minutes`);
    for (const words of [units[0] ?? '', 'To pursue', 'On hold', 'Strong on attachment', 'Visit the family', 'more information needed', 'Cora Hub']) expect(await worker.getByText(words).count()).toBeGreaterThan(0);
    expect(await worker.getByText('This item is not shown to you.').count()).toBe(1);
    await sound(worker, 'minutes');
    const file = await desks.worker.send(`/meeting-files/${meeting}/minutes`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    const { text, everything, information } = readPdf(Buffer.from(await file.arrayBuffer()));
    const joined = (words: string): string => words.replace(/\s/g, '');
    for (const words of ['Minutes of meeting', units[0] ?? '', units[1] ?? '', first, second, third, 'To pursue', 'On hold', 'Strong on attachment', 'Visit the family', 'more information needed', 'Made by Wyn South, SVC', 'This item is not shown to you', 'Page']) expect(text).toContain(joined(words));
    expect(everything).toMatch(/\/Marked true/);
    expect(everything).toMatch(/\/S \/H1[^]*\/S \/H2/);
    expect(everything).toMatch(/\/Outlines/);
    expect(information.Title).toBe(`Minutes of meeting ${meeting}`);
    for (const secret of [units[2] ?? '', 'Canary', 'Sparrow', 'Marlow']) expect([text.includes(secret), everything.includes(secret)]).toEqual([false, false]);
    expect((await desks.sql(`select distinct request_id from audit.access where action = 'meetings.export' and outcome = 'ALLOWED'`)).length).toBe(1);
    const chair = await desks.open(COORDINATOR, `/meetings/${meeting}/minutes`);
    await chair.getByText('Correct the minutes').click();
    await chair.getByLabel('What is right?').fill('The visit is in June');
    await chair.getByRole('button', { name: 'Add the correction' }).click();
    await chair.getByText('The correction stands beside what was recorded.').waitFor();
    await chair.getByText('The visit is in June').waitFor();
  }, LONG);

  it('asks for what was promised in My work, until it is done', async () => {
    const worker = await desks.open(WORKER, '/');
    await worker.getByText('1 action of yours from meetings is open').waitFor();
    await sound(worker, 'my-work');
    const keys = new Keyboard(worker);
    await keys.use('button', 'Done Visit the family');
    await worker.getByText('The action is done').waitFor();
    await worker.getByRole('heading', { name: 'Actions from meetings' }).waitFor({ state: 'detached' });
  }, LONG);

  it('goes on from the suggested link to the agreement to explore by both sides', async () => {
    const [first = ''] = desks.families;
    const link = (await desks.sql<{ reference: string }>('select reference from hub.link where unit_reference = $1 and household_reference = $2', [units[0], first]))[0]?.reference ?? '';
    await exploreLink(desks, link, { unit: units[0] ?? '', family: first });
    const page = await desks.open(WORKER, `/links/${link}`);
    await page.getByText('Exploring: both sides agreed').waitFor();
    for (const { faults } of desks.watched.values()) expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault) && !LOST.test(fault))).toEqual([]);
  }, LONG);
});
