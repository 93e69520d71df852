import type { Definition, Part } from './indicator';

const FLOW: readonly Part[] = ['FLOW'];
const STANDING: readonly Part[] = ['STANDING'];
const BOTH: readonly Part[] = ['FLOW', 'STANDING'];

type Words = Omit<Definition, 'code' | 'version'>;
const AT_END = 'Households at the end of the period that have not left; a hold is no leaving';
const STAGE_ONE = 'Households whose stage one ended in the period; fast track has none and is left out';
const STAGE_TWO = 'Households approved in the period';
const WHOLE = 'Households approved in the period that had a stage one; fast track is left out';
const MATCHED = 'Approved households first matched in the period';

const count = (label: string, parts: readonly Part[], population: string, definition: string, polarity: Words['polarity'] = 'none'): Words => ({ label, unit: 'households', parts, polarity, population, definition });
const days = (label: string, population: string, definition: string, parts = FLOW): Words => ({ label, unit: 'days', parts, polarity: 'lower', population, definition });
const share = (label: string, population: string, definition: string, polarity: Words['polarity'] = 'higher'): Words => ({ label, unit: 'percent', parts: FLOW, polarity, population, definition });
const months = (stage: string, number: number, population: string, from: string): Words => share(`${stage} within ${number} months`, population, `Share that took no longer than ${number} calendar months, ${from}.`);
const TWO = 'from the day the notice to go on was received to the decision that they are approved';
const ALL = 'from the start of stage one to the decision that they are approved, the time between the stages left out';

const WORDS = {
  A11: count('Approved families waiting', STANDING, AT_END, 'Approved, and not matched.'),
  A12: share('Families that waited 3 months or more for a match', MATCHED, 'Share matched on the day three calendar months after approval or later.', 'lower'),
  A13: count('Applications still to be assessed', STANDING, AT_END, 'In stage one, between the stages or in stage two, not yet approved.'),
  'ADOPTERS.ENQUIRIES': count('Enquiries', FLOW, 'Households', 'First enquiries, by their date.'),
  'ADOPTERS.S1_STARTS': count('Started stage one', FLOW, 'Households', 'Starts of stage one, by their date.'),
  'ADOPTERS.S2_STARTS': count('Started stage two', FLOW, 'Households', 'Starts of stage two, by their date; fast track is among them.'),
  'ADOPTERS.APPROVALS': count('Approvals', FLOW, 'Households', 'Decisions that they are suitable to adopt, by their date.', 'higher'),
  'ADOPTERS.MATCHED': count('Families matched', FLOW, 'Approved households', 'First matches, by their date.', 'higher'),
  'ADOPTERS.LEFT': count('Left after approval, without a match', FLOW, 'Approved households that were never matched', 'Leavings, by their date.', 'lower'),
  'ADOPTERS.S1_DAYS': days('Stage one', STAGE_ONE, 'Mean days from its start to its end.'),
  'ADOPTERS.S1_2M': months('Stage one', 2, STAGE_ONE, 'from its start to its end'),
  'ADOPTERS.S1_3M': months('Stage one', 3, STAGE_ONE, 'from its start to its end'),
  'ADOPTERS.S2_DAYS': days('Stage two', STAGE_TWO, `Mean days ${TWO}.`),
  'ADOPTERS.S2_4M': months('Stage two', 4, STAGE_TWO, TWO),
  'ADOPTERS.S2_5M': months('Stage two', 5, STAGE_TWO, TWO),
  'ADOPTERS.S2_6M': months('Stage two', 6, STAGE_TWO, TWO),
  'ADOPTERS.S2_LAWFUL': share('Stage two within what the law allows', STAGE_TWO, `Share that took no longer than 4 calendar months, ${TWO}; pauses at the adopters’ wish or in exceptional circumstances do not count, and an extension so reasoned holds.`),
  'ADOPTERS.WHOLE_DAYS': days('Both stages', WHOLE, `Mean days ${ALL}.`),
  'ADOPTERS.WHOLE_6M': months('Both stages', 6, WHOLE, ALL),
  'ADOPTERS.WHOLE_8M': months('Both stages', 8, WHOLE, ALL),
  'ADOPTERS.MATCH_DAYS': days('Approval to match', MATCHED, 'Mean days from approval to the first match.', BOTH),
  'ADOPTERS.MATCH_3M': share('Matched within 3 months of approval', MATCHED, 'Share matched before three calendar months were over.'),
  'PIPELINE.ENQUIRY': count('Enquiring', STANDING, AT_END, 'Enquired or registered interest, and not in stage one.'),
  'PIPELINE.S1': count('In stage one', STANDING, AT_END, 'Stage one started, and not ended.'),
  'PIPELINE.GAP': count('Between the stages', STANDING, AT_END, 'Stage one ended, and stage two not started.'),
  'PIPELINE.S2': count('In stage two', STANDING, AT_END, 'Stage two started, and not approved.'),
} as const satisfies Readonly<Record<string, Words>>;

export type HouseholdCode = keyof typeof WORDS;

/** Adopters' indicators (domain.md 2.3, 3.3, 3.6), in the order in which they are shown. */
export const HOUSEHOLD_DEFINITIONS: readonly Definition[] = Object.entries(WORDS).map(([code, words]) => ({ code, version: 1, ...words }));
