/** Whose move it is. HOUSEHOLD: the adopters' own; their agency asks. */
export const CLOCK_ACTORS = ['CHILDS_AGENCY', 'ADOPTERS_AGENCY', 'PANEL', 'DECISION_MAKER', 'HOUSEHOLD'] as const;
export type ClockActor = (typeof CLOCK_ACTORS)[number];

/** LAW: an Act or regulation. STANDARD: national minimum standards and statutory guidance. PRACTICE: what agencies promise. */
export type Basis = 'LAW' | 'STANDARD' | 'PRACTICE';

/** BY: to be done by the day. NOT_BEFORE: not to be done before it. LASTS: goes on until it. */
export type Sense = 'BY' | 'NOT_BEFORE' | 'LASTS';

export const CLOCK_STAGES = ['PLAN', 'SEARCH', 'PANEL', 'PLACED', 'AFTER_ORDER', 'RECRUITMENT', 'APPROVED'] as const;
export type ClockStage = (typeof CLOCK_STAGES)[number];

export interface ClockRule {
  readonly label: string;
  /** In a sentence, with where it stands: edition and number, because the numbers move between editions (domain.md trap 12). */
  readonly says: string;
  readonly cites: string;
  readonly basis: Basis;
  readonly sense: Sense;
  readonly stage: ClockStage;
  readonly whoActs: ClockActor;
}

const of = (stage: ClockStage, whoActs: ClockActor, basis: Basis, [label, says, cites]: readonly [string, string, string], sense: Sense = 'BY'): ClockRule => ({ label, says, cites, basis, sense, stage, whoActs });

const AAR = (regulation: string): string => `Adoption Agencies Regulations 2005, reg ${regulation}`;
const NMS = (number: string): string => `Adoption national minimum standards 2014, ${number}`;
const PROCEDURE = 'Councils’ published adoption procedures';

const CHILD = {
  PERMANENCE_PLAN: of('PLAN', 'CHILDS_AGENCY', 'PRACTICE', ['Plan for permanence', 'By the second review of a looked-after child; four months after entering care where that review is not recorded.', PROCEDURE]),
  ADM_DECISION: of('PLAN', 'DECISION_MAKER', 'STANDARD', ['Decision that the child should be placed', 'Within 2 months of the review that made adoption the plan.', NMS('17')]),
  PO_APPLICATION: of('PLAN', 'CHILDS_AGENCY', 'STANDARD', ['Application for a placement order', 'Immediately after the decision.', NMS('13.3')]),
  WIDEN_SEARCH: of('SEARCH', 'CHILDS_AGENCY', 'PRACTICE', ['Search widened', 'At the latest 3 months after the decision, where no local match is being pursued.', `${NMS('13.1')} (the Register that it names closed in 2019)`]),
  MATCH_AT_PANEL: of('SEARCH', 'CHILDS_AGENCY', 'STANDARD', ['Match proposed at a panel', 'Within 6 months of the decision; 3 months for a relinquished child who was under 6 months old.', NMS('17')]),
  REVIEW_WITH_AUTHORITY: of('SEARCH', 'CHILDS_AGENCY', 'LAW', ['Review of a child with authority, not placed', 'Within 3 months of first having authority to place, then every 6 months until placed.', AAR('36(1)')]),
} as const;

const PANEL = {
  APR_COMMENTS: of('PANEL', 'HOUSEHOLD', 'STANDARD', ['Adopters’ comments on the placement report', 'They have 10 working days before the panel.', AAR('31')], 'NOT_BEFORE'),
  PANEL_DECISION: of('PANEL', 'DECISION_MAKER', 'STANDARD', ['Decision on a recommendation', 'Within 7 working days of receiving the recommendation and the final minutes.', NMS('17.11')]),
  TELL_ADOPTERS_ORALLY: of('PANEL', 'DECISION_MAKER', 'STANDARD', ['Adopters told of the decision', 'Within 2 working days.', NMS('17.11')]),
  TELL_ADOPTERS_IN_WRITING: of('PANEL', 'DECISION_MAKER', 'STANDARD', ['Adopters told in writing', 'Within 5 working days.', NMS('17.11')]),
  TELL_PARENTS_ORALLY: of('PANEL', 'DECISION_MAKER', 'STANDARD', ['Parents told of the decision', 'Within 2 working days.', NMS('17.11')]),
  TELL_PARENTS_IN_WRITING: of('PANEL', 'DECISION_MAKER', 'STANDARD', ['Parents told in writing', 'Within 5 working days.', NMS('17.11')]),
  PANEL_MEETING: of('PANEL', 'PANEL', 'STANDARD', ['Next meeting of the panel', 'At least once a month.', NMS('17.3')]),
} as const;

const PLACEMENT = {
  REVIEW_FIRST: of('PLACED', 'CHILDS_AGENCY', 'LAW', ['First review', 'Within 4 weeks of the placement.', AAR('36(3)')]),
  REVIEW_SECOND: of('PLACED', 'CHILDS_AGENCY', 'LAW', ['Second review', 'Within 3 months of the first review.', AAR('36(3)')]),
  REVIEW_LATER: of('PLACED', 'CHILDS_AGENCY', 'LAW', ['Later review', 'Within 6 months of the review before, until the order or the child’s return.', AAR('36(3)')]),
  VISIT_FIRST: of('PLACED', 'CHILDS_AGENCY', 'LAW', ['First visit', 'Within 1 week of the placement.', AAR('36(4)')]),
  VISIT: of('PLACED', 'CHILDS_AGENCY', 'LAW', ['Visit', 'At least weekly until the first review, then as the review decides.', AAR('36(4)')]),
  AO_APPLICATION: of('PLACED', 'HOUSEHOLD', 'LAW', ['Application for the adoption order', 'Not before the child has lived with them for 10 weeks; with foster carers who apply without an agency 1 year, with a parent’s partner 6 months.', 'Adoption and Children Act 2002, s 42'], 'NOT_BEFORE'),
  AO_USUAL: of('PLACED', 'HOUSEHOLD', 'PRACTICE', ['Adoption order', 'Usually 3 to 6 months after the placement.', PROCEDURE]),
  LIFE_STORY_FIRST: of('PLACED', 'CHILDS_AGENCY', 'STANDARD', ['Life story book, first version', 'By the second review of the placement.', NMS('2.7')]),
  LIFE_STORY_COMPLETE: of('AFTER_ORDER', 'CHILDS_AGENCY', 'PRACTICE', ['Life story book, complete', 'Within 10 working days of the celebration hearing.', PROCEDURE]),
  LATER_LIFE_LETTER: of('AFTER_ORDER', 'CHILDS_AGENCY', 'STANDARD', ['Later life letter', 'Within 10 working days of the celebration hearing.', NMS('2.8')]),
  ADOPTION_SUPPORT: of('AFTER_ORDER', 'CHILDS_AGENCY', 'LAW', ['Adoption support from the placing council', 'For 3 years after the order, then from the council where the family lives.', 'Adoption Support Services Regulations 2005'], 'LASTS'),
} as const;

const HOUSEHOLD = {
  INFORMATION: of('RECRUITMENT', 'ADOPTERS_AGENCY', 'STANDARD', ['Information given', 'Within 10 working days of the enquiry.', 'Statutory guidance on adoption 2013']),
  ROI_RESPONSE: of('RECRUITMENT', 'ADOPTERS_AGENCY', 'STANDARD', ['Answer to the registration of interest', 'Within 5 working days.', 'Statutory guidance on adoption 2013']),
  STAGE_ONE: of('RECRUITMENT', 'ADOPTERS_AGENCY', 'LAW', ['Stage one', 'Within 2 months; longer with recorded reasons.', AAR('27')]),
  GAP: of('RECRUITMENT', 'HOUSEHOLD', 'STANDARD', ['Notice to go on', 'Within 6 months of the end of stage one.', 'Statutory guidance on adoption 2013']),
  STAGE_TWO: of('RECRUITMENT', 'ADOPTERS_AGENCY', 'LAW', ['Stage two', 'The decision within 4 months of receiving the notice to go on; longer in exceptional circumstances or at the adopters’ request.', AAR('30B(1)-(2)')]),
  STATUTORY_TOTAL: of('RECRUITMENT', 'ADOPTERS_AGENCY', 'LAW', ['Both stages', 'Within 6 months, the gap between them left out.', AAR('27 and 30B')]),
  PAR_GIVEN: of('RECRUITMENT', 'ADOPTERS_AGENCY', 'LAW', ['Report given to the adopters', '5 working days before the panel on which they hold a place, or for which they are planned, so that they can comment on it.', AAR('30')]),
  PAR_COMMENTS: of('RECRUITMENT', 'HOUSEHOLD', 'LAW', ['Adopters’ comments on their report', 'They have 5 working days before the panel.', AAR('30')], 'NOT_BEFORE'),
  INDEPENDENT_REVIEW: of('RECRUITMENT', 'HOUSEHOLD', 'LAW', ['Representations or independent review', '40 working days beginning with the day on which the notice was sent.', AAR('30B(5)(c)')], 'LASTS'),
  MATCHING_PLAN: of('APPROVED', 'ADOPTERS_AGENCY', 'LAW', ['Matching plan', 'In writing, after the approval.', AAR('30H')]),
  WIDEN_ADOPTERS: of('APPROVED', 'ADOPTERS_AGENCY', 'PRACTICE', ['Offer widened', '3 months after the approval, where no local match is being pursued and the adopters consent.', `${NMS('13.2')} (the Register that it names closed in 2019)`]),
  OFFERS: of('APPROVED', 'ADOPTERS_AGENCY', 'PRACTICE', ['Offers confirmed', 'Yearly: from the approval, or from when the adopters last said that what they offer is still right.', PROCEDURE]),
  APPROVAL_REVIEW: of('APPROVED', 'ADOPTERS_AGENCY', 'LAW', ['Review of approval', 'Not more than a year after the approval, then yearly until a child is placed.', AAR('30D')]),
} as const;

/** Every rule of domain.md 2.2 and 2.3: the one place for its words and where it stands. */
export const CLOCK_RULES = { ...CHILD, ...PANEL, ...PLACEMENT, ...HOUSEHOLD } as const satisfies Record<string, ClockRule>;

export type ClockCode = keyof typeof CLOCK_RULES;

export const CLOCK_CODES = Object.keys(CLOCK_RULES) as readonly ClockCode[];
