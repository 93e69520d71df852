import writeExcelFile from 'write-excel-file/node';
import type { ChildFacts } from '@hub/domain/children/facts';
import type { DemoRegion } from '@hub/domain/demonstration/build-region';
import { DEMO_AGENCIES } from '@hub/domain/demonstration/region';
import type { Column, SheetSpec } from '@hub/domain/interchange/column';
import { LIST_10, LIST_11 } from '@hub/domain/interchange/annex-a';
import { CHILDREN_SHEET, HOUSEHOLDS_SHEET } from '@hub/domain/interchange/profile-sheet';
import { cellOf, fieldOf } from './cells';
import type { OutCell } from './cells';

/** The two workbooks that an agency hands in. */
export interface AgencyFiles {
  readonly annexA: Buffer;
  readonly profileSheet: Buffer;
}

interface Sheet {
  readonly sheet: string;
  readonly data: OutCell[][];
  readonly stickyRowsCount: number;
}

/** Writes what an agency's children and households would look like in its own files. */
export async function writeAgencyFiles(region: DemoRegion, agency: string): Promise<AgencyFiles> {
  const children = region.units.filter((unit) => unit.agency === agency).flatMap((unit) => unit.children);
  const households = region.households.filter((household) => household.agency === agency).map(({ facts }) => facts);
  const adults = households.flatMap(({ adults = [], ...family }) => adults.map((adult) => ({ ...family, ...adult })));
  // Closed children are history: councils hold no profile of theirs any more.
  const profiled = children.filter(({ needs }) => needs !== undefined);
  // A voluntary agency has no children of its own, so its files hold no sheet for them.
  const hasChildren = DEMO_AGENCIES.some(({ code, kind }) => code === agency && kind === 'COUNCIL');
  return {
    annexA: await workbook([...(hasChildren ? [sheetOf(LIST_10, children)] : []), sheetOf(LIST_11, adults)]),
    profileSheet: await workbook([...(hasChildren ? [sheetOf(CHILDREN_SHEET, profiled)] : []), sheetOf(HOUSEHOLDS_SHEET, households)]),
  };
}

/** A later List 10, of some of the children alone. */
export function writeList10(children: readonly ChildFacts[]): Promise<Buffer> {
  return workbook([sheetOf(LIST_10, children)]);
}

// Family finding is opened by a person in the hub, so a generated file leaves that column out; ages go in months.
function isWritten({ field, type }: Column): boolean {
  return !field.startsWith('familyFinding') && !type.startsWith('age-years');
}

function sheetOf(spec: SheetSpec, rows: readonly (ChildFacts | object)[]): Sheet {
  const columns = spec.columns.filter(isWritten);
  const headings = columns.map(({ heading }): OutCell => ({ value: heading, type: String }));
  const data = rows.map((facts) => columns.map((column) => cellOf(column, fieldOf(facts, column.field))));
  return { sheet: spec.name, data: [headings, ...data], stickyRowsCount: 1 };
}

function workbook(sheets: Sheet[]): Promise<Buffer> {
  return writeExcelFile(sheets).toBuffer();
}
