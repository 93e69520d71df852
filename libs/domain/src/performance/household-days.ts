import type { HouseholdDates } from '../adopters/states';
import { addDays, addMonths, daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { NEVER, numberAfter, numberOf } from './journey-days';

/** One household's way, as one source gives it. Adults of one family are one (domain.md trap 8). */
export interface HouseholdJourney {
  readonly dates: Pick<HouseholdDates, 'enquiryOn' | 'stage1StartedOn' | 'stage1EndedOn' | 'stage2StartedOn' | 'approvedOn' | 'leftOn' | 'leftReason'>;
  /** In the order of their days; the last may last. */
  readonly matches: readonly { readonly matchedOn: IsoDate; readonly endedOn: IsoDate | null }[];
  /** Days that the law leaves out of stage two or adds to it: at the adopters' wish or in exceptional circumstances (AAR 30B(2)). */
  readonly lawfulPauses: readonly { readonly from: IsoDate; readonly to: IsoDate | null }[];
  readonly lawfullyExtendedTo: IsoDate | null;
}

/** Months within which a stage should be done: what the law sets first, then what agencies report beside it (domain.md 2.3). */
export const STAGE_ONE_MONTHS = [2, 3] as const;
export const STAGE_TWO_MONTHS = [4, 5, 6] as const;
export const WHOLE_MONTHS = [6, 8] as const;
const MATCH_MONTHS = 3;

/** The days of a household as numbers, each `NEVER` where there is none. Limits are the last day of each number of months. */
export interface HouseholdDays {
  readonly enquiry: number;
  /** `NEVER` of a fast track, which has no stage one (domain.md trap 9). */
  readonly stage1: number;
  readonly stage1Ended: number;
  readonly stage2: number;
  /** The decision maker's decision, which ends stage two (domain.md trap 9). */
  readonly approved: number;
  readonly left: number;
  readonly firstMatch: number;
  readonly matches: readonly (readonly [from: number, until: number])[];
  readonly stage1Limits: readonly number[];
  readonly stage2Limits: readonly number[];
  readonly stage2LawfulLimit: number;
  /** Without the days between the stages. */
  readonly wholeLimits: readonly number[];
  readonly gap: number;
  /** The first day on which a match comes after three months. */
  readonly matchLate: number;
}

export function householdDays({ dates, matches, lawfulPauses, lawfullyExtendedTo }: HouseholdJourney): HouseholdDays {
  const { enquiryOn, stage1StartedOn, stage1EndedOn, stage2StartedOn, approvedOn, leftOn, leftReason } = dates;
  const limits = (from: IsoDate | null, months: readonly number[], more = 0): number[] => months.map((count) => numberAfter(from, count) + more);
  const gap = stage1EndedOn === null || stage2StartedOn === null ? 0 : Math.max(0, daysBetween(stage1EndedOn, stage2StartedOn));
  return {
    enquiry: numberOf(enquiryOn), stage1: numberOf(stage1StartedOn), stage1Ended: numberOf(stage1EndedOn), stage2: numberOf(stage2StartedOn), approved: numberOf(approvedOn),
    // Annex A calls a hold leaving: in life it is a pause (domain.md trap 29).
    left: leftReason === '2' ? NEVER : numberOf(leftOn),
    firstMatch: numberOf(matches[0]?.matchedOn ?? null), matches: matches.map(({ matchedOn, endedOn }) => [numberOf(matchedOn), numberOf(endedOn)] as const),
    stage1Limits: limits(stage1StartedOn, STAGE_ONE_MONTHS), stage2Limits: limits(stage2StartedOn, STAGE_TWO_MONTHS), stage2LawfulLimit: lawfulLimit(stage2StartedOn, approvedOn, lawfulPauses, lawfullyExtendedTo),
    wholeLimits: limits(stage1StartedOn, WHOLE_MONTHS, gap), gap, matchLate: limits(approvedOn, [MATCH_MONTHS])[0] ?? NEVER,
  };
}

/** Four months, with the days of lawful pauses in stage two added, or the day to which it was lawfully extended. */
function lawfulLimit(from: IsoDate | null, approvedOn: IsoDate | null, pauses: HouseholdJourney['lawfulPauses'], extendedTo: IsoDate | null): number {
  if (from === null) return NEVER;
  const paused = pauses.reduce((days, pause) => {
    const [began, ended] = [pause.from < from ? from : pause.from, pause.to ?? approvedOn ?? pause.from];
    return days + Math.max(0, daysBetween(began, ended));
  }, 0);
  const limit = addDays(addMonths(from, STAGE_TWO_MONTHS[0]), paused);
  return numberOf(extendedTo !== null && extendedTo > limit ? extendedTo : limit);
}
