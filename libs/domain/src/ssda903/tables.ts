/** The files of the children looked after return (SSDA903) that the hub reads, told by their columns (domain.md 4.2). */
export const TABLES = {
  HEADER: { columns: ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'], marks: ['SEX', 'ETHNIC'] },
  EPISODES: { columns: ['CHILD', 'DECOM', 'RNE', 'LS', 'CIN', 'PLACE', 'PLACE_PROVIDER', 'DEC', 'REC', 'REASON_PLACE_CHANGE', 'HOME_POST', 'PL_POST', 'URN'], marks: ['DECOM', 'RNE', 'REC'] },
  AD1: { columns: ['CHILD', 'DOB', 'DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'], marks: ['DATE_INT', 'DATE_MATCH'] },
  PLACED: { columns: ['CHILD', 'DOB', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'], marks: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  PREV_PERM: { columns: ['CHILD', 'DOB', 'PREV_PERM', 'LA_PERM', 'DATE_PERM'], marks: ['PREV_PERM'] },
  REVIEWS: { columns: ['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE'], marks: ['REVIEW', 'REVIEW_CODE'] },
  OC3: { columns: ['CHILD', 'DOB', 'IN_TOUCH', 'ACTIV', 'ACCOM'], marks: ['IN_TOUCH', 'ACCOM'] },
} as const satisfies Readonly<Record<string, { readonly columns: readonly string[]; readonly marks: readonly string[] }>>;

export type Table = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly Table[];

/** A row below the headings: trimmed text by column, as the file has it. A column that is missing reads as blank. */
export interface Row {
  readonly file: string;
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The files of one return, or of several years of returns, by what they are. */
export type Tables = Readonly<Record<Table, readonly Row[]>>;

export const NO_TABLES: Tables = { HEADER: [], EPISODES: [], AD1: [], PLACED: [], PREV_PERM: [], REVIEWS: [], OC3: [] };

export const cell = (row: Row | undefined, column: string): string => row?.cells[column] ?? '';
