import type { RuleName } from '../result';
import { unpackNames, withRuling } from './codes';
import type { BlockedEvidence, UnitEvidence } from './evidence';

/**
 * The evidence with pairs that people ruled out after the run taken off the list, so that no reader has to wait for the
 * next run. `rules`: the run's rules in their order. A ruling-out that was lifted since shows with the next run.
 */
export function withoutRuledOut(evidence: UnitEvidence, ruledOut: ReadonlySet<string>, rules: readonly RuleName[]): UnitEvidence {
  if (ruledOut.size === 0) return evidence;
  const taken = evidence.listed.filter(({ offer }) => ruledOut.has(offer.household));
  return {
    ...evidence,
    listed: evidence.listed.filter(({ offer }) => !ruledOut.has(offer.household)),
    blocked: [
      ...evidence.blocked.map((one) => (ruledOut.has(one.household) ? { ...one, blockers: withRuling(one.blockers, rules) } : one)),
      ...taken.map(({ offer, unknowns }): BlockedEvidence => ({ household: offer.household, unknowns, blockers: withRuling('', rules) })),
    ],
  };
}

/** How many households stand where. */
export function countStanding({ listed, blocked }: UnitEvidence, rules: readonly RuleName[]): { eligible: number; conditional: number; blocked: number; ruledOut: number } {
  const eligible = listed.filter(({ unknowns }) => unknowns === '').length;
  const ruledOut = blocked.filter(({ blockers }) => unpackNames(blockers, rules).includes('notRuledOut')).length;
  return { eligible, conditional: listed.length - eligible, blocked: blocked.length, ruledOut };
}
