import * as fc from 'fast-check';
import { NO_HOUSEHOLD_DATES, type HouseholdDates } from '../adopters/states';
import { addDays } from '../dates/day-count';
import { isoDate, type IsoDate } from '../dates/iso-date';
import type { AssessmentEvent } from '../recruitment/assessment';
import { HOUSEHOLD_DEFINITIONS, type HouseholdCode } from './household-definitions';
import { householdTallies } from './household-rules';
import { journeyOfHousehold } from './hub-households';
import type { HouseholdJourney } from './household-days';
import type { Figure } from './indicator';
import { firstDay, lastDay, month, monthLater } from './periods';
import { figureOf, followedBy } from './tally';

type Days = Partial<Record<Exclude<keyof HouseholdDates, 'leftReason'>, string>>;
const step = (event: string, onDate: string, askedBy: AssessmentEvent['askedBy'] = null, untilOn: string | null = null): AssessmentEvent => ({ event, onDate: isoDate(onDate), code: null, askedBy, untilOn: untilOn as IsoDate | null });
const household = (dates: Days, history: readonly AssessmentEvent[] = [], leftReason: HouseholdDates['leftReason'] = null): HouseholdJourney => journeyOfHousehold({ ...NO_HOUSEHOLD_DATES, ...(dates as Partial<HouseholdDates>), leftReason }, history);
const unitOf = (code: HouseholdCode) => HOUSEHOLD_DEFINITIONS.find((definition) => definition.code === code)?.unit ?? 'days';

function figure(code: HouseholdCode, households: readonly HouseholdJourney[], from = '2024-01-01', to = '2024-12-31'): Figure {
  const [tallies] = householdTallies(households, [{ from: isoDate(from), to: isoDate(to) }]);
  return figureOf(unitOf(code), tallies?.[code] ?? {});
}

describe('stage one and stage two', () => {
  // Stage one: 10 January to 10 March is two months to the day; 10 January to 11 March one day more. Stage two: 31 October to 29 February clamps to the month's end.
  const onTime = household({ stage1StartedOn: '2024-01-10', stage1EndedOn: '2024-03-10', stage2StartedOn: '2024-04-01', approvedOn: '2024-08-01' });
  const late = household({ stage1StartedOn: '2024-01-10', stage1EndedOn: '2024-03-11', stage2StartedOn: '2024-03-11', approvedOn: '2024-07-12' });
  const fast = household({ stage2StartedOn: '2023-10-31', approvedOn: '2024-02-29' });

  it('are measured against each limit, and a fast track has no stage one rather than one of 0 days (trap 9)', () => {
    expect(figure('ADOPTERS.S1_2M', [onTime, late, fast])).toMatchObject({ numerator: 1, denominator: 2, value: 50 });
    expect(figure('ADOPTERS.S1_3M', [onTime, late, fast])).toMatchObject({ numerator: 2, denominator: 2 });
    expect(figure('ADOPTERS.S1_DAYS', [onTime, late, fast])).toMatchObject({ numerator: 60 + 61, n: 2 });
    expect(figure('ADOPTERS.S2_4M', [onTime, late, fast])).toMatchObject({ numerator: 2, denominator: 3 });
    expect(figure('ADOPTERS.S2_5M', [onTime, late, fast])).toMatchObject({ numerator: 3, denominator: 3 });
    // 1 April to 1 August, 11 March to 12 July, 31 October to 29 February.
    expect(figure('ADOPTERS.S2_DAYS', [onTime, late, fast])).toMatchObject({ numerator: 122 + 123 + 121, n: 3 });
  });

  it('are six months in all without the time between them', () => {
    // 204 days in all, 22 of them between the stages; 10 July and 22 days is 1 August.
    expect(figure('ADOPTERS.WHOLE_DAYS', [onTime, fast])).toMatchObject({ numerator: 204 - 22, n: 1 });
    expect(figure('ADOPTERS.WHOLE_6M', [onTime, late, fast])).toMatchObject({ numerator: 1, denominator: 2 });
    expect(figure('ADOPTERS.WHOLE_8M', [onTime, late, fast])).toMatchObject({ numerator: 2, denominator: 2 });
  });

  it('stop on the decision and not at the panel, and count in the month of the decision (trap 9)', () => {
    expect(figure('ADOPTERS.S2_4M', [onTime], '2024-07-01', '2024-07-31')).toMatchObject({ value: null, denominator: 0 });
    expect(figure('ADOPTERS.S2_4M', [onTime], '2024-08-01', '2024-08-31')).toMatchObject({ denominator: 1 });
  });

  it('are lawfully longer at the adopters’ wish and in exceptional circumstances alone', () => {
    const dates = { stage2StartedOn: '2024-03-11', approvedOn: '2024-07-31' };
    const held = (askedBy: AssessmentEvent['askedBy']) => household(dates, [step('PUT_ON_HOLD', '2024-04-01', askedBy), step('RESUMED', '2024-04-21', askedBy)]);
    const extended = household(dates, [step('STAGE2_EXTENDED', '2024-06-01', 'EXCEPTIONAL', '2024-07-31')]);
    expect([household(dates), held('ADOPTERS'), held('AGENCY'), extended].map((one) => figure('ADOPTERS.S2_LAWFUL', [one]).value)).toEqual([0, 100, 0, 100]);
    expect(figure('ADOPTERS.S2_4M', [held('ADOPTERS')]).value).toBe(0);
  });
});

describe('approval to match', () => {
  const approved = { approvedOn: '2024-01-31' };
  const quick = household({ ...approved, matchedOn: '2024-04-29' });
  const onTheDay = household({ ...approved, matchedOn: '2024-04-30' });
  const waiting = household(approved);

  it('is within three months until the day on which they are over, and A12 from that day on', () => {
    expect(figure('ADOPTERS.MATCH_3M', [quick, onTheDay, waiting])).toMatchObject({ numerator: 1, denominator: 2 });
    expect(figure('A12', [quick, onTheDay, waiting])).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('has a mean of those matched, and a median in which those who wait count', () => {
    const times = figure('ADOPTERS.MATCH_DAYS', [quick, onTheDay, waiting, waiting], '2024-01-01', '2024-12-31');
    expect(times).toMatchObject({ numerator: 89 + 90, n: 2, value: 89.5, median: 89.5 });
    expect(times.medianWithWaiting).toBe(90);
  });

  it('is of nobody who was matched before, as records that contradict themselves have it', () => {
    const before = household({ approvedOn: '2024-03-01', matchedOn: '2024-02-01' });
    expect((['ADOPTERS.MATCH_DAYS', 'ADOPTERS.MATCH_3M', 'A12'] as const).map((code) => figure(code, [before]).value)).toEqual([null, null, null]);
    expect(figure('ADOPTERS.MATCHED', [before]).value).toBe(0);
  });

  it('counts the first match, and those whose match fell as waiting again', () => {
    const fell = household({ ...approved, matchedOn: '2024-09-01' }, [step('MATCHED', '2024-03-01'), step('MATCH_FELL', '2024-04-15'), step('MATCHED', '2024-09-01')]);
    expect(figure('ADOPTERS.MATCHED', [fell])).toMatchObject({ value: 1 });
    expect(figure('ADOPTERS.MATCH_DAYS', [fell])).toMatchObject({ numerator: 30, n: 1 });
    expect(['2024-02-29', '2024-03-31', '2024-05-31', '2024-09-30'].map((day) => figure('A11', [fell], '2024-01-01', day).value)).toEqual([1, 0, 1, 0]);
  });
});

describe('the pipeline', () => {
  it('counts households where they stand at the end of each day, a hold among them and those who left not', () => {
    const dates = { enquiryOn: '2024-01-05', stage1StartedOn: '2024-02-05', stage1EndedOn: '2024-04-05', stage2StartedOn: '2024-05-05', approvedOn: '2024-09-05' };
    const at = (day: string, one = household(dates)) => (['PIPELINE.ENQUIRY', 'PIPELINE.S1', 'PIPELINE.GAP', 'PIPELINE.S2', 'A13', 'A11'] as const).map((code) => figure(code, [one], '2024-01-01', day).value);
    expect(['2024-01-31', '2024-02-29', '2024-04-30', '2024-05-31', '2024-09-30'].map((day) => at(day))).toEqual([
      [1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 1, 0], [0, 0, 1, 0, 1, 0], [0, 0, 0, 1, 1, 0], [0, 0, 0, 0, 0, 1],
    ]);
    expect(at('2024-05-31', household({ ...dates, leftOn: '2024-05-20' }, [], '2'))).toEqual([0, 0, 0, 1, 1, 0]);
    expect(at('2024-05-31', household({ ...dates, leftOn: '2024-05-20' }, [], '1'))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('counts who left after approval and was never matched', () => {
    const left = household({ approvedOn: '2024-01-05', leftOn: '2024-06-05' }, [], '1');
    const matched = household({ approvedOn: '2024-01-05', matchedOn: '2024-03-01', leftOn: '2024-06-05' }, [], '1');
    const before = household({ enquiryOn: '2024-01-05', leftOn: '2024-06-05' }, [], '1');
    expect(figure('ADOPTERS.LEFT', [left, matched, before]).value).toBe(1);
  });

  it('says that nobody was there rather than 0', () => {
    expect((['A12', 'ADOPTERS.S1_2M', 'ADOPTERS.S2_DAYS', 'ADOPTERS.MATCH_DAYS'] as const).map((code) => figure(code, []).value)).toEqual([null, null, null, null]);
    expect(figure('A11', []).value).toBe(0);
  });
});

describe('a household that a file brought, without a history', () => {
  it('is one, whose approval is the decision (traps 8 and 35)', () => {
    const one = journeyOfHousehold({ ...NO_HOUSEHOLD_DATES, stage1StartedOn: isoDate('2024-01-10'), stage1EndedOn: isoDate('2024-03-01'), stage2StartedOn: isoDate('2024-03-01'), approvedOn: isoDate('2024-07-01') }, []);
    expect(figure('ADOPTERS.APPROVALS', [one]).value).toBe(1);
    expect(figure('ADOPTERS.S2_DAYS', [one]).numerator).toBe(122);
  });
});

describe('months of households', () => {
  const START = isoDate('2022-01-01');
  const day = fc.option(fc.nat(800).map((days) => addDays(START, days)));
  const any = fc.record({ enquiryOn: day, stage1StartedOn: day, stage1EndedOn: day, stage2StartedOn: day, approvedOn: day, matchedOn: day, leftOn: day }).map((dates) => journeyOfHousehold({ ...NO_HOUSEHOLD_DATES, ...dates }, []));

  it('add up to their run, whatever the dates say', () => {
    const months = Array.from({ length: 24 }, (_, at) => monthLater(month('2022-01'), at)).map((one) => ({ from: firstDay(one), to: lastDay(one) }));
    fc.assert(fc.property(fc.array(any, { maxLength: 10 }), fc.nat(23), fc.nat(23), (households, one, other) => {
      const run = months.slice(Math.min(one, other), Math.max(one, other) + 1);
      const [whole] = householdTallies(households, [{ from: run[0]?.from ?? START, to: run.at(-1)?.to ?? START }]);
      const parts = householdTallies(households, run);
      for (const { code, unit } of HOUSEHOLD_DEFINITIONS) {
        expect([code, figureOf(unit, followedBy(...parts.map((tallies) => tallies[code as HouseholdCode])))]).toEqual([code, figureOf(unit, whole?.[code as HouseholdCode] ?? {})]);
      }
    }));
  });
});
