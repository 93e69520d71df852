import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { ErrorCode } from '@hub/domain/errors';
import { Logger } from '@hub/platform/logger';
import type { Response } from 'express';

const BY_STATUS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  400: ['INVALID_INPUT', 'The request could not be read.'],
  401: ['UNAUTHENTICATED', 'Sign in first.'],
  403: ['FORBIDDEN', 'You may not do this.'],
  404: ['NOT_FOUND', 'There is nothing here.'],
  405: ['INVALID_INPUT', 'This address does not answer that method.'],
  413: ['LIMIT_EXCEEDED', 'The request is too large.'],
  415: ['INVALID_INPUT', 'The request has the wrong content type.'],
};

/** Whatever no other filter knows. Messages of libraries stay here: a parser's quotes the text it could not read. */
@Catch()
export class UnexpectedErrorFilter implements ExceptionFilter {
  constructor(@Inject(Logger) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    // GraphQL masks in one place of its own (graphql/format-error.ts).
    if (host.getType<GqlContextType>() === 'graphql') return error;
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return response.destroy();
    response.set('Cache-Control', 'no-store');
    const expected = BY_STATUS[statusOf(error)];
    if (expected) {
      const [code, message] = expected;
      return response.status(statusOf(error)).json({ error: { code, message } });
    }
    const errorId = randomUUID();
    this.logger.failure('http.failed', error, { errorId });
    return response.status(500).json({ error: { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on our side. Quote the error id when you report it.', errorId } });
  }
}

/** Nest's exceptions and the parsers' errors both carry a status; nothing else speaks of the caller's request. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { status, expose } = error as { status?: unknown; expose?: unknown };
  return expose === true && typeof status === 'number' ? status : 500;
}
