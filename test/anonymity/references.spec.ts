import { newReference } from '@hub/platform/reference';

const COUNT = 10_000;
const SYMBOLS = 30;
const LENGTH = 6;

/** A classifier of the kind that a guesser would train: how often each symbol stands at each place with each label, learnt on one half, tried on the other. */
function guessing(labels: readonly number[], references: readonly string[]): number {
  const seen = new Map<string, number>();
  const at = (label: number, place: number, symbol: string): string => `${label} ${place} ${symbol}`;
  references.forEach((reference, row) => {
    if (row < COUNT / 2) [...reference].forEach((symbol, place) => seen.set(at(labels[row] ?? 0, place, symbol), (seen.get(at(labels[row] ?? 0, place, symbol)) ?? 0) + 1));
  });
  const kinds = [...new Set(labels)];
  let right = 0;
  references.forEach((reference, row) => {
    if (row < COUNT / 2) return;
    const scores = kinds.map((label) => [...reference].reduce((sum, symbol, place) => sum + Math.log(1 + (seen.get(at(label, place, symbol)) ?? 0)), 0));
    if (kinds[scores.indexOf(Math.max(...scores))] === labels[row]) right += 1;
  });
  return right / (COUNT / 2);
}

const chance = (kinds: number): { from: number; to: number } => {
  // Five standard deviations of as many blind guesses: a false alarm in about two million runs.
  const spread = 5 * Math.sqrt((1 / kinds) * (1 - 1 / kinds) / (COUNT / 2));
  return { from: 1 / kinds - spread, to: 1 / kinds + spread };
};

describe('ANON-8: references carry no information: agency, order and date cannot be guessed from 10,000 of them better than chance', () => {
  const references = Array.from({ length: COUNT }, () => newReference());
  // Records are made in turns by the agencies, one after the other, over a hundred days.
  const agency = references.map((_, row) => Math.floor(row / 3) % 8);
  const day = references.map((_, row) => Math.floor(row / 100) % 2);
  const number = (reference: string): number => [...reference].reduce((sum, symbol) => sum * SYMBOLS + '0123456789BCDFGHJKLMNPQRSTVWXYZ'.indexOf(symbol), 0);

  it.each([['agency', agency, 8], ['date', day, 2]])('%s', (_, labels, kinds) => {
    const share = guessing(labels as number[], references);
    expect(share).toBeGreaterThan(chance(kinds as number).from);
    expect(share).toBeLessThan(chance(kinds as number).to);
  });

  it('order: of two made one after the other the later is the greater one half of the times, and rank says nothing of place', () => {
    const values = references.map(number);
    const rises = values.filter((value, row) => row > 0 && value > (values[row - 1] ?? 0)).length / (COUNT - 1);
    // Rises of a random sequence have variance (n + 1) / 12.
    expect(Math.abs(rises - 0.5)).toBeLessThan(5 * Math.sqrt((COUNT + 1) / 12) / COUNT);
    const ranks = new Map([...values].sort((a, b) => a - b).map((value, rank) => [value, rank]));
    const mean = (COUNT - 1) / 2;
    const together = values.reduce((sum, value, row) => sum + ((ranks.get(value) ?? 0) - mean) * (row - mean), 0);
    const correlation = together / values.reduce((sum, _, row) => sum + (row - mean) ** 2, 0);
    expect(Math.abs(correlation)).toBeLessThan(5 / Math.sqrt(COUNT));
  });

  it('would be noticed if they did: a reference that begins with its agency is guessed', () => {
    const marked = references.map((reference, row) => `${agency[row] ?? 0}${reference.slice(1)}`);
    expect(marked.every((reference) => reference.length === LENGTH)).toBe(true);
    expect(guessing(agency, marked)).toBeGreaterThan(chance(8).to);
  });
});
