import type { HouseholdDates } from '../adopters/states';
import { AGE_BANDS, ageBand, heritageGroups, WAITING_BANDS, waitingBand } from '../children/bands';
import { AGE_BAND_WORDS, HERITAGE_WORDS, WAITING_WORDS } from '../children/words';
import { addMonths, daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { ReportFigure, ReportSection } from './executive-report';
import type { JourneyFacts } from './facts';
import type { Figure, Period } from './indicator';
import { countOf, shareOf, timeOf } from './indicator';

/** A child of the agency, as the six-monthly report reads one. */
export interface ReportChild extends JourneyFacts {
  /** Tells which children wait together; never shown. */
  readonly unit: string;
  readonly disruptedOn: IsoDate | null;
  readonly leftCareOn: IsoDate | null;
}

type ReportHousehold = Pick<HouseholdDates, 'enquiryOn' | 'roiOn' | 'stage1StartedOn' | 'stage1EndedOn' | 'stage2StartedOn' | 'approvedOn' | 'matchedOn' | 'leftOn'>;

export interface ReportFacts {
  readonly children: readonly ReportChild[];
  readonly households: readonly ReportHousehold[];
}

/** Months that stage one, stage two and both together may take (AAR 2005 regs 27 and 30B; domain.md 2.3 and 3.6). */
const STAGE_ONE_MONTHS = 2;
const STAGE_TWO_MONTHS = 4;
const BOTH_MONTHS = 6;
const LONG_WAIT_MONTHS = 18;

/** What no indicator tells: the figures of an agency's own report by its own records, from each child's and each family's own dates; what came after the last day had not happened. */
export function reportFigures({ children, households }: ReportFacts, period: Period): readonly ReportFigure[] {
  const by = (day: IsoDate | null): boolean => day !== null && day <= period.to;
  const waiting = children.filter(({ admDecidedOn, placedOn, adoptedOn, decisionReversedOn, leftCareOn }) => by(admDecidedOn) && ![placedOn, adoptedOn, decisionReversedOn, leftCareOn].some(by));
  return [...waitingFigures(waiting, period), ...waits(waiting, period), ...applications(households, period), ...recruitment(households, period), ...outcomes(children, period)];
}

function waitingFigures(waiting: readonly ReportChild[], { to }: Period): readonly ReportFigure[] {
  const sizes = new Map<string, number>();
  for (const { unit } of waiting) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  const figure = (label: string, is: (child: ReportChild) => boolean, definition: string): ReportFigure => stated('WAITING', label, 'children', countOf(count(waiting, is)), definition);
  return [
    figure('Children waiting', () => true, 'Children with a decision that they should be placed for adoption, not placed, not adopted, the decision not reversed, on the last day.'),
    figure('With a placement order', ({ placementOrderOn }) => placementOrderOn !== null && placementOrderOn <= to, 'Of the children waiting, those with a placement or freeing order.'),
    ...AGE_BANDS.map((band) => figure(`Aged ${AGE_BAND_WORDS[band]}`, ({ dateOfBirth }) => dateOfBirth !== null && ageBand(dateOfBirth, to) === band, 'Age on the last day.')),
    figure('Waiting with brothers or sisters', ({ unit }) => (sizes.get(unit) ?? 0) > 1, 'Children to be placed together with another child who waits.'),
    stated('WAITING', 'Groups of brothers and sisters', 'groups', countOf(count([...sizes.values()], (size) => size > 1)), 'Groups, not children.'),
    figure('With a disability', ({ disability }) => disability === true, 'As recorded.'),
    figure(`Of a heritage other than ${HERITAGE_WORDS.WHITE}`, ({ ethnicity }) => !heritageGroups(ethnicity === null ? null : [ethnicity]).some((group) => group === 'WHITE' || group === 'NOT_KNOWN'),
      'By broad groups of the census; children of White minorities are counted with the White, and those whose ethnicity is not known with nobody.'),
  ];
}

function waits(waiting: readonly ReportChild[], { to }: Period): readonly ReportFigure[] {
  const since = (from: 'admDecidedOn' | 'enteredCareOn'): number[] => waiting.flatMap((child) => { const day = child[from]; return day === null ? [] : [daysBetween(day, to)]; });
  return [
    stated('WAITS', 'Since the decision, on average', 'days', timeOf(since('admDecidedOn')), 'Mean days from the decision to the last day, of the children waiting.'),
    stated('WAITS', 'Since entering care, on average', 'days', timeOf(since('enteredCareOn')), 'Mean days from entering care to the last day, of the children waiting.'),
    ...WAITING_BANDS.map((band) => stated('WAITS', `Waiting ${WAITING_WORDS[band]}`, 'children', countOf(count(waiting, ({ admDecidedOn }) => admDecidedOn !== null && waitingBand(admDecidedOn, to) === band)), 'Calendar months since the decision.')),
    stated('WAITS', `In care for ${LONG_WAIT_MONTHS} months or longer`, 'children', countOf(count(waiting, ({ enteredCareOn }) => enteredCareOn !== null && addMonths(enteredCareOn, LONG_WAIT_MONTHS) <= to)), 'Of the children waiting.'),
  ];
}

function applications(households: readonly ReportHousehold[], period: Period): readonly ReportFigure[] {
  const inTime = (label: string, from: keyof ReportHousehold, to: keyof ReportHousehold, months: number): ReportFigure => {
    const ended = households.flatMap((household) => { const [first, last] = [household[from], household[to]]; return first !== null && within(last, period) ? [{ first, last: last as IsoDate }] : []; });
    return stated('APPLICATIONS', label, 'percent', shareOf(count(ended, ({ first, last }) => last <= addMonths(first, months)), ended.length),
      `Of families for whom it ended in the period and both days are known. Pauses and extensions are not taken off.${from === 'stage1StartedOn' ? ' A fast track has no stage one and is left out.' : ''}`);
  };
  return [
    inTime(`Stage one within ${STAGE_ONE_MONTHS} months`, 'stage1StartedOn', 'stage1EndedOn', STAGE_ONE_MONTHS),
    inTime(`Stage two to approval within ${STAGE_TWO_MONTHS} months`, 'stage2StartedOn', 'approvedOn', STAGE_TWO_MONTHS),
    inTime(`Registration to approval within ${BOTH_MONTHS} months`, 'stage1StartedOn', 'approvedOn', BOTH_MONTHS),
  ];
}

function recruitment(households: readonly ReportHousehold[], { from, to }: Period): readonly ReportFigure[] {
  const flow = (label: string, field: keyof ReportHousehold): ReportFigure => stated('RECRUITMENT', label, 'households', countOf(count(households, (household) => within(household[field], { from, to }))), 'In the period, by its day.');
  const by = (day: IsoDate | null): boolean => day !== null && day <= to;
  const standing = (label: string, is: (household: ReportHousehold) => boolean, definition: string): ReportFigure => stated('RECRUITMENT', label, 'households', countOf(count(households, (one) => !by(one.leftOn) && is(one))), definition);
  return [
    flow('Enquiries', 'enquiryOn'), flow('Registrations of interest', 'roiOn'), flow('Started stage one', 'stage1StartedOn'), flow('Started stage two', 'stage2StartedOn'), flow('Approved', 'approvedOn'), flow('Left', 'leftOn'),
    standing('In assessment', ({ stage1StartedOn, stage2StartedOn, approvedOn }) => (by(stage1StartedOn) || by(stage2StartedOn)) && !by(approvedOn), 'In stage one or two on the last day, not yet approved.'),
    standing('Approved and waiting', ({ approvedOn, matchedOn }) => by(approvedOn) && !by(matchedOn), 'Approved, not matched and not left on the last day.'),
  ];
}

function outcomes(children: readonly ReportChild[], period: Period): readonly ReportFigure[] {
  const flow = (section: ReportSection, label: string, field: 'matchedOn' | 'placedOn' | 'disruptedOn' | 'decisionReversedOn'): ReportFigure =>
    stated(section, label, 'children', countOf(count(children, (child) => within(child[field], period))), 'In the period, by its day.');
  return [
    flow('PLACED', 'Children placed', 'placedOn'),
    flow('PLACED', 'Children matched', 'matchedOn'),
    flow('DISRUPTIONS', 'Placements that disrupted', 'disruptedOn'),
    flow('CHANGES', 'Plans changed away from adoption', 'decisionReversedOn'),
  ];
}

const count = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length;
const within = (day: IsoDate | null, { from, to }: Period): boolean => day !== null && day >= from && day <= to;

function stated(section: ReportSection, label: string, unit: ReportFigure['unit'], { value, numerator, denominator }: Figure, definition: string): ReportFigure {
  return { section, label, unit, value, numerator, denominator, isHidden: false, definition };
}
