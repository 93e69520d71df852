import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '@hub/platform/config';
import { PlainError } from '@hub/platform/plain-error';
import { Logger } from '@hub/platform/logger';
import { FileKeyStore } from './crypto/file-key-store';
import { KeyStore } from './crypto/key-store';
import { Vault } from './crypto/vault';
import { openDatabase } from './data-source';
import { Deliveries } from './deliveries';
import { Readiness } from './readiness';
import { SignInGateway } from './sign-in.gateway';
import { UnitOfWork } from './unit-of-work';

export interface DatabaseOptions {
  readonly url: string;
  readonly keyFile: string;
  readonly poolSize: number;
  readonly mails?: boolean;
}

const OPTIONS = Symbol('DatabaseOptions');

function fromConfig({ databaseUrl, keyFile, databasePool, mail }: Config): DatabaseOptions {
  if (!databaseUrl) throw new PlainError('DATABASE_URL is not set.');
  return { url: databaseUrl, keyFile, poolSize: databasePool, mails: mail !== undefined };
}

const openKeys = ({ keyFile }: DatabaseOptions, logger: Logger): KeyStore => FileKeyStore.open(keyFile, (loss) => logger.event('error', 'key unavailable', { ...loss }));

/**
 * Gives the application the one door, the vault, and what sign-in needs before there is an actor. The
 * DataSource stays inside: nothing else can obtain a connection (docs/adr/0002).
 */
@Global()
@Module({
  providers: [
    { provide: OPTIONS, useFactory: fromConfig, inject: [CONFIG] },
    { provide: DataSource, useFactory: ({ url, poolSize }: DatabaseOptions) => openDatabase(url, poolSize), inject: [OPTIONS] },
    { provide: KeyStore, useFactory: openKeys, inject: [OPTIONS, Logger] },
    { provide: UnitOfWork, useFactory: (source: DataSource, { mails }: DatabaseOptions, logger: Logger) => new UnitOfWork(source, mails, logger), inject: [DataSource, OPTIONS, Logger] },
    Vault,
    SignInGateway,
    Readiness,
    Deliveries,
  ],
  exports: [UnitOfWork, Vault, KeyStore, SignInGateway, Readiness, Deliveries],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** With settings of one's own instead of those of the process. */
  static forRoot(options: DatabaseOptions): DynamicModule {
    return { module: DatabaseModule, providers: [{ provide: OPTIONS, useValue: options }] };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.source.destroy();
  }
}
