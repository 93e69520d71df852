import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import { DomainError } from '@hub/domain/errors';
import type { Response } from 'express';
import type { GraphQLError } from 'graphql';
import { toGraphQLError } from './format-error';
import { HTTP_STATUS } from './http-status';

/** Expected failures, in one place. Returned, not thrown, so GraphQL keeps the path and Nest logs no stack. */
@Catch(DomainError)
export class DomainErrorFilter implements ExceptionFilter<DomainError> {
  catch(error: DomainError, host: ArgumentsHost): GraphQLError | undefined {
    if (host.getType<GqlContextType>() === 'graphql') return toGraphQLError(error);
    const response = host.switchToHttp().getResponse<Response>();
    const { code, message, details } = error;
    response.status(HTTP_STATUS[code]).json({ error: { code, message, ...(details && { details }) } });
    return undefined;
  }
}
