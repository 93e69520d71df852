import { cellText, loose, type Cell, type SheetRows } from '../interchange/cell';
import { shownValue, sheetIssue, type Fault, type Issue } from '../interchange/issue';

/** How much alike a council and its neighbour are, closest first, as the groupings word it. */
export const CLOSENESS = { EXTREMELY: 'Extremely close', VERY: 'Very close', CLOSE: 'Close', SOMEWHAT: 'Somewhat close', NOT: 'Not close' } as const;
export type Closeness = keyof typeof CLOSENESS;

/** A council by the number that the Department for Education gives it, and the ten that it is compared with, the closest first. */
export interface NeighbourGroup {
  readonly council: string;
  readonly name: string;
  readonly neighbours: readonly { readonly council: string; readonly closeness: Closeness }[];
}

export interface ParsedNeighbours {
  readonly groups: readonly NeighbourGroup[];
  readonly rows: number;
  readonly issues: readonly Issue[];
}

const NEIGHBOURS = 10;
const NUMBER = /^\d{3}$/;

/** The statistical neighbour groupings: `LA num`, `LA Name`, then `SN1`, `SNP` to `SN10`, `SNP`. Councils that no longer exist stand below the others and are read like them. Never throws. */
export function parseNeighbours(sheet: SheetRows): ParsedNeighbours {
  const heads = (sheet.rows[0] ?? []).map((cell) => loose(cellText(cell)));
  const at = { council: heads.findIndex((head) => head === 'la num' || head === 'la number'), name: heads.indexOf('la name'), first: heads.indexOf('sn1') };
  const missing = [at.council < 0 && 'LA num', at.name < 0 && 'LA Name', at.first < 0 && 'SN1'].filter((name) => name !== false);
  if (missing.length > 0) {
    const message = `The first row lacks ${missing.join(' and ')}. Take the file of statistical neighbour groupings as it is.`;
    return { groups: [], rows: 0, issues: [sheetIssue('ERROR', sheet.name, { code: 'MISSING_COLUMN', message }, missing[0] ?? null)] };
  }
  const groups = new Map<string, NeighbourGroup>();
  const issues: Issue[] = [];
  let rows = 0;
  sheet.rows.forEach((cells, index) => {
    const council = cellText(cells[at.council]);
    // Words between the parts of the file stand without a number.
    if (index === 0 || council === '') return;
    rows += 1;
    const report = (column: string, value: string, fault: Fault): void => void issues.push({ severity: 'ERROR', sheet: sheet.name, row: index + 1, column, value: shownValue(value), ...fault });
    const group = readGroup({ council, name: cellText(cells[at.name]), cells: cells.slice(at.first) }, report);
    if (group !== null && groups.has(council)) report('LA num', council, { code: 'DUPLICATE', message: 'This council stands here twice. Keep one of the two.' });
    else if (group !== null) groups.set(council, group);
  });
  return { groups: [...groups.values()], rows, issues };
}

type Report = (column: string, value: string, fault: Fault) => void;

function readGroup({ council, name, cells }: { readonly council: string; readonly name: string; readonly cells: readonly (Cell | undefined)[] }, report: Report): NeighbourGroup | null {
  if (!NUMBER.test(council)) report('LA num', council, { code: 'NOT_A_NUMBER', message: 'Write the three digits that the Department for Education gives the council.' });
  if (name === '' || name.length > 100) report('LA Name', name, { code: 'BLANK', message: 'Write the name of the council, in at most 100 characters.' });
  const neighbours = Array.from({ length: NEIGHBOURS }, (_, at) => {
    const [other, words] = [cellText(cells[2 * at]), cellText(cells[2 * at + 1])];
    const closeness = closenessOf(words);
    if (!NUMBER.test(other) || other === council) report(`SN${at + 1}`, other, { code: 'NOT_A_NUMBER', message: 'Write the three digits of another council.' });
    else if (closeness === null) report(`SN${at + 1}`, words, { code: 'NOT_A_CODE', message: `Say how close: ${Object.values(CLOSENESS).join(', ')}.` });
    else return { council: other, closeness };
    return null;
  });
  const good = neighbours.filter((neighbour) => neighbour !== null);
  return !NUMBER.test(council) || name === '' || name.length > 100 || good.length < NEIGHBOURS ? null : { council, name, neighbours: good };
}

const closenessOf = (words: string): Closeness | null => (Object.keys(CLOSENESS) as Closeness[]).find((one) => loose(CLOSENESS[one]) === loose(words)) ?? null;
