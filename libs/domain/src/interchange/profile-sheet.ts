import { NEED_KEYS, needLabel } from '../children/words';
import type { Choice, Column, ColumnType, SheetSpec } from './column';

/**
 * The profile sheet: every field of the matching rules that Annex A lacks. One documented format as XLSX (sheets
 * `Children` and `Households`) or as two CSV files. What the file says is what the record becomes: a blank cell is
 * "not recorded" and clears the field, a column that is left out says nothing.
 */
const LEVELS = '0 none, 1 mild, 2 moderate, 3 severe; blank = not recorded, which is not the same as 0';
const CONTACTS = '0 none, 1 letterbox, 2 direct with siblings, 3 direct with birth relatives';
const YES_NO = 'Yes, No; blank = not recorded';
const LIST = 'separated by semicolons';
const DATE = 'dd/mm/yyyy';

type Rest = Partial<Omit<Column, 'heading' | 'field' | 'type' | 'explanation' | 'example'>>;

const ALLOWED: Partial<Record<ColumnType, string>> = {
  identifier: 'text or number', text: 'text', date: DATE, 'yes-no': YES_NO, level: LEVELS, contact: CONTACTS,
  area: 'an outward postcode district, such as LE7', 'area-list': `outward postcode districts, ${LIST}; "none"`,
  'heritage-list': `four-letter 903 ethnicity codes, ${LIST}`, 'language-list': `ISO 639-1 codes, ${LIST}`,
  religion: 'a word, such as christian; "none" for no religion', 'month-list': `birth months YYYY-MM, ${LIST}; "none"`,
  'need-list': `headings of need columns, ${LIST}; "none"`, 'age-months': 'whole months, 0 to 216',
  'age-years-from': 'whole years, 0 to 17', 'age-years-to': 'whole years, 0 to 17',
};

function column(heading: string, field: string, type: ColumnType, words: readonly [explanation: string, example: string], rest: Rest = {}): Column {
  const choices = rest.choices?.map(({ label }) => label).join(', ');
  return { heading, field, type, allowed: choices ?? ALLOWED[type] ?? 'whole number', explanation: words[0], example: words[1], ...rest };
}

const choice = (value: string, label: string): Choice => ({ value, label });

export const SIBLING_PLANS = [choice('TOGETHER', 'Together'), choice('APART', 'Apart'), choice('TOGETHER_PREFERRED', 'Together preferred')];
export const FINDING_STATES = [choice('NOT_STARTED', 'Not started'), choice('ACTIVE', 'Active'), choice('PAUSED', 'Paused'), choice('CLOSED', 'Closed')];
export const SEX_PREFERENCES = [choice('any', 'Any'), choice('F', 'Girl'), choice('M', 'Boy')];
export const HOUSEHOLD_KINDS = [choice('SINGLE', 'Single'), choice('COUPLE', 'Couple')];
export const AVAILABILITIES = [choice('AVAILABLE', 'Available'), choice('NOT_AVAILABLE', 'Not available')];

export const CHILDREN_SHEET: SheetSpec = {
  name: 'Children',
  subject: 'CHILD',
  blank: 'clear',
  columns: [
    column('Child Unique ID', 'externalId', 'identifier', ['The same identifier as in Annex A List 10.', 'A1001'], { required: true }),
    column('First name', 'firstName', 'text', ['Identity: seen by your agency alone. Optional.', 'Robin']),
    column('Last name', 'lastName', 'text', ['Identity: seen by your agency alone. Optional.', 'Example']),
    column('Address', 'address', 'text', ['Identity: seen by your agency alone. Optional.', '1 Example Road']),
    column('Date of consent to placement', 'consentOn', 'date', ['Where the parents consent (section 19) and there is no placement order.', '14/03/2026']),
    ...NEED_KEYS.map((key) => column(`Need: ${needLabel(key)}`, `needs.${key}`, 'level', ['How far the child has this need.', '1'])),
    column('Essential needs', 'essential', 'need-list', ['Needs on which a compromise must not rank high.', 'Alcohol before birth; Attachment']),
    column('Early permanence', 'earlyPermanence', 'yes-no', ['Is the plan fostering for adoption or concurrent planning?', 'No']),
    column('Areas to avoid', 'avoidAreas', 'area-list', ['Where the child must not live, for safety.', 'LE2; LE3']),
    column('Contact', 'contact', 'contact', ['The most contact that the child needs; each step includes the ones before.', '1']),
    column('Heritage', 'heritage', 'heritage-list', ['A supporting factor only; it can never bar a match.', 'WBRI; MWBC']),
    column('Languages', 'languages', 'language-list', ['Languages that matter for the child.', 'en; pl']),
    column('Religion', 'religion', 'religion', ['A supporting factor only.', 'none']),
    column('Pets risk', 'petsRisk', 'yes-no', ['Would pets be a risk for the child?', 'No']),
    column('Waiting since', 'waitingSince', 'date', ['The day from which waiting is counted; blank: the hub takes it from the decisions.', '01/02/2026']),
    column('Home district', 'homeArea', 'area', ['Where the child lives now; distances are reckoned from here.', 'LE7']),
    column('Sibling group', 'siblingGroup', 'identifier', ['Your own code; the same code for all children of the group.', 'S17']),
    column('Sibling plan', 'siblingPlan', 'choice', ['Required where a sibling group is given.', 'Together'], { choices: SIBLING_PLANS }),
    column('Family finding', 'familyFinding', 'choice', ['Only Active children enter matching. Leave the column out to keep what people set in the hub.', 'Active'], { choices: FINDING_STATES }),
    column('Family finding reason', 'familyFindingReason', 'text', ['Why it is paused or closed.', 'Foster carers being assessed']),
    column('About', 'about', 'text', ['A few anonymous sentences for the released profile. No names, schools or places.', 'A cheerful toddler who loves music.']),
  ],
};

export const HOUSEHOLDS_SHEET: SheetSpec = {
  name: 'Households',
  subject: 'HOUSEHOLD',
  blank: 'clear',
  columns: [
    column('Family identifier', 'familyExternalId', 'identifier', ['The same identifier as in Annex A List 11.', 'F2001'], { required: true }),
    column('Names', 'names', 'text', ['Identity: seen by your agency alone. Optional.', 'Sam and Alex Example']),
    column('Address', 'address', 'text', ['Identity: seen by your agency alone. Optional.', '1 Example Road']),
    column('Household kind', 'kind', 'choice', ['Blank: counted from the adults of List 11.', 'Couple'], { choices: HOUSEHOLD_KINDS }),
    column('Availability', 'availability', 'choice', ['Can the household be approached now? Blank: not recorded.', 'Available'], { choices: AVAILABILITIES }),
    column('Provisional panel date', 'provisionalPanelOn', 'date', ['In stage two: when panel is planned.', '20/12/2026'], { mayLieAhead: true }),
    column('Consent to be shown', 'shareConsent', 'yes-no', ['Do the adopters agree to be shown outside their agency?', 'Yes']),
    column('Date of consent to be shown', 'shareConsentOn', 'date', ['When they agreed.', '14/03/2026']),
    column('Most children', 'maxChildren', 'whole-number', ['How many children together they are approved for.', '2'], { range: [1, 10], allowed: 'whole number, 1 to 10' }),
    column('Approved from (months)', 'ageMinMonths', 'age-months', ['Youngest approved age in months. Give months or years, not both.', '0']),
    column('Approved to (months)', 'ageMaxMonths', 'age-months', ['Oldest approved age in months, included.', '60']),
    column('Approved from (years)', 'ageMinMonths', 'age-years-from', ['Youngest approved age in years: 2 is 24 months.', '2']),
    column('Approved to (years)', 'ageMaxMonths', 'age-years-to', ['Oldest approved age in years, included until the next birthday: 5 is 71 months.', '5']),
    column('Sex preference', 'sexPreference', 'choice', ['Any where they have none; blank: not recorded.', 'Any'], { choices: SEX_PREFERENCES }),
    ...NEED_KEYS.map((key) => column(`Offer: ${needLabel(key)}`, `accepts.${key}`, 'level', ['The highest level they would accept.', '2'])),
    column('Early permanence', 'earlyPermanence', 'yes-no', ['Approved for fostering for adoption or concurrent planning?', 'No']),
    column('Area', 'area', 'area', ['District of their home.', 'LE7']),
    column('Contact', 'contact', 'contact', ['The most contact that they would support; each step includes the ones before.', '2']),
    column('Heritage', 'heritage', 'heritage-list', ['Heritage in the household.', 'WBRI']),
    column('Languages', 'languages', 'language-list', ['Languages spoken at home.', 'en']),
    column('Religion', 'religion', 'religion', ['A supporting factor only.', 'none']),
    column('Children at home', 'childrenAtHome', 'month-list', ['Birth months of children who live there; "none" where there are none.', '2015-04; 2018-11']),
    column('Pets', 'pets', 'yes-no', ['Are there pets?', 'No']),
    column('Smokers', 'smokers', 'yes-no', ['Does anyone smoke?', 'No']),
    column('Experience', 'experience', 'text', ['Experience with children, anonymous.', 'Two years of respite fostering.']),
    column('About', 'about', 'text', ['A few anonymous sentences for the released profile.', 'We live near a park.']),
  ],
};
