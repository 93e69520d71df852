import type { HouseholdFacts } from '../adopters/facts';
import type { ReversalReason } from '../children/codes';
import type { ChildFacts } from '../children/facts';
import type { IsoDate } from '../dates/iso-date';
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

export type FileKind = 'ANNEX_A' | 'PROFILE_SHEET';

/** Lists make records, profile sheets add to records that are there; one workbook may hold both. */
export interface FromFile<T> extends Placed<T> {
  readonly kind: FileKind;
}

/** A decision that was reversed before the one that counts now: history of the child (domain.md trap 16). */
export interface EarlierDecision {
  readonly externalId: string;
  readonly decidedOn: IsoDate;
  readonly reversedOn: IsoDate;
  readonly reason: ReversalReason | null;
  readonly place: Place;
}

/** Rows below the headings, and how many of them an error has refused. */
export interface SheetCount {
  readonly sheet: string;
  readonly rows: number;
  readonly refused: number;
}

export interface ParsedImport {
  /** In the order of the sheets; of a child with several decisions the row of the latest. */
  readonly children: readonly FromFile<ChildFacts>[];
  readonly earlierDecisions: readonly EarlierDecision[];
  readonly households: readonly FromFile<HouseholdFacts>[];
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
