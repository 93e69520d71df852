import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError, ERROR_CODES } from '@hub/domain/errors';
import type { Logger } from '@hub/platform/logger';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { withoutValues } from './without-values';

/** What a caller may read of a request that never reached a resolver: it speaks of their own text only. */
const CALLERS_FAULTS = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE'];
const OPEN_CODES = new Set<unknown>([...CALLERS_FAULTS, ...ERROR_CODES.filter((code) => code !== 'INTERNAL_SERVER_ERROR')]);

export function toGraphQLError(error: DomainError): GraphQLError {
  return new GraphQLError(error.message, { extensions: { code: error.code, ...(error.details && { details: error.details }) } });
}

/** Expected failures pass; everything else leaves as INTERNAL_SERVER_ERROR with an id that finds the log line. */
export function errorFormatter(logger: Logger): (formatted: GraphQLFormattedError, thrown: unknown) => GraphQLFormattedError {
  return ({ message, locations, path, extensions }, thrown) => {
    const cause = unwrapResolverError(thrown);
    const place = { ...(locations && { locations }), ...(path && { path }) };
    // Field resolvers run without Nest's filters, so a DomainError of theirs arrives here as it was thrown.
    if (cause instanceof DomainError) return { ...toGraphQLError(cause).toJSON(), ...place };
    if (cause instanceof GraphQLError && OPEN_CODES.has(extensions?.['code'])) {
      const { code, details } = extensions ?? {};
      return { message: withoutValues(message, cause), ...place, extensions: { code, ...(details !== undefined && { details }) } };
    }
    const errorId = randomUUID();
    logger.failure('graphql.failed', cause, { errorId });
    return { message: 'Something went wrong on our side. Quote the error id when you report it.', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', errorId } };
  };
}
