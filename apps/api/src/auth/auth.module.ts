import { Module } from '@nestjs/common';
import { AgenciesModule } from '@hub/features/agencies/agencies.module';
import { HubSecrets } from '@hub/features/agencies/hub-secrets';
import { CONFIG, type Config } from '@hub/platform/config';
import { PublicOrigin } from '../http/origin';
import { AuthController } from './auth.controller';
import { Authenticator } from './authenticator';
import { CsrfTokens } from './csrf-tokens';
import { SessionCookie } from './session-cookie';

@Module({
  imports: [AgenciesModule],
  controllers: [AuthController],
  providers: [
    Authenticator,
    { provide: PublicOrigin, useFactory: (config: Config) => new PublicOrigin(config), inject: [CONFIG] },
    { provide: SessionCookie, useFactory: (origin: PublicOrigin) => new SessionCookie(origin.isSecure), inject: [PublicOrigin] },
    { provide: CsrfTokens, useFactory: (secrets: HubSecrets) => new CsrfTokens(secrets.csrf), inject: [HubSecrets] },
  ],
  exports: [Authenticator, PublicOrigin],
})
export class AuthModule {}
