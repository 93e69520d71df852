import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, useSettings, type Config } from '@hub/platform/config';
import { PlainError } from '@hub/platform/plain-error';
import { openOwnDatabase } from './start/own-database';
import { runningHub } from './start/running';

/**
 * Runs work against the hub's database: the one that the settings name, that of the hub running on the data folder, or, when
 * none runs, the embedded one started for as long as the work takes. The settings that the work gets name the database.
 */
export async function withDatabase<T>(work: (config: Config) => Promise<T>): Promise<T> {
  const config = loadConfig();
  if (config.databaseUrl || config.databaseOwnerUrl) return work(config);
  const running = runningHub(config);
  if (running) return work(named(running));
  if (!existsSync(join(config.dataDir, 'postgres'))) throw new PlainError('There is no hub here yet: run npm start first, or set DATABASE_URL and DATABASE_OWNER_URL.');
  const own = await openOwnDatabase(config, () => Promise.reject(new PlainError('The hub here was never started to its end: run npm start first.')));
  try {
    return await work(named(own));
  } finally {
    await own.close();
  }
}

function named({ appUrl, ownerUrl }: { appUrl: string; ownerUrl: string }): Config {
  useSettings({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl });
  return loadConfig();
}
