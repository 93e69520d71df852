import type { HouseholdDates } from '../adopters/states';
import type { IsoDate } from '../dates/iso-date';
import { pausesOf, type AssessmentEvent } from '../recruitment/assessment';
import type { HouseholdJourney } from './household-days';

/** The steps of a household's history that are read. */
export const HOUSEHOLD_STEPS = ['MATCHED', 'MATCH_FELL', 'DISRUPTED', 'PUT_ON_HOLD', 'RESUMED', 'STAGE2_EXTENDED'] as const;

const LAWFUL: readonly (string | null)[] = ['ADOPTERS', 'EXCEPTIONAL'];

/** A household's way as the hub knows it. `history` in the order of its days. */
export function journeyOfHousehold(dates: HouseholdDates, history: readonly AssessmentEvent[]): HouseholdJourney {
  return {
    dates, matches: matchesOf(dates.matchedOn, history), lawfulPauses: pausesOf(dates, history).filter(({ askedBy }) => LAWFUL.includes(askedBy)),
    lawfullyExtendedTo: history.filter(({ event, askedBy }) => event === 'STAGE2_EXTENDED' && LAWFUL.includes(askedBy)).map(({ untilOn }) => untilOn).sort().at(-1) ?? null,
  };
}

function matchesOf(matchedOn: IsoDate | null, history: readonly Pick<AssessmentEvent, 'event' | 'onDate'>[]): HouseholdJourney['matches'] {
  const matches: { matchedOn: IsoDate; endedOn: IsoDate | null }[] = [];
  for (const { event, onDate } of history) {
    const last = matches.at(-1);
    if (event === 'MATCHED') matches.push({ matchedOn: onDate, endedOn: null });
    else if ((event === 'MATCH_FELL' || event === 'DISRUPTED') && last?.endedOn === null) last.endedOn = onDate;
  }
  // What a file brought has a date and no history.
  const isKnown = matchedOn === null || matches.some((match) => match.matchedOn === matchedOn);
  return isKnown ? matches : [...matches, { matchedOn, endedOn: null }].sort((a, b) => (a.matchedOn < b.matchedOn ? -1 : 1));
}
