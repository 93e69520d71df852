import type { About } from '@hub/database/unit-of-work';

/** For the access log: the two whom a link, a placement or its fee is about. */
export const aboutPair = ({ unitReference, householdReference }: { readonly unitReference: string; readonly householdReference: string }): About[] =>
  [{ type: 'UNIT', reference: unitReference }, { type: 'HOUSEHOLD', reference: householdReference }];
