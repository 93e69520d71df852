import { monthWords } from '../dates/words';
import type { Assurance, ControlChart } from './control-charts';
import type { FunnelChart } from './funnel-chart';
import type { Definition } from './indicator';
import type { Difference, LeagueRow } from './league';
import type { PeriodKind } from './periods';
import { valueWords, type SeenFigure } from './shown-numbers';
import type { Signal } from './xmr';

export const REGION_NAME = 'The region, pooled';

/** An agency's name by its code; null: the region's. */
export type NameOf = (agency: string | null) => string;

export const PERIOD_WORDS: Readonly<Record<PeriodKind, string>> = {
  MONTH: 'Month', QUARTER: 'Quarter', HALF_YEAR: 'Half-year', YEAR_TO_DATE: 'Year to date, from April', ROLLING_12: 'Rolling 12 months', THREE_YEARS: 'Rolling three years',
};

export const SIGNAL_WORDS: Readonly<Record<Signal, string>> = {
  OUTSIDE: 'outside the limits', SHIFT: 'one of seven in a row on one side of the mean', TREND: 'one of seven that rise or fall in a row',
  TWO_OF_THREE: 'one of two in three that are close to a limit',
};

/** What limits say of a target, after its name. */
export const ASSURANCE_WORDS: Readonly<Record<Assurance, string>> = { MEETS: 'met, whatever chance does', MISSES: 'not met, whatever chance does', CHANCE: 'met or not as chance has it' };

type Sense = Pick<Definition, 'unit' | 'polarity'>;

/** What a chart's newest shown point says, as it stands in a tag: `getting slower`, and where it is not of the last period up to when: `getting slower, up to Jun 2024`. */
export function verdictWords(definition: Sense, { verdict, lastShown }: Pick<ControlChart, 'verdict' | 'lastShown'>): string {
  if (verdict === 'TOO_LITTLE') return 'too little to tell';
  if (verdict === 'NOTHING') return 'not shown';
  if (verdict === 'NO_LIMITS') return 'drawn without limits';
  return `${verdict === 'NO_CHANGE' ? 'no change beyond chance' : `getting ${trendWord(definition, verdict === 'RISING')}`}${upTo(lastShown)}`;
}

const upTo = (lastShown: string | null): string => (lastShown === null ? '' : `, up to ${monthWords(lastShown)}`);

function trendWord({ unit, polarity }: Sense, isUp: boolean): string {
  if (unit === 'days') return isUp ? 'slower' : 'faster';
  if (polarity === 'none') return isUp ? 'higher' : 'lower';
  return (polarity === 'higher') === isUp ? 'better' : 'worse';
}

/** What the small multiples say together, as their heading. */
export function controlMessage(definition: Sense, charts: readonly ControlChart[], nameOf: NameOf): string {
  const moved = charts.filter(({ verdict }) => verdict === 'RISING' || verdict === 'FALLING');
  const calm = charts.filter(({ verdict, lastShown }) => verdict === 'NO_CHANGE' && lastShown === null);
  if (charts.some(({ verdict }) => verdict === 'NO_LIMITS')) return 'Who is counted in one period is mostly counted in the next too: no limits tell a change from chance.';
  if (moved.length + calm.length === 0) return charts.some(({ verdict }) => verdict !== 'NOTHING') ? 'Too little is shown to tell a change from chance.' : 'Nothing can be shown for periods as short as these.';
  const said = [...new Set(moved.map((chart) => verdictWords(definition, chart)))].map((words) => {
    const same = moved.filter((chart) => verdictWords(definition, chart) === words);
    return `${listed(same.map(({ agency }) => inSentence(nameOf, agency)))} ${same[0]?.lastShown ? (same.length === 1 ? 'was' : 'were') : same.length === 1 ? 'is' : 'are'} ${words}`;
  });
  const others = moved.length === 0 ? 'NONE_MOVED' : moved.length + calm.length === charts.length ? 'ALL_OTHERS' : 'SOME_OTHERS';
  const rest = restWords(calm, others, nameOf);
  return `${upperFirst([...said, ...(rest === null ? [] : [rest])].join('; '))}.`;
}

/** Whether all that have not moved are among those of whom it can be said. */
type Others = 'ALL_OTHERS' | 'SOME_OTHERS' | 'NONE_MOVED';

function restWords(calm: readonly ControlChart[], others: Others, nameOf: NameOf): string | null {
  const councils = calm.filter(({ agency }) => agency !== null);
  const withRegion = calm.length > councils.length;
  if (calm.length === 0) return null;
  if (councils.length === 0) return 'the region as a whole has not changed beyond chance';
  const who = councils.length === 1 ? inSentence(nameOf, councils[0]?.agency ?? null) : { ALL_OTHERS: 'the others', SOME_OTHERS: `${councils.length} other councils`, NONE_MOVED: `${councils.length} councils` }[others];
  if (withRegion) return `${who}, and the region as a whole, have not changed beyond chance`;
  return `${who} ${councils.length === 1 ? 'has' : 'have'} not changed beyond chance`;
}

/** What a funnel says: who lies beyond what chance explains. */
export function funnelMessage({ points }: FunnelChart, nameOf: NameOf): string {
  if (points.length === 0) return 'No council’s share can be shown.';
  const beyond = points.filter(({ place }) => place === 'BEYOND_998').map(({ agency }) => nameOf(agency));
  const doubtful = points.filter(({ place }) => place === 'BEYOND_95').map(({ agency }) => nameOf(agency));
  if (beyond.length + doubtful.length === 0) return 'Chance alone explains how councils differ.';
  const said = [
    ...(beyond.length > 0 ? [`${listed(beyond)} ${beyond.length === 1 ? 'differs' : 'differ'} from the region beyond chance`] : []),
    ...(doubtful.length > 0 ? [`${listed(doubtful)} may differ: one in twenty would by chance`] : []),
  ];
  return `${upperFirst(said.join('; '))}.`;
}

/** Of a council against the region. */
export function differenceWords({ unit }: Sense, difference: Difference): string {
  if (difference === 'NO_CLEAR_DIFFERENCE') return 'no clear difference from the region';
  if (difference === 'NOT_KNOWN') return 'cannot be told';
  if (unit === 'days') return difference === 'BETTER' || difference === 'LOWER' ? 'clearly faster than the region' : 'clearly slower than the region';
  return `clearly ${difference.toLowerCase()} than the region`;
}

/** What the councils' intervals say, as the table's heading. */
export function leagueMessage(definition: Sense, rows: readonly LeagueRow[]): string {
  const differ = rows.filter(({ difference }) => difference !== 'NO_CLEAR_DIFFERENCE' && difference !== 'NOT_KNOWN');
  if (rows.every(({ difference }) => difference === 'NOT_KNOWN')) return 'Whether councils differ from the region cannot be told.';
  if (differ.length === 0) return `No council${rows.some(({ difference }) => difference === 'NOT_KNOWN') ? ' of those that can be told' : ''} differs clearly from the region.`;
  const said = [...new Set(differ.map(({ difference }) => difference))].map((difference) => {
    const names = differ.filter((row) => row.difference === difference).map(({ name }) => name);
    return `${listed(names)} ${names.length === 1 ? 'is' : 'are'} ${differenceWords(definition, difference)}`;
  });
  return `${said.join('; ')}.`;
}

/** Which of the stages takes longest, of one council or the region; stages are never added up. */
export function stageMessage(stages: readonly { readonly label: string; readonly figure: SeenFigure }[], whose: string): string {
  const longest = stages.filter(({ figure }) => figure.value !== null).sort((a, b) => (b.figure.value ?? 0) - (a.figure.value ?? 0))[0];
  const among = stages.every(({ figure }) => figure.value !== null) ? '' : ' of those shown';
  return longest === undefined ? `${whose}: no stage can be shown.` : `${whose}: the longest stage${among} is ${longest.label.charAt(0).toLowerCase()}${longest.label.slice(1)}, ${valueWords({ unit: 'days' }, longest.figure)}.`;
}

const inSentence = (nameOf: NameOf, agency: string | null): string => (agency === null ? 'the region as a whole' : nameOf(agency));
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);
