import type { LinkPageQuery } from '../../gql/graphql';

export type LinkOfPage = NonNullable<LinkPageQuery['link']>;
