import { isoDate, type IsoDate } from '../dates/iso-date';
import type { Pence } from './money';

/** Who approved the adopters: a voluntary agency, or a council or regional agency (domain.md 5.7). */
export const PROVIDERS = { VAA: 'Voluntary agency', LA_RAA: 'Council or regional agency' } as const;
export type Provider = keyof typeof PROVIDERS;

/** In which parts a fee falls due. */
export const PLANS = { FULL: 'In full when the children move in', THIRDS: 'Two thirds when the children move in, one third at the adoption order or after a year' } as const;
export type Plan = keyof typeof PLANS;

/** What a rate is for: the fee of a placement by number of children, or the monthly charge after twelve months without an order. */
export type RateKind = 'FEE' | 'MONTHLY';

/** A rate that holds for children who move in between two days, both included. */
export interface Rate {
  readonly kind: RateKind;
  readonly provider: Provider;
  readonly children: number;
  /** Null: the source does not say from which day. */
  readonly from: IsoDate | null;
  /** The last day; null while no end is known. */
  readonly until: IsoDate | null;
  /** Without the addition for London. Null: the source gives no exact figure. */
  readonly amount: Pence | null;
  /** Of a fee; null where the source does not say. */
  readonly plan: Plan | null;
  readonly source: string;
}

const day = (text: string | null): IsoDate | null => (text === null ? null : isoDate(text));

function fee(provider: Provider, [from, until]: readonly [string | null, string | null], amount: Pence | null, plan: Plan | null, source: string): Rate {
  return { kind: 'FEE', provider, children: 1, from: day(from), until: day(until), amount, plan, source };
}

/**
 * Every rate that is known, and the spans of which only the words are: a rise by so many per cent of a figure that nobody has is no
 * rate (domain.md 5.7). One child; rates for further children exist and were not obtained.
 */
export const PUBLISHED: readonly Rate[] = [
  fee('VAA', [null, '2011-03-31'], 24_000_00, null, 'Known before 1 April 2011; from which day and in which parts is not.'),
  fee('VAA', ['2011-04-01', '2018-05-31'], 27_000_00, 'THIRDS', 'CVAA, from 1 April 2011: £18,000 at placement, £9,000 at one year or the order.'),
  fee('VAA', ['2018-06-01', '2019-03-31'], null, 'THIRDS', 'Raised in June 2018 to about £31,000; the exact figure is not published.'),
  fee('VAA', ['2019-04-01', '2020-03-31'], 31_620_00, 'FULL', 'CoramBAAF, from 1 April 2019: in full at the point of placement.'),
  fee('VAA', ['2020-04-01', '2021-03-31'], null, 'FULL', 'No figure was found for 2020/21.'),
  fee('VAA', ['2021-04-01', '2022-03-31'], null, 'FULL', 'Raised by 0.8% for 2021/22, of a figure that was not found.'),
  fee('VAA', ['2022-04-01', '2023-03-31'], null, 'FULL', 'CVAA: raised by 4.8% for 2022/23, of a figure that was not found.'),
  fee('VAA', ['2023-04-01', '2024-03-31'], null, 'FULL', 'CVAA: raised by 5% (capped) for 2023/24, of a figure that was not found.'),
  fee('VAA', ['2024-04-01', '2025-03-31'], null, 'FULL', 'Just over £37,000 in 2024/25; the exact figure was not found.'),
  fee('VAA', ['2025-04-01', '2026-03-31'], 39_245_00, 'FULL', 'CoramBAAF, from 1 April 2025. Raised each 1 April by the CPIH of the year before.'),
  fee('VAA', ['2026-04-01', null], null, 'FULL', 'No figure was found from 1 April 2026 on.'),
  fee('LA_RAA', [null, '2011-03-31'], null, null, 'Lower than that of voluntary agencies; no figure was found.'),
  fee('LA_RAA', ['2011-04-01', null], 27_000_00, 'THIRDS', 'CoramBAAF: the rate of 2011 still applies. For councils it was made equal on 1 April 2013: for earlier placements look into the agreement.'),
  { kind: 'MONTHLY', provider: 'VAA', children: 1, from: day('2021-04-01'), until: day('2022-03-31'), amount: 896_00, plan: null, source: 'CVAA, England and Wales, 2021/22.' },
  { kind: 'MONTHLY', provider: 'VAA', children: 1, from: day('2022-04-01'), until: null, amount: 939_00, plan: null, source: 'CVAA, England and Wales, from April 2022.' },
];

/** The last day for which somebody looked; a rate without an end can be followed by another from the day after. */
export const PUBLISHED_UP_TO = isoDate('2026-03-31');

/** Which rate is asked for. `on`: the day the children moved in, or on which the month begins. */
export interface Wanted {
  readonly kind: RateKind;
  readonly provider: Provider;
  readonly children: number;
  readonly on: IsoDate;
}

/** A rate that people entered, because none is published. */
export interface EnteredRate extends Rate {
  readonly id: string;
  readonly from: IsoDate;
  readonly amount: Pence;
}

const holds = ({ from, until }: Pick<Rate, 'from' | 'until'>, on: IsoDate): boolean => (from === null || from <= on) && (until === null || on <= until);
/** The monthly charge goes by placement, however many children. */
const isOf = (rate: Rate, { kind, provider, children, on }: Wanted): boolean => rate.kind === kind && rate.provider === provider && (kind === 'MONTHLY' || rate.children === children) && holds(rate, on);

/** What is published for a day; null where nothing is, not even in words. */
const publishedRate = (wanted: Wanted): Rate | null => PUBLISHED.find((rate) => isOf(rate, wanted)) ?? null;

/** What a fee is reckoned by, and where that comes from. */
export interface FoundRate {
  readonly amount: Pence | null;
  readonly plan: Plan | null;
  readonly source: string;
  /** Of an entered rate. */
  readonly id: string | null;
}

const SIBLINGS = 'Rates for each further child exist; the figures were not obtained.';
const NOTHING = 'No figure was found.';

/**
 * The rate of a day: as published, else as entered (the earlier in the list first). Where no exact figure is known the amount is
 * null, with what is known in words: nothing is ever reckoned from percentages or from the rate of another year.
 */
export function rateFor(wanted: Wanted, entered: readonly EnteredRate[]): FoundRate {
  const published = publishedRate(wanted);
  const own = entered.find((rate) => isOf(rate, wanted));
  const isSure = published !== null && published.amount !== null && (published.kind === 'MONTHLY' || published.plan !== null);
  if (own && (!isSure || (published.until === null && own.from > PUBLISHED_UP_TO))) return { amount: own.amount, plan: own.plan, source: own.source, id: own.id };
  if (published) return { amount: published.amount, plan: published.plan, source: published.source, id: null };
  // In which parts it falls due goes by provider and day, whatever the number of children.
  const plan = wanted.kind === 'FEE' ? (publishedRate({ ...wanted, children: 1 })?.plan ?? null) : null;
  return { amount: null, plan, source: wanted.children > 1 ? SIBLINGS : NOTHING, id: null };
}
