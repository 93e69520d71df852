import { invalid } from '../../errors';
import type { Issue } from '../../errors';
import type { AgendaRequest } from './request';

/** Throws `INVALID_INPUT` where a plan names a unit that the request does not have, or two groups name the same. */
export function checkSiblings({ units, siblings }: AgendaRequest): void {
  const known = new Set(units.map(({ unit }) => unit));
  const groupOf = new Map<string, number>();
  const issues = siblings.flatMap(({ plans }, group) =>
    plans.flatMap((plan, at) => plan.flatMap((unit, member): readonly Issue[] => {
      const path = `siblings[${group}].plans[${at}][${member}]`;
      if (!known.has(unit)) return [{ path, message: 'This plan names a unit that is not on the agenda.' }];
      if ((groupOf.get(unit) ?? group) !== group) return [{ path, message: 'This plan names a unit of another sibling group.' }];
      groupOf.set(unit, group);
      return [];
    })),
  );
  if (issues.length > 0) throw invalid(issues);
}
