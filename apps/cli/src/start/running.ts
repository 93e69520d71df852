import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@hub/platform/config';
import type { Urls } from './given-database';

const fileOf = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'running.json');

/** Where other commands (`hub import`, `hub admin`) find the database of the hub that runs on this data folder. */
export function rememberRunning(config: Config, { appUrl, ownerUrl }: Urls): void {
  if (!config.databaseUrl) writeFileSync(fileOf(config), JSON.stringify({ pid: process.pid, appUrl, ownerUrl }), { mode: 0o600 });
}

export function forgetRunning(config: Config): void {
  if (!config.databaseUrl) rmSync(fileOf(config), { force: true });
}

/** The addresses of the running hub, or undefined when none runs here. */
export function runningHub(config: Config): Urls | undefined {
  if (!existsSync(fileOf(config))) return undefined;
  const { pid, appUrl, ownerUrl } = JSON.parse(readFileSync(fileOf(config), 'utf8')) as Urls & { pid: number };
  try {
    process.kill(pid, 0);
    return { appUrl, ownerUrl };
  } catch {
    return undefined;
  }
}
