import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

/** What the API answers itself; everything else is a page of the web app. */
const API_PATH = /^\/(graphql|graphiql|auth|imports|agreement-documents|photos|document-files|audit-files|profile-files|clock-files|drift-files|fee-files|report-files|performance-files|performance-sources|meeting-files|packs|healthz|readyz|csp-report)(\/|$)/;

export const isApiPath = (path: string): boolean => API_PATH.test(path);

/**
 * The built web app: files under /assets carry a hash in their name and never change; the page itself is asked for
 * each time, and answers every address that is a route of the web app.
 */
export function serveWebApp(app: NestExpressApplication, folder: string): void {
  if (!existsSync(folder)) return;
  const page = join(folder, 'index.html');
  app.useStaticAssets(folder, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    setHeaders: (response: Response, file: string) => {
      response.set('Cache-Control', file.startsWith(join(folder, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !isApiPath(request.path) && extname(request.path) === '';
    if (!isPage) return next();
    response.set('Cache-Control', 'no-cache');
    return response.sendFile(page);
  });
}
