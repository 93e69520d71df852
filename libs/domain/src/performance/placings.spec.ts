import { NO_DATES, type ChildDates } from '../children/states';
import { isoDate, type IsoDate } from '../dates/iso-date';
import { adoptedTallies } from './adopted-rules';
import type { JourneyFacts } from './facts';
import { journeysOfChild, type ChildHistory, type PlacementFacts } from './hub-journeys';
import { placingsOfChild, type Region } from './hub-placings';
import { PLACING_DEFINITIONS, type PlacingCode } from './placing-definitions';
import { placingTallies } from './placing-rules';
import { figureOf } from './tally';

const region: Region = {
  kinds: new Map([['north', 'COUNCIL'], ['south', 'COUNCIL'], ['homes', 'VOLUNTARY']]),
  memberships: [{ agencyId: 'north', startsOn: isoDate('2020-01-01'), endsOn: null }, { agencyId: 'south', startsOn: isoDate('2024-07-01'), endsOn: null }, { agencyId: 'homes', startsOn: isoDate('2020-01-01'), endsOn: null }],
};
const placement = (placedOn: string, over: Partial<Record<keyof PlacementFacts, unknown>> = {}): PlacementFacts => ({
  householdAgencyId: 'north', home: null, livesThereSince: null, placedOn: isoDate(placedOn), disruptedOn: null, together: 1, celebratedOn: null, lifeStoryOn: null, laterLifeOn: null, ...over,
} as PlacementFacts);
const child = (dates: Partial<Record<keyof ChildDates, string>>, placements: readonly PlacementFacts[] = [], over: Partial<ChildHistory> = {}): ChildHistory => ({
  id: 'c', council: 'north', dateOfBirth: null, sex: 'F', ethnicity: null, disability: null, dates: { ...NO_DATES, ...(dates as Partial<ChildDates>) }, decisions: [], steps: [], placements, isWithOwnFamily: false, placedTogether: 1, ...over,
});
const figure = (code: PlacingCode, children: readonly ChildHistory[], to = '2024-12-31') => {
  const [tallies] = placingTallies(children.flatMap((one) => placingsOfChild(one, journeysOfChild(one), region)), [{ from: isoDate('2024-01-01'), to: isoDate(to) }]);
  return figureOf(PLACING_DEFINITIONS.find((definition) => definition.code === code)?.unit ?? 'days', tallies?.[code] ?? {});
};
const DECIDED = { enteredCareOn: '2023-01-01', admDecidedOn: '2023-06-15' };

describe('moving in', () => {
  it('is within twelve months of the decision up to the day on which they end', () => {
    const at = (placedOn: string) => child({ ...DECIDED, matchedOn: '2024-01-05', placedOn });
    expect(['2024-06-15', '2024-06-16'].map((day) => figure('PLACED.12M', [at(day)]).value)).toEqual([100, 0]);
    expect(figure('PLACED.12M', [at('2023-12-31')])).toMatchObject({ value: null, denominator: 0 });
  });

  it('counts once of the placement and the record, and each time of a child who was placed twice', () => {
    const twice = child({ ...DECIDED, matchedOn: '2024-06-01', placedOn: '2024-08-01' }, [placement('2024-02-01', { disruptedOn: '2024-03-10' }), placement('2024-08-01')], {
      steps: [['MATCHED', '2024-01-05'], ['PLACED', '2024-02-01'], ['DISRUPTED', '2024-03-10'], ['SEARCH_RESUMED', '2024-03-11'], ['MATCHED', '2024-06-01'], ['PLACED', '2024-08-01']].map(([event, onDate]) => ({ event: event ?? '', onDate: onDate as IsoDate })),
    });
    expect([figure('PLACED', [twice]).value, figure('DISRUPTED', [twice]).value, figure('DISRUPTED', [twice], '2024-03-09').value]).toEqual([2, 1, 0]);
  });

  it('is between agencies unless both councils belonged to the region that day; a voluntary agency’s adopters always are', () => {
    const with_ = (householdAgencyId: string, placedOn: string) => figure('PLACED.INTER', [child({ ...DECIDED, matchedOn: '2024-01-05', placedOn }, [placement(placedOn, { householdAgencyId })])]).value;
    expect([with_('north', '2024-08-01'), with_('south', '2024-06-30'), with_('south', '2024-07-01'), with_('homes', '2024-08-01')]).toEqual([0, 100, 0, 100]);
    // What a file brought names no agency of the adopters.
    expect(figure('PLACED.INTER', [child({ ...DECIDED, placedOn: '2024-08-01' })])).toMatchObject({ value: null, denominator: 0 });
  });

  it('counts children with brothers and sisters, not groups (trap 17), and early permanence', () => {
    const group = [1, 2].map(() => child({ ...DECIDED, placedOn: '2024-08-01' }, [placement('2024-08-01', { together: 2, home: 'EARLY_PERMANENCE', livesThereSince: '2024-01-01' })]));
    const alone = [1, 2, 3].map(() => child({ ...DECIDED, placedOn: '2024-08-01' }, [], { placedTogether: 1 }));
    expect(figure('PLACED.SIBLINGS', [...group, ...alone])).toMatchObject({ numerator: 2, denominator: 5, value: 40 });
    expect(figure('PLACED.EARLY', [...group, ...alone])).toMatchObject({ numerator: 2, denominator: 5 });
  });
});

describe('what follows an order', () => {
  // Ten working days of Monday 2 September 2024 end on Monday 16 September.
  const adopted = (over: Partial<Record<keyof PlacementFacts, unknown>>) => child({ ...DECIDED, placedOn: '2024-02-01', adoptedOn: '2024-08-20' }, [placement('2024-02-01', { celebratedOn: '2024-09-02', ...over })]);

  it('is late from the day after the last, until it is done', () => {
    const letter = adopted({ laterLifeOn: '2024-10-10' });
    expect(['2024-09-16', '2024-09-17', '2024-10-09', '2024-10-10'].map((day) => figure('LATE.LETTER', [letter], day).value)).toEqual([0, 1, 1, 0]);
    expect(['2024-10-10', '2024-12-31'].map((day) => figure('LATE.BOOK', [letter], day).value)).toEqual([1, 1]);
    expect(figure('LATE.BOOK', [adopted({ celebratedOn: null })]).value).toBe(0);
  });
});

describe('who was adopted', () => {
  const of = (ethnicity: string | null, dateOfBirth: string | null): JourneyFacts => ({
    child: 'c', council: null, dateOfBirth: dateOfBirth as IsoDate | null, sex: null, ethnicity, disability: null, enteredCareOn: null, admDecidedOn: null, placementOrderOn: null, matchedOn: null, placedOn: null,
    adoptedOn: isoDate('2024-05-10'), decisionReversedOn: null, reversalReason: null, fosteredByAdoptersFrom: null,
  });
  const shares = (journeys: readonly JourneyFacts[]) => {
    const [tallies] = adoptedTallies(journeys, [{ from: isoDate('2024-05-01'), to: isoDate('2024-05-31') }]);
    return (['A6', 'A7'] as const).map((code) => { const { numerator, denominator } = figureOf('percent', tallies?.[code] ?? {}); return [numerator, denominator]; });
  };

  it('knows white minorities as minorities, and takes refused and not yet known for unknown (trap 26)', () => {
    expect(shares(['WBRI', 'WIRI', 'MWBC', 'REFU', 'NOBT', null].map((code) => of(code, null)))[0]).toEqual([2, 3]);
  });

  it('takes the age on the day of the order (trap 25)', () => {
    expect(shares(['2019-05-10', '2019-05-11', null].map((born) => of(null, born)))[1]).toEqual([1, 2]);
  });

  it('is nobody where nobody was', () => {
    expect(shares([])).toEqual([[0, 0], [0, 0]]);
  });
});
