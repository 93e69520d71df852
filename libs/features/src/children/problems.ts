import { dateProblems } from '@hub/domain/children/date-order';
import type { Problem } from '@hub/domain/children/facts';
import type { ChildDetails } from '@hub/domain/children/merge';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { DomainError, invalid } from '@hub/domain/errors';

const keyOf = ({ field, code, message }: Problem): string => `${field} ${code} ${message}`;

/** The problems that a correction would bring, beside those that the record has already. */
export function newProblems(before: ChildDetails, problems: readonly Problem[], today: IsoDate): readonly Problem[] {
  const standing = new Set(dateProblems(before.dates, before.dateOfBirth, today).map(keyOf));
  return problems.filter((problem) => !standing.has(keyOf(problem)));
}

/** A person's entry is held to the guards: a value that is none is INVALID_INPUT, a date out of order GUARD_FAILED. */
export function refuseProblems(problems: readonly Problem[]): void {
  const values = problems.filter(({ code }) => code === 'NOT_A_VALUE' || code === 'AGE_RANGE');
  if (values.length > 0) throw invalid(values.map(({ field, message }) => ({ path: field, message })));
  if (problems.length === 0) return;
  const issues = problems.map(({ field, message }) => ({ path: field, message }));
  throw new DomainError('GUARD_FAILED', issues.map(({ message }) => message).join(' '), { issues });
}
