import type { Point } from './pool';
import type { RandomSource } from './random';

/** A postcode area of England: its letters, how many districts it has here, and its middle. */
interface PostcodeArea {
  readonly letters: string;
  readonly districts: number;
  readonly middle: Point;
}

const AREAS: readonly PostcodeArea[] = [
  { letters: 'LE', districts: 19, middle: { lat: 52.64, lon: -1.13 } },
  { letters: 'NG', districts: 25, middle: { lat: 52.95, lon: -1.15 } },
  { letters: 'DE', districts: 24, middle: { lat: 52.92, lon: -1.48 } },
  { letters: 'LN', districts: 13, middle: { lat: 53.23, lon: -0.54 } },
  { letters: 'PE', districts: 20, middle: { lat: 52.57, lon: -0.24 } },
  { letters: 'CV', districts: 13, middle: { lat: 52.41, lon: -1.51 } },
  { letters: 'S', districts: 21, middle: { lat: 53.38, lon: -1.47 } },
  { letters: 'B', districts: 30, middle: { lat: 52.48, lon: -1.9 } },
  { letters: 'LS', districts: 29, middle: { lat: 53.8, lon: -1.55 } },
  { letters: 'SW', districts: 20, middle: { lat: 51.46, lon: -0.16 } },
  { letters: 'BS', districts: 20, middle: { lat: 51.45, lon: -2.59 } },
  { letters: 'NE', districts: 25, middle: { lat: 54.97, lon: -1.61 } },
];

// Most records of a region lie in it; the rest come from national providers.
const REGION = AREAS.slice(0, 6);
const SPREAD_DEGREES = 0.35;

/** A district and a point in it. */
export function generatePlace(random: RandomSource): { readonly area: string; readonly point: Point } {
  const { letters, districts, middle } = random.pick(random.chance(0.85) ? REGION : AREAS);
  return {
    area: `${letters}${random.whole(1, districts)}`,
    point: { lat: scatter(middle.lat, random), lon: scatter(middle.lon, random) },
  };
}

// Two draws summed crowd towards the middle; four decimals are some ten metres.
function scatter(middle: number, random: RandomSource): number {
  const offset = (random.next() + random.next() - 1) * SPREAD_DEGREES;
  return Math.round((middle + offset) * 10_000) / 10_000;
}
