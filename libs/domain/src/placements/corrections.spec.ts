import * as fc from 'fast-check';
import { addDays } from '../dates/day-count';
import { isoDate } from '../dates/iso-date';
import { DomainError } from '../errors';
import { asItStands, canBeCorrected, canBeStruckOut, needsApproval, openRequest, replay, type DeedOfChild } from './corrections';
import { PLACEMENT_EVENT_NAMES, type PlacementEvent } from './events';
import { STEP_CODES } from './codes';

const day = isoDate;
const TODAY = day('2026-11-22');
const deed = (version: number, event: string, onDate: string, over: Partial<DeedOfChild> = {}): DeedOfChild => ({ version, event, onDate: day(onDate), code: null, corrects: null, side: 'CHILD', child: null, ...over });

const HISTORY = [
  deed(1, 'OPENED', '2026-02-02'), deed(2, 'PLAN_AGREED', '2026-02-09'), deed(3, 'INTRODUCTIONS_STARTED', '2026-02-16'), deed(4, 'PLACED', '2026-03-02', { child: 1 }),
  deed(5, 'VISITED', '2026-03-08'), deed(6, 'AO_APPLIED', '2026-05-11', { child: 1 }), deed(7, 'ADOPTED', '2026-07-01', { child: 1 }),
];
const right = (of: number, onDate: string, over: Partial<DeedOfChild> = {}): DeedOfChild => deed(20 + of, 'CORRECTED', onDate, { corrects: of, child: HISTORY[of - 1]?.child ?? null, ...over });
const outcome = (...more: DeedOfChild[]) => {
  const result = replay([...HISTORY, ...more], [1], TODAY);
  return result instanceof DomainError ? result.message : result.children[0];
};

describe('a history gone through again', () => {
  it('gives the dates that were recorded', () => {
    expect(replay(HISTORY, [1], TODAY)).toMatchObject({ planAgreedOn: '2026-02-09', introductionsOn: '2026-02-16', children: [{ state: 'ADOPTED', placedOn: '2026-03-02', aoAppliedOn: '2026-05-11', adoptedOn: '2026-07-01' }] });
  });

  it.each<[string, unknown, unknown]>([
    ['placed two days sooner', outcome(right(4, '2026-02-28')), expect.objectContaining({ placedOn: '2026-02-28' })],
    ['placed one day later leaves less than ten weeks', outcome(right(4, '2026-03-03')), '"Adoption order applied for" of 11 May 2026 would not stand: The child must have lived with the family for ten weeks before the application.'],
    ['a visit stands behind the new day too', outcome(right(4, '2026-02-17'), right(6, '2026-05-10')), expect.objectContaining({ placedOn: '2026-02-17', aoAppliedOn: '2026-05-10' })],
    ['placed before introductions', outcome(right(4, '2026-02-15')), expect.stringContaining('before introductions started')],
    ['introductions after moving in', outcome(right(3, '2026-03-03')), expect.stringContaining('"Placed for adoption" of 2 Mar 2026 would not stand')],
    ['the decision after the plan', outcome(right(1, '2026-02-10')), expect.stringContaining('before the decision on the match')],
    ['the order before the application', outcome(right(7, '2026-05-10')), expect.stringContaining('before the application')],
    ['the order in the future', outcome(right(7, '2026-11-23')), expect.stringContaining('in the future')],
    ['of two corrections the later', outcome(right(7, '2026-06-01'), { ...right(7, '2026-06-15'), version: 40 }), expect.objectContaining({ adoptedOn: '2026-06-15' })],
  ])('%s', (_, result, expected) => expect(result).toEqual(expected));

  it('is what the steps made of it, whatever they were', () => {
    const step = fc.record({ event: fc.constantFrom(...PLACEMENT_EVENT_NAMES), child: fc.constantFrom(1, 2), days: fc.integer({ min: 0, max: 60 }), code: fc.nat(10) });
    fc.assert(fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const deeds: DeedOfChild[] = [deed(1, 'OPENED', '2024-01-01')];
      let on = day('2024-01-01');
      for (const { event, child, days, code } of steps) {
        on = addDays(on, days);
        const before = replay(deeds, [1, 2], day('2030-01-01'));
        if (before instanceof DomainError) throw before;
        const codes = Object.keys((STEP_CODES as Partial<Record<PlacementEvent, object>>)[event] ?? {});
        const next = deed(deeds.length + 1, event, on, { child: needsApproval(event) ? child : null, code: codes.length > 0 ? (codes[code % codes.length] ?? null) : null });
        const tried = replay([...deeds, next], [1, 2], day('2030-01-01'));
        if (!(tried instanceof DomainError)) deeds.push(next);
      }
      const whole = replay(deeds, [1, 2], day('2030-01-01'));
      if (whole instanceof DomainError) throw whole;
      for (const { number, placedOn, state } of whole.children) {
        const placed = deeds.findLast(({ event, child }) => /^PLACED/.test(event) && child === number);
        expect(placedOn).toBe(placed?.onDate ?? null);
        expect(['MATCHED', 'FELL'].includes(state)).toBe(placed === undefined);
      }
    }), { numRuns: 300 });
  });
});

describe('rows about rows', () => {
  it('leave what was recorded, and nothing that was struck out', () => {
    const history = [...HISTORY, deed(8, 'STRUCK_OUT', '2026-03-08', { corrects: 5 }), deed(9, 'CORRECTION_ASKED', '2026-07-02', { corrects: 7 })];
    expect(asItStands(history).map(({ version, onDate }) => [version, onDate])).toEqual([[1, '2026-02-02'], [2, '2026-02-09'], [3, '2026-02-16'], [4, '2026-03-02'], [6, '2026-05-11'], [7, '2026-07-01']]);
    expect(openRequest(history, 7)?.version).toBe(9);
    expect(openRequest([...history, deed(10, 'CORRECTION_REFUSED', '2026-07-02', { corrects: 7 })], 7)).toBeUndefined();
  });

  it.each([['OPENED', false, false, false], ['HANDED_OVER', false, false, false], ['VISITED', true, true, false], ['PLAN_AGREED', true, false, false], ['INTRODUCTIONS_STARTED', true, false, false], ['PLACED', true, false, true],
    ['LIVES_THERE', true, false, true], ['ADOPTED', true, false, true], ['CORRECTED', false, false, false]])('%s', (event, corrected, struck, approved) => {
    expect([canBeCorrected(event), canBeStruckOut(event), needsApproval(event)]).toEqual([corrected, struck, approved]);
  });
});
