import type { Tally } from './tally';

/** A tally while children are added to it, one by one. */
export interface Growing {
  readonly days: number[];
  of: number;
  among: number;
  readonly atEnd: { of: number; among: number; readonly waits: number[]; readonly over: number[] };
}

export const growing = (): Growing => ({ days: [], of: 0, among: 0, atEnd: { of: 0, among: 0, waits: [], over: [] } });

/** Without what is empty or 0, since tallies are kept in great numbers. */
export function tallied({ days, of, among, atEnd }: Growing): Tally {
  const stands = { ...(atEnd.of > 0 && { of: atEnd.of }), ...(atEnd.among > 0 && { among: atEnd.among }), ...(atEnd.waits.length > 0 && { waits: atEnd.waits }), ...(atEnd.over.length > 0 && { over: atEnd.over }) };
  return { ...(days.length > 0 && { days }), ...(of > 0 && { of }), ...(among > 0 && { among }), ...(Object.keys(stands).length > 0 && { atEnd: stands }) };
}
