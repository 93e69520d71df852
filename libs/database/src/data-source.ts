import { types } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { assertAuditSink } from './audit-sink';
import { ENTITIES } from './entities/all';
import { MIGRATIONS } from './migrations';
import { assertSafeRole } from './roles';

const DATE = 1082;
const INT8 = 20;

/**
 * A date stays the text `YYYY-MM-DD` (node-postgres would make it local midnight, which is the day before
 * in UTC), a count a number. Per connection, so that BullMQ's own pool keeps its ways.
 */
const readers = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary' && oid === DATE) return (text: string) => text;
    if (format !== 'binary' && oid === INT8) return Number;
    return types.getTypeParser(oid, format);
  },
};

export interface Pool {
  readonly url: string;
  readonly size: number;
  readonly name: string;
}

const shared = (url: string): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities: ENTITIES,
  synchronize: false,
  installExtensions: false,
  // Means gen_random_uuid(), which PostgreSQL itself has.
  uuidExtension: 'pgcrypto',
  // TypeORM's loggers print statements with their parameters, which hold personal data.
  logging: false,
  parseInt8: true,
});

/** Connections of the serving role. Not initialised yet. */
export function serving({ url, size, name }: Pool): DataSource {
  return new DataSource({
    ...shared(url),
    applicationName: name,
    extra: { max: size, types: readers, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 },
  } as DataSourceOptions);
}

/** One connection of the owner, for migrations and for checks of the schema. Not initialised yet. */
export function owning(url: string): DataSource {
  return new DataSource({
    ...shared(url),
    applicationName: 'hub migrate',
    migrations: MIGRATIONS,
    migrationsTableName: 'applied',
    // Out of schema hub, whose every table has policies; hub_app does not reach this one.
    schema: 'migration',
    extra: { max: 1, types: readers, connectionTimeoutMillis: 10_000 },
  } as DataSourceOptions);
}

/** Connections to serve with; refuses a role that row-level security does not bind, and a database whose log cannot be written. */
export async function openDatabase(url: string, size: number, name = 'hub'): Promise<DataSource> {
  const source = await serving({ url, size, name }).initialize();
  try {
    await assertSafeRole(source);
    await assertAuditSink(source);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return source;
}
