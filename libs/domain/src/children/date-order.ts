import type { IsoDate } from '../dates/iso-date';
import type { Problem } from './facts';
import type { ChildDates } from './states';
import { oneEnding } from './states';

type DateField = Exclude<keyof ChildDates, 'authorityType' | 'reversalReason'>;

/** Earlier, later, and the 903 rule or the law that orders them. A match may come before the authority (trap 2). */
const ORDER: readonly (readonly [DateField, DateField])[] = [
  ['enteredCareOn', 'admDecidedOn'],
  ['enteredCareOn', 'earlyPermanencePlacedOn'],
  ['admDecidedOn', 'authorityOn'], // 554
  ['admDecidedOn', 'matchedOn'], // 333
  ['admDecidedOn', 'placedOn'], // 521, 552
  ['matchedOn', 'introductionsOn'],
  ['matchedOn', 'placedOn'], // 331
  ['introductionsOn', 'placedOn'],
  ['placedOn', 'aoAppliedOn'],
  ['placedOn', 'adoptedOn'],
  ['aoAppliedOn', 'adoptedOn'],
  ['matchedOn', 'adoptedOn'],
  ['admDecidedOn', 'decisionReversedOn'], // 522
  ['authorityOn', 'authorityRevokedOn'],
];

/** The second cannot stand without the first. */
const NEEDS: readonly (readonly [DateField, DateField])[] = [
  ['admDecidedOn', 'matchedOn'], // 333
  ['admDecidedOn', 'decisionReversedOn'], // 563
  ['matchedOn', 'placedOn'],
];

export const DATE_NAMES: Readonly<Record<DateField, string>> = {
  enteredCareOn: 'date the child entered care',
  admDecidedOn: 'decision that the child should be placed',
  authorityOn: 'placement order or consent',
  authorityRevokedOn: 'revocation of the authority',
  matchedOn: 'match',
  introductionsOn: 'start of introductions',
  placedOn: 'placement',
  aoAppliedOn: 'application for the adoption order',
  adoptedOn: 'adoption order',
  disruptedOn: 'disruption',
  decisionReversedOn: 'reversal of the decision',
  earlyPermanencePlacedOn: 'early permanence placement',
  leftCareOn: 'date the child left care',
};

/**
 * What cannot be true of a child's dates, as they were said, on `today`; empty where all is well. Messages repeat no
 * value. The rules of domain.md 4.3 are import warnings: a file's row is taken with them. A person can answer at once
 * and is held to the guards of 2.1, so a correction that would bring any of them is refused (`refuseProblems`).
 */
export function dateProblems(said: ChildDates, dateOfBirth: IsoDate | null, today: IsoDate): readonly Problem[] {
  const dates = oneEnding(said);
  const fields = Object.keys(DATE_NAMES) as readonly DateField[];
  const future = fields
    .filter((field) => (dates[field] ?? today) > today)
    .map((field) => problem(field, 'FUTURE_DATE', `The ${DATE_NAMES[field]} lies in the future.`));
  const born = fields
    .filter((field) => dateOfBirth !== null && field !== 'enteredCareOn' && field !== 'admDecidedOn' && before(dates[field], dateOfBirth))
    .map((field) => problem(field, 'BEFORE_BIRTH', `The ${DATE_NAMES[field]} lies before the child's birth.`));
  const order = ORDER.filter(([earlier, later]) => before(dates[later], dates[earlier])).map(([earlier, later]) =>
    problem(later, 'DATE_ORDER', `The ${DATE_NAMES[later]} lies before the ${DATE_NAMES[earlier]}.`),
  );
  const missing = NEEDS.filter(([needed, field]) => dates[field] !== null && dates[needed] === null).map(([needed, field]) =>
    problem(field, 'DATE_MISSING', `There is a ${DATE_NAMES[field]} and no ${DATE_NAMES[needed]}.`),
  );
  return [...future, ...born, ...order, ...missing, ...endings(dates, said)];
}

function endings(dates: ChildDates, said: ChildDates): readonly Problem[] {
  const found: Problem[] = [];
  if (said.decisionReversedOn !== dates.decisionReversedOn) {
    found.push(problem('decisionReversedOn', 'TWO_ENDINGS', "There is an adoption order and a reversal of the decision. The court's order counts."));
  }
  // 903 rule 119: a reversal has both its date and its reason, or neither.
  if ((dates.decisionReversedOn === null) !== (dates.reversalReason === null)) {
    found.push(problem('reversalReason', 'HALF_REVERSAL', 'A reversal needs both its date and its reason.'));
  }
  return found;
}

function before(later: IsoDate | null, earlier: IsoDate | null): boolean {
  return later !== null && earlier !== null && later < earlier;
}

/** What a council's file may hold of a reversal; else it closes its decision, so it cannot be older (rules 522 and 563). */
const WARNED: readonly string[] = ['BEFORE_BIRTH', 'TWO_ENDINGS'];

function problem(field: string, code: string, message: string): Problem {
  const impossible = code === 'FUTURE_DATE' || (field === 'decisionReversedOn' && !WARNED.includes(code));
  return { severity: impossible ? 'ERROR' : 'WARNING', field, code, message };
}
