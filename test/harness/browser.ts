import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromiumEnvironment } from '@hub/platform/pdf/chromium-environment';
import { launchChromium } from '@hub/platform/pdf/launch-chromium';
import { testServer } from './server';

/** Sets some variables while the work is done and puts back what was there. */
async function withEnvironment<T>(changes: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = Object.keys({ ...changes, LD_LIBRARY_PATH: '' }).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, changes);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** A headless browser without a download. One folder per Jest worker: two must not unpack into the same place at once. */
export async function launchBrowser(): Promise<Browser> {
  const unpacked = join(testServer().folder, `browser-${process.env.JEST_WORKER_ID ?? '0'}`);
  mkdirSync(unpacked, { recursive: true });
  return withEnvironment(chromiumEnvironment(unpacked), launchChromium);
}
