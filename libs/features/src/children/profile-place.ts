import type { TextPlace } from '@hub/database/crypto/vault';

/** Where the text of a released profile stands: of a unit about its children of then, of a household about itself. */
export const unitProfilePlace = (unitId: string, agencyId: string, shareIds: readonly string[]): TextPlace => ({ agencyId, table: 'unit_profile', rowId: unitId, shareIds });
export const householdProfilePlace = (householdId: string, agencyId: string): TextPlace => ({ agencyId, table: 'household_profile', rowId: householdId, shareIds: [householdId] });
