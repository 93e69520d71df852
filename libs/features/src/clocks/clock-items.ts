import type { Clock } from '@hub/domain/clocks/clock';
import { clocksOf } from '@hub/domain/clocks/clocks-of';
import type { ClockFacts } from '@hub/domain/clocks/facts';
import { CLOCK_RULES, type ClockStage } from '@hub/domain/clocks/rules';
import { byUrgency, standingOf, type ClockStanding } from '@hub/domain/clocks/standing';
import { ENGLAND_AND_WALES } from '@hub/domain/dates/bank-holidays';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Actor } from '@hub/domain/access/actor';
import type { ClockCase } from './child-cases.queries';

export type ClockSubject = 'UNIT' | 'HOUSEHOLD' | 'ENQUIRY' | 'PANEL' | 'PANEL_ITEM' | 'PLACEMENT';

/** A clock on which somebody has to act, with whose case it is. */
export interface ClockItem {
  readonly clock: Clock;
  readonly standing: ClockStanding;
  readonly subjectType: ClockSubject;
  readonly subject: string;
  readonly member: string | null;
  readonly agencyId: string;
  readonly workerId: string | null;
}

export interface ClockFilter {
  readonly mine?: boolean | null;
  /** A colleague's id; NONE: with nobody. */
  readonly worker?: string | null;
  readonly standing?: ClockStanding | null;
  readonly stage?: ClockStage | null;
}

export interface ClockCounts {
  readonly overdue: number;
  readonly soon: number;
  readonly running: number;
  readonly paused: number;
}

/** What is open in these cases, what is latest first. */
export function itemsOf(subjectType: ClockSubject, cases: readonly ClockCase<ClockFacts>[], today: IsoDate): ClockItem[] {
  return cases.flatMap(({ facts, subject, member, agencyId, workerId }) => clocksOf(facts, ENGLAND_AND_WALES, today).flatMap((clock): ClockItem[] => {
    const standing = standingOf(clock);
    return standing === null ? [] : [{ clock, standing, subjectType, subject, member, agencyId, workerId }];
  }));
}

export const sorted = (items: readonly ClockItem[]): ClockItem[] => [...items].sort((a, b) => byUrgency(a.clock, b.clock) || (a.subject < b.subject ? -1 : 1));

/** Without its standing, by which the others are counted. */
export const isOf = ({ workerId, clock }: ClockItem, { mine, worker, stage }: ClockFilter, { userId }: Actor): boolean =>
  (!mine || workerId === userId)
  && (worker == null || (worker === 'NONE' ? workerId === null : workerId === worker))
  && (stage == null || CLOCK_RULES[clock.code].stage === stage);

export function countsOf(items: readonly ClockItem[]): ClockCounts {
  const having = (standing: ClockStanding): number => items.filter((item) => item.standing === standing).length;
  return { overdue: having('OVERDUE'), soon: having('SOON'), running: having('RUNNING'), paused: having('PAUSED') };
}
