import type { About } from '@hub/database/unit-of-work';

interface Pair {
  /** Null where it is about a family alone. */
  readonly unitReference: string | null;
  readonly householdReference: string;
}

/** For the access log: the two whom a link, a panel's item, a placement or its fee is about. */
export const aboutPair = ({ unitReference, householdReference }: Pair): About[] =>
  [...(unitReference === null ? [] : [{ type: 'UNIT', reference: unitReference } as const]), { type: 'HOUSEHOLD', reference: householdReference }];
