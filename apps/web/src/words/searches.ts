import type { SearchTells } from '../gql/graphql';
import { optionsOf } from './plain';

/** How a saved search is called. */
export const searchWords = ({ name }: { readonly name?: string | null }): string => name ?? 'A search without a name';

const TELLS: Readonly<Record<SearchTells, string>> = { HOURLY: 'Within the hour', DAILY: 'Once a day', WEEKLY: 'Once a week', NEVER: 'Never' };

export const tellsWords = (tells: SearchTells, paused: boolean): string => (paused ? 'Paused' : TELLS[tells]);

export const TELLS_OPTIONS = optionsOf(TELLS);
export const READERS_OPTIONS = [{ value: 'me', label: 'You alone' }, { value: 'agency', label: 'Everybody of your agency who looks for families' }];
