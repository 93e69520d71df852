import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { testServer } from './server';

const LIBRARY_FOLDERS = ['/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu', '/lib/aarch64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib'];

const hasNss = () => LIBRARY_FOLDERS.some((folder) => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('libnss3.so')));

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

/**
 * A headless browser without a download: Chromium from npm on Linux, an installed Chrome or Edge elsewhere.
 * Where the machine lacks its libraries (libnss3), the package unpacks its own when it takes the machine for a Lambda.
 */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== 'linux') return launchInstalled();
  // One folder per Jest worker: two must not unpack into the same place at once.
  const unpacked = join(testServer().folder, `browser-${process.env.JEST_WORKER_ID ?? '0'}`);
  mkdirSync(unpacked, { recursive: true });
  const lambda: Record<string, string> = hasNss() ? {} : { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib') };
  return withEnvironment({ TMPDIR: unpacked, ...lambda }, async () => {
    // Its CommonJS build is the class itself, though its types tell only of the ES module. An import() here would need a flag of Node.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const packaged = require('@sparticuz/chromium') as (typeof import('@sparticuz/chromium'))['default'];
    const executablePath = await packaged.executablePath();
    return chromium.launch({ executablePath, args: packaged.args, headless: true, env: { ...process.env, HOME: unpacked } });
  });
}

async function launchInstalled(): Promise<Browser> {
  for (const channel of ['chrome', 'msedge', 'chromium']) {
    try {
      return await chromium.launch({ channel, headless: true });
    } catch {
      // The next one may be installed.
    }
  }
  throw new Error('The browser tests need an installed Chrome, Edge or Chromium on this system.');
}
