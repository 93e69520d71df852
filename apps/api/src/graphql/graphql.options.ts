import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { Logger } from '@hub/platform/logger';
import { assertDisclosed } from './assert-disclosed';
import { auditStatusPlugin } from './audit-status.plugin';
import { createContext } from './context';
import { errorFormatter } from './format-error';
import { limitsPlugin, limitsRule } from './limits/limits.plugin';
import { QUERY_LIMITS } from './limits/query-size';

/**
 * Nest's own GraphiQL page fetches its scripts from a content network: offline it is blank, and the browser may ask
 * no third party (trust.md HDR-2). The page at /graphiql is ours (http/graphiql.ts).
 */
export function graphqlOptions(isProduction: boolean, logger: Logger): Omit<ApolloDriverConfig, 'driver'> {
  return {
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: assertDisclosed,
    context: createContext,
    formatError: errorFormatter(logger),
    autoTransformHttpErrors: false,
    // Nest would put every status back to 200, that of the plugin below too.
    preserveHttpStatusForExecutionErrors: false,
    graphiql: false,
    introspection: !isProduction,
    hideSchemaDetailsFromClientErrors: isProduction,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    cache: 'bounded',
    persistedQueries: false,
    parseOptions: { maxTokens: QUERY_LIMITS.tokens },
    validationRules: [limitsRule],
    plugins: [auditStatusPlugin, limitsPlugin],
  };
}
