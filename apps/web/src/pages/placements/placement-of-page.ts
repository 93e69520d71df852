import type { PlacementPageQuery } from '../../gql/graphql';

export type PlacementOfPage = NonNullable<PlacementPageQuery['placement']>;
