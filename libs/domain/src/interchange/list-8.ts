import type { IsoDate } from '../dates/iso-date';
import type { SheetRows } from './cell';
import { loose } from './cell';
import type { SheetSpec } from './column';
import { countMarks } from './headings';
import type { Issue } from './issue';
import { readSheet } from './read-sheet';

const explanation = 'Annex A, List 8: children looked after.';

/** What the hub reads of Annex A's List 8: who left care, when and why (domain.md 4.1). Of children who stay it reads nothing. */
const LIST_8: SheetSpec = {
  name: 'List 8',
  subject: 'CHILD',
  blank: 'keep',
  columns: [
    { heading: 'Child Unique ID', field: 'externalId', type: 'identifier', required: true, allowed: 'text or number', explanation, example: '7961370' },
    { heading: 'Date Ceased to be Looked After', field: 'leftOn', type: 'date', allowed: 'a date (dd/mm/yyyy)', explanation, example: '14/03/2026' },
    { heading: 'Reason Ceased to be Looked After', field: 'reason', type: 'text', allowed: 'a) Adopted, and others; or the code of the 903 return', explanation, example: 'a) Adopted' },
  ],
};

/** One child who left care on a day. */
export interface LeaverFacts {
  readonly child: string;
  readonly leftOn: IsoDate;
  readonly isAdopted: boolean;
}

const MARKS = new Set(LIST_8.columns.slice(1));

export const isLeavers = (sheet: SheetRows): boolean => /\blist 0*8\b|\blist8\b/.test(loose(sheet.name)) || countMarks(sheet, LIST_8, MARKS) > 0;

/** `a) Adopted`, `E11: Adopted ...`, `E12`. */
const ADOPTED = /\b(e11|e12|adopted)\b/;

/** Who left care, from List 8. The many columns that are not read are no matter of a warning. */
export function parseList8(sheet: SheetRows, today: IsoDate): { readonly leavers: readonly LeaverFacts[]; readonly issues: readonly Issue[] } {
  const { records, issues } = readSheet(sheet, LIST_8, today);
  const leavers = records.flatMap(({ fields, refused }) =>
    refused || fields.leftOn === undefined ? [] : [{ child: String(fields.externalId), leftOn: fields.leftOn as IsoDate, isAdopted: ADOPTED.test(loose(String(fields.reason ?? ''))) }],
  );
  return { leavers, issues: issues.filter(({ code }) => code !== 'UNKNOWN_HEADING') };
}
