import type { ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLError, Kind, visit, type DocumentNode, type ValidationRule } from 'graphql';
import { QUERY_LIMITS, QueryMeasure } from './query-size';

// Nest is an ES module and this is not: Apollo's types come in two copies, and these are Nest's.
type Plugin = NonNullable<ApolloDriverConfig['plugins']>[number];
type Operation = Parameters<NonNullable<Plugin['requestDidStart']>>[0];

const refusal = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED', http: { status: 400 } } });

/** Depth, aliases, directives and list literals: seen in the text, so refused while it is validated. */
export const limitsRule: ValidationRule = (context) => ({
  Document(document) {
    const measure = new QueryMeasure(context.getSchema(), document);
    for (const node of document.definitions) {
      if (node.kind !== Kind.OPERATION_DEFINITION) continue;
      const size = measure.of(node);
      for (const limit of ['depth', 'aliases', 'directives'] as const) {
        if (size[limit] > QUERY_LIMITS[limit]) context.reportError(new GraphQLError(`At most ${QUERY_LIMITS[limit]} for ${limit}; this operation has ${size[limit]}.`));
      }
    }
    if (longestLiteral(document) > QUERY_LIMITS.listLength) context.reportError(new GraphQLError(`A list argument may hold ${QUERY_LIMITS.listLength} values.`));
  },
});

function longestLiteral(document: DocumentNode): number {
  let longest = 0;
  visit(document, { ListValue: (node) => { longest = Math.max(longest, node.values.length); } });
  return longest;
}

/** What needs the variables: lists in them, and the cost with the page sizes asked for. And at most five errors in any answer. */
export const limitsPlugin: Plugin = {
  requestDidStart: async () => ({
    didResolveOperation: async (request) => refuseWhenTooLarge(request),
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single') return;
      const { errors } = response.body.singleResult;
      if (errors && errors.length > QUERY_LIMITS.errors) response.body.singleResult.errors = errors.slice(0, QUERY_LIMITS.errors);
    },
  }),
};

async function refuseWhenTooLarge({ schema, document, operation, request }: Operation): Promise<void> {
  if (!document || !operation) return;
  const variables = request.variables ?? {};
  if (longestList(variables) > QUERY_LIMITS.listLength) throw refusal(`A list argument may hold ${QUERY_LIMITS.listLength} values.`);
  const { cost } = new QueryMeasure(schema, document, variables).of(operation);
  if (cost > QUERY_LIMITS.cost) throw refusal(`This operation may cost ${QUERY_LIMITS.cost} and would cost ${cost}: ask for fewer at a time.`);
}

function longestList(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((most, item) => Math.max(most, longestList(item)), value.length);
  if (typeof value === 'object' && value !== null) return longestListOf(Object.values(value));
  return 0;
}

function longestListOf(values: readonly unknown[]): number {
  return values.reduce<number>((most, item) => Math.max(most, longestList(item)), 0);
}
