import { isoDate, type IsoDate } from '../dates/iso-date';
import { readDate } from '../interchange/read-date';
import { cell, type Row, type Tables } from './tables';

/** One row of the episodes, read. */
export interface Episode {
  readonly row: Row;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly rne: string;
  readonly ls: string;
  readonly place: string;
  readonly provider: string;
  readonly rec: string;
}

/** One decision that the child should be placed for adoption: DATE_PLACED is the day of the decision, not of a placement (domain.md trap 1). */
export interface Decision {
  readonly row: Row;
  readonly on: IsoDate | null;
  readonly ceasedOn: IsoDate | null;
  readonly reason: string;
}

/** What the files say of one child. */
export interface Child {
  readonly id: string;
  readonly header: Row | undefined;
  /** By their first day. */
  readonly episodes: readonly Episode[];
  readonly ad1: readonly Row[];
  /** By their date, one without a date first; one that stands in the returns of several years once. */
  readonly decisions: readonly Decision[];
  readonly prevPerm: readonly Row[];
  readonly oc3: readonly Row[];
}

/** The whole day of a cell; `null` where it is blank, a part of a date, or none. */
export function dayOf(text: string): IsoDate | null {
  const read = text === '' ? null : readDate(text, 2000);
  return read?.kind === 'value' ? read.value : null;
}

export const isAdoption = ({ rec }: Episode): boolean => rec === 'E11' || rec === 'E12';
/** Placed for adoption, with consent or with an order. */
export const isAdoptive = ({ place }: Pick<Episode, 'place'>): boolean => /^A[3-6]$/.test(place);

const LONG_AGO = isoDate('1900-01-01');

/** Every child of the files, in the order in which they first stand there. An episode that stands in the returns of two years counts once, as the later has it. */
export function childrenOf(tables: Tables): readonly Child[] {
  const groups = { HEADER: byChild(tables.HEADER), EPISODES: byChild(tables.EPISODES), AD1: byChild(tables.AD1), PLACED: byChild(tables.PLACED), PREV_PERM: byChild(tables.PREV_PERM), OC3: byChild(tables.OC3) };
  const ids = new Set(Object.values(groups).flatMap((group) => [...group.keys()]));
  return [...ids].map((id) => ({
    id, header: groups.HEADER.get(id)?.at(-1), episodes: episodesOf(groups.EPISODES.get(id) ?? []), ad1: groups.AD1.get(id) ?? [],
    decisions: decisionsOf(groups.PLACED.get(id) ?? []), prevPerm: groups.PREV_PERM.get(id) ?? [], oc3: groups.OC3.get(id) ?? [],
  }));
}

function byChild(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(cell(row, 'CHILD'), [...(groups.get(cell(row, 'CHILD')) ?? []), row]);
  return groups;
}

function episodesOf(rows: readonly Row[]): readonly Episode[] {
  const found = new Map<string, Episode>();
  for (const row of rows) {
    const from = dayOf(cell(row, 'DECOM'));
    if (from === null) continue;
    const [rne, ls, place, provider, rec] = ['RNE', 'LS', 'PLACE', 'PLACE_PROVIDER', 'REC'].map((column) => cell(row, column).toUpperCase()) as [string, string, string, string, string];
    found.set(`${from} ${rne} ${ls} ${place}`, { row, from, to: dayOf(cell(row, 'DEC')), rne, ls, place, provider, rec });
  }
  return [...found.values()].sort((a, b) => compare(a.from, b.from) || compare(a.to ?? '9999', b.to ?? '9999'));
}

function decisionsOf(rows: readonly Row[]): readonly Decision[] {
  const found = rows.map((row): Decision => ({ row, on: dayOf(cell(row, 'DATE_PLACED')), ceasedOn: dayOf(cell(row, 'DATE_PLACED_CEASED')), reason: cell(row, 'REASON_PLACED_CEASED').toUpperCase() }));
  // The same decision stands in the returns of several years: the last of them tells how it stands.
  const latest = found.filter((one, at) => one.on === null || !found.some((other, later) => later > at && other.on === one.on && other.row.file !== one.row.file));
  return latest.sort((a, b) => compare(a.on ?? LONG_AGO, b.on ?? LONG_AGO));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
