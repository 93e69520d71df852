import { invalid, type DomainError } from '../errors';

/** What a meeting decides of a pair. */
export const PAIR_OUTCOMES = { PURSUE: 'To pursue', HOLD: 'On hold', RULE_OUT: 'Ruled out', MORE_INFORMATION: 'More information needed' } as const;
export type PairOutcome = keyof typeof PAIR_OUTCOMES;

/** What it decides of a child or group beyond its pairs. That a family is pursued follows from the pairs and is recorded there alone. */
export const UNIT_OUTCOMES = { HOLD: 'On hold', MORE_INFORMATION: 'More information needed', NO_FAMILY_TODAY: 'No family today' } as const;
export type UnitOutcome = keyof typeof UNIT_OUTCOMES;

/** Why a pair is ruled out; free words go beside it. */
export const RULE_OUT_REASONS = {
  NEEDS_NOT_MET: 'The family cannot meet the needs',
  TOO_CLOSE: 'The family lives too close to the birth family',
  SIBLINGS: 'The family cannot take the sibling group',
  CONTACT: 'The plan for contact does not fit',
  HOUSEHOLD: 'The family’s household does not fit',
  KNOWN_TO_BIRTH_FAMILY: 'The family and the birth family know each other',
  OTHER_REASON: 'Another reason',
} as const;
export type RuleOutReason = keyof typeof RULE_OUT_REASONS;

export interface OutcomeWish {
  readonly outcome: PairOutcome;
  readonly reason: string | null;
  readonly words: string | null;
}

/** Ruling out needs a reason from the list, and another reason needs words; nothing else has a reason. */
export function wrongOutcome({ outcome, reason, words }: OutcomeWish): DomainError | null {
  if (outcome !== 'RULE_OUT') return reason === null ? null : invalid([{ path: 'reason', message: 'Only ruling out has a reason from the list. Write others in your own words.' }]);
  if (reason === null || !Object.hasOwn(RULE_OUT_REASONS, reason)) return invalid([{ path: 'reason', message: 'Choose why the pair is ruled out.' }]);
  return reason === 'OTHER_REASON' && (words ?? '').trim() === '' ? invalid([{ path: 'words', message: 'Say in your own words what the reason is.' }]) : null;
}

/** An outcome as one recorder saw it and as it stands now. */
export interface OutcomeVersion {
  readonly outcome: PairOutcome | UnitOutcome | null;
  readonly reason: string | null;
  /** Who recorded it, by name. */
  readonly decidedBy: string | null;
}

export interface OutcomeDifference {
  readonly field: keyof OutcomeVersion;
  readonly seen: string | null;
  readonly now: string | null;
}

const FIELDS: readonly (keyof OutcomeVersion)[] = ['outcome', 'reason', 'decidedBy'];

/** Field by field, what changed between two versions (trust.md REL-5). */
export const outcomeDifferences = (seen: OutcomeVersion, now: OutcomeVersion): OutcomeDifference[] =>
  FIELDS.flatMap((field) => (seen[field] === now[field] ? [] : [{ field, seen: seen[field], now: now[field] }]));
