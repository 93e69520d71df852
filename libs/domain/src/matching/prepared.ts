import { ageInMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { positionOf } from './distance';
import type { Position } from './distance';
import type { AgeRange, Household, Point, Unit } from './pool';

/** A unit with what the rules derive from it, reckoned once and not once per pair. */
export interface PreparedUnit {
  readonly unit: Unit;
  /** The members' ages in whole months on the pool's date. */
  readonly ages: readonly number[];
  readonly youngest: number;
  readonly oldest: number;
  readonly position: Position | null;
}

/** A household with what the rules derive from it. */
export interface PreparedHousehold {
  readonly household: Household;
  readonly approvedAges: AgeRange | null;
  readonly position: Position | null;
}

/** What rules and criteria judge. */
export interface Pair {
  readonly unit: PreparedUnit;
  readonly household: PreparedHousehold;
  readonly ruledOut: boolean;
}

export function prepareUnit(unit: Unit, asAt: IsoDate): PreparedUnit {
  const ages = unit.members.map((member) => ageInMonths(member.dateOfBirth, asAt));
  return {
    unit,
    ages,
    youngest: Math.min(...ages),
    oldest: Math.max(...ages),
    position: positionOrNull(unit.point),
  };
}

export function prepareHousehold(household: Household): PreparedHousehold {
  return {
    household,
    approvedAges: household.ageMonths ?? null,
    position: positionOrNull(household.point),
  };
}

function positionOrNull(point: Point | null | undefined): Position | null {
  return point == null ? null : positionOf(point);
}
