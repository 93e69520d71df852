import { Redis } from 'ioredis';
import { Client } from 'pg';
import { QUEUE_SCHEMA } from '@hub/queue/backend';
import type { TestDatabase } from './database';
import type { OwnRedis } from './redis';

/** Makes a queue forget everything, as FLUSHALL does; on PostgreSQL by emptying BullMQ's own tables. */
export async function emptyQueue(database: TestDatabase, redis: OwnRedis | undefined): Promise<void> {
  if (redis) {
    const client = new Redis(redis.url);
    await client.flushall();
    await client.quit();
    return;
  }
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema = $1 and table_name !~ 'migration|version'`, [QUEUE_SCHEMA]);
  await client.query(`truncate ${rows.map(({ name }) => name).join(', ')}`);
  await client.end();
}
