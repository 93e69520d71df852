import 'reflect-metadata';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Deliveries } from '@hub/database/deliveries';
import { CONFIG, loadConfig, type Config } from '@hub/platform/config';
import { endWithin, tellReady, untilTold } from '@hub/platform/lifecycle';
import { Logger } from '@hub/platform/logger';
import { PlainError } from '@hub/platform/plain-error';
import { projectRoot } from '@hub/platform/project-root';
import { AppModule } from './app.module';
import { configureHttp } from './http/configure-http';
import { HealthService } from './http/health.service';

const PATIENCE_MS = 14_000;
/** Ten megabytes over a slow line; every statement has a shorter end of its own. */
const SLOWEST_REQUEST_MS = 60_000;

/** The API with everything in front of it, not yet listening. */
export async function createApi(logger: Logger): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { logger, bodyParser: false, abortOnError: false });
  const deliveries = app.get(Deliveries);
  configureHttp(app, {
    webFolder: join(projectRoot(), 'dist', 'web'),
    follow: (request, response, next) => deliveries.follow(next, { address: request.ip ?? null, whenSent: (sent) => void response.once('finish', sent) }),
  });
  return app;
}

async function main(): Promise<void> {
  const logger = new Logger(loadConfig().log, 'api');
  const told = untilTold();
  const app = await createApi(logger);
  const config = app.get<Config>(CONFIG);
  const server: Server = await app.listen(config.port, config.host);
  server.requestTimeout = SLOWEST_REQUEST_MS;
  tellReady();
  logger.event('info', 'api ready', { port: config.port });
  const reason = await told;
  logger.event('info', 'api stopping', { reason });
  // Readiness turns red at once; what is in flight is answered before the connections go (trust.md REL-11).
  app.get(HealthService).beginStopping();
  await endWithin(PATIENCE_MS, () => app.close());
}

if (require.main === module) {
  main().catch((error: unknown) => {
    if (error instanceof PlainError) process.stderr.write(`${error.message}\n`);
    else new Logger('error', 'api').failure('api could not start', error);
    process.exit(1);
  });
}
