import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '@hub/platform/config';
import { AgenciesService } from './agencies.service';
import { AgreementsService } from './agreements.service';
import { HubSecrets } from './hub-secrets';
import { Refusals } from './refusals';
import { SessionsService } from './sessions.service';
import { SignInService } from './sign-in.service';
import { SignInThrottle } from './sign-in-throttle';
import { UsersService } from './users.service';

/** Agencies, what they agreed, the people who work for them, and how they sign in. */
@Module({
  providers: [
    AgenciesService, AgreementsService, UsersService, SessionsService, SignInService, SignInThrottle, Refusals,
    { provide: HubSecrets, useFactory: (config: Config) => new HubSecrets(config.secretFile), inject: [CONFIG] },
  ],
  exports: [AgenciesService, AgreementsService, UsersService, SessionsService, SignInService, Refusals, HubSecrets],
})
export class AgenciesModule {}
