import * as fc from 'fast-check';
import { addDays } from '../dates/day-count';
import { isoDate, type IsoDate } from '../dates/iso-date';
import { childFigures, childTallies, type ChildTallies } from './children';
import { CHILD_DEFINITIONS, type ChildCode } from './definitions';
import type { JourneyFacts } from './facts';
import type { Figure } from './indicator';
import { A3_POPULATIONS, CHAT_PARAMETERS } from './parameters';
import { firstDay, lastDay, month, monthLater, monthsOf, periodEnding } from './periods';
import { figureOf, followedBy, pooled } from './tally';

const START = isoDate('2022-01-01');
const MONTHS = Array.from({ length: 24 }, (_, at) => monthLater(month('2022-01'), at));
const periods = MONTHS.map((one) => ({ from: firstDay(one), to: lastDay(one) }));

const NOTHING: JourneyFacts = {
  child: 'x', council: null, dateOfBirth: null, sex: null, ethnicity: null, disability: null, enteredCareOn: null, admDecidedOn: null, placementOrderOn: null, matchedOn: null,
  placedOn: null, adoptedOn: null, decisionReversedOn: null, reversalReason: null, fosteredByAdoptersFrom: null,
};

/** Each date after the one before it, and none after one that is missing. */
const coherent = fc.tuple(fc.array(fc.nat(200), { minLength: 1, maxLength: 6 }), fc.nat(500), fc.boolean(), fc.option(fc.nat(90))).map(([gaps, entered, isReversed, fostered]): JourneyFacts => {
  const days = gaps.reduce<IsoDate[]>((all, gap) => [...all, addDays(all.at(-1) ?? START, gap)], [addDays(START, entered - 200)]);
  const [enteredCareOn = null, admDecidedOn = null, placementOrderOn = null, matchedOn = null, placedOn = null, adoptedOn = null, over = null] = days;
  const ended = isReversed ? { decisionReversedOn: adoptedOn ?? over, placedOn: null, matchedOn: null } : { adoptedOn, placedOn, matchedOn };
  return { ...NOTHING, enteredCareOn, admDecidedOn, placementOrderOn, ...ended, fosteredByAdoptersFrom: fostered === null || enteredCareOn === null ? null : addDays(enteredCareOn, fostered) };
});
const day = fc.option(fc.nat(900).map((days) => addDays(START, days - 100)));
/** Any dates at all, an order beside a reversal and a placement after it among them. */
const contradicting = fc.record({ enteredCareOn: day, admDecidedOn: day, placementOrderOn: day, matchedOn: day, placedOn: day, adoptedOn: day, decisionReversedOn: day, fosteredByAdoptersFrom: day }).map((dates): JourneyFacts => ({ ...NOTHING, ...dates }));
const journeys = fc.array(fc.oneof(coherent, contradicting), { maxLength: 12 });
const run = fc.tuple(fc.nat(23), fc.nat(23)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
const parameters = fc.constantFrom(...A3_POPULATIONS).chain((a3Population) => fc.constantFrom('met' as const, 'excluded' as const).map((openBelowThreshold) => ({ ...CHAT_PARAMETERS, a3Population, openBelowThreshold })));

function figuresOf(tallies: readonly ChildTallies[], merge: typeof followedBy): Record<string, Figure> {
  const codes = Object.keys(CHILD_DEFINITIONS).filter((code): code is Exclude<ChildCode, 'A4'> => code !== 'A4');
  return Object.fromEntries(codes.map((code) => [code, figureOf(CHILD_DEFINITIONS[code].unit, merge(...tallies.map((one) => one[code])))]));
}

describe('months that follow one another', () => {
  it('give the figures of their run, whichever run it is and whatever the dates say', () => {
    fc.assert(fc.property(journeys, run, parameters, (children, [from, to], chosen) => {
      const whole = childFigures(children, { from: periods[from]?.from ?? START, to: periods[to]?.to ?? START }, null, chosen);
      const { A4, ...rest } = whole;
      expect(A4.value).toBeNull();
      expect(figuresOf(childTallies(children, periods.slice(from, to + 1), chosen), followedBy)).toEqual(rest);
    }), { numRuns: 300 });
  });

  it('hold what happened in them alone where others stand beside them', () => {
    fc.assert(fc.property(journeys, fc.nat(23), (children, at) => {
      expect(childTallies(children, periods)[at]).toEqual(childTallies(children, periods.slice(at, at + 1))[0]);
    }));
  });
});

describe('councils in the same months', () => {
  it('give the figures of their children together (trap 33)', () => {
    fc.assert(fc.property(journeys, journeys, run, (north, south, [from, to]) => {
      const period = { from: periods[from]?.from ?? START, to: periods[to]?.to ?? START };
      const { A4, ...together } = childFigures([...north, ...south], period, null);
      expect(A4.value).toBeNull();
      expect(figuresOf([north, south].flatMap((council) => childTallies(council, [period])), pooled)).toEqual(together);
    }));
  });
});

describe('a child with an order and a reversal', () => {
  it('is adopted, as the record of the child says, and once on the list', () => {
    const both: JourneyFacts = { ...NOTHING, enteredCareOn: START, admDecidedOn: isoDate('2022-02-01'), decisionReversedOn: isoDate('2022-05-10'), adoptedOn: isoDate('2022-08-10') };
    const year = childFigures([both], { from: START, to: isoDate('2022-12-31') }, null);
    expect([year['CHAT.TOTAL'].value, year['CHAT.ADOPTED'].value, year['CHAT.REVERSED'].value, year.A5.numerator]).toEqual([1, 1, 0, 0]);
    expect(childFigures([both], { from: START, to: isoDate('2022-06-30') }, null)['CHAT.WAITING'].value).toBe(1);
  });
});

describe('a year to date', () => {
  it('begins anew in April, and says nothing rather than 0 until there is an adoption (trap 7)', () => {
    expect(monthsOf('YEAR_TO_DATE', month('2022-04'))).toEqual(['2022-04']);
    const adopted: JourneyFacts = { ...NOTHING, enteredCareOn: START, admDecidedOn: START, placementOrderOn: START, matchedOn: START, placedOn: isoDate('2022-01-11'), adoptedOn: isoDate('2022-03-31') };
    const of = (to: string) => childFigures([adopted], periodEnding('YEAR_TO_DATE', month(to)), null).A1;
    expect([of('2022-03').value, of('2022-04').value, of('2022-04').reason]).toEqual([10, null, 'No children in this population.']);
  });
});
