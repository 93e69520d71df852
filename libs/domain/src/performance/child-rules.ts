import type { ChildCode } from './definitions';
import type { Growing } from './growing';
import { hasOrder, NEVER, placedBy, type JourneyDays } from './journey-days';
import type { ChildParameters } from './parameters';
import type { Rule } from './tallying';

type ChildRule = Rule<JourneyDays>;

const adopted = (journey: JourneyDays): number => journey.adopted;
/** An order or a reversal, of those who had a decision: so they leave the list. */
const leftList = (journey: JourneyDays): number => (journey.decided === NEVER ? NEVER : Math.min(journey.adopted, journey.reversed));
const one = (_: JourneyDays, into: Growing): void => void (into.among += 1);
const oneStands = (_: JourneyDays, __: number, into: Growing): void => void (into.atEnd.among += 1);

/** Days between two days, where both are known and the child was placed on or before the order (domain.md 3.2). */
const timeOfAdopted = (from: (journey: JourneyDays) => number, until: (journey: JourneyDays, on: number) => number, least = -Infinity): ChildRule => ({
  flow: [adopted, (journey, into) => (journey.placed <= journey.adopted ? span(from(journey), until(journey, journey.adopted), least, into) : undefined)],
  stands: (journey, on, { atEnd }) => {
    const [began, ended] = [from(journey), until(journey, on)];
    if (began <= on) (ended <= on ? atEnd.over : atEnd.waits).push(Math.max(0, Math.min(ended, on) - began));
  },
});

const stage = (from: (journey: JourneyDays) => number, until: (journey: JourneyDays) => number, least = -Infinity): ChildRule => ({ flow: [adopted, (journey, into) => span(from(journey), until(journey), least, into)] });

function span(from: number, until: number, least: number, into: Growing): void {
  if (from !== NEVER && until !== NEVER) into.days.push(Math.max(least, until - from));
}

/** Whether carers are to adopt is known once the child is placed with them for adoption, and counts back from then. */
const movedIn = (journey: JourneyDays, on: number): number => (journey.placed > on ? placedBy(journey, on) : Math.min(journey.placed, journey.fostered));

/** Of each indicator what every journey adds to it; together with `figureOf` the one place that says how it is reckoned (domain.md 3.2 to 3.5). */
export const childRules = (parameters: ChildParameters): Readonly<Record<Exclude<ChildCode, 'A4' | 'A16'>, ChildRule>> => ({
  A1: timeOfAdopted(({ entered }) => entered, placedBy),
  A10: timeOfAdopted(({ entered }) => entered, movedIn, 0),
  A2: timeOfAdopted(({ ordered }) => ordered, ({ matched }) => matched, 0),
  A3: withinThreshold(parameters),
  A5: {
    flow: [leftList, (journey, into) => { into.among += 1; into.of += journey.reversed === NEVER ? 0 : 1; }],
    stands: oneStands,
  },
  A9: { stands: (journey, on, into) => (placedBy(journey, on) > on ? oneStands(journey, on, into) : undefined) },
  A14: { stands: (journey, on, into) => (placedBy(journey, on) > on && hasOrder(journey, on) ? oneStands(journey, on, into) : undefined) },
  A15: { flow: [({ decided }) => decided, one] },
  'CHAT.TOTAL': { flow: [leftList, one], stands: oneStands },
  'CHAT.ADOPTED': { flow: [(journey) => (journey.decided === NEVER ? NEVER : journey.adopted), one] },
  'CHAT.WAITING': { stands: oneStands },
  'CHAT.WAITING_PO': { stands: (journey, on, into) => (hasOrder(journey, on) ? oneStands(journey, on, into) : undefined) },
  'CHAT.REVERSED': { flow: [(journey) => (journey.decided === NEVER ? NEVER : journey.reversed), one] },
  'STAGE.EC_ADM': stage(({ entered }) => entered, ({ decided }) => decided),
  'STAGE.ADM_PO': stage(({ decided }) => decided, ({ ordered }) => ordered),
  'STAGE.PO_M': stage(({ ordered }) => ordered, ({ matched }) => matched, 0),
  'STAGE.M_P': stage(({ matched }) => matched, ({ placed }) => placed),
  'STAGE.P_AO': stage(({ placed }) => placed, adopted),
});

/** Orders, of which a journey can have several. */
export const ORDER_RULES: Readonly<Record<'A16', Rule<number>>> = { A16: { flow: [(ordered) => ordered, (_, into) => void (into.among += 1)] } };

function withinThreshold({ a3Population, openBelowThreshold }: ChildParameters): ChildRule {
  const ended: ChildRule['flow'] = [a3Population === 'placedOnly' ? leftList : adopted, ({ entered, placed, tooLate }, into) => {
    if (entered === NEVER || placed === NEVER) return;
    into.among += 1;
    into.of += placed < tooLate ? 1 : 0;
  }];
  if (a3Population === 'adoptedOnly') return { flow: ended };
  return {
    flow: ended,
    stands: (journey, on, { atEnd }) => {
      const { entered, tooLate } = journey;
      const placed = placedBy(journey, on);
      const isPlaced = placed <= on;
      if (entered > on || isPlaced !== (a3Population === 'placedOnly')) return;
      const isShort = Math.min(placed, on) < tooLate;
      if (!isPlaced && isShort && openBelowThreshold === 'excluded') return;
      atEnd.among += 1;
      atEnd.of += isShort ? 1 : 0;
    },
  };
}
