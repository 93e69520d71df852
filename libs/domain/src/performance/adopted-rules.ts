import type { JourneyFacts } from './facts';
import type { Definition, Period } from './indicator';
import { NEVER, numberAfter, numberOf } from './journey-days';
import type { Tally } from './tally';
import { talliesOf } from './tallying';

const FIVE_YEARS = 60;
/** REFU and NOBT are unknown, and no category (domain.md trap 26). */
const UNKNOWN: ReadonlySet<string> = new Set(['REFU', 'NOBT']);
const WHITE_BRITISH = 'WBRI';

const ADOPTED = 'Children with an adoption order in the period';

/** Who was adopted (domain.md 3.3, A6 and A7), in the order in which they are shown. */
export const ADOPTED_DEFINITIONS: readonly Definition[] = [
  { code: 'A6', version: 1, label: 'Adopted children of black and minority ethnic heritage', unit: 'percent', parts: ['FLOW'], polarity: 'none', population: `${ADOPTED} whose ethnicity is known (REFU and NOBT are not)`, definition: 'Share of any ethnicity but White British: White Irish, Traveller, Roma and other White children are among them.' },
  { code: 'A7', version: 1, label: 'Adopted children aged 5 or over', unit: 'percent', parts: ['FLOW'], polarity: 'none', population: `${ADOPTED} whose date of birth is known`, definition: 'Share aged five or over on the day of the order.' },
];

interface AdoptedDays {
  readonly adopted: number;
  readonly isMinority: boolean | null;
  readonly isFive: boolean | null;
}

function adoptedDays({ adoptedOn, ethnicity, dateOfBirth }: JourneyFacts): AdoptedDays {
  return {
    adopted: numberOf(adoptedOn), isMinority: ethnicity === null || UNKNOWN.has(ethnicity) ? null : ethnicity !== WHITE_BRITISH,
    isFive: dateOfBirth === null || adoptedOn === null ? null : numberOf(adoptedOn) >= numberAfter(dateOfBirth, FIVE_YEARS),
  };
}

const share = (is: (days: AdoptedDays) => boolean | null) => ({
  flow: [({ adopted }: AdoptedDays): number => adopted, (days: AdoptedDays, into: { of: number; among: number }): void => {
    into.among += is(days) === null ? 0 : 1;
    into.of += is(days) === true ? 1 : 0;
  }] as const,
});

/** What each of some periods that ascend holds of who was adopted; a run of them adds up. */
export const adoptedTallies = (journeys: readonly JourneyFacts[], periods: readonly Period[]): readonly Readonly<Record<'A6' | 'A7', Tally>>[] =>
  talliesOf({ rules: { A6: share(({ isMinority }) => isMinority), A7: share(({ isFive }) => isFive) }, stands: () => [NEVER, NEVER] as const }, journeys.map(adoptedDays), periods) as readonly Readonly<Record<'A6' | 'A7', Tally>>[];
