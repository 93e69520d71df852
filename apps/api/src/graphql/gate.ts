import type { NextFunction, Request, Response } from 'express';
import { refuse } from '../http/refuse';

/** trust.md SES-4: GraphQL is POST and application/json alone, which no form and no link of another site can send. */
export function graphqlGate(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'POST') {
    response.set('Allow', 'POST');
    return refuse(request, response, 405, 'INVALID_INPUT', 'Send GraphQL operations by POST.');
  }
  if (!request.is('application/json')) return refuse(request, response, 415, 'INVALID_INPUT', 'Send application/json.');
  return next();
}
