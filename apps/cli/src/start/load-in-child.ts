import { fork } from 'node:child_process';
import { join } from 'node:path';
import { environmentWith, type Config } from '@hub/platform/config';
import { PlainError } from '@hub/platform/plain-error';
import { projectRoot } from '@hub/platform/project-root';
import type { CliIo } from '../command';
import type { Urls } from './given-database';

/** Fills the new database with the demonstration region, in a process of its own: it needs much memory once and then never again. */
export async function loadInChild(config: Config, { appUrl, ownerUrl }: Urls, io: CliIo, told: Promise<string>): Promise<void> {
  io.out('Making the demonstration region: invented councils, children and households.');
  const environment = environmentWith({
    DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, REDIS_URL: '', HUB_DATA_DIR: config.dataDir, HUB_KEY_FILE: config.keyFile, HUB_SECRET_FILE: config.secretFile, HUB_DEMO: '1',
  }, { HUB_LOG: 'warn' });
  const child = fork(join(projectRoot(), 'dist/apps/cli/src/start/load.main.js'), [], {
    env: environment, detached: true, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const end = await Promise.race([ended, told]);
  if (end === 0) return;
  child.kill('SIGKILL');
  await ended;
  throw new PlainError(typeof end === 'string' ? 'Stopped before the demonstration region was whole; the next start makes it anew.' : 'The demonstration region could not be made.');
}
