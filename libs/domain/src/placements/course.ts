import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import { daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { JourneyEvent } from '../children/journey';
import { isOpen, type Clock } from '../clocks/clock';
import { clocksOf } from '../clocks/clocks-of';
import type { PlacementClockFacts } from '../clocks/facts';
import { CLOCK_RULES, type ClockCode } from '../clocks/rules';
import { VISIT_DAYS } from './codes';
import type { PlacedChild } from './events';

/** What was done, as far as clocks and timelines ask. */
export interface Done {
  readonly event: string;
  /** The child's number; null of what was done for all. */
  readonly child: number | null;
  readonly code: string | null;
  readonly onDate: IsoDate;
}

/** A child of a placement with the days on which its way there ended. */
export interface ChildOnCourse extends PlacedChild {
  readonly number: number;
  readonly adoptedOn: IsoDate | null;
  readonly disruptedOn: IsoDate | null;
  readonly fellOn: IsoDate | null;
}

/** What the rules of domain.md 2.2 ask for of one child, that is not done. */
export interface Due {
  readonly code: ClockCode;
  readonly child: number;
  readonly label: string;
  readonly says: string;
  /** Null where the rule names no day. */
  readonly dueOn: IsoDate | null;
  readonly isOverdue: boolean;
}

const ofChild = (done: readonly Done[], { number }: ChildOnCourse): readonly Done[] => done.filter(({ child }) => child === null || child === number);
const daysOf = (done: readonly Done[], event: string, code?: string): readonly IsoDate[] => done.filter((one) => one.event === event && (code === undefined || one.code === code)).map(({ onDate }) => onDate).sort();

/** The facts of a child's placement by which every clock is reckoned. */
export function clockFactsOf(child: ChildOnCourse, all: readonly Done[]): PlacementClockFacts {
  const done = ofChild(all, child);
  const reviews = done.filter(({ event }) => event === 'REVIEWED').map(({ onDate, code }) => ({ heldOn: onDate, visitDays: VISIT_DAYS[code ?? ''] ?? null }));
  return {
    // An agency placed the child, also with people who fostered it before (ACA 2002 s42(2)).
    kind: 'PLACEMENT', residence: 'AGENCY', livesThereSince: child.livesThereSince, placedOn: child.placedOn, disruptedOn: child.disruptedOn, aoAppliedOn: child.aoAppliedOn, adoptedOn: child.adoptedOn, celebratedOn: daysOf(done, 'CELEBRATED')[0] ?? null,
    reviews, visits: daysOf(done, 'VISITED'), lifeStoryFirstOn: daysOf(done, 'LIFE_STORY_BOOK')[0] ?? null, lifeStoryCompleteOn: daysOf(done, 'LIFE_STORY_BOOK', 'COMPLETE')[0] ?? null,
    laterLifeLetterOn: daysOf(done, 'LATER_LIFE_LETTER')[0] ?? null,
  };
}

/** What is still to be done for one child, the earliest first; of a wait that is over and of what goes on for years nothing. */
export function dueOf(child: ChildOnCourse, done: readonly Done[], today: IsoDate): readonly Due[] {
  return clocksOf(clockFactsOf(child, done), ENGLAND_AND_WALES, today)
    .filter((clock) => isOpen(clock) && CLOCK_RULES[clock.code].sense !== 'LASTS')
    .map(({ code, dueOn, state }) => ({ code, child: child.number, label: CLOCK_RULES[code].label, says: CLOCK_RULES[code].says, dueOn, isOverdue: state === 'OVERDUE' }))
    .sort((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1));
}

/** What is drawn of a child's way, by name. */
const WORDS: Readonly<Record<string, string>> = {
  PLAN_AGREED: 'Placement plan agreed', INTRODUCTIONS_STARTED: 'Introductions started', INTRODUCTIONS_REVIEWED: 'Introductions reviewed', LIVES_THERE: 'Came to live there', PLACED: 'Placed for adoption',
  PLACED_BY_AGREEMENT: 'Placed for adoption', REVIEWED: 'Review', FELL: 'Match fell', AO_APPLIED: 'Adoption order applied for', ADOPTED: 'Adoption order made', DISRUPTED: 'Placement disrupted', CELEBRATED: 'Celebration hearing',
  LATER_LIFE_LETTER: 'Later life letter',
};

/** One child's way from the match on: what was done, with the day by which it was asked for, and last what is asked for next. */
export function courseOf(decidedOn: IsoDate, child: ChildOnCourse, all: readonly Done[], today: IsoDate): readonly JourneyEvent[] {
  const clocks = clocksOf(clockFactsOf(child, all), ENGLAND_AND_WALES, today);
  const line = (event: string, onDate: IsoDate, label: string, target: IsoDate | null): JourneyEvent => ({ event, onDate, label, elapsedDays: daysBetween(decidedOn, onDate), target, reason: null });
  const done = ofChild(all, child).filter(({ event }) => Object.hasOwn(WORDS, event)).map(({ event, onDate }) => line(event, onDate, WORDS[event] ?? event, targetOf(event, onDate, clocks)));
  const events = [line('MATCHED', decidedOn, 'Match approved', null), ...done].sort((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0));
  const next = dueOf(child, all, today).find(({ dueOn, code }) => dueOn !== null && CLOCK_RULES[code].sense === 'BY');
  return next?.dueOn ? [...events, line(`DUE_${next.code}`, next.dueOn, next.label, next.dueOn)] : events;
}

const CLOCKS: Readonly<Record<string, readonly ClockCode[]>> = { REVIEWED: ['REVIEW_FIRST', 'REVIEW_SECOND', 'REVIEW_LATER'], ADOPTED: ['AO_USUAL'], LATER_LIFE_LETTER: ['LATER_LIFE_LETTER'] };

function targetOf(event: string, onDate: IsoDate, clocks: readonly Clock[]): IsoDate | null {
  return clocks.find(({ code, doneOn }) => doneOn === onDate && CLOCKS[event]?.includes(code))?.dueOn ?? null;
}
