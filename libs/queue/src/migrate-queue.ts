import { runMigrations } from 'bullmq';
import type { ClientBase } from 'pg';
import { QUEUE_SCHEMA } from './backend';

/** BullMQ's own tables, made by hub_owner, whose default privileges open them to hub_app. They hold ids only (docs/adr/0003). */
export async function migrateQueue(owner: ClientBase): Promise<void> {
  await runMigrations(owner, QUEUE_SCHEMA);
}
