import { addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { rateFor, type EnteredRate, type Plan, type Provider } from './fee-table';
import { shares, withPercent, type Pence } from './money';

/** London agencies charge a tenth more, by where the adopters' agency is (domain.md 5.7; 7, trap 30). */
const LONDON_PERCENT = 10;

/** What makes an instalment fall due. */
export const TRIGGERS = { MOVED_IN: 'The children moved in', AO_OR_12_MONTHS: 'Adoption order, or a year after moving in', MONTHLY: 'A month without an order, after the first year' } as const;
export type Trigger = keyof typeof TRIGGERS;

const PARTS: Readonly<Record<Plan, readonly { readonly trigger: Trigger; readonly weight: number }[]>> = {
  FULL: [{ trigger: 'MOVED_IN', weight: 1 }],
  THIRDS: [{ trigger: 'MOVED_IN', weight: 2 }, { trigger: 'AO_OR_12_MONTHS', weight: 1 }],
};

/** What happened to the children of a placement. */
export interface PlacedChildren {
  readonly movedInOn: IsoDate;
  /** The day of the last child's adoption order; null while one of them has none. */
  readonly orderOn: IsoDate | null;
  /** The day of the last child's disruption, where none of them stayed. */
  readonly disruptedOn: IsoDate | null;
}

/** What was fixed on the day the children moved in. */
export interface FeeTerms {
  readonly provider: Provider;
  readonly isLondon: boolean;
  /** Of the fee without the addition for London; null while it is unknown. */
  readonly amount: Pence | null;
  readonly plan: Plan | null;
}

/** A sum that fell due. `number` counts from 1 by kind: instalments, months. */
export interface DueItem {
  readonly trigger: Trigger;
  readonly number: number;
  readonly dueOn: IsoDate;
  /** Null for a month whose rate is unknown. */
  readonly amount: Pence | null;
}

/** The fee as it is charged. */
export const chargedFee = ({ amount, isLondon }: Pick<FeeTerms, 'amount' | 'isLondon'>): Pence | null => (amount === null ? null : isLondon ? withPercent(amount, LONDON_PERCENT) : amount);

/** A year after moving in: 29 February becomes 28 February (domain.md 2.7). */
const yearAfter = (movedInOn: IsoDate): IsoDate => addMonths(movedInOn, 12);

/** The parts of a fee with what makes each fall due; they add up to it to the penny. */
export function partsOf(fee: Pence, plan: Plan): { readonly trigger: Trigger; readonly amount: Pence }[] {
  const amounts = shares(fee, PARTS[plan].map(({ weight }) => weight));
  return PARTS[plan].map(({ trigger }, place) => ({ trigger, amount: amounts[place] ?? 0 }));
}

/**
 * What of a fee fell due by a day, earliest first. An instalment whose day lies after the disruption does not fall due by itself: what is
 * paid or given back then, the agencies say in words (domain.md 5.7). None while the amount or the plan is unknown.
 */
export function instalmentsDue(terms: FeeTerms, children: PlacedChildren, today: IsoDate): DueItem[] {
  const fee = chargedFee(terms);
  if (fee === null || terms.plan === null) return [];
  return partsOf(fee, terms.plan)
    .map(({ trigger, amount }, place) => ({ trigger, number: place + 1, dueOn: dayOf(trigger, children), amount }))
    .filter(({ dueOn }) => dueOn <= today && (children.disruptedOn === null || dueOn <= children.disruptedOn));
}

const dayOf = (trigger: Trigger, { movedInOn, orderOn }: PlacedChildren): IsoDate => {
  if (trigger === 'MOVED_IN') return movedInOn;
  const year = yearAfter(movedInOn);
  return orderOn !== null && orderOn < year ? orderOn : year;
};

/**
 * The months that a voluntary agency may charge, each from the day it begins: the first a year after moving in, none once there is an
 * order or a disruption. A month that has begun is charged whole; its rate is that of its first day (domain.md 5.7).
 */
export function monthsDue({ provider }: Pick<FeeTerms, 'provider'>, { movedInOn, orderOn, disruptedOn }: PlacedChildren, entered: readonly EnteredRate[], today: IsoDate): DueItem[] {
  if (provider !== 'VAA') return [];
  const ends = [orderOn, disruptedOn].filter((day) => day !== null);
  const months: DueItem[] = [];
  for (let number = 1; ; number += 1) {
    const dueOn = addMonths(movedInOn, 11 + number);
    if (dueOn > today || ends.some((end) => end <= dueOn)) return months;
    months.push({ trigger: 'MONTHLY', number, dueOn, amount: rateFor({ kind: 'MONTHLY', provider, children: 1, on: dueOn }, entered).amount });
  }
}
