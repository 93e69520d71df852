import type { ImportPageQuery } from '../../gql/graphql';

/** One import as its page asks for it. */
export type Batch = NonNullable<ImportPageQuery['importBatch']>;
