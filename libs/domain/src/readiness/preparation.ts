/** What is done with adopters before a panel considers a match (AAR 2005 reg 31(1)): each with the day on which it was done. */
export const PREPARATIONS = {
  CPR_GIVEN: { label: 'Gave the adopters the child’s permanence report', needsWords: false },
  HEALTH_GIVEN: { label: 'Gave the adopters the child’s health report', needsWords: false },
  MEDICAL_ADVISER_MET: { label: 'The adopters met the medical adviser', needsWords: false },
  FOSTER_CARER_MET: { label: 'The adopters met the foster carer', needsWords: false },
  COUNSELLING_OFFERED: { label: 'Offered the adopters counselling', needsWords: false },
  SUPPORT_PLAN_GIVEN: { label: 'Gave the adopters the support plan', needsWords: false },
  APR_GIVEN: { label: 'Gave the adopters the adoption placement report', needsWords: false },
  ADOPTERS_VIEWS: { label: 'The adopters gave their views', needsWords: true },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly needsWords: boolean }>>;

export type Preparation = keyof typeof PREPARATIONS;

export const PREPARATION_NAMES = Object.keys(PREPARATIONS) as readonly Preparation[];

/** Whose views are recorded about a child's adoption, one dated entry after the other. */
export const VIEW_HOLDERS = { CHILD: 'The child’s wishes and feelings', MOTHER: 'The birth mother’s views', FATHER: 'The birth father’s views', OTHER: 'Views of another with parental responsibility' } as const;

export type ViewHolder = keyof typeof VIEW_HOLDERS;

/** Why views are not there. */
export const WHY_NO_VIEWS = { TOO_YOUNG: 'Too young to be asked', NOT_KNOWN: 'It is not known who this is', NOT_FOUND: 'Could not be found', DECLINED: 'Did not wish to say', NOT_SAFE: 'It was not safe to ask', DIED: 'Has died' } as const;

export type WhyNoViews = keyof typeof WHY_NO_VIEWS;
