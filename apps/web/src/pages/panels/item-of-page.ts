import type { PanelItemPageQuery } from '../../gql/graphql';

export type ItemOfPage = NonNullable<PanelItemPageQuery['panelItem']>;