import { Global, Module } from '@nestjs/common';
import { Clock, systemClock } from './clock';
import { CONFIG, loadConfig } from './config';
import { Logger } from './logger';
import { MailServer } from './mail/mail-server';
import { PdfPrinter } from './pdf/pdf-printer';
import { PhotoEncoder } from './photos/photo-encoder';

/** What every process has: settings, time and a log, and one line each for the heavy work. Global, so that features need not import it. */
@Global()
@Module({
  providers: [
    { provide: CONFIG, useFactory: () => loadConfig() },
    { provide: Clock, useValue: systemClock },
    { provide: Logger, useFactory: () => new Logger(loadConfig().log, 'hub') },
    MailServer,
    PdfPrinter,
    PhotoEncoder,
  ],
  exports: [CONFIG, Clock, Logger, MailServer, PdfPrinter, PhotoEncoder],
})
export class PlatformModule {}
