import type { LeavingReason } from '../adopters/facts';
import type { AgencyKind } from '../access/actor';
import type { ReversalReason, Sex } from '../children/codes';
import { ageInMonths, addMonths } from '../dates/day-count';
import { daysOfQuarter, type Quarter } from '../dates/financial-year';
import type { IsoDate } from '../dates/iso-date';
import type { Period } from './indicator';

/** What a row of the return is for; the file says it. */
export const RETURN_PURPOSES = { ASGLB: 'the quarterly adoption data collection', INSPECTION: 'an inspection', OWN: 'work within the own agency' } as const;
export type ReturnPurpose = keyof typeof RETURN_PURPOSES;

/** Returns are cumulative: from 1 April to the end of the quarter (domain.md 3.6). */
export function returnPeriod(quarter: Quarter): Period {
  return { from: daysOfQuarter({ year: quarter.year, quarter: 1 }).first, to: daysOfQuarter(quarter).last };
}

type Cell = string | number | null;

/** A child with a decision, by dates and codes. */
export interface ReturnChild {
  readonly reference: string;
  readonly sex: Sex;
  readonly ethnicity: string | null;
  readonly disability: boolean | null;
  readonly dateOfBirth: IsoDate | null;
  readonly enteredCareOn: IsoDate | null;
  readonly admDecidedOn: IsoDate | null;
  readonly earlyPermanencePlacedOn: IsoDate | null;
  readonly placementOrderOn: IsoDate | null;
  readonly familyFindingSince: IsoDate | null;
  readonly matchedOn: IsoDate | null;
  readonly placedOn: IsoDate | null;
  readonly decisionReversedOn: IsoDate | null;
  readonly reversalReason: ReversalReason | null;
  readonly disruptedOn: IsoDate | null;
  readonly adoptedOn: IsoDate | null;
  readonly leftCareOn: IsoDate | null;
  /** Children of the sibling group, this child included, who are placed or are to be placed with it; and those apart from it. */
  readonly together: number;
  readonly apart: number;
  /** Whose the adopters are; null where nobody is matched. */
  readonly adopters: { readonly isOwn: boolean; readonly kind: AgencyKind } | null;
}

export const CHILD_COLUMNS = [
  'Row', 'Hub reference', 'Sex', 'Ethnicity', 'Disability', 'Age in months', 'In a sibling group', 'Placed together, this child included', 'Placed apart', 'Entered care on', 'Decision on', 'Early permanence placed on', 'Placement order on',
  'Family finding since', 'Matched on', 'Placement provider', 'Placed on', 'Decision reversed on', 'Reason of reversal', 'Disrupted on', 'Adoption order on',
] as const;

/** One row per child, siblings apart, blank where nothing is known; what came after the quarter had not happened. */
export function childRows(children: readonly ReturnChild[], { from, to }: Period): readonly (readonly Cell[])[] {
  const open = (day: IsoDate | null): boolean => day === null || day >= from;
  const meant = children.filter(({ admDecidedOn, adoptedOn, decisionReversedOn, leftCareOn }) => admDecidedOn !== null && admDecidedOn <= to && open(adoptedOn) && open(decisionReversedOn) && open(leftCareOn));
  return meant.map((child, at) => childRow(child, at + 1, to));
}

function childRow(child: ReturnChild, row: number, to: IsoDate): readonly Cell[] {
  const by = (day: IsoDate | null): IsoDate | null => (day !== null && day <= to ? day : null);
  const [adoptedOn, matchedOn, reversedOn] = [by(child.adoptedOn), by(child.matchedOn), by(child.decisionReversedOn)];
  return [
    // After the order nothing carries the child's identity before it forward (domain.md 6.3): not even what the hub called the child.
    row, child.adoptedOn === null ? child.reference : null, child.sex, child.ethnicity, yesNo(child.disability), child.dateOfBirth === null ? null : ageInMonths(child.dateOfBirth, adoptedOn ?? to),
    child.together + child.apart > 1 ? 1 : 0, child.together, child.apart, by(child.enteredCareOn), by(child.admDecidedOn), by(child.earlyPermanencePlacedOn), by(child.placementOrderOn),
    by(child.familyFindingSince), matchedOn, matchedOn === null ? null : providerOf(child.adopters), by(child.placedOn), reversedOn, reversedOn === null ? null : child.reversalReason, by(child.disruptedOn), adoptedOn,
  ];
}

/** PR1 the own agency, PR2 another council, PR5 a voluntary agency: as the child's council sees it (domain.md trap 21). */
function providerOf(adopters: ReturnChild['adopters']): string | null {
  if (adopters === null) return null;
  return adopters.kind === 'VOLUNTARY' ? 'PR5' : adopters.isOwn ? 'PR1' : 'PR2';
}

/** A household, by dates and codes. */
export interface ReturnHousehold {
  readonly reference: string;
  readonly kind: string | null;
  readonly earlyPermanence: boolean | null;
  readonly enquiryOn: IsoDate | null;
  readonly roiOn: IsoDate | null;
  readonly stage1StartedOn: IsoDate | null;
  readonly stage1EndedOn: IsoDate | null;
  readonly stage2StartedOn: IsoDate | null;
  readonly approvedOn: IsoDate | null;
  readonly matchedOn: IsoDate | null;
  readonly placedOn: IsoDate | null;
  readonly aoOn: IsoDate | null;
  readonly leftOn: IsoDate | null;
  readonly leftReason: LeavingReason | null;
}

export const HOUSEHOLD_COLUMNS = [
  'Row', 'Hub reference', 'Household', 'Early permanence', 'Provider', 'Enquiry on', 'Registered interest on', 'Stage one from', 'Stage one to', 'Stage two from', 'Fast track', 'Approved on', 'Approved within 6 months of registration',
  'Matched on', 'Matched within 3 months of approval', 'Placed on', 'Adoption order on', 'Left on', 'Reason of leaving',
] as const;

const APPROVAL_MONTHS = 6;
const MATCH_MONTHS = 3;

/** One row per family, not per adult (domain.md trap 8). */
export function householdRows(households: readonly ReturnHousehold[], { from, to }: Period, agency: AgencyKind): readonly (readonly Cell[])[] {
  const begun = ({ enquiryOn, roiOn, stage1StartedOn, stage2StartedOn, approvedOn }: ReturnHousehold): boolean => [enquiryOn, roiOn, stage1StartedOn, stage2StartedOn, approvedOn].some((day) => day !== null && day <= to);
  const meant = households.filter((one) => begun(one) && (one.aoOn === null || one.aoOn >= from) && (one.leftOn === null || one.leftOn >= from));
  return meant.map((one, at) => {
    const by = (day: IsoDate | null): IsoDate | null => (day !== null && day <= to ? day : null);
    const [stage1, stage2, approved, matched, left] = [by(one.stage1StartedOn), by(one.stage2StartedOn), by(one.approvedOn), by(one.matchedOn), by(one.leftOn)];
    return [
      at + 1, one.reference, one.kind, yesNo(one.earlyPermanence), agency === 'VOLUNTARY' ? 'PR5' : 'PR1', by(one.enquiryOn), by(one.roiOn), stage1, by(one.stage1EndedOn), stage2,
      stage2 !== null && stage1 === null ? 1 : 0, approved, within(stage1, approved, APPROVAL_MONTHS), matched, within(approved, matched, MATCH_MONTHS), by(one.placedOn), by(one.aoOn), left, left === null ? null : one.leftReason,
    ];
  });
}

/** Blank where a date is missing: such families are left out of the share, and so are fast tracks without a stage one (domain.md 3.6). */
const within = (first: IsoDate | null, last: IsoDate | null, months: number): Cell => (first === null || last === null ? null : last <= addMonths(first, months) ? 1 : 0);
const yesNo = (is: boolean | null): Cell => (is === null ? null : is ? 1 : 0);
