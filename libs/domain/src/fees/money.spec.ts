import fc from 'fast-check';
import { penceFrom, poundsWords, shares, withPercent } from './money';

describe('shares', () => {
  it.each([
    [27_000_00, [2, 1], [18_000_00, 9_000_00]],
    [29_700_00, [2, 1], [19_800_00, 9_900_00]],
    [100, [1, 1, 1], [33, 34, 33]],
    [1, [2, 1], [1, 0]],
    [5, [1, 1], [3, 2]],
    [0, [2, 1], [0, 0]],
  ])('of %i by %j are %j', (whole, weights, expected) => expect(shares(whole, weights)).toEqual(expected));

  it('add up to the whole, each within a penny of its exact part', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 }).filter((all) => all.some((one) => one > 0));
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000_000 }), weights, (whole, all) => {
      const parts = shares(whole, all);
      const total = BigInt(all.reduce((a, b) => a + b, 0));
      expect(parts.reduce((a, b) => a + b, 0)).toBe(whole);
      // In whole numbers: part * total differs from whole * weight by no more than one penny's worth.
      parts.forEach((part, place) => {
        const away = BigInt(part) * total - BigInt(whole) * BigInt(all[place] ?? 0);
        expect(away <= total && away >= -total).toBe(true);
      });
    }));
  });

  it.each([[100, []], [100, [0, 0]], [0.5, [1]]])('of %p by %j there are none', (whole, weights) => expect(() => shares(whole, weights)).toThrow(RangeError));
});

describe('a tenth more', () => {
  it.each([[27_000_00, 29_700_00], [31_620_00, 34_782_00], [39_245_00, 43_169_50], [5, 6], [4, 4], [15, 17]])('of %i is %i', (amount, expected) => expect(withPercent(amount, 10)).toBe(expected));
});

describe('pounds', () => {
  it.each([[27_000_00, '£27,000'], [43_169_50, '£43,169.50'], [5, '£0.05'], [0, '£0'], [-939_00, '-£939'], [1_000_000_00, '£1,000,000']])('%i pence are %s', (amount, words) => expect(poundsWords(amount)).toBe(words));

  it.each([
    ['27,000', 27_000_00], [' £43169.50 ', 43_169_50], ['939', 939_00], ['0.05', 5], ['1,000,000.00', 1_000_000_00],
    ['1,000,000.01', null], ['0', null], ['27,00', null], ['27000.5', null], ['27000.555', null], ['-5', null], ['', null], ['1e5', null], ['twelve', null],
  ])('reads "%s" as %s', (written, amount) => expect(penceFrom(written)).toBe(amount));

  it('reads back what it writes', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000_000 }), (amount) => expect(penceFrom(poundsWords(amount))).toBe(amount)));
  });
});
