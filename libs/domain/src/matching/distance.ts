import type { Point } from './pool';

/** A point on the unit sphere. Both engines judge distance on these, through the functions below, and so agree. */
export type Position = readonly [x: number, y: number, z: number];

const MEAN_RADIUS_KM = 6371.0088;

// A band's limit is inclusive, and whether a pair at the very limit is inside must not hang on the last bit of a
// trigonometric function: a millimetre is far below what a recorded point means.
const TOLERANCE_KM = 1e-6;

/** The point on the unit sphere. */
export function positionOf(point: Point): Position {
  const lat = (point.lat * Math.PI) / 180;
  const lon = (point.lon * Math.PI) / 180;
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}

/** The square of the straight line through the unit sphere: grows with the great-circle distance. */
export function chordSquared(a: Position, b: Position): number {
  const dx = a[0] - b[0];
  const dy = a[1] - b[1];
  const dz = a[2] - b[2];
  return dx * dx + dy * dy + dz * dz;
}

/** The largest squared chord that still lies within a great-circle distance in km. */
export function chordSquaredWithin(km: number): number {
  const halfAngle = Math.min((km + TOLERANCE_KM) / (2 * MEAN_RADIUS_KM), Math.PI / 2);
  // Two antipodes' chord may come out a little above 2.
  return halfAngle === Math.PI / 2 ? Infinity : (2 * Math.sin(halfAngle)) ** 2;
}

/** Great-circle distance in km. */
export function distanceKm(a: Position, b: Position): number {
  return 2 * MEAN_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chordSquared(a, b)) / 2));
}
