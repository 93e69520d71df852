import { dayWords } from '../dates/words';
import { invalid, type DomainError, type Issue } from '../errors';
import { PUBLISHED, PUBLISHED_UP_TO, type EnteredRate, type Rate } from './fee-table';
import { isSum, poundsWords } from './money';

/** A rate as somebody wishes to enter it. */
export type RateEntry = Omit<EnteredRate, 'id'>;

/** A region's largest group of brothers and sisters, with room. */
export const MOST_CHILDREN = 10;

/** Why a rate cannot be entered so; null where it can. What is published is not entered again, and a rate names where it comes from. */
export function rateRefusal(entry: RateEntry): DomainError | null {
  const { kind, provider, children, from, until, amount, plan, source } = entry;
  const known = PUBLISHED.find((rate) => standsAgainst(rate, entry));
  const issues: (Issue | false)[] = [
    !isSum(amount) && { path: 'amount', message: 'Give a sum above nothing, up to £1,000,000.' },
    (!Number.isInteger(children) || children < 1 || children > MOST_CHILDREN) && { path: 'children', message: `Give 1 to ${MOST_CHILDREN} children.` },
    until !== null && until < from && { path: 'until', message: 'The last day lies before the first.' },
    (kind === 'FEE') !== (plan !== null) && { path: 'plan', message: 'Say of a fee in which parts it falls due.' },
    kind === 'MONTHLY' && provider !== 'VAA' && { path: 'provider', message: 'Voluntary agencies alone charge by the month.' },
    source.trim() === '' && { path: 'source', message: 'Say where the rate comes from.' },
    known !== undefined && { path: 'from', message: `${spanWords(known)} the rate is known: ${poundsWords(known.amount ?? 0)}. Enter the days before or after it.` },
  ];
  const found = issues.filter((issue) => issue !== false);
  return found.length === 0 ? null : invalid(found);
}

function standsAgainst(rate: Rate, entry: RateEntry): boolean {
  const isSame = rate.kind === entry.kind && rate.provider === entry.provider && (rate.kind === 'MONTHLY' || rate.children === entry.children);
  const isSure = rate.amount !== null && (rate.kind === 'MONTHLY' || rate.plan !== null);
  const begins = rate.from === null || entry.until === null || rate.from <= entry.until;
  return isSame && isSure && begins && entry.from <= (rate.until ?? PUBLISHED_UP_TO);
}

const spanWords = ({ from, until }: Rate): string => [from && `From ${dayWords(from)}`, `${from ? 'to' : 'Up to'} ${dayWords(until ?? PUBLISHED_UP_TO)}`].filter(Boolean).join(' ');
