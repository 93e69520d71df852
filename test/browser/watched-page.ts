import AxeBuilder from '@axe-core/playwright';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../harness/browser';
import { PASSWORD } from '../harness/people';

// The legacy mode only leaves out frames of other origins, which the policy forbids, and saves a window for each page.
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a page must never do while anybody uses it. */
export interface Watched {
  readonly page: Page;
  /** Refusals of the content security policy, and errors of scripts. */
  readonly faults: string[];
  /** Every origin that anything was asked of. */
  readonly origins: Set<string>;
}

export async function watchedPage(browser: Browser, url: string, width = 1280): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: url, locale: 'en-GB' });
  const page = await context.newPage();
  const faults: string[] = [];
  const origins = new Set<string>();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // Asking for a session before there is one answers 401, which browsers print.
    if (message.type() === 'error' && !/status of 401/.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`The policy refused ${event.blockedURI} by ${event.violatedDirective}`));
  });
  return { page, faults, origins };
}

/** The hub does the next `mutation`, and its answer never reaches the page. Holds that answer once it is lost. */
export async function loseAnswer(page: Page, mutation: string): Promise<string[]> {
  const lost: string[] = [];
  await page.route('**/graphql', async (route) => {
    const request = route.request();
    if (lost.length > 0 || !request.postData()?.includes(mutation)) return route.fallback();
    // What a browser says of where a request comes from, without which the hub takes none; it is added after requests pass here.
    const from = { origin: new URL(page.url()).origin, 'sec-fetch-site': 'same-origin' };
    lost.push(await (await route.fetch({ headers: { ...(await request.allHeaders()), ...from } })).text());
    return route.abort('connectionreset');
  });
  return lost;
}

/** What a browser prints of an answer that was lost. */
export const LOST = /ERR_CONNECTION_RESET/;

/** Violations of WCAG 2.2 AA as axe sees them, one line each. What passes is not described, which takes longer than looking. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true).withTags(RULES).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')}`);
}

/** How far the page reaches beyond the window, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Nothing is wrong with the page as it stands, wide and narrow. */
export async function sound(page: Page): Promise<void> {
  await settled(page);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Somebody signed in at a browser of their own, which ends with `leave`: contexts of one browser share their cookies here. */
export async function sit(url: string, email: string): Promise<Watched> {
  const watched = await watchedPage(await launchBrowser(), url);
  await watched.page.goto('/');
  await watched.page.getByLabel('Email address').fill(email);
  await watched.page.getByLabel('Password').fill(PASSWORD);
  await watched.page.keyboard.press('Enter');
  await watched.page.getByRole('heading', { name: 'My work' }).waitFor();
  return watched;
}

export const leave = async ({ page }: Watched): Promise<void> => page.context().browser()?.close();

/** What the browser keeps of this site beyond the cookie. */
export function stored(page: Page): Promise<number> {
  return page.evaluate(() => localStorage.length + sessionStorage.length);
}

/** Loaded: it has its heading, and no part of it is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  while ((await page.locator('.hub-loading').count()) > 0) await pause(25);
}

/** The control that has the focus, where something else covers its middle; `null` where it is in view (WCAG 2.4.11). */
export function coveredFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return null;
    const box = active.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    const seen = top !== null && (active.contains(top) || top.contains(active) || top.closest('label')?.control === active);
    return seen ? null : `${active.tagName} ${active.textContent?.slice(0, 40) ?? ''} at ${Math.round(x)}, ${Math.round(y)}`;
  });
}
