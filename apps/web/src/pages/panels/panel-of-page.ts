import type { Outcome } from '../../app/data';
import type { PanelPageQuery } from '../../gql/graphql';

export type PanelOfPage = NonNullable<PanelPageQuery['panel']>;
/** Says what was done, or shows why not. */
export type PanelDone = (outcome: Outcome<unknown>, words: string) => void;
