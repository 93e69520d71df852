import type { Action } from '../access/actions';

/** What a look or a change was for. The list is closed; a free text beside it is for break-glass alone (trust.md AUD-1). */
export const PURPOSES = ['FAMILY_FINDING', 'CASE_WORK', 'SHARING', 'RECORD_KEEPING', 'ADMINISTRATION', 'ACCOUNTABILITY', 'UPKEEP', 'BREAK_GLASS'] as const;

export type Purpose = (typeof PURPOSES)[number];

type Word = Action extends `${infer First}.${string}` ? First : never;

/** By the feature that an action belongs to: a new word does not compile until it has a purpose. */
const BY_WORD: Readonly<Record<Word, Purpose>> = {
  agencies: 'ADMINISTRATION',
  agreements: 'ADMINISTRATION',
  sessions: 'ADMINISTRATION',
  users: 'ADMINISTRATION',
  tokens: 'ADMINISTRATION',
  places: 'ADMINISTRATION',
  children: 'FAMILY_FINDING',
  adopters: 'FAMILY_FINDING',
  recruitment: 'CASE_WORK',
  courses: 'CASE_WORK',
  enquiries: 'CASE_WORK',
  familyFinding: 'CASE_WORK',
  localSearch: 'SHARING',
  localSearchPolicy: 'ADMINISTRATION',
  releases: 'SHARING',
  disclosure: 'SHARING',
  matching: 'FAMILY_FINDING',
  channels: 'FAMILY_FINDING',
  clocks: 'CASE_WORK',
  drift: 'CASE_WORK',
  driftLimits: 'ADMINISTRATION',
  links: 'FAMILY_FINDING',
  documents: 'CASE_WORK',
  readiness: 'CASE_WORK',
  linkCaps: 'ADMINISTRATION',
  placements: 'CASE_WORK',
  meetings: 'FAMILY_FINDING', panels: 'FAMILY_FINDING', decisions: 'FAMILY_FINDING',
  search: 'FAMILY_FINDING',
  fees: 'CASE_WORK',
  enquiryDistricts: 'ADMINISTRATION',
  feeRates: 'ADMINISTRATION',
  feeTerms: 'ADMINISTRATION',
  reports: 'ACCOUNTABILITY',
  performance: 'ACCOUNTABILITY',
  performanceTargets: 'ADMINISTRATION',
  benchmarks: 'ADMINISTRATION',
  returns: 'ACCOUNTABILITY',
  dataQuality: 'RECORD_KEEPING',
  imports: 'RECORD_KEEPING',
  keys: 'RECORD_KEEPING',
  work: 'CASE_WORK',
  notices: 'CASE_WORK',
  mail: 'CASE_WORK',
  audit: 'ACCOUNTABILITY',
  invariants: 'UPKEEP',
  outbox: 'UPKEEP',
  cards: 'UPKEEP',
};

/** What is done to the agency's own record. */
const CASE_WORK = /^(children|adopters)\.(viewIdentity|create|edit)$/;

/** The purpose follows from what is done, so that no request can name another (trust.md AUD-6). */
export function purposeOf(action: Action): Purpose {
  return CASE_WORK.test(action) ? 'CASE_WORK' : BY_WORD[action.slice(0, action.indexOf('.')) as Word];
}
