import { newReference } from './reference';

describe('newReference', () => {
  test('is six characters of base32 without vowels or look-alikes', () => {
    for (let i = 0; i < 500; i++) expect(newReference()).toMatch(/^[0-9BCDFGHJKMNPQRSTVWXYZ]{6}$/);
  });

  test('marks runs and imports', () => {
    expect(newReference('R')).toMatch(/^R-[0-9B-Z]{6}$/);
    expect(newReference('I')).toMatch(/^I-[0-9B-Z]{6}$/);
  });

  test('uses every symbol about equally and hardly ever repeats', () => {
    const drawn = Array.from({ length: 3000 }, () => newReference());
    const counts = new Map<string, number>();
    for (const symbol of drawn.join('')) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    expect(counts.size).toBe(30);
    expect(Math.min(...counts.values())).toBeGreaterThan(450);
    expect(new Set(drawn).size).toBeGreaterThan(2985);
  });
});
