/** Money in whole pence: an integer, never pounds with a fraction. */
export type Pence = number;

/** The most that a single sum may be, one million pounds: what is above is a slip of the keyboard. */
const MOST_PENCE: Pence = 100_000_000;

/** Is this a sum of money that the hub records: whole pence, above nothing, up to a million pounds? */
export const isSum = (value: number): value is Pence => Number.isInteger(value) && value > 0 && value <= MOST_PENCE;

/**
 * A whole in shares by weight, each in whole pence; they add up to the whole to the penny, whatever the weights. Each border between
 * two shares is rounded to the nearest penny, halves up, so no share is out by more than one. Throws a `RangeError` without weight.
 */
export function shares(whole: Pence, weights: readonly number[]): Pence[] {
  const total = sum(weights);
  if (!Number.isInteger(whole) || !weights.every(Number.isInteger) || total <= 0) throw new RangeError('Shares are whole pence by whole weights.');
  const borders = weights.map((_, place) => divided(whole * sum(weights.slice(0, place + 1)), total));
  return borders.map((border, place) => border - (borders[place - 1] ?? 0));
}

/** A sum with so many per cent added, to the nearest penny, halves up. */
export const withPercent = (amount: Pence, percent: number): Pence => divided(amount * (100 + percent), 100);

/** The sum of sums. */
export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Whole numbers divided and rounded to the nearest, halves up, without a fraction on the way. */
const divided = (value: number, by: number): number => {
  const rest = ((value % by) + by) % by;
  return (value - rest) / by + (rest * 2 >= by ? 1 : 0);
};

/** `£27,000`, and with its pence where there are any: `£43,169.50`. A sum below nothing has its sign first. */
export function poundsWords(amount: Pence): string {
  const [pounds, rest] = [Math.trunc(Math.abs(amount) / 100), Math.abs(amount) % 100];
  const grouped = String(pounds).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}£${grouped}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** A sum as people write it in pounds, in pence; null where it is none: `27,000`, `£43169.50`, `939`. */
export function penceFrom(written: string): Pence | null {
  const [, pounds, rest = '00'] = /^\s*£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?\s*$/.exec(written) ?? [];
  if (pounds === undefined) return null;
  const amount = Number(pounds.replaceAll(',', '')) * 100 + Number(rest);
  return isSum(amount) ? amount : null;
}
