import { CHANNEL_KINDS, CHANNEL_RESULTS, OUTSIDE_KINDS, OUTSIDE_OUTCOMES } from '@hub/domain/channels/channels';
import { optionsOf, plain } from './plain';

const wordsOf = (words: Readonly<Record<string, string>>) => (code: string): string => words[code] ?? plain(code);
export const channelWords = wordsOf(CHANNEL_KINDS);
export const resultWords = wordsOf(CHANNEL_RESULTS);
export const outsideOutcomeWords = wordsOf(OUTSIDE_OUTCOMES);
export const CHANNEL_OPTIONS = optionsOf(CHANNEL_KINDS);
export const RESULT_OPTIONS = optionsOf(CHANNEL_RESULTS);
export const OUTSIDE_KIND_OPTIONS = optionsOf(OUTSIDE_KINDS);
export const OUTSIDE_OUTCOME_OPTIONS = optionsOf(OUTSIDE_OUTCOMES);
