import type { ReversalReason, Sex } from '../children/codes';
import type { IsoDate } from '../dates/iso-date';
import { LIST_10 } from '../interchange/annex-a';
import type { SheetRows } from '../interchange/cell';
import type { Issue } from '../interchange/issue';
import { parseList10 } from '../interchange/list-10';
import { isLeavers, parseList8 } from '../interchange/list-8';
import { findList10 } from '../interchange/parse-import';
import { readSheet, type SheetRecord } from '../interchange/read-sheet';
import type { JourneyFacts } from './facts';
import type { Source, SourceWarning } from './source';

/**
 * The journeys of Annex A's List 10, and of List 8 where it is there; `null` without a List 10. A row that an error refuses is left out, and the warnings say so.
 * Every row is a decision of its own: a child may stand there with several.
 */
export function readAnnexA(file: string, sheets: readonly SheetRows[], today: IsoDate): Source | null {
  const list10 = findList10(sheets);
  if (list10 === undefined) return null;
  const list8 = sheets.find((sheet) => sheet !== list10 && isLeavers(sheet));
  const read = readSheet(list10, LIST_10, today);
  const { issues, refused } = parseList10(read, today);
  const left = list8 === undefined ? null : parseList8(list8, today);
  return {
    journeys: read.records.filter(({ row }) => !refused.has(row)).map(journeyOf),
    leavers: left === null ? null : left.leavers,
    warnings: [...issues, ...(left?.issues ?? [])].map((issue) => warningOf(file, issue)),
  };
}

function journeyOf({ fields }: SheetRecord): JourneyFacts {
  const day = (field: string): IsoDate | null => (fields[field] as IsoDate | undefined) ?? null;
  return {
    child: String(fields.externalId), council: null, dateOfBirth: day('dateOfBirth'), sex: (fields.sex as Sex | undefined) ?? null, ethnicity: (fields.ethnicity as string | null | undefined) ?? null,
    disability: (fields.disability as boolean | null | undefined) ?? null, enteredCareOn: day('enteredCareOn'), admDecidedOn: day('admDecidedOn'), placementOrderOn: day('placementOrderOn'),
    matchedOn: day('matchedOn'), placedOn: day('placedOn'), adoptedOn: day('adoptedOn'), decisionReversedOn: day('decisionReversedOn'), reversalReason: (fields.reversalReason as ReversalReason | undefined) ?? null,
    fosteredByAdoptersFrom: day('earlyPermanencePlacedOn'),
  };
}

function warningOf(file: string, { code, sheet, row, column, value, message, severity }: Issue): SourceWarning {
  const left = severity === 'ERROR' && row !== null ? ' The row was left out.' : '';
  return { rule: code, file: sheet === null || sheet === file ? file : `${file} / ${sheet}`, row, column, value, message: `${message}${left}` };
}
