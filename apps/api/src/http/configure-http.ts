import type { NestExpressApplication } from '@nestjs/platform-express';
import { CONFIG, type Config } from '@hub/platform/config';
import { Logger } from '@hub/platform/logger';
import type { NextFunction, Request, Response } from 'express';
import { Authenticator } from '../auth/authenticator';
import { graphqlGate } from '../graphql/gate';
import { serveGraphiql } from './graphiql';
import { PublicOrigin } from './origin';
import { securityHeaders } from './security-headers';
import { serveWebApp } from './static-files';

export interface HttpParts {
  readonly webFolder: string;
  /** From the database library, which this folder may not import: ties the audit rows of one request together and notes that it was answered. */
  readonly follow: (request: Request, response: Response, next: NextFunction) => void;
}

/** trust.md LIM-3. Uploads are read by their own controller as a stream. */
const MOST_JSON = '64kb';

/** What stands in front of every resolver and controller, in order. */
export function configureHttp(app: NestExpressApplication, { webFolder, follow }: HttpParts): void {
  const config = app.get<Config>(CONFIG);
  const authenticator = app.get(Authenticator);
  app.disable('x-powered-by');
  app.disable('etag');
  // Addresses count in the throttle: only the proxy may say for whom it speaks.
  app.set('trust proxy', app.get(PublicOrigin).isBehindProxy ? ['loopback', config.proxy] : false);
  app.use(securityHeaders());
  app.use(follow);
  if (!config.production) serveGraphiql(app);
  serveWebApp(app, webFolder);
  app.use(noStore);
  const logger = app.get(Logger);
  // The report itself holds addresses of pages and belongs in no log; that there was one is worth knowing.
  app.use('/csp-report', (_request: Request, response: Response) => {
    logger.event('warn', 'content security policy violated');
    response.status(204).end();
  });
  for (const path of ['/graphql', '/imports', '/agreement-documents', '/photos', '/document-files', '/audit-files', '/profile-files', '/clock-files', '/drift-files', '/fee-files', '/report-files', '/performance-files', '/performance-sources', '/packs', '/meetings', '/meeting-files', '/auth/session', '/auth/sign-out', '/auth/password']) app.use(path, authenticator.guard);
  app.use('/graphql', graphqlGate);
  app.useBodyParser('json', { limit: MOST_JSON, strict: true, type: (request) => isJsonPath(request.url) });
}

function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  next();
}

function isJsonPath(url: string | undefined): boolean {
  return /^\/(graphql|auth|audit-files|profile-files|clock-files|drift-files|fee-files|report-files|performance-files|meeting-files|packs)(\/|\?|$)/.test(url ?? '');
}
