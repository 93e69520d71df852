import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { PAGE, SCRIPT, STYLE } from './graphiql-page';

const FILES: Readonly<Record<string, readonly [string, string]>> = {
  '/graphiql': ['text/html', PAGE],
  '/graphiql/query.js': ['text/javascript', SCRIPT],
  '/graphiql/query.css': ['text/css', STYLE],
};

/** A page to try operations on, in development only: no inline code and nothing from another origin. */
export function serveGraphiql(app: NestExpressApplication): void {
  app.use((request: Request, response: Response, next: NextFunction) => {
    const file = request.method === 'GET' ? FILES[request.path] : undefined;
    if (file === undefined) return next();
    return response.set('Cache-Control', 'no-cache').type(file[0]).send(file[1]);
  });
}
