import * as fc from 'fast-check';
import { addDays } from '../dates/day-count';
import { isoDate } from '../dates/iso-date';
import { DomainError } from '../errors';
import { courseOf, dueOf, type ChildOnCourse, type Done } from './course';
import { nextPlacement, PLACEMENT_EVENT_NAMES, placementStepsFrom, type PlacedChild, type PlacementEvent, type PlacementFacts } from './events';
import { withoutHeld } from './held-facts';
import { mayApplyFrom } from './may-apply';
import { isEnd, isLive, PLACED_CHILD_STATES, PLACEMENT_STATES, standingOf, type PlacedChildState, type PlacementState } from './states';

const day = isoDate;
const CHILD: PlacedChild = { state: 'MATCHED', home: null, livesThereSince: null, placedOn: null, aoAppliedOn: null };
const PLACED: PlacedChild = { ...CHILD, state: 'PLACED', placedOn: day('2026-03-02') };
const FACTS: PlacementFacts = { by: 'CHILD', decidedOn: day('2026-02-02'), planAgreedOn: day('2026-02-09'), introductionsOn: day('2026-02-16'), children: ['PLACED', 'MATCHED'], child: null, onDate: day('2026-03-02'), today: day('2026-11-22'), code: null, words: null };
const AHEAD = { introductionsOn: null } as const;

const taken = (state: PlacementState, event: PlacementEvent, over: Partial<PlacementFacts> = {}) => {
  const result = nextPlacement(state, event, { ...FACTS, ...over });
  return result instanceof DomainError ? result.code : result.child;
};

describe('the steps of a placement (domain.md 2.1, 2.2, 2.4)', () => {
  it.each<[string, ReturnType<typeof taken>, string | null]>([
    ['the plan is agreed', taken('MATCHED', 'PLAN_AGREED'), null],
    ['not before the decision', taken('MATCHED', 'PLAN_AGREED', { onDate: day('2026-02-01') }), 'GUARD_FAILED'],
    ['no introductions without a plan', taken('MATCHED', 'INTRODUCTIONS_STARTED'), 'GUARD_FAILED'],
    ['and agreed anew during introductions', taken('INTRODUCTIONS', 'PLAN_AGREED'), null],
    ['not once a child has moved in', taken('PLACED', 'PLAN_AGREED'), 'GUARD_FAILED'],
    ['introductions on the day of the plan', taken('PLAN_AGREED', 'INTRODUCTIONS_STARTED', { ...AHEAD, onDate: day('2026-02-09') }), null],
    ['and not the day before', taken('PLAN_AGREED', 'INTRODUCTIONS_STARTED', { ...AHEAD, onDate: day('2026-02-08') }), 'GUARD_FAILED'],
    ['the review says what comes of it', taken('INTRODUCTIONS', 'INTRODUCTIONS_REVIEWED'), 'INVALID_INPUT'],
    ['either side reviews', taken('INTRODUCTIONS', 'INTRODUCTIONS_REVIEWED', { by: 'ADOPTERS', code: 'PAUSED' }), null],
    ['a code is for the steps that have some', taken('MATCHED', 'PLAN_AGREED', { code: 'PAUSED' }), 'INVALID_INPUT'],
    ['placed', taken('INTRODUCTIONS', 'PLACED', { child: CHILD }), 'PLACED'],
    ['whom?', taken('INTRODUCTIONS', 'PLACED'), 'GUARD_FAILED'],
    ['not twice', taken('PLACED', 'PLACED', { child: PLACED }), 'GUARD_FAILED'],
    ['a brother later', taken('PLACED', 'PLACED', { child: CHILD, onDate: day('2026-03-20') }), 'PLACED'],
    ['a sister who moves in after a brother who lived there', taken('PLACED', 'INTRODUCTIONS_STARTED', AHEAD), null],
    ['introductions start once', taken('PLACED', 'INTRODUCTIONS_STARTED'), 'GUARD_FAILED'],
    ['and for somebody', taken('PLACED', 'INTRODUCTIONS_STARTED', { ...AHEAD, children: ['PLACED', 'PLACED'] }), 'GUARD_FAILED'],
    ['and hers are reviewed', taken('PLACED', 'INTRODUCTIONS_REVIEWED', { code: 'GO_ON' }), null],
    ['where they have begun', taken('PLACED', 'INTRODUCTIONS_REVIEWED', { ...AHEAD, code: 'GO_ON' }), 'GUARD_FAILED'],
    ['or a brother who lives there too', taken('PLACED', 'LIVES_THERE', { child: CHILD, code: 'EARLY_PERMANENCE' }), 'MATCHED'],
    ['not without a plan', taken('MATCHED', 'PLACED', { child: CHILD }), 'GUARD_FAILED'],
    ['not before introductions', taken('PLAN_AGREED', 'PLACED', { child: CHILD, introductionsOn: null }), 'GUARD_FAILED'],
    ['but from carers who adopt', taken('PLAN_AGREED', 'PLACED', { child: { ...CHILD, home: 'FOSTER_CARERS', livesThereSince: day('2025-06-01') }, introductionsOn: null }), 'PLACED'],
    ['who had the child by then', taken('PLAN_AGREED', 'PLACED', { child: { ...CHILD, home: 'FOSTER_CARERS', livesThereSince: day('2026-03-03') }, introductionsOn: null }), 'GUARD_FAILED'],
    ['the adopters’ agency places nobody', taken('INTRODUCTIONS', 'PLACED', { by: 'ADOPTERS', child: CHILD }), 'FORBIDDEN'],
    ['the future has not happened', taken('PLACED', 'VISITED', { child: PLACED, onDate: day('2026-11-23') }), 'INVALID_INPUT'],
    ['nine weeks and six days', taken('PLACED', 'AO_APPLIED', { child: PLACED, onDate: day('2026-05-10') }), 'GUARD_FAILED'],
    ['ten weeks', taken('PLACED', 'AO_APPLIED', { child: PLACED, onDate: day('2026-05-11') }), 'AO_APPLIED'],
    ['no order without an application', taken('PLACED', 'ADOPTED', { child: PLACED, onDate: day('2026-06-01') }), 'GUARD_FAILED'],
    ['the order', taken('PLACED', 'ADOPTED', { child: { ...PLACED, state: 'AO_APPLIED', aoAppliedOn: day('2026-05-11') }, onDate: day('2026-05-11') }), 'ADOPTED'],
    ['a disruption with its reason', taken('PLACED', 'DISRUPTED', { child: PLACED, code: 'SUPPORT' }), 'DISRUPTED'],
    ['another reason is said in words', taken('PLACED', 'DISRUPTED', { child: PLACED, code: 'OTHER_REASON', words: ' ' }), 'INVALID_INPUT'],
    ['a match that fell', taken('MATCHED', 'FELL', { child: CHILD, code: 'COURT' }), 'FELL'],
    ['placed children do not fall', taken('PLACED', 'FELL', { child: PLACED, code: 'COURT' }), 'GUARD_FAILED'],
    ['what is delegated is said', taken('PLACED', 'PR_DELEGATED'), 'INVALID_INPUT'],
    ['the letter after the order', taken('ADOPTED', 'LATER_LIFE_LETTER', { children: ['ADOPTED'] }), null],
    ['for one whose order was made', taken('PLACED', 'CELEBRATED', { child: { ...PLACED, state: 'ADOPTED' } }), null],
    ['and not for a sister who waits for hers', taken('PLACED', 'CELEBRATED', { child: PLACED }), 'GUARD_FAILED'],
    ['nor for all with her', taken('PLACED', 'CELEBRATED', { children: ['ADOPTED', 'PLACED'] }), 'GUARD_FAILED'],
    ['and what was learnt of a brother who left', taken('ADOPTED', 'LEARNT', { words: 'Ask for help at once.', children: ['ADOPTED', 'DISRUPTED'] }), null],
    ['whoever left is not visited', taken('PLACED', 'VISITED', { child: { ...PLACED, state: 'DISRUPTED' } }), 'GUARD_FAILED'],
    ['but no visit', taken('ADOPTED', 'VISITED', { children: ['ADOPTED'] }), 'GUARD_FAILED'],
  ])('%s', (_, result, expected) => expect(result).toBe(expected));

  it.each<[Partial<PlacedChild>, string | null]>([
    [{}, null],
    [{ placedOn: day('2024-02-01') }, '2024-04-11'],
    [{ placedOn: day('2024-02-01'), livesThereSince: day('2024-01-01') }, '2024-03-11'],
    [{ placedOn: day('2024-06-01'), livesThereSince: day('2024-01-01') }, '2024-06-01'],
  ])('the order may be applied for: %j from %s', (over, expected) => expect(mayApplyFrom({ ...CHILD, ...over })).toBe(expected));

  it('offers no step that the table would refuse for where things stand', () => {
    for (const state of PLACEMENT_STATES) for (const side of ['CHILD', 'ADOPTERS'] as const) for (const child of PLACED_CHILD_STATES) for (const introductionsOn of [null, FACTS.introductionsOn]) {
      const all = { introductionsOn, children: [child] };
      const offered = placementStepsFrom(state, side, all);
      const stands = (event: PlacementEvent) => {
        const result = nextPlacement(state, event, { ...FACTS, ...all, by: side, child: { ...CHILD, state: child }, onDate: FACTS.today, code: 'OTHER', words: 'x' });
        return !(result instanceof DomainError) || result.code === 'INVALID_INPUT' || !/does not follow|may not|have started|have not started|still to move in/.test(result.message);
      };
      expect([state, side, child, introductionsOn, PLACEMENT_EVENT_NAMES.filter(stands)]).toEqual([state, side, child, introductionsOn, offered]);
    }
  });
});

describe('where a placement stands', () => {
  it.each<[PlacedChildState[], boolean, boolean, PlacementState]>([
    [['MATCHED'], false, false, 'MATCHED'], [['MATCHED'], true, false, 'PLAN_AGREED'], [['MATCHED', 'MATCHED'], true, true, 'INTRODUCTIONS'], [['MATCHED', 'PLACED'], true, true, 'PLACED'],
    [['ADOPTED', 'MATCHED'], true, true, 'PLACED'], [['DISRUPTED', 'AO_APPLIED'], true, true, 'PLACED'], [['DISRUPTED', 'MATCHED'], true, true, 'INTRODUCTIONS'],
    [['FELL', 'FELL'], true, true, 'FELL'], [['FELL', 'DISRUPTED'], true, true, 'DISRUPTED'], [['DISRUPTED', 'ADOPTED'], true, true, 'ADOPTED'],
  ])('of %j', (children, isPlanAgreed, hasIntroductions, expected) => expect(standingOf({ children, isPlanAgreed, hasIntroductions })).toBe(expected));

  it('has ended when no child is matched or placed any more, and only then', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...PLACED_CHILD_STATES), { minLength: 1, maxLength: 5 }), fc.boolean(), fc.boolean(), (children, isPlanAgreed, hasIntroductions) => {
      expect(isEnd(standingOf({ children, isPlanAgreed, hasIntroductions }))).toBe(!children.some(isLive));
    }));
  });
});

describe('what is due on a placement', () => {
  const child: ChildOnCourse = { ...PLACED, number: 1, adoptedOn: null, disruptedOn: null, fellOn: null };
  const done = (event: string, onDate: string, code: string | null = null, of: number | null = null): Done => ({ event, onDate: day(onDate), code, child: of });

  it('asks for a visit within a week and a review within four weeks of moving in', () => {
    expect(dueOf(child, [], day('2026-03-05')).filter(({ code }) => /VISIT|REVIEW/.test(code)).map(({ code, dueOn, isOverdue }) => [code, dueOn, isOverdue]))
      .toEqual([['VISIT_FIRST', '2026-03-09', false], ['REVIEW_FIRST', '2026-03-30', false]]);
  });

  it('goes on from the first review: three months, and visits as it decided', () => {
    const held = [done('VISITED', '2026-03-08'), done('VISITED', '2026-03-15'), done('VISITED', '2026-03-22'), done('REVIEWED', '2026-03-29', 'FOUR_WEEKLY')];
    expect(dueOf(child, held, day('2026-04-01')).filter(({ code }) => /^VISIT|^REVIEW/.test(code)).map(({ code, dueOn }) => [code, dueOn])).toEqual([['VISIT', '2026-04-19'], ['REVIEW_SECOND', '2026-06-29']]);
  });

  it('counts what was done for one child for that child alone, and draws the way with the days that were asked for', () => {
    const events = [done('PLAN_AGREED', '2026-02-09'), done('PLACED', '2026-03-02', null, 1), done('PLACED', '2026-03-20', null, 2), done('REVIEWED', '2026-03-29', 'WEEKLY', 1)];
    const course = courseOf(day('2026-02-02'), child, events, day('2026-04-01'));
    expect(course.map(({ event, elapsedDays, target }) => [event, elapsedDays, target])).toEqual([['MATCHED', 0, null], ['PLAN_AGREED', 7, null], ['PLACED', 28, null], ['REVIEWED', 55, '2026-03-30'], ['DUE_VISIT_FIRST', 35, '2026-03-09']]);
  });
});

describe('what a file says of a child in a placement', () => {
  it('changes nothing that the placement tells, and warns of what differs alone', () => {
    const facts = { externalId: 'A', placedOn: day('2026-03-02'), adoptedOn: day('2026-06-01'), decisionReversedOn: null };
    const { facts: kept, problems } = withoutHeld(facts, { placedOn: day('2026-03-02'), adoptedOn: null, decisionReversedOn: null }, 'PL-7F3K2Q');
    expect(kept).toEqual({ externalId: 'A', placedOn: '2026-03-02', decisionReversedOn: null });
    expect(problems).toEqual([{ severity: 'WARNING', field: 'adoptedOn', code: 'IN_PLACEMENT', message: 'This stands in placement PL-7F3K2Q. Record it there, under Placements.' }]);
  });
});

it('every day of a ten weeks’ wait refuses, and every later one passes', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 200 }), (days) => {
    expect(taken('PLACED', 'AO_APPLIED', { child: PLACED, onDate: addDays(day('2026-03-02'), days) })).toBe(days < 70 ? 'GUARD_FAILED' : 'AO_APPLIED');
  }));
});
