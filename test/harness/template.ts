import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '@hub/database/migrate';
import { provisionDatabase } from '@hub/database/provision';
import { sealAudit } from '@hub/database/seal-audit';
import { migrateQueue } from '@hub/queue/migrate-queue';
import type { TestServer } from './server';

const TEMPLATE = 'hub_template';
const password = () => randomBytes(12).toString('base64url');

/** Makes the hub's roles and one migrated, empty database to clone. Runs built, from global setup. */
export async function prepareTemplate(superuserUrl: string): Promise<Omit<TestServer, 'folder' | 'databaseFolder'>> {
  const passwords = { ownerPassword: password(), appPassword: password(), backupPassword: password() };
  const { ownerUrl } = await provisionDatabase({ superuserUrl, database: TEMPLATE, ...passwords });
  await migrate(ownerUrl);
  await sealAudit(superuserUrl, TEMPLATE);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await migrateQueue(owner);
    // A region of two children has no class of five. Tests of the guard itself set k to what it is in life.
    await owner.query('update hub.anonymity_setting set k = 1');
  } finally {
    await owner.end();
  }
  return { superuserUrl, template: TEMPLATE, ...passwords };
}
