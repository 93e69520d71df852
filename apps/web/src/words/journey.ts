/** A few words for the drawing of a journey; what is not named here keeps the label that the hub gave. */
const SHORT: Readonly<Record<string, string>> = {
  ENTERED_CARE: 'Entered care', ADOPTION_CONSIDERED: 'Adoption considered', ADOPTION_NOT_PURSUED: 'Not pursued', PO_APPLIED: 'Order applied for', ADM_DECIDED: 'Decision', PLACEMENT_ORDER: 'Placement order',
  CONSENT_GIVEN: 'Consent given', AUTHORITY_REVOKED: 'Authority revoked', EP_PLACED: 'Early permanence', EP_ENDED: 'Early permanence ended',
  LINK_OPENED: 'Link opened', LINKS_CLOSED: 'Link fell', MATCHED: 'Matched', INTRODUCTIONS_STARTED: 'Introductions', MATCH_FELL: 'Match fell',
  PLACED: 'Placed', PLACED_BY_AGREEMENT: 'Placed', AO_APPLIED: 'Order applied for', ADOPTED: 'Adoption order', DISRUPTED: 'Placement ended',
  PLAN_AGREED: 'Plan agreed', INTRODUCTIONS_REVIEWED: 'Reviewed', LIVES_THERE: 'Lives there', FELL: 'Match fell', CELEBRATED: 'Celebration', LATER_LIFE_LETTER: 'Later life letter',
  SEARCH_RESUMED: 'Search resumed', PLAN_CHANGED: 'Plan changed', LEFT_CARE: 'Left care', ENQUIRY: 'Enquiry', INFO_GIVEN: 'Information given',
  ROI_SUBMITTED: 'Interest registered', STAGE1_STARTED: 'Stage one', STAGE1_PASSED: 'Stage one ended', STAGE2_STARTED: 'Stage two', FAST_TRACKED: 'Fast track',
  STAGE2_ENDED: 'Stage two ended', APPLICATION: 'Application', AT_PANEL: 'At panel', APPROVED: 'Approved', APPROVAL_REVIEWED: 'Review', MATCHING_PLAN: 'Matching plan', PUT_ON_HOLD: 'On hold',
  RESUMED: 'Resumed', AO_GRANTED: 'Adoption order', LEFT: 'Left',
};

export function shortLabel({ event, label }: { readonly event: string; readonly label: string }): string {
  const due = event.startsWith('DUE_');
  return SHORT[due ? event.slice('DUE_'.length) : event] ?? label;
}
