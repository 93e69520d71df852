import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@hub/platform/config';
import { endWithin, tellReady, untilTold } from '@hub/platform/lifecycle';
import { Logger } from '@hub/platform/logger';
import { JobHost } from './job-host';
import { WorkerModule } from './worker.module';

/** Within this time a stopping worker ends, finished or not: an unfinished job goes on in the next worker. */
const PATIENCE_MS = 14_000;

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = new Logger(config.log, 'worker');
  const told = untilTold();
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger, abortOnError: false });
  const host = app.get(JobHost);
  await host.start();
  tellReady();
  logger.event('info', 'worker ready', { broker: host.kind });
  const reason = await told;
  logger.event('info', 'worker stopping', { reason });
  await endWithin(PATIENCE_MS, async () => {
    await host.stop();
    await app.close();
  });
}

main().catch((error: unknown) => {
  // A PlainError of ours or a SetupError of the database: one line, for people.
  if (error instanceof Error && ['PlainError', 'SetupError'].includes(error.name)) process.stderr.write(`${error.message}\n`);
  else new Logger('error', 'worker').failure('worker could not start', error);
  process.exit(1);
});
