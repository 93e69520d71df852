import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import { isoDate, type IsoDate } from '../dates/iso-date';
import { clocksOf } from './clocks-of';
import type { PlacementClockFacts } from './facts';
import type { ClockCode } from './rules';

const NOTHING: PlacementClockFacts = {
  kind: 'PLACEMENT', residence: 'AGENCY', livesThereSince: null, placedOn: null, disruptedOn: null, aoAppliedOn: null, adoptedOn: null, celebratedOn: null, reviews: [], visits: [],
  lifeStoryFirstOn: null, lifeStoryCompleteOn: null, laterLifeLetterOn: null,
};
type Days = Partial<Record<Exclude<keyof PlacementClockFacts, 'reviews' | 'visits' | 'kind'>, string>> & { reviews?: PlacementClockFacts['reviews']; visits?: string[] };
const day = (text: string): IsoDate => isoDate(text);
const review = (heldOn: string, visitDays: number | null = null) => ({ heldOn: day(heldOn), visitDays });
const reckoned = (facts: Days, today: string) => clocksOf({ ...NOTHING, ...facts } as PlacementClockFacts, ENGLAND_AND_WALES, day(today));
const short = (code: ClockCode, facts: Days, today: string) => reckoned(facts, today).filter((clock) => clock.code === code).map(({ dueOn, state, daysOver, daysLeft }) => [dueOn, state, daysOver ?? daysLeft]);

// Every day reckoned by hand on a calendar.
describe('a placement’s clocks', () => {
  it.each<[string, ClockCode, Days, string, unknown[][]]>([
    ['first review in four weeks', 'REVIEW_FIRST', { placedOn: '2026-02-01' }, '2026-03-02', [['2026-03-01', 'OVERDUE', 1]]],
    ['over a leap day', 'REVIEW_FIRST', { placedOn: '2024-02-02', reviews: [review('2024-03-01')] }, '2024-03-02', [['2024-03-01', 'DONE', null]]],
    ['second three months after the first, not after the placement', 'REVIEW_SECOND', { placedOn: '2026-10-15', reviews: [review('2026-11-30')] }, '2027-02-28', [['2027-02-28', 'RUNNING', 0]]],
    ['later ones six months after the one before', 'REVIEW_LATER', { placedOn: '2025-01-01', reviews: [review('2025-01-28'), review('2025-04-28'), review('2025-08-31')] }, '2026-03-03', [['2025-10-28', 'DONE', null], ['2026-02-28', 'OVERDUE', 3]]],
    ['until the order', 'REVIEW_LATER', { placedOn: '2025-01-01', reviews: [review('2025-01-28'), review('2025-04-28')], adoptedOn: '2025-09-01' }, '2026-03-03', []],
    ['until the child’s return', 'REVIEW_SECOND', { placedOn: '2025-01-01', reviews: [review('2025-01-28')], disruptedOn: '2025-02-28' }, '2026-03-03', []],

    ['first visit in a week', 'VISIT_FIRST', { placedOn: '2026-02-26' }, '2026-03-01', [['2026-03-05', 'RUNNING', 4]]],
    ['then weekly from the visit before', 'VISIT', { placedOn: '2026-02-26', visits: ['2026-03-02', '2026-03-10'] }, '2026-03-12', [['2026-03-09', 'DONE_LATE', 1], ['2026-03-17', 'RUNNING', 5]]],
    ['then as the review decides, from the visit before', 'VISIT', { placedOn: '2026-02-26', visits: ['2026-03-02'], reviews: [review('2026-03-05', 28)] }, '2026-03-12', [['2026-03-30', 'RUNNING', 18]]],
    ['a visit that was missed stays missed whatever a review decides', 'VISIT', { placedOn: '2026-02-26', visits: ['2026-03-02'], reviews: [review('2026-03-20', 28)] }, '2026-03-22', [['2026-03-09', 'OVERDUE', 13]]],
    ['a shorter time begins with the review that decides on it', 'VISIT', { placedOn: '2026-02-01', visits: ['2026-02-05', '2026-02-28'], reviews: [review('2026-02-10', 28), review('2026-03-20', 7)] }, '2026-03-22', [['2026-03-05', 'DONE', null], ['2026-03-27', 'RUNNING', 5]]],
    ['no clock where the review’s decision is not recorded', 'VISIT', { placedOn: '2026-02-26', visits: ['2026-03-02'], reviews: [review('2026-03-05')] }, '2026-03-12', []],
    ['no visits after the order', 'VISIT', { placedOn: '2026-02-26', visits: ['2026-03-02'], adoptedOn: '2026-03-05' }, '2026-03-12', []],

    ['no application before ten weeks', 'AO_APPLICATION', { placedOn: '2026-01-01' }, '2026-03-11', [['2026-03-12', 'RUNNING', 1]]],
    ['from that day on', 'AO_APPLICATION', { placedOn: '2026-01-01' }, '2026-03-12', [['2026-03-12', 'DONE', null]]],
    ['one made on that day', 'AO_APPLICATION', { placedOn: '2026-01-01', aoAppliedOn: '2026-03-12' }, '2026-03-20', [['2026-03-12', 'DONE', null]]],
    ['one made the day before', 'AO_APPLICATION', { placedOn: '2026-01-01', aoAppliedOn: '2026-03-11' }, '2026-03-20', [['2026-03-12', 'TOO_EARLY', null]]],
    ['weeks at home before the placement count', 'AO_APPLICATION', { placedOn: '2026-01-29', livesThereSince: '2026-01-01' }, '2026-03-11', [['2026-03-12', 'RUNNING', 1]]],
    ['though not beyond it', 'AO_APPLICATION', { placedOn: '2026-01-29', livesThereSince: '2025-01-01' }, '2026-01-29', [['2026-01-29', 'DONE', null]]],
    ['foster carers without an agency: a year, over a leap day', 'AO_APPLICATION', { placedOn: '2024-02-29', residence: 'FOSTER_CARERS' }, '2024-12-01', [['2025-02-28', 'RUNNING', 89]]],
    ['a parent’s partner: six months', 'AO_APPLICATION', { placedOn: '2025-08-31', residence: 'PARTNER' }, '2026-02-27', [['2026-02-28', 'RUNNING', 1]]],
    ['an order is usual within six months', 'AO_USUAL', { placedOn: '2025-08-31', adoptedOn: '2026-03-01' }, '2026-03-03', [['2026-02-28', 'DONE_LATE', 1]]],

    ['life story book by the second review, before it', 'LIFE_STORY_FIRST', { placedOn: '2026-10-15', reviews: [review('2026-11-10')] }, '2027-02-12', [['2027-02-10', 'OVERDUE', 2]]],
    ['life story book with the second review', 'LIFE_STORY_FIRST', { placedOn: '2026-10-15', reviews: [review('2026-11-10'), review('2027-01-20')], lifeStoryFirstOn: '2027-01-21' }, '2027-02-12', [['2027-01-20', 'DONE_LATE', 1]]],
    ['no day for it before the first review', 'LIFE_STORY_FIRST', { placedOn: '2026-10-15' }, '2027-02-12', []],
    // 10 working days after Friday 18 December 2026: 21 to 24 (4), 29 to 31 (7), 4 to 6 January (10).
    ['complete ten working days after the celebration', 'LIFE_STORY_COMPLETE', { placedOn: '2026-01-15', adoptedOn: '2026-12-01', celebratedOn: '2026-12-18' }, '2027-01-07', [['2027-01-06', 'OVERDUE', 1]]],
    ['later life letter', 'LATER_LIFE_LETTER', { placedOn: '2026-01-15', adoptedOn: '2026-12-01', celebratedOn: '2026-12-18', laterLifeLetterOn: '2027-01-06' }, '2027-01-07', [['2027-01-06', 'DONE', null]]],
    ['none for a child who left, whose sister’s order was celebrated', 'LATER_LIFE_LETTER', { placedOn: '2026-01-15', disruptedOn: '2026-10-01', celebratedOn: '2026-12-18' }, '2027-01-07', []],
    ['a celebration after which bank holidays are unknown has no day', 'LATER_LIFE_LETTER', { placedOn: '2027-01-15', adoptedOn: '2027-12-01', celebratedOn: '2027-12-20' }, '2028-06-01', [[null, 'RUNNING', null]]],
    ['support for three years', 'ADOPTION_SUPPORT', { placedOn: '2023-06-01', adoptedOn: '2024-02-29' }, '2027-02-28', [['2027-02-28', 'RUNNING', 0]]],
    ['and no longer', 'ADOPTION_SUPPORT', { placedOn: '2023-06-01', adoptedOn: '2024-02-29' }, '2027-03-01', [['2027-02-28', 'DONE', null]]],
  ])('%s', (_, code, facts, today, expected) => expect(short(code, facts, today)).toEqual(expected));

  it('do not begin before the child is placed', () => {
    expect(reckoned({}, '2026-11-22')).toEqual([]);
    expect(reckoned({ placedOn: '2026-11-23' }, '2026-11-22')).toEqual([]);
  });

  it('number reviews and visits', () => {
    const clocks = reckoned({ placedOn: '2025-01-01', reviews: [review('2025-01-28', 28), review('2025-04-28', 28)], visits: ['2025-01-07'] }, '2025-05-01');
    expect(clocks.filter(({ nth }) => nth !== null).map(({ code, nth }) => [code, nth])).toEqual([['REVIEW_FIRST', 1], ['REVIEW_SECOND', 2], ['REVIEW_LATER', 3], ['VISIT_FIRST', 1], ['VISIT', 2]]);
  });
});
