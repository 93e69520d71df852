import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Actor } from '@hub/domain/access/actor';
import { DatabaseModule } from '@hub/database/database.module';
import { AgenciesModule } from '@hub/features/agencies/agencies.module';
import { SignInService, type Credentials } from '@hub/features/agencies/sign-in.service';
import { KeyStatusService } from '@hub/features/keys/key-status.service';
import { KeysModule } from '@hub/features/keys/keys.module';
import { RotationService } from '@hub/features/keys/rotation.service';
import { ShreddingService } from '@hub/features/keys/shredding.service';
import { PlatformModule } from '@hub/platform/platform.module';

@Module({ imports: [PlatformModule, DatabaseModule, AgenciesModule, KeysModule] })
class KeysCommandModule {}

export interface KeysServices {
  readonly status: KeyStatusService;
  readonly rotation: RotationService;
  readonly shredding: ShreddingService;
  /** Signs a person in for as long as the work takes, throttled and logged like every sign-in. */
  as<T>(credentials: Omit<Credentials, 'address'>, work: (actor: Actor) => Promise<T>): Promise<T>;
}

export async function withKeysServices<T>(work: (services: KeysServices) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(KeysCommandModule, { logger: false, abortOnError: false });
  const signIn = app.get(SignInService);
  try {
    return await work({
      status: app.get(KeyStatusService), rotation: app.get(RotationService), shredding: app.get(ShreddingService),
      async as(credentials, then) {
        const session = await signIn.signIn({ ...credentials, address: 'hub keys' });
        try {
          return await then(session.actor);
        } finally {
          await signIn.end(session.token);
        }
      },
    });
  } finally {
    await app.close();
  }
}
