import { monthWords } from '@hub/domain/dates/words';
import { movement, type Change } from '@hub/domain/performance/comparison';
import type { Verdict } from '@hub/domain/performance/control-charts';
import type { Definition } from '@hub/domain/performance/indicator';
import type { Difference } from '@hub/domain/performance/league';
import { peopleOf } from '@hub/domain/performance/shown-numbers';
import type { Tone } from '../components/tag';
import { upperFirst } from './plain';

/** From the first month to the last: `Apr 2025 to Mar 2026`, or one month. */
export const spanWords = ({ from, to }: { readonly from: string; readonly to: string }): string => (from.slice(0, 7) === to.slice(0, 7) ? monthWords(to) : `${monthWords(from)} to ${monthWords(to)}`);

const CHANGES: Readonly<Record<Change, string>> = {
  BETTER: '▲ better', WORSE: '▼ worse', HIGHER: 'higher', LOWER: 'lower', NO_CLEAR_CHANGE: 'no clear change', NOT_KNOWN: '',
};
export const changeWords = (change: Change): string => CHANGES[change];

export const goodTone = (side: Change | Difference): Tone => (side === 'BETTER' ? 'green' : side === 'WORSE' ? 'amber' : 'blue');

/** Of a chart's newest point: good, bad, or neither. */
export const verdictTone = (definition: Pick<Definition, 'polarity'>, verdict: Verdict): Tone =>
  (verdict === 'RISING' || verdict === 'FALLING' ? goodTone(movement(definition.polarity, verdict === 'RISING')) : verdict === 'NO_CHANGE' ? 'blue' : 'grey');

/** What stands over the indicators of a kind. */
export const groupWords = ({ code, unit }: Pick<Definition, 'code' | 'unit'>): string => `${upperFirst(peopleOf(code))}: ${unit === 'days' ? 'how long it takes' : unit === 'percent' ? 'shares' : 'how many'}`;
