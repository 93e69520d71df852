import type { Outcome } from '../../app/data';
import type { PanelItemPageQuery } from '../../gql/graphql';

export type ItemOfPage = NonNullable<PanelItemPageQuery['panelItem']>;
/** Says what was done, or shows why not. */
export type ItemDone = (outcome: Outcome<unknown>, words: string) => void;
