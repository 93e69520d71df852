import { NO_DATES, type ChildDates } from '../children/states';
import { isoDate, type IsoDate } from '../dates/iso-date';
import { childFigures } from './children';
import { journeysOfChild, type ChildHistory } from './hub-journeys';

type Days = Partial<Record<keyof ChildDates, string>>;
const child = (dates: Days, steps: readonly (readonly [string, string])[] = [], decisions: readonly (readonly [string, string | null])[] = [], fosteredFrom: string | null = null): ChildHistory => ({
  id: 'c', council: 'NTH', dateOfBirth: null, sex: 'F', ethnicity: 'WBRI', disability: null, dates: { ...NO_DATES, ...(dates as Partial<ChildDates>) },
  steps: steps.map(([event, onDate]) => ({ event, onDate: isoDate(onDate) })), decisions: decisions.map(([decidedOn, reversedOn]) => ({ decidedOn: isoDate(decidedOn), reversedOn: reversedOn as IsoDate | null })),
  placements: fosteredFrom === null ? [] : [{ householdAgencyId: 'n', home: 'FOSTER_CARERS', livesThereSince: isoDate(fosteredFrom), placedOn: isoDate(dates.placedOn ?? ''), disruptedOn: null, together: 1, celebratedOn: null, lifeStoryOn: null, laterLifeOn: null }],
  isWithOwnFamily: false, placedTogether: 1,
});
const figureAt = (code: 'A9' | 'A14' | 'A16' | 'CHAT.WAITING_PO', one: ChildHistory, day: string): number | null => childFigures(journeysOfChild(one), { from: isoDate('2020-01-01'), to: isoDate(day) }, null)[code].value;
const waitingAt = (one: ChildHistory, day: string): number | null => figureAt('A9', one, day);

describe('the journeys of a child in the hub', () => {
  it('are none before a decision, and one with its dates after it', () => {
    expect(journeysOfChild(child({ enteredCareOn: '2024-01-01' }))).toEqual([]);
    const [only, ...more] = journeysOfChild(child({ enteredCareOn: '2024-01-01', admDecidedOn: '2024-06-01', authorityOn: '2024-07-01', authorityType: 'PO' }, [], [['2024-06-01', null]]));
    expect([only?.admDecidedOn, only?.placementOrderOn, more.length]).toEqual(['2024-06-01', '2024-07-01', 0]);
  });

  it('take the parents’ consent for no placement order (trap 4)', () => {
    const [journey] = journeysOfChild(child({ admDecidedOn: '2024-06-01', authorityOn: '2024-07-01', authorityType: 'CONSENT' }));
    expect(journey?.placementOrderOn).toBeNull();
  });

  it('have no order from the day on which it was revoked, and count each order that was made', () => {
    const decided = { admDecidedOn: '2023-02-01', authorityType: 'PO', authorityOn: '2023-03-01' } as Days;
    const all = (one: ChildHistory) => ['2023-03-31', '2023-05-31', '2023-08-31'].map((day) => [figureAt('A14', one, day), figureAt('CHAT.WAITING_PO', one, day), figureAt('A16', one, day)]);
    expect(all(child(decided))).toEqual([[1, 1, 1], [1, 1, 1], [1, 1, 1]]);
    expect(all(child({ ...decided, authorityRevokedOn: '2023-05-10' }))).toEqual([[1, 1, 1], [0, 0, 1], [0, 0, 1]]);
    const anew = child({ ...decided, authorityOn: '2023-08-01' }, [['PLACEMENT_ORDER', '2023-03-01'], ['AUTHORITY_REVOKED', '2023-05-10'], ['PLACEMENT_ORDER', '2023-08-01']]);
    expect(all(anew)).toEqual([[1, 1, 1], [0, 0, 1], [1, 1, 2]]);
    const reversed = child({}, [['PLACEMENT_ORDER', '2023-03-01'], ['AUTHORITY_REVOKED', '2023-05-10'], ['PLACEMENT_ORDER', '2023-08-01']], [['2023-02-01', '2023-09-10']]);
    expect(all(reversed)).toEqual([[1, 1, 1], [0, 0, 1], [1, 1, 2]]);
    const consent = child({ ...decided, authorityType: 'CONSENT' } as Days, [['CONSENT_GIVEN', '2023-03-01'], ['AUTHORITY_REVOKED', '2023-05-10']]);
    expect(all(consent)).toEqual([[0, 0, 0], [0, 0, 0], [0, 0, 0]]);
  });

  it('are two where a decision was reversed and made anew (trap 16)', () => {
    const journeys = journeysOfChild(child(
      { enteredCareOn: '2023-01-01', admDecidedOn: '2024-06-01', matchedOn: '2024-08-01' },
      [['PLACEMENT_ORDER', '2023-03-01'], ['MATCHED', '2023-04-01'], ['PLACED', '2023-05-01'], ['DISRUPTED', '2023-07-01'], ['MATCHED', '2024-08-01']],
      [['2023-02-01', '2023-09-01'], ['2024-06-01', null]],
    ));
    expect(journeys.map(({ admDecidedOn, placementOrderOn, matchedOn, decisionReversedOn, earlierPlacements }) => [admDecidedOn, placementOrderOn, matchedOn, decisionReversedOn, earlierPlacements])).toEqual([
      ['2023-02-01', '2023-03-01', '2023-04-01', '2023-09-01', [{ placedOn: '2023-05-01', endedOn: '2023-07-01' }]], ['2024-06-01', null, '2024-08-01', null, []],
    ]);
  });

  it('know that a child whose placement disrupted waits again, and did not while it lasted', () => {
    const disrupted = child({ enteredCareOn: '2023-01-01', admDecidedOn: '2023-02-01', matchedOn: '2023-04-01', placedOn: '2023-05-01', disruptedOn: '2023-07-01' }, [['PLACED', '2023-05-01'], ['DISRUPTED', '2023-07-01']]);
    expect(['2023-04-30', '2023-06-30', '2023-07-31'].map((day) => waitingAt(disrupted, day))).toEqual([1, 0, 1]);
    const again = child({ enteredCareOn: '2023-01-01', admDecidedOn: '2023-02-01', matchedOn: '2023-11-01', placedOn: '2023-12-01' },
      [['PLACED', '2023-05-01'], ['DISRUPTED', '2023-07-01'], ['SEARCH_RESUMED', '2023-07-02'], ['MATCHED', '2023-11-01'], ['PLACED', '2023-12-01']]);
    expect(['2023-04-30', '2023-06-30', '2023-07-31', '2023-12-31'].map((day) => waitingAt(again, day))).toEqual([1, 0, 1, 0]);
    expect(journeysOfChild(again)[0]?.placedOn).toBe('2023-12-01');
  });

  it('count from when the adopters fostered the child, once the child is placed with them', () => {
    const dates: Days = { enteredCareOn: '2023-01-01', admDecidedOn: '2023-06-01', earlyPermanencePlacedOn: '2023-02-01', matchedOn: '2023-07-01' };
    expect(journeysOfChild(child(dates))[0]?.fosteredByAdoptersFrom).toBeNull();
    expect(journeysOfChild(child({ ...dates, placedOn: '2023-08-01' }))[0]?.fosteredByAdoptersFrom).toBe('2023-02-01');
    expect(journeysOfChild(child({ ...dates, placedOn: '2023-08-01' }, [], [], '2023-03-01'))[0]?.fosteredByAdoptersFrom).toBe('2023-03-01');
    const elsewhere = child({ ...dates, placedOn: '2023-08-01' }, [], [], '2023-03-01');
    expect(journeysOfChild({ ...elsewhere, placements: elsewhere.placements.map((placement) => ({ ...placement, home: null, livesThereSince: null })) })[0]?.fosteredByAdoptersFrom).toBeNull();
  });
});
