import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { DatabaseModule } from '@hub/database/database.module';
import { CONFIG, type Config } from '@hub/platform/config';
import { Logger } from '@hub/platform/logger';
import { PlatformModule } from '@hub/platform/platform.module';
import { AuthModule } from './auth/auth.module';
import { FEATURE_MODULES } from './feature-modules';
import { DomainErrorFilter } from './graphql/domain-error.filter';
import { graphqlOptions } from './graphql/graphql.options';
import { HealthModule } from './http/health.module';
import { UnexpectedErrorFilter } from './http/unexpected-error.filter';

/** Composition root of the API: the only place that wires database, queue and features. */
@Module({
  imports: [
    PlatformModule,
    DatabaseModule,
    AuthModule,
    HealthModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      useFactory: (config: Config, logger: Logger) => graphqlOptions(config.production, logger),
      inject: [CONFIG, Logger],
    }),
    ...FEATURE_MODULES,
  ],
  // The last one is asked first: what it does not catch goes to the one before.
  providers: [{ provide: APP_FILTER, useClass: UnexpectedErrorFilter }, { provide: APP_FILTER, useClass: DomainErrorFilter }],
})
export class AppModule {}
