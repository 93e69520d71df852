/** How the viewer's agency stands to the agency whose record it is (trust.md AZ-1). */
export const RELATIONS = ['OWN', 'PARTNER', 'MEMBER', 'STRANGER'] as const;

export type Relation = (typeof RELATIONS)[number];

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  OWN: 'own agency',
  PARTNER: 'member with a live agreement',
  MEMBER: 'member without an agreement',
  STRANGER: 'no member',
};
