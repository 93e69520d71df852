import fc from 'fast-check';
import { isoDate } from '../dates/iso-date';
import { DomainError } from '../errors';
import { LINK_EVENT_NAMES, LINK_EVENTS, next, stepsFrom, type LinkEvent, type LinkFacts } from './events';
import { EXIT_REASONS } from './exit-reasons';
import { EXITS, EXPLORED_STATES, isExit, LINK_STATES, OPEN_STATES, type LinkState } from './states';

const day = (text: string) => isoDate(text);
const FACTS: LinkFacts = {
  by: 'CHILD', interestBy: 'ADOPTERS', agreements: { CHILD: 'LIVE', ADOPTERS: 'LIVE' }, isShared: true, lacksEarlyPermanence: false, onDate: day('2026-05-10'), since: day('2026-05-01'), today: day('2026-05-11'),
  reason: null, words: null, panelOn: null,
};
const NOT_AGREED = { CHILD: 'NONE', ADOPTERS: 'NONE' } as const;
const codeOf = (result: LinkState | DomainError): string => (result instanceof DomainError ? result.code : result);

describe('the steps of a link', () => {
  it.each<[LinkState | 'NEW', LinkEvent, Partial<LinkFacts>, string]>([
    ['NEW', 'SUGGESTED', { by: 'HUB' }, 'SUGGESTED'],
    ['NEW', 'INTEREST_EXPRESSED', {}, 'EXPRESSED_INTEREST'],
    ['SUGGESTED', 'INTEREST_EXPRESSED', { by: 'ADOPTERS' }, 'EXPRESSED_INTEREST'],
    ['EXPRESSED_INTEREST', 'SHORTLISTED', {}, 'SHORTLISTED'],
    ['SHORTLISTED', 'EXPLORING_AGREED', { agreements: NOT_AGREED }, 'SHORTLISTED'],
    ['SHORTLISTED', 'EXPLORING_BEGUN', {}, 'EXPLORING'],
    ['EXPLORING', 'CPR_SHARED', {}, 'CPR_SHARED'],
    ['CPR_SHARED', 'VISITED', {}, 'VISITED'],
    ['VISITED', 'APR_DRAFTED', {}, 'APR_DRAFTED'],
    ['APR_DRAFTED', 'PANEL_BOOKED', { panelOn: day('2026-06-01') }, 'PANEL_BOOKED'],
    ['PANEL_BOOKED', 'HANDED_OVER', { by: 'ADOPTERS' }, 'PANEL_BOOKED'],
    ['PANEL_BOOKED', 'PANEL_MOVED', { panelOn: day('2026-07-01') }, 'PANEL_BOOKED'],
    ['PANEL_BOOKED', 'PANEL_RELEASED', { isShared: false }, 'APR_DRAFTED'],
    ['PANEL_BOOKED', 'PANEL_DEFERRED', {}, 'APR_DRAFTED'],
    ['PANEL_BOOKED', 'PANEL_RECOMMENDED', { isShared: false }, 'PANEL_RECOMMENDED'],
    ['PANEL_RECOMMENDED', 'MATCHED', {}, 'MATCHED'],
    ['PANEL_RECOMMENDED', 'ADM_NOT_APPROVED', {}, 'ADM_NOT_APPROVED'],
    ['PANEL_RECOMMENDED', 'PANEL_NOT_RECOMMENDED', {}, 'PANEL_NOT_RECOMMENDED'],
    ['PANEL_RECOMMENDED', 'DECLINED_BY_ADOPTERS', { by: 'ADOPTERS', reason: 'NOT_READY' }, 'DECLINED_BY_ADOPTERS'],
    ['MATCHED', 'INTRODUCTIONS_FAILED', {}, 'INTRODUCTIONS_FAILED'],
    ['MATCHED', 'DISRUPTED', {}, 'DISRUPTED'],
    ['MATCHED', 'ADOPTED', {}, 'ADOPTED'],
    ['EXPLORING', 'DECLINED_BY_ADOPTERS', { by: 'ADOPTERS', reason: 'NOT_READY' }, 'DECLINED_BY_ADOPTERS'],
    ['SUGGESTED', 'DECLINED_BY_CHILD_AGENCY', { reason: 'OTHER_REASON', words: 'Their dog.' }, 'DECLINED_BY_CHILD_AGENCY'],
    ['PANEL_BOOKED', 'WITHDRAWN_CHILD_PLAN_CHANGED', { reason: 'COURT' }, 'WITHDRAWN_CHILD_PLAN_CHANGED'],
  ])('go from %s by %s', (state, event, facts, expected) => {
    expect(codeOf(next(state, event, { ...FACTS, ...facts }))).toBe(expected);
  });

  it.each<[string, LinkState | 'NEW', LinkEvent, Partial<LinkFacts>, string]>([
    ['the wrong side', 'EXPLORING', 'CPR_SHARED', { by: 'ADOPTERS' }, 'FORBIDDEN'],
    ['the hub for a side', 'NEW', 'INTEREST_EXPRESSED', { by: 'HUB' }, 'FORBIDDEN'],
    ['one side declining for the other', 'EXPLORING', 'DECLINED_BY_ADOPTERS', { reason: 'NOT_READY' }, 'FORBIDDEN'],
    ['a step left out', 'SHORTLISTED', 'CPR_SHARED', {}, 'GUARD_FAILED'],
    ['an answer to oneself', 'EXPRESSED_INTEREST', 'SHORTLISTED', { by: 'ADOPTERS' }, 'GUARD_FAILED'],
    ['one agreement alone', 'SHORTLISTED', 'EXPLORING_BEGUN', { agreements: { CHILD: 'LIVE', ADOPTERS: 'ASKED' } }, 'GUARD_FAILED'],
    ['an agreement that is over', 'EXPLORING', 'CPR_SHARED', { agreements: { CHILD: 'ENDED', ADOPTERS: 'LIVE' } }, 'GUARD_FAILED'],
    ['agreeing twice', 'SHORTLISTED', 'EXPLORING_AGREED', { agreements: { CHILD: 'ASKED', ADOPTERS: 'NONE' } }, 'GUARD_FAILED'],
    ['what is not shared', 'NEW', 'INTEREST_EXPRESSED', { isShared: false }, 'GUARD_FAILED'],
    ['early permanence without approval', 'EXPRESSED_INTEREST', 'SHORTLISTED', { lacksEarlyPermanence: true }, 'GUARD_FAILED'],
    ['the future', 'EXPLORING', 'CPR_SHARED', { onDate: day('2026-05-12') }, 'INVALID_INPUT'],
    ['a day before the step before', 'EXPLORING', 'CPR_SHARED', { onDate: day('2026-04-30') }, 'INVALID_INPUT'],
    ['a panel without a day', 'APR_DRAFTED', 'PANEL_BOOKED', {}, 'INVALID_INPUT'],
    ['a panel in the past', 'APR_DRAFTED', 'PANEL_BOOKED', { panelOn: day('2026-05-09') }, 'INVALID_INPUT'],
    ['a match without a panel', 'PANEL_BOOKED', 'MATCHED', {}, 'GUARD_FAILED'],
    ['a match by the adopters’ side', 'PANEL_RECOMMENDED', 'MATCHED', { by: 'ADOPTERS' }, 'FORBIDDEN'],
    ['a match that a side leaves by its word', 'MATCHED', 'DECLINED_BY_CHILD_AGENCY', { reason: 'CONTACT' }, 'GUARD_FAILED'],
    ['an order without a match', 'PANEL_RECOMMENDED', 'ADOPTED', {}, 'GUARD_FAILED'],
    ['no reason', 'EXPLORING', 'DECLINED_BY_CHILD_AGENCY', {}, 'INVALID_INPUT'],
    ['a reason of another exit', 'EXPLORING', 'DECLINED_BY_CHILD_AGENCY', { reason: 'NOT_READY' }, 'INVALID_INPUT'],
    ['another reason without words', 'EXPLORING', 'DECLINED_BY_CHILD_AGENCY', { reason: 'OTHER_REASON', words: ' ' }, 'INVALID_INPUT'],
  ])('refuse %s', (_, state, event, facts, expected) => {
    expect(codeOf(next(state, event, { ...FACTS, ...facts }))).toBe(expected);
  });
});

const agreement = fc.constantFrom('NONE', 'ASKED', 'LIVE', 'ENDED');
const anyFacts: fc.Arbitrary<LinkFacts> = fc.record({
  by: fc.constantFrom('CHILD', 'ADOPTERS', 'HUB'), interestBy: fc.constantFrom('CHILD', 'ADOPTERS', null), agreements: fc.record({ CHILD: agreement, ADOPTERS: agreement }), isShared: fc.boolean(),
  lacksEarlyPermanence: fc.boolean(), onDate: fc.constant(FACTS.onDate), since: fc.constant(null), today: fc.constant(FACTS.today),
  reason: fc.constantFrom(null, ...Object.values(EXIT_REASONS).flatMap((reasons) => Object.keys(reasons))), words: fc.constantFrom(null, 'Words'), panelOn: fc.constantFrom(null, day('2026-07-01')),
});

describe('whatever the facts', () => {
  it('nothing leaves an exit, and every open state has its way out for both sides, but a match', () => {
    // The day of an end that was recorded wrongly is put right, and the end stays what it was.
    expect(LINK_EVENTS.DAY_CORRECTED.to).toBe('SAME');
    for (const exit of EXITS) for (const event of LINK_EVENT_NAMES.filter((name) => name !== 'DAY_CORRECTED')) expect((LINK_EVENTS[event].from as readonly string[])).not.toContain(exit);
    for (const state of OPEN_STATES) for (const side of ['CHILD', 'ADOPTERS'] as const) expect(stepsFrom(state, side, null).some((event) => event.startsWith('DECLINED'))).toBe(state !== 'MATCHED');
  });

  it('no link is explored, nor goes on from there, unless both agreements live', () => {
    fc.assert(fc.property(fc.constantFrom(...LINK_STATES), fc.constantFrom(...LINK_EVENT_NAMES), anyFacts, (state, event, facts) => {
      const to = next(state, event, facts);
      if (to instanceof DomainError || to === state || isExit(to)) return;
      // Back from a panel, or between what it said, nothing crosses anew, and beyond it decisions do not wait for grants.
      const isOfPanel = (event.startsWith('PANEL_') && event !== 'PANEL_BOOKED') || event === 'HEARING_CORRECTED' || event === 'DEFERRAL_CORRECTED';
      expect(!EXPLORED_STATES.includes(to) || isOfPanel || (facts.agreements.CHILD === 'LIVE' && facts.agreements.ADOPTERS === 'LIVE')).toBe(true);
    }));
  });

  it('a link goes one step at a time, back from a panel alone', () => {
    fc.assert(fc.property(fc.constantFrom(...OPEN_STATES), fc.constantFrom(...LINK_EVENT_NAMES), anyFacts, (state, event, facts) => {
      const to = next(state, event, facts);
      if (to instanceof DomainError || isExit(to)) return;
      const corrected: Partial<Record<string, number[]>> = { DEFERRAL_CORRECTED: [2], HEARING_CORRECTED: [-2] };
      expect(corrected[event] ?? (['PANEL_RELEASED', 'PANEL_DEFERRED'].includes(event) ? [-1] : [0, 1])).toContain(OPEN_STATES.indexOf(to as (typeof OPEN_STATES)[number]) - OPEN_STATES.indexOf(state));
    }));
  });
});
