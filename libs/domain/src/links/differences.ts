import type { IsoDate } from '../dates/iso-date';
import type { LinkEvent } from './events';
import type { LinkState } from './states';

/** A link as it stood after one step. */
export interface LinkVersion {
  readonly version: number;
  readonly state: LinkState;
  readonly lastStep: LinkEvent;
  readonly lastStepOn: IsoDate;
  readonly panelOn: IsoDate | null;
  readonly childWorker: string | null;
  readonly adoptersWorker: string | null;
}

export interface FieldDifference {
  readonly field: keyof LinkVersion;
  /** What the person had before them, and what stands there now. */
  readonly seen: string | null;
  readonly now: string | null;
}

const FIELDS: readonly (keyof LinkVersion)[] = ['state', 'lastStep', 'lastStepOn', 'panelOn', 'childWorker', 'adoptersWorker'];

/** Field by field, what changed between two versions (trust.md REL-5). */
export function differencesBetween(seen: LinkVersion, now: LinkVersion): FieldDifference[] {
  return FIELDS.flatMap((field) => (seen[field] === now[field] ? [] : [{ field, seen: text(seen[field]), now: text(now[field]) }]));
}

const text = (value: string | number | null): string | null => (value === null ? null : String(value));
