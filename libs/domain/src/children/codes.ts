/** F female, M male, U not stated or not recorded, N neither (the 903 sex codes from the 2024-25 collection on). */
export type Sex = 'F' | 'M' | 'U' | 'N';

export type AuthorityType = 'PO' | 'CONSENT';

/** Why a decision that a child should be placed for adoption was reversed (Annex A List 10, 903 AD1). */
export type ReversalReason = 'RD1' | 'RD2' | 'RD3' | 'RD4';

/** How the members of a sibling group are to be placed; SINGLE is a child on their own. */
export type UnitPlan = 'SINGLE' | 'TOGETHER' | 'APART' | 'TOGETHER_PREFERRED';

export type SiblingPlan = Exclude<UnitPlan, 'SINGLE'>;

export type FamilyFinding = 'NOT_STARTED' | 'ACTIVE' | 'PAUSED' | 'CLOSED';

/** Ethnicity as the 903 return codes it: four letters; REFU refused, NOBT not obtained. */
export const ETHNICITY_CODES = [
  'WBRI', 'WIRI', 'WIRT', 'WOTH', 'WROM', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'AOTH',
  'BCRB', 'BAFR', 'BOTH', 'CHNE', 'OOTH', 'REFU', 'NOBT',
] as const;

export type Ethnicity = (typeof ETHNICITY_CODES)[number];

export const SEXES: readonly Sex[] = ['F', 'M', 'U', 'N'];
export const REVERSAL_REASONS: readonly ReversalReason[] = ['RD1', 'RD2', 'RD3', 'RD4'];
export const UNIT_PLANS: readonly UnitPlan[] = ['SINGLE', 'TOGETHER', 'APART', 'TOGETHER_PREFERRED'];
export const FAMILY_FINDING_STATES = ['NOT_STARTED', 'ACTIVE', 'PAUSED', 'CLOSED'] as const satisfies readonly FamilyFinding[];
