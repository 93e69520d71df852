import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { Keyboard } from './keyboard';
import { COORDINATOR, FINDER, LEAD, MANAGER, WORKER, type MeetingDesks } from './meeting-desks';
import { overflow, settled, violations } from './watched-page';

// Where somebody wants to look at the pages, wide and narrow.
const PICTURES = process.env.HUB_PICTURES;

/** No violation of the rules, and nothing too wide on a narrow screen. */
export const sound = async (page: Page, name?: string): Promise<void> => {
  await settled(page);
  expect(await violations(page)).toEqual([]);
  if (PICTURES && name) await page.screenshot({ path: `${PICTURES}/${name}-1280.png`, fullPage: true });
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  if (PICTURES && name) await page.screenshot({ path: `${PICTURES}/${name}-320.png`, fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
};

/** The box of a family on the live page, and what is done there. */
export const box = (page: Page, family: string) => page.getByRole('region', { name: family, exact: true });
export const press = (page: Page, words: string, family: string) => box(page, family).getByRole('button', { name: `${words} ${family}`, exact: true }).click();
/** Once decided the buttons fold away, a moment after the focus has left them. */
export const change = async (page: Page, words: string, family: string): Promise<void> => {
  const unfold = box(page, family).getByRole('button', { name: `Change the outcome of ${family}` });
  await pause(500);
  if (await unfold.isVisible()) await unfold.click();
  await press(page, words, family);
};
export const tag = (page: Page, family: string, words: string) => box(page, family).locator('.hub-pair__outcome .hub-tag', { hasText: words });
export const strip = (page: Page) => page.locator('.hub-live-strip [role=status]');

/** Each agency names its own people, and the hub its minute taker. */
export async function namePeople(desks: MeetingDesks, meeting: string): Promise<void> {
  for (const [email, who, role] of [[FINDER, 'Fin North', 'FAMILY_FINDER'], [WORKER, 'Wyn South', 'ADOPTERS_WORKER'], [LEAD, 'Lee South', 'ADVISER'], [COORDINATOR, 'Cora Hub', 'CHAIR']] as const) {
    const page = await desks.open(email, `/meetings/${meeting}`);
    if (await page.getByLabel('Who?', { exact: true }).first().isHidden()) await page.getByText('Name somebody of your agency').click();
    await page.getByLabel('Who?', { exact: true }).first().selectOption({ label: who });
    await page.getByLabel('As what?', { exact: true }).first().selectOption(role);
    await page.getByRole('button', { name: 'Name this person' }).click();
    await page.getByRole('row', { name: new RegExp(who) }).waitFor();
  }
  const page = await desks.desk(COORDINATOR);
  await page.getByText('Say who chairs').click();
  await page.locator('#whose').selectOption({ label: 'Lee South, Southvale County' });
  await page.locator('#newRole').selectOption('MINUTE_TAKER');
  await page.getByRole('button', { name: 'Change the part' }).click();
  await page.getByRole('row', { name: /Lee South.*Takes the minutes/ }).waitFor();
}

/** From a suggested link to exploring: both sides say yes, two people of each. */
export async function exploreLink(desks: MeetingDesks, link: string, { unit, family }: { readonly unit: string; readonly family: string }): Promise<void> {
  const take = async (who: string, step: string): Promise<void> => {
    const page = await desks.open(who, `/links/${link}`);
    const keys = new Keyboard(page);
    await keys.use('link', step);
    await keys.use('button', step);
    await page.getByText('The step is recorded').waitFor();
  };
  const approve = async (who: string, subject: string): Promise<void> => {
    const page = await desks.open(who, '/');
    const keys = new Keyboard(page);
    await keys.use('link', subject);
    await keys.use('button', 'Approve the grant');
    await page.getByText('is granted.').waitFor();
  };
  await take(FINDER, 'Express interest');
  await take(WORKER, 'Shortlist this pair');
  await take(FINDER, 'Agree to explore');
  await take(WORKER, 'Agree to explore');
  await approve(MANAGER, unit);
  await approve(LEAD, family);
}

/** What is decided of a child or group as a whole. */
export const whole = (page: Page, unit: string) => page.getByRole('region', { name: `${unit} as a whole`, exact: true });

/** Milliseconds until others read what one records, three times over: several browsers share this machine. */
export async function timesToOthers(from: Page, others: readonly Page[], unit: string): Promise<number[]> {
  const times: number[] = [];
  for (const words of ['On hold', 'No family today', 'On hold']) {
    const pressedAt = Date.now();
    await whole(from, unit).getByRole('button', { name: words }).click();
    await Promise.all(others.map((page) => whole(page, unit).locator('.hub-tag', { hasText: words }).waitFor()));
    times.push(Date.now() - pressedAt);
  }
  return times;
}
