import type { HouseholdFacts } from '../adopters/facts';
import type { ChildFacts } from '../children/facts';
import type { Mapping } from './headings';
import type { Issue } from './issue';

/** Where facts come from: one row, or for a household of List 11 the rows of its adults. */
export interface Place {
  readonly sheet: string;
  readonly rows: readonly number[];
}

export interface Placed<T> {
  readonly facts: T;
  readonly place: Place;
  /** Heading of each field in this file, so that what the database says of a field can name its column. */
  readonly headings: ReadonlyMap<string, string>;
}

/** Rows below the headings, and how many of them an error has refused. */
export interface SheetCount {
  readonly sheet: string;
  readonly rows: number;
  readonly refused: number;
}

export interface ParsedImport {
  /** In the order of the file; several decisions of one child by the date of the decision. */
  readonly children: readonly Placed<ChildFacts>[];
  readonly households: readonly Placed<HouseholdFacts>[];
  readonly issues: readonly Issue[];
  readonly mapping: readonly Mapping[];
  readonly counts: readonly SheetCount[];
}

/** What one sheet gave. */
export interface ParsedSheet<T> {
  readonly placed: readonly Placed<T>[];
  readonly issues: readonly Issue[];
  /** Rows that an error refused. */
  readonly refused: ReadonlySet<number>;
}
