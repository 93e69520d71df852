import { DEFAULT_POLICY } from './default-policy';
import { distanceBandOf, distanceBandsOf, distanceBandWords } from './shown-distance';

describe('distance bands as they are shown', () => {
  it('of the default policy, the nearest first and what is not known last', () => expect(distanceBandsOf(DEFAULT_POLICY)).toEqual(['0-40', '40-80', '80-160', '160-320', '320+', 'NOT_KNOWN']));

  // Fits in twentieths: 1, 0.8, 0.5, 0.2 and 0.
  it.each([[20, '0-40'], [16, '40-80'], [10, '80-160'], [4, '160-320'], [0, '320+']])('a fit of %d twentieths is %s', (fit, band) => expect(distanceBandOf(fit, DEFAULT_POLICY)).toBe(band));

  it('with one fit are one', () => {
    const policy = { distanceBandsKm: [[40, 1], [80, 0.5], [160, 0.5], [320, 0]] as const };
    expect(distanceBandsOf(policy)).toEqual(['0-40', '40-160', '160+', 'NOT_KNOWN']);
    expect(distanceBandOf(10, policy)).toBe('40-160');
  });

  it('of a policy without any', () => expect(distanceBandsOf({ distanceBandsKm: [] })).toEqual(['0+', 'NOT_KNOWN']));

  it.each([['0-40', 'up to 40 km'], ['40-80', '40 to 80 km'], ['320+', 'over 320 km'], ['0+', 'at any distance'], ['NOT_KNOWN', 'not known']])('%s is said as: %s', (band, words) => expect(distanceBandWords(band)).toBe(words));
});
