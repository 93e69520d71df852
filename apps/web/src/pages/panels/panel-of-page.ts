import type { PanelPageQuery } from '../../gql/graphql';

export type PanelOfPage = NonNullable<PanelPageQuery['panel']>;