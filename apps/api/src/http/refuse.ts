import type { ErrorCode } from '@hub/domain/errors';
import type { Request, Response } from 'express';

/** Ends a request that no resolver or controller shall see, in the shape that its caller reads. */
export function refuse(request: Request, response: Response, status: number, code: ErrorCode, message: string): void {
  response.status(status).set('Cache-Control', 'no-store');
  if (request.originalUrl.startsWith('/graphql')) response.json({ errors: [{ message, extensions: { code } }] });
  else response.json({ error: { code, message } });
}
