import type { ReportFigure } from './executive-report';
import { roundHalfUp } from './statistics';

const NAMES = { days: ['day', 'days'], children: ['child', 'children'], households: ['family', 'families'], groups: ['group', 'groups'] } as const;

/** A figure as people read it, whole at the very end (domain.md 3.8), and among how many; an empty population says so and is never 0. */
export function figureWords({ value, unit, numerator, denominator, isHidden }: Pick<ReportFigure, 'value' | 'unit' | 'numerator' | 'denominator' | 'isHidden'>): { readonly value: string; readonly of: string } {
  if (isHidden) return { value: 'Hidden (c)', of: '' };
  if (value === null) return { value: denominator === 0 ? 'Nobody to count' : 'Not known', of: '' };
  const whole = roundHalfUp(value);
  if (unit === 'percent') return { value: `${whole}%`, of: `${numerator ?? 0} of ${denominator ?? 0}` };
  const [one, more] = NAMES[unit];
  return { value: `${whole.toLocaleString('en-GB')} ${whole === 1 ? one : more}`, of: unit === 'days' && denominator !== null ? `${denominator} ${denominator === 1 ? 'child' : 'children'}` : '' };
}
