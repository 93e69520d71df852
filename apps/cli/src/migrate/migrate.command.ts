import { loadConfig } from '@hub/platform/config';
import { PlainError } from '@hub/platform/plain-error';
import type { Command } from '../command';
import { readOptions } from '../options';
import { migrateGiven } from '../start/given-database';

const USAGE = `hub migrate

Brings the database of DATABASE_OWNER_URL to the newest schema, with the queue's own tables. hub start does the same by itself.`;

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring the database to the newest schema',
  async run(args, io) {
    const given = readOptions(args, io, USAGE);
    if (typeof given === 'number') return given;
    const { databaseOwnerUrl } = loadConfig();
    if (!databaseOwnerUrl) throw new PlainError('DATABASE_OWNER_URL is not set. The embedded database is migrated by hub start.');
    await migrateGiven(databaseOwnerUrl, (line) => io.out(line));
    io.out('The database is at the newest schema.');
    return 0;
  },
};
