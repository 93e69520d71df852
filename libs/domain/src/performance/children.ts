import { addMonths, daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { JourneyFacts } from './facts';
import { asAt } from './facts';
import type { Figure, Period } from './indicator';
import { countOf, shareOf, timeOf, withoutValue } from './indicator';
import type { ChildCode } from './definitions';
import { CHAT_PARAMETERS, type ChildParameters } from './parameters';
import { waitOf, type Wait } from './kaplan-meier';

/** Who left care in the period, each by the last time; `null` where the source does not say. */
export type Leavers = { readonly adopted: number; readonly all: number } | null;

/**
 * Every children's indicator of a period, from each child's own dates; a region is its children together, never the mean of its councils (domain.md 3.8, trap 33).
 * What came after the period's last day is not looked at.
 */
export function childFigures(journeys: readonly JourneyFacts[], period: Period, leavers: Leavers, parameters: ChildParameters = CHAT_PARAMETERS): Readonly<Record<ChildCode, Figure>> {
  const known = journeys.map((journey) => asAt(journey, period.to));
  const adopted = known.filter(({ adoptedOn }) => within(adoptedOn, period));
  const list = known.filter((journey) => isOnList(journey, period));
  const open = known.filter((journey) => isOpen(journey) && journey.admDecidedOn !== null);
  const waiting = open.filter(({ placedOn }) => placedOn === null);
  return {
    ...times(adopted, open, period.to),
    ...stages(adopted),
    A3: withinThreshold(adopted, list, waiting, period.to, parameters),
    A4: leavers === null ? withoutValue('The source does not say who left care in the period (Annex A: List 8 is missing).') : shareOf(leavers.adopted, leavers.all),
    A5: shareOf(count(list, ({ decisionReversedOn }) => within(decisionReversedOn, period)), list.length),
    A9: countOf(waiting.length),
    A14: countOf(count(waiting, ({ placementOrderOn }) => placementOrderOn !== null)),
    A15: countOf(count(known, ({ admDecidedOn }) => within(admDecidedOn, period))),
    A16: countOf(count(known, ({ placementOrderOn }) => within(placementOrderOn, period))),
    'CHAT.TOTAL': countOf(list.length),
    'CHAT.ADOPTED': countOf(count(list, ({ adoptedOn }) => adoptedOn !== null)),
    'CHAT.WAITING': countOf(count(list, isOpen)),
    'CHAT.WAITING_PO': countOf(count(list, (journey) => isOpen(journey) && journey.placementOrderOn !== null)),
    'CHAT.REVERSED': countOf(count(list, ({ decisionReversedOn }) => within(decisionReversedOn, period))),
  };
}

function times(adopted: readonly JourneyFacts[], open: readonly JourneyFacts[], to: IsoDate): Record<'A1' | 'A10' | 'A2', Figure> {
  const placed = adopted.filter(({ placedOn, adoptedOn }) => placedOn !== null && adoptedOn !== null && placedOn <= adoptedOn);
  const time = (from: Day, until: Day, least = -Infinity): Figure => {
    const waits = [...placed, ...open].flatMap((journey) => waitBetween(from(journey), until(journey), to));
    return timeOf(placed.flatMap((journey) => span(from(journey), until(journey)).map((days) => Math.max(least, days))), waits);
  };
  return {
    A1: time(({ enteredCareOn }) => enteredCareOn, ({ placedOn }) => placedOn),
    A10: time(({ enteredCareOn }) => enteredCareOn, ({ fosteredByAdoptersFrom, placedOn }) => (placedOn === null ? null : (fosteredByAdoptersFrom ?? placedOn)), 0),
    A2: time(({ placementOrderOn }) => placementOrderOn, ({ matchedOn }) => matchedOn, 0),
  };
}

type Day = (journey: JourneyFacts) => IsoDate | null;

function waitBetween(from: IsoDate | null, until: IsoDate | null, to: IsoDate): Wait[] {
  if (from === null) return [];
  const wait = waitOf(from, until, to);
  return [{ ...wait, days: Math.max(0, wait.days) }];
}

function stages(adopted: readonly JourneyFacts[]): Record<'STAGE.EC_ADM' | 'STAGE.ADM_PO' | 'STAGE.PO_M' | 'STAGE.M_P' | 'STAGE.P_AO', Figure> {
  const between = (from: keyof JourneyFacts, to: keyof JourneyFacts): number[] => adopted.flatMap((journey) => span(journey[from] as IsoDate | null, journey[to] as IsoDate | null));
  return {
    'STAGE.EC_ADM': timeOf(between('enteredCareOn', 'admDecidedOn')),
    'STAGE.ADM_PO': timeOf(between('admDecidedOn', 'placementOrderOn')),
    'STAGE.PO_M': timeOf(between('placementOrderOn', 'matchedOn').map((days) => Math.max(0, days))),
    'STAGE.M_P': timeOf(between('matchedOn', 'placedOn')),
    'STAGE.P_AO': timeOf(between('placedOn', 'adoptedOn')),
  };
}

function withinThreshold(adopted: readonly JourneyFacts[], list: readonly JourneyFacts[], waiting: readonly JourneyFacts[], to: IsoDate, parameters: ChildParameters): Figure {
  const { a3Population, a3Months, openBelowThreshold } = parameters;
  const isShort = ({ enteredCareOn, placedOn }: JourneyFacts): boolean => enteredCareOn !== null && (placedOn ?? to) < addMonths(enteredCareOn, a3Months);
  const placed = (a3Population === 'placedOnly' ? list : adopted).filter(({ enteredCareOn, placedOn }) => enteredCareOn !== null && placedOn !== null);
  const stillWaiting = a3Population === 'adoptedPlusWaiting' ? waiting.filter((journey) => journey.enteredCareOn !== null && (openBelowThreshold === 'met' || !isShort(journey))) : [];
  return shareOf(count([...placed, ...stillWaiting], isShort), placed.length + stillWaiting.length);
}

/** ChAT's population: a decision, and an order in the period, a reversal in the period, or neither yet (domain.md 3.5). */
function isOnList(journey: JourneyFacts, period: Period): boolean {
  return journey.admDecidedOn !== null && (within(journey.adoptedOn, period) || within(journey.decisionReversedOn, period) || isOpen(journey));
}

const isOpen = ({ adoptedOn, decisionReversedOn }: JourneyFacts): boolean => adoptedOn === null && decisionReversedOn === null;
const within = (day: IsoDate | null, { from, to }: Period): boolean => day !== null && day >= from && day <= to;
const count = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length;
const span = (from: IsoDate | null, to: IsoDate | null): number[] => (from === null || to === null ? [] : [daysBetween(from, to)]);
