import type { MeetingPageQuery } from '../../gql/graphql';

export type MeetingOfPage = NonNullable<MeetingPageQuery['meeting']>;
export type ItemOfPage = MeetingOfPage['items'][number];
export type PairOfPage = ItemOfPage['pairs'][number];
export type PersonOfPage = MeetingOfPage['people'][number];
export type ActionOfPage = MeetingOfPage['actions'][number];
