import { Global, Module } from '@nestjs/common';
import { Clock, systemClock } from './clock';
import { CONFIG, loadConfig } from './config';
import { Logger } from './logger';

/** What every process has: settings, time and a log. Global, so that features need not import it. */
@Global()
@Module({
  providers: [
    { provide: CONFIG, useFactory: () => loadConfig() },
    { provide: Clock, useValue: systemClock },
    { provide: Logger, useFactory: () => new Logger(loadConfig().log, 'hub') },
  ],
  exports: [CONFIG, Clock, Logger],
})
export class PlatformModule {}
