import { cellText, loose, type SheetRows } from '../interchange/cell';
import { shownValue, sheetIssue, type Issue } from '../interchange/issue';

/** A stage of adoption as the Department for Education publishes it, by the number before its name, and the hub's indicator of the same two dates; null where it has none. */
export const ENGLAND_STAGES = {
  EC_ADM: { label: 'Entering care to decision', code: 'STAGE.EC_ADM' },
  ADM_M: { label: 'Decision to match', code: null },
  M_P: { label: 'Match to moving in', code: 'STAGE.M_P' },
  EC_P: { label: 'Entering care to moving in', code: 'A1' },
  P_AO: { label: 'Moving in to adoption order', code: 'STAGE.P_AO' },
  EC_AO: { label: 'Entering care to adoption order', code: null },
  PLACED_12: { label: 'Placed within 12 months of the decision', code: null },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly code: string | null }>>;
export type EnglandStage = keyof typeof ENGLAND_STAGES;

const BY_NUMBER: readonly EnglandStage[] = ['EC_ADM', 'ADM_M', 'M_P', 'EC_P', 'P_AO', 'EC_AO'];

/** Why a published cell has no number (Explore Education Statistics, domain.md 6.1). */
export const ENGLAND_SYMBOLS = { c: 'Confidential', k: 'Rounds to nothing, but is not', low: 'Low', u: 'Unreliable', x: 'Not available', z: 'Not applicable' } as const;
export type EnglandSymbol = keyof typeof ENGLAND_SYMBOLS;

/** One cell: England, one year to 31 March, children adopted in it by age on starting the final period of care. */
export interface EnglandFigure {
  /** In which the year ends. */
  readonly year: number;
  readonly stage: EnglandStage;
  /** As published: `Total`, `Aged 1`. */
  readonly ageGroup: string;
  /** Whole months of a time, children of a count; null where a symbol stands instead. Stages are rounded one by one and never add up (domain.md 3.2). */
  readonly value: number | null;
  readonly symbol: EnglandSymbol | null;
}

export interface ParsedEngland {
  readonly figures: readonly EnglandFigure[];
  readonly rows: number;
  readonly issues: readonly Issue[];
}

/** As a time of whole months is compared with days: a month is 365.25 / 12 of them. */
export const daysOfMonths = (months: number): number => Math.round((months * 365.25) / 12);

const COLUMNS = { year: 'time_period', level: 'geographic_level', stage: 'stage_of_adoption_process', age: 'age_start_poc', number: 'number' } as const;
type Column = keyof typeof COLUMNS;
const NEEDED: readonly Column[] = ['year', 'stage', 'age', 'number'];

/** The national open data on times between the stages of adoption. Rows below the national level are left out; bad ones are told by their place. Never throws. */
export function parseEngland(sheet: SheetRows): ParsedEngland {
  const heads = (sheet.rows[0] ?? []).map((cell) => loose(cellText(cell)));
  const at = Object.fromEntries(Object.entries(COLUMNS).map(([name, heading]) => [name, heads.indexOf(loose(heading))])) as Record<Column, number>;
  const missing = NEEDED.filter((name) => at[name] < 0).map((name) => COLUMNS[name]);
  if (missing.length > 0) {
    const message = `The first row lacks ${missing.join(' and ')}. Take the file of stages of the adoption process from Explore Education Statistics as it is.`;
    return { figures: [], rows: 0, issues: [sheetIssue('ERROR', sheet.name, { code: 'MISSING_COLUMN', message }, missing[0] ?? null)] };
  }
  const figures = new Map<string, EnglandFigure>();
  const issues: Issue[] = [];
  let rows = 0;
  sheet.rows.forEach((cells, index) => {
    const text = (name: Column): string => cellText(cells[at[name]]);
    if (index === 0 || cells.every((cell) => cellText(cell) === '')) return;
    rows += 1;
    if (at.level >= 0 && !/^national$/i.test(text('level'))) return;
    const read = readFigure(text);
    if ('wrong' in read) issues.push({ severity: 'ERROR', sheet: sheet.name, row: index + 1, column: COLUMNS[read.wrong], value: shownValue(text(read.wrong)), code: read.code, message: read.message });
    else figures.set(`${read.year} ${read.stage} ${read.ageGroup}`, read);
  });
  return { figures: [...figures.values()], rows, issues };
}

interface Wrong { readonly wrong: Column; readonly code: string; readonly message: string }

function readFigure(text: (name: Column) => string): EnglandFigure | Wrong {
  const [year, stage, ageGroup] = [yearOf(text('year')), stageOf(text('stage')), text('age').trim()];
  if (year === 0) return { wrong: 'year', code: 'NOT_A_NUMBER', message: 'Write the year in which the year to 31 March ends, such as 2025.' };
  if (stage === null) return { wrong: 'stage', code: 'NOT_A_CODE', message: 'This is none of the seven stages that the Department for Education publishes.' };
  if (ageGroup === '' || ageGroup.length > 40) return { wrong: 'age', code: 'BLANK', message: 'Say of which age, or Total.' };
  const number = valueOf(text('number').trim(), stage);
  if (number === null) return { wrong: 'number', code: 'NOT_A_NUMBER', message: stage === 'PLACED_12' ? 'Write how many children, or one of the symbols c, k, low, u, x, z.' : 'Write years and months as YY:MM, or one of the symbols c, k, low, u, x, z.' };
  return { year, stage, ageGroup, ...number };
}

/** `2025`, or `202425` as other tables of the Department have it. */
function yearOf(text: string): number {
  const [, year, end] = /^(20\d\d)(\d\d)?$/.exec(text) ?? [];
  return end === undefined ? Number(year ?? 0) : 2000 + Number(end);
}

function stageOf(text: string): EnglandStage | null {
  if (/within 12 months of the (LA )?decision/i.test(text)) return 'PLACED_12';
  return BY_NUMBER[Number(/^\s*([1-6])\./.exec(text)?.[1] ?? 0) - 1] ?? null;
}

function valueOf(text: string, stage: EnglandStage): Pick<EnglandFigure, 'value' | 'symbol'> | null {
  const symbol = text.toLowerCase();
  if (symbol in ENGLAND_SYMBOLS) return { value: null, symbol: symbol as EnglandSymbol };
  if (stage === 'PLACED_12') return /^\d{1,6}$/.test(text) ? { value: Number(text), symbol: null } : null;
  const [, years, months] = /^(\d{1,2}):(\d{1,2})$/.exec(text) ?? [];
  return years === undefined || Number(months) > 11 ? null : { value: Number(years) * 12 + Number(months), symbol: null };
}
