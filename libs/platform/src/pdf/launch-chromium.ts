import type { Browser } from 'playwright-core';

/* eslint-disable @typescript-eslint/no-require-imports -- Optional packages: the hub runs without them, and an import() would need a flag of Node in tests. */

/** A headless browser: Chromium from npm on Linux (its environment is set before), an installed Chrome or Edge elsewhere. */
export async function launchChromium(): Promise<Browser> {
  const { chromium } = require('playwright-core') as typeof import('playwright-core');
  if (process.platform === 'linux') {
    // Its CommonJS build is the class itself, though its types tell only of the ES module.
    const packaged = require('@sparticuz/chromium') as (typeof import('@sparticuz/chromium'))['default'];
    return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args, headless: true });
  }
  for (const channel of ['chrome', 'msedge', 'chromium']) {
    try {
      return await chromium.launch({ channel, headless: true });
    } catch {
      // The next one may be installed.
    }
  }
  throw new Error('There is no installed Chrome, Edge or Chromium on this system.');
}
