import { hardRules } from './hard-rules';
import type { HardRule } from './hard-rules';
import type { Policy } from './policy';
import { softCriteria } from './soft-criteria';
import type { SoftCriterion } from './soft-criteria';

/** A policy with its rules and criteria made ready, once per run. */
export interface Rulebook {
  readonly policy: Policy;
  readonly rules: readonly HardRule[];
  readonly criteria: readonly SoftCriterion[];
}

export function rulebook(policy: Policy): Rulebook {
  return { policy, rules: hardRules(policy), criteria: softCriteria(policy) };
}
