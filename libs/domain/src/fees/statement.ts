import type { IsoDate } from '../dates/iso-date';
import { daysOfQuarter, type Quarter } from '../dates/financial-year';
import type { Trigger } from './instalments';
import type { FeeSide } from './item-events';
import { sum, type Pence } from './money';

/** A payment, or what was waived, by its day. */
export interface Movement {
  readonly onDate: IsoDate;
  readonly kind: 'PAID' | 'WAIVED';
  readonly sum: Pence;
}

/** A sum that fell due, with all that happened to it, as one of the two agencies sees it. */
export interface StatedItem {
  readonly placement: string;
  readonly side: FeeSide;
  /** The other agency's code. */
  readonly other: string;
  readonly trigger: Trigger;
  readonly number: number;
  readonly dueOn: IsoDate;
  readonly amount: Pence;
  readonly invoiceNumber: string | null;
  readonly invoicedOn: IsoDate | null;
  readonly movements: readonly Movement[];
}

/** Sums of a quarter: `opening + due - paid - waived` is `closing`, to the penny. */
export interface Sums {
  readonly opening: Pence;
  readonly due: Pence;
  readonly invoiced: Pence;
  readonly paid: Pence;
  readonly waived: Pence;
  readonly closing: Pence;
}

export type StatementLine = Omit<StatedItem, 'movements'> & Sums;

/** What an agency owes to, or is owed by, one other. */
export interface StatementTotal extends Sums {
  readonly side: FeeSide;
  /** Null: all agencies together. */
  readonly other: string | null;
}

export interface Statement {
  readonly lines: readonly StatementLine[];
  readonly totals: readonly StatementTotal[];
}

const COLUMNS = ['opening', 'due', 'invoiced', 'paid', 'waived', 'closing'] as const;
const isEmpty = (sums: Sums): boolean => COLUMNS.every((column) => sums[column] === 0);

/** The statement of an agency for a quarter of the financial year: what moved in it, and what stood open at either end. */
export function statementOf(items: readonly StatedItem[], quarter: Quarter): Statement {
  const lines = items.map((item) => lineOf(item, quarter)).filter((line) => !isEmpty(line))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const totals = (['PAYER', 'PAYEE'] as const).flatMap((side) => {
    const own = lines.filter((line) => line.side === side);
    const others = [...new Set(own.map(({ other }) => other))].sort();
    return own.length === 0 ? [] : [...others.map((other) => total(side, other, own.filter((line) => line.other === other))), total(side, null, own)];
  });
  return { lines, totals };
}

const keyOf = ({ side, other, placement, dueOn, trigger, number }: StatementLine): string => [side === 'PAYER' ? 0 : 1, other, placement, dueOn, trigger, String(number).padStart(4, '0')].join(' ');

function lineOf({ movements, ...item }: StatedItem, quarter: Quarter): StatementLine {
  const { dueOn, amount, invoicedOn } = item;
  const { first, last } = daysOfQuarter(quarter);
  const isWithin = (day: IsoDate | null): boolean => day !== null && first <= day && day <= last;
  const moved = (kind: Movement['kind']): Pence => sum(movements.filter((one) => one.kind === kind && isWithin(one.onDate)).map((one) => one.sum));
  const opening = (dueOn < first ? amount : 0) - sum(movements.filter(({ onDate }) => onDate < first).map((one) => one.sum));
  const [due, paid, waived] = [isWithin(dueOn) ? amount : 0, moved('PAID'), moved('WAIVED')];
  return { ...item, opening, due, invoiced: isWithin(invoicedOn) ? amount : 0, paid, waived, closing: opening + due - paid - waived };
}

/** What fell due, was paid and stood open over quarters that follow one another, all agencies together; nobody: all nothing. */
export function totalOver(statements: readonly Statement[], side: FeeSide): Sums {
  const totals = statements.map((one) => one.totals.find((line) => line.side === side && line.other === null));
  const of = (column: keyof Sums): Pence => sum(totals.map((line) => line?.[column] ?? 0));
  return { opening: totals[0]?.opening ?? 0, due: of('due'), invoiced: of('invoiced'), paid: of('paid'), waived: of('waived'), closing: totals.at(-1)?.closing ?? 0 };
}

function total(side: FeeSide, other: string | null, lines: readonly StatementLine[]): StatementTotal {
  const of = (column: keyof Sums): Pence => sum(lines.map((line) => line[column]));
  return { side, other, opening: of('opening'), due: of('due'), invoiced: of('invoiced'), paid: of('paid'), waived: of('waived'), closing: of('closing') };
}
