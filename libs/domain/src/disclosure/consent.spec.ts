import { isoDate } from '../dates/iso-date';
import { answerAfter, consentEnds, isTimeToAsk, type ConsentAnswer } from './consent';

const answer = (shareConsent: boolean | null, on: string | null = null): ConsentAnswer => ({ shareConsent, shareConsentOn: on === null ? null : isoDate(on) });

describe('what adopters last answered', () => {
  it.each([
    ['nothing was said', answer(true, '2026-02-01'), {}, answer(true, '2026-02-01')],
    ['silence unsays nothing', answer(true, '2026-02-01'), answer(null), answer(true, '2026-02-01')],
    ['a first yes', answer(null), answer(true, '2026-02-01'), answer(true, '2026-02-01')],
    ['a first yes without a day', answer(null), answer(true), answer(true)],
    ['the same yes again', answer(true, '2026-02-01'), answer(true, '2026-02-01'), answer(true, '2026-02-01')],
    ['the same yes without a day', answer(true, '2026-02-01'), answer(true), answer(true, '2026-02-01')],
    ['a yes renewed', answer(true, '2025-02-01'), answer(true, '2026-02-01'), answer(true, '2026-02-01')],
    ['an older yes after a withdrawal', answer(false, '2026-02-01'), answer(true, '2025-06-01'), answer(false, '2026-02-01')],
    ['a yes without a day after a withdrawal', answer(false, '2026-02-01'), answer(true), answer(false, '2026-02-01')],
    ['a newer yes after a withdrawal', answer(false, '2026-02-01'), answer(true, '2026-03-01'), answer(true, '2026-03-01')],
    ['a no without a day', answer(true, '2026-02-01'), answer(false), answer(false)],
    ['a no of the same day', answer(true, '2026-02-01'), answer(false, '2026-02-01'), answer(false, '2026-02-01')],
    ['a yes of the day of the withdrawal', answer(false, '2026-02-01'), answer(true, '2026-02-01'), answer(false, '2026-02-01')],
    ['an older no', answer(true, '2026-02-01'), answer(false, '2025-02-01'), answer(true, '2026-02-01')],
  ])('%s', (_, before, says, after) => expect(answerAfter({ ...before, other: 'untouched' } as ConsentAnswer, says)).toEqual(after));
});

describe('how long consent lasts', () => {
  it('is a year, the last day of February included', () => {
    expect(consentEnds(isoDate('2026-03-14'))).toBe('2027-03-14');
    expect(consentEnds(isoDate('2024-02-29'))).toBe('2025-02-28');
  });

  it('is asked for again a month before its end', () => {
    expect(isTimeToAsk(isoDate('2026-03-14'), isoDate('2026-02-13'))).toBe(false);
    expect(isTimeToAsk(isoDate('2026-03-14'), isoDate('2026-02-14'))).toBe(true);
    expect(isTimeToAsk(isoDate('2026-03-14'), isoDate('2026-05-01'))).toBe(true);
  });
});
