/** ERROR refuses the row (or, without a row, the sheet or the file); WARNING lets it pass. */
export type Severity = 'ERROR' | 'WARNING';

export type IssueCode =
  | 'MISSING_SHEET' | 'EMPTY_SHEET' | 'MISSING_COLUMN' | 'UNKNOWN_HEADING' | 'DUPLICATE_HEADING' | 'TOO_MANY_ROWS'
  | 'BLANK' | 'NOT_RECORDED' | 'NOT_A_DATE' | 'IMPOSSIBLE_DATE' | 'PARTIAL_DATE' | 'TWO_DIGIT_YEAR' | 'DATE_TOO_EARLY' | 'FUTURE_DATE'
  | 'NOT_A_CODE' | 'NOT_A_NUMBER' | 'OUT_OF_RANGE' | 'NOT_AN_IDENTIFIER' | 'TOO_LONG' | 'FORMULA_ERROR' | 'SHORTENED'
  | 'DUPLICATE' | 'CONTRADICTION' | 'OVERLAPPING_DECISIONS' | 'ADULT_IN_TWO_FAMILIES' | 'TOO_MANY_ADULTS' | 'HALF_GIVEN'
  | 'NO_AUTHORITY' | 'FAMILY_WITHOUT_ADULTS' | 'UNKNOWN_CHILD' | 'UNKNOWN_FAMILY' | 'NO_CHILDREN_HERE'
  | (string & {});

/** What is wrong, in a sentence that says what to do. */
export interface Fault {
  readonly code: IssueCode;
  readonly message: string;
}

/** One thing to put right, with its place as the person sees it in Excel. */
export interface Issue extends Fault {
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
}

const LONGEST_VALUE = 80;

/** A value as a report repeats it: enough to find it, never a whole text. */
export function shownValue(text: string): string | null {
  if (text === '') return null;
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}

export function sheetIssue(severity: Severity, sheet: string | null, fault: Fault, column: string | null = null): Issue {
  return { severity, sheet, row: null, column, value: null, ...fault };
}
