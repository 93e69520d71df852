import type { About } from '@hub/database/unit-of-work';
import type { ItemRow } from './items.queries';

/** Whose case an item is, for the access log. */
export const aboutItem = ({ unitReference, householdReference }: Pick<ItemRow, 'unitReference' | 'householdReference'>): About[] => [
  ...(unitReference === null ? [] : [{ type: 'UNIT', reference: unitReference } as const]), { type: 'HOUSEHOLD', reference: householdReference },
];
