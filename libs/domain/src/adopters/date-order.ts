import type { Problem } from '../children/facts';
import type { IsoDate } from '../dates/iso-date';
import type { HouseholdDates } from './states';

type DateField = Exclude<keyof HouseholdDates, 'leftReason'>;

/** Stage two's end, the application and the approval have no documented order (domain.md trap 35). */
const ORDER: readonly (readonly [DateField, DateField])[] = [
  ['enquiryOn', 'roiOn'],
  ['enquiryOn', 'stage1StartedOn'],
  ['roiOn', 'stage1StartedOn'],
  ['stage1StartedOn', 'stage1EndedOn'],
  ['stage1EndedOn', 'stage2StartedOn'],
  ['enquiryOn', 'stage2StartedOn'],
  ['stage2StartedOn', 'approvedOn'],
  ['approvedOn', 'matchedOn'],
  ['matchedOn', 'placedOn'],
  ['placedOn', 'aoOn'],
];

export const HOUSEHOLD_DATE_NAMES: Readonly<Record<DateField, string>> = {
  enquiryOn: 'enquiry',
  roiOn: 'registration of interest',
  stage1StartedOn: 'start of stage one',
  stage1EndedOn: 'end of stage one',
  stage2StartedOn: 'start of stage two',
  stage2EndedOn: 'end of stage two',
  applicationOn: 'application',
  approvedOn: 'approval',
  matchedOn: 'match',
  placedOn: 'placement',
  aoOn: 'adoption order',
  leftOn: 'date of leaving',
  onHoldSince: 'hold',
};

/** What cannot be true, or breaks the expected order, of a household's dates on `today`. Messages repeat no value. */
export function householdDateProblems(dates: HouseholdDates, today: IsoDate): readonly Problem[] {
  const fields = Object.keys(HOUSEHOLD_DATE_NAMES) as readonly DateField[];
  const future = fields
    .filter((field) => (dates[field] ?? today) > today)
    .map((field): Problem => ({ severity: 'ERROR', field, code: 'FUTURE_DATE', message: `The ${HOUSEHOLD_DATE_NAMES[field]} lies in the future.` }));
  const order = ORDER.filter(([earlier, later]) => {
    const [first, second] = [dates[earlier], dates[later]];
    return first !== null && second !== null && second < first;
  }).map(([earlier, later]): Problem => ({
    severity: 'WARNING',
    field: later,
    code: 'DATE_ORDER',
    message: `The ${HOUSEHOLD_DATE_NAMES[later]} lies before the ${HOUSEHOLD_DATE_NAMES[earlier]}.`,
  }));
  return [...future, ...order];
}
