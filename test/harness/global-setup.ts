import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newDatabaseFolder } from './database-folder';
import teardown from './global-teardown';

const root = join(__dirname, '../..');

/* eslint-disable @typescript-eslint/no-require-imports -- Built files, which no import can name before they are built. */
/**
 * One throw-away PostgreSQL for the whole test run, with a migrated template from which every test file clones its own database.
 * Jest resolves no aliases in this file, so it takes the built code: what is stale is built first.
 */
export default async function setup(): Promise<void> {
  await require(join(root, 'bin/build.js')).build({ web: false });
  const { startEmbeddedPostgres } = require(join(root, 'dist/libs/platform/src/embedded-postgres.js'));
  const { prepareTemplate } = require(join(root, 'dist/test/harness/template.js'));
  const folder = mkdtempSync(join(tmpdir(), 'hub-test-'));
  const dataDir = newDatabaseFolder();
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  const hub = globalThis as unknown as { hubTest?: { folders: string[]; stop: () => Promise<void> } };
  hub.hubTest = { folders: [folder, dataDir], stop: () => postgres.stop() };
  try {
    process.env.HUB_TEST_SERVER = JSON.stringify({ folder, databaseFolder: dataDir, ...(await prepareTemplate(postgres.superuserUrl)) });
  } catch (error) {
    // Jest calls no teardown when the set-up fails.
    await teardown();
    throw error;
  }
}
