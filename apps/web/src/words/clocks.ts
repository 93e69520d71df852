import { DELAY_REASONS } from '@hub/domain/adopters/event-codes';
import type { ClockState, Undated } from '@hub/domain/clocks/clock';
import { CLOCK_RULES, type Basis, type ClockActor, type ClockCode, type ClockRule, type ClockStage } from '@hub/domain/clocks/rules';
import type { ClockStanding } from '@hub/domain/clocks/standing';
import type { Tone } from '../components/tag';
import { dayWords, daysWords } from './dates';
import { lowerFirst, optionsOf, plain } from './plain';

/** The rule of a clock, as the law or the standard has it. */
export const ruleOf = (code: string): ClockRule => CLOCK_RULES[code as ClockCode];

const STANDINGS: Readonly<Record<ClockStanding, string>> = { OVERDUE: 'Overdue', SOON: 'Due within two weeks', RUNNING: 'Due later', PAUSED: 'At rest' };
export const STANDING_OPTIONS = [{ value: '', label: 'However they stand' }, ...optionsOf(STANDINGS)];

const STAGES: Readonly<Record<ClockStage, string>> = {
  PLAN: 'Plan and decision', SEARCH: 'Search for a family', PANEL: 'Panel and decision', PLACED: 'Placement', AFTER_ORDER: 'After the order', RECRUITMENT: 'Assessment of adopters', APPROVED: 'Approved adopters',
};
export const stageWords = (stage: ClockStage): string => STAGES[stage];
export const STAGE_OPTIONS = [{ value: '', label: 'Every stage' }, ...optionsOf(STAGES)];

const BASES: Readonly<Record<Basis, string>> = { LAW: 'Law', STANDARD: 'Standard', PRACTICE: 'Practice' };
export const basisWords = (basis: Basis): string => BASES[basis];

const ACTORS: Readonly<Record<ClockActor, string>> = { CHILDS_AGENCY: 'Child’s agency', ADOPTERS_AGENCY: 'Adopters’ agency', PANEL: 'The panel', DECISION_MAKER: 'Decision maker', HOUSEHOLD: 'The adopters' };
export const actorWords = (actor: ClockActor): string => ACTORS[actor];

const TONES: Readonly<Record<ClockState, Tone>> = { RUNNING: 'blue', OVERDUE: 'red', PAUSED: 'grey', DONE: 'green', DONE_LATE: 'amber', TOO_EARLY: 'amber' };
export const clockTone = (state: string): Tone => TONES[state as ClockState];

const PAUSES: Readonly<Record<string, string>> = {
  LINK_OPEN: 'a match is being pursued', SEARCH_PAUSED: 'the search is paused', NO_CONSENT: 'they have not agreed to be shown', ON_HOLD: 'they are on hold', GAP: 'between the stages',
};

interface Shown {
  readonly code: string;
  readonly state: string;
  readonly dueOn?: string | null;
  readonly undated?: string | null;
  readonly doneOn?: string | null;
  readonly daysLeft?: number | null;
  readonly daysOver?: number | null;
  readonly pausedBecause?: string | null;
  readonly nth?: number | null;
}

export function clockName({ code, nth }: Pick<Shown, 'code' | 'nth'>): string {
  const { label } = ruleOf(code);
  return nth && nth > 1 ? `${label} (number ${nth})` : label;
}

/** When it is due, or what it is that has no day. */
export function dueWords({ code, dueOn, undated }: Shown): string {
  if (!dueOn) return undated === ('NO_PERIOD' satisfies Undated) ? 'The rule names no period' : 'Bank holidays of that time are not known yet';
  const { sense } = ruleOf(code);
  return sense === 'BY' ? dayWords(dueOn) : `${sense === 'NOT_BEFORE' ? 'Not before' : 'Until'} ${dayWords(dueOn)}`;
}

/** How it stands, in a tag’s words. */
export function clockStateWords({ code, state, daysLeft, daysOver, doneOn }: Shown): string {
  const { sense } = ruleOf(code);
  if (state === 'OVERDUE') return `Overdue by ${daysWords(daysOver ?? 0)}`;
  if (state === 'PAUSED') return 'At rest';
  if (state === 'TOO_EARLY') return `Too early, on ${doneOn ? dayWords(doneOn) : ''}`;
  if (state === 'RUNNING') return daysLeft === 0 ? 'Due today' : daysLeft ? `${daysWords(daysLeft)} left` : 'Open';
  if (sense === 'NOT_BEFORE') return 'From then on possible';
  if (sense === 'LASTS') return 'Over';
  return state === 'DONE_LATE' ? `Done ${daysWords(daysOver ?? 0)} late` : 'Done in time';
}

export const pauseWords = (because: string): string => PAUSES[because] ?? longerWords(because);
/** Why a stage was extended: of the list, else a readable code. */
export const longerWords = (because: string): string => lowerFirst(isDelay(because) ? DELAY_REASONS[because] : plain(because));
const isDelay = (code: string): code is keyof typeof DELAY_REASONS => Object.hasOwn(DELAY_REASONS, code);
