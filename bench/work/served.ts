import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { serving } from '@hub/database/data-source';
import { startEmbeddedPostgres } from '@hub/platform/embedded-postgres';
import { freePort } from '@hub/platform/free-port';
import { Logger } from '@hub/platform/logger';
import { ensureSecretFile } from '@hub/platform/secret-file';
import { createApi } from '../../apps/api/src/main';
import { freshDatabase } from '../../test/harness/database';
import { prepareTemplate } from '../../test/harness/template';
import { openWorld, type Town, type World } from '../../test/harness/world';

export interface Served {
  readonly world: World;
  /** Whom row-level security does not bind. */
  readonly superuser: DataSource;
  readonly url: string;
  /** Whose people ask. */
  readonly viewer: Town;
}

/** A database that writes as in life, filled as told, and the API over it; both are gone afterwards. */
export async function onServedRegion<T>(fill: (world: World) => Promise<readonly Town[]>, work: (served: Served) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: true });
  try {
    process.env.HUB_TEST_SERVER = JSON.stringify({ folder, ...(await prepareTemplate(postgres.superuserUrl)) });
    const database = await freshDatabase();
    const keyFile = join(folder, 'keys.json');
    const world = await openWorld(database, keyFile);
    const superuser = await serving({ url: database.superuserUrl, size: 1, name: 'rival' }).initialize();
    try {
      const [viewer] = await fill(world);
      if (!viewer) throw new Error('A region without agencies.');
      return await serve({ DATABASE_URL: database.appUrl, HUB_KEY_FILE: keyFile, HUB_DATA_DIR: folder }, (url) => work({ world, superuser, url, viewer }));
    } finally {
      await superuser.destroy();
      await world.close();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The API in this process, so that its statements can be counted, listening as it does in life. */
async function serve<T>(environment: Readonly<Record<string, string>>, work: (url: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  ensureSecretFile(join(environment.HUB_DATA_DIR ?? '', 'secret.json'));
  Object.assign(process.env, { NODE_ENV: 'test', PORT: String(port), HUB_LOG: 'warn', ...environment });
  const api = await createApi(new Logger('warn', 'bench'));
  try {
    await api.listen(port, '127.0.0.1');
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    await api.close();
  }
}
