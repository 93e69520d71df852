import type { Outcome } from '../../app/data';
import type { MeetingPageQuery } from '../../gql/graphql';

export type MeetingOfPage = NonNullable<MeetingPageQuery['meeting']>;
export type ItemOfPage = MeetingOfPage['items'][number];
export type PairOfPage = ItemOfPage['pairs'][number];
export type PersonOfPage = MeetingOfPage['people'][number];
export type ActionOfPage = MeetingOfPage['actions'][number];

/** Tells the page what came of a change: `done(outcome, words)`. */
export type Done = (outcome: Outcome<unknown>, words: string) => void;
