/** What a document can be about. A unit is a child alone or a group of siblings. */
const DOCUMENT_SUBJECTS = ['CHILD', 'UNIT', 'HOUSEHOLD', 'LINK'] as const;

export type DocumentSubject = (typeof DOCUMENT_SUBJECTS)[number];

interface KindRule {
  readonly label: string;
  readonly of: readonly DocumentSubject[];
}

/** The reports of stage S3 (product.md, Stages of disclosure), and whom each is about (AAR 2005 reg 17, 25, 31). */
export const DOCUMENT_KINDS = {
  CPR: { label: 'Child’s permanence report', of: ['CHILD'] },
  CHILD_HEALTH: { label: 'Child’s health report', of: ['CHILD'] },
  SIBLING_ASSESSMENT: { label: 'Sibling assessment', of: ['UNIT', 'CHILD'] },
  PAR: { label: 'Prospective adopter’s report', of: ['HOUSEHOLD'] },
  ADULT_HEALTH: { label: 'Adopters’ health report', of: ['HOUSEHOLD'] },
  APR: { label: 'Adoption placement report', of: ['LINK'] },
  SUPPORT_PLAN: { label: 'Adoption support plan', of: ['LINK'] },
  OTHER: { label: 'Other document', of: DOCUMENT_SUBJECTS },
} as const satisfies Readonly<Record<string, KindRule>>;

export type DocumentKind = keyof typeof DOCUMENT_KINDS;

export const DOCUMENT_KIND_NAMES = Object.keys(DOCUMENT_KINDS) as readonly DocumentKind[];

export const kindsAbout = (subject: DocumentSubject): readonly DocumentKind[] =>
  DOCUMENT_KIND_NAMES.filter((kind) => (DOCUMENT_KINDS[kind].of as readonly DocumentSubject[]).includes(subject));

/** What a reviewer says of a version. */
export const REVIEW_OUTCOMES = { FEEDBACK: 'Feedback', CHANGES_ASKED: 'Changes asked for', ACCEPTED: 'Accepted' } as const;

export type ReviewOutcome = keyof typeof REVIEW_OUTCOMES;

/** How a version stands: what was decided last, whatever feedback came afterwards. */
export type Standing = 'NOT_REVIEWED' | 'CHANGES_ASKED' | 'ACCEPTED';

/** `outcomes`: of one version, the latest last. Feedback alone decides nothing. */
export function standingOf(outcomes: readonly ReviewOutcome[]): Standing {
  return outcomes.filter((outcome) => outcome !== 'FEEDBACK').at(-1) ?? 'NOT_REVIEWED';
}
