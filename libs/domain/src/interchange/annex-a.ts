import type { Column, SheetSpec } from './column';

/**
 * Ofsted Annex A (ILACS child-level data), Lists 10 and 11: headings and order of the sample workbook
 * (domain.md 4.1). A blank cell says nothing: these lists tell what happened, and an older extract must not undo
 * what people have recorded in the hub since.
 */
const GENDER = 'a) Male, b) Female, c) Not stated/recorded, d) Neither';
const ETHNICITY = 'a) WBRI to r) OOTH, s) REFU, NOBT: any text with the four-letter code';
const YES_NO = 'a) Yes, b) No, c) Unknown; Y, N, 1, 0';
const REASONS = 'RD1 to RD4, alone or with their text';
const LEAVING = '1 - Adopter withdrew from process, 2 - Process put on hold, 3 - Application refused';

const column = (heading: string, field: string, type: Column['type'], rest: Partial<Column> = {}): Column => ({
  heading,
  field,
  type,
  allowed: type === 'date' ? 'a date (dd/mm/yyyy)' : 'text or number',
  explanation: `Annex A: ${heading}.`,
  example: type === 'date' ? '14/03/2026' : '',
  ...rest,
});

export const LIST_10: SheetSpec = {
  name: 'List 10',
  subject: 'CHILD',
  blank: 'keep',
  columns: [
    column('Child Unique ID', 'externalId', 'identifier', { required: true, example: '7961370' }),
    column('Family identifier', 'familyExternalId', 'identifier', {
      explanation: 'The ADOPTIVE family the child is matched or placed with; joins List 11.', example: '14159183',
    }),
    column('Gender', 'sex', 'gender', { allowed: GENDER, example: 'a) Male' }),
    column('Ethnicity', 'ethnicity', 'ethnicity', { allowed: ETHNICITY, example: 'a) WBRI' }),
    column('Date of Birth', 'dateOfBirth', 'date', { mayLieAhead: true, alsoCalled: ['DOB', 'Birth date'] }),
    column('Age of Child (Years)', 'age', 'ignored', { allowed: 'whole number', explanation: 'Not kept: ages are worked out from the date of birth.', example: '3', alsoCalled: ['Age of Child', 'Age'] }),
    column('Does the Child have a Disability', 'disability', 'yes-no', { allowed: YES_NO, example: 'b) No', alsoCalled: ['Disability'] }),
    column('Date the Child Entered Care', 'enteredCareOn', 'date', { alsoCalled: ['Date Entered Care'] }),
    column('Date of Decision that Child Should be Placed for Adoption', 'admDecidedOn', 'date', { required: true }),
    column('Date of Placement Order', 'placementOrderOn', 'date'),
    column('Date of Matching Child and Prospective Adopters', 'matchedOn', 'date'),
    column('Date Placed for Adoption', 'placedOn', 'date'),
    column('Date of Adoption Order', 'adoptedOn', 'date'),
    column('Date of Decision that Child Should No Longer be Placed for Adoption', 'decisionReversedOn', 'date'),
    column('Reason Why Child No Longer Placed for Adoption', 'reversalReason', 'reversal-reason', { allowed: REASONS, example: 'RD2' }),
    column('Date the child was placed for fostering in FFA or concurrent planning placement', 'earlyPermanencePlacedOn', 'date'),
  ],
};

export const LIST_11: SheetSpec = {
  name: 'List 11',
  subject: 'ADULT',
  blank: 'keep',
  columns: [
    column('Individual adopter identifier', 'externalId', 'identifier', { required: true, example: '7105179', alsoCalled: ['Adopter ID', 'Adopter identifier', 'Individual adopter ID'] }),
    column('Family identifier', 'familyExternalId', 'identifier', { required: true, explanation: 'Joins the adults of one family.', example: '14159183' }),
    column('Gender', 'gender', 'gender', { allowed: GENDER, example: 'b) Female' }),
    column('Ethnicity', 'ethnicity', 'ethnicity', { allowed: ETHNICITY, example: 'a) WBRI' }),
    column('Disability', 'disability', 'yes-no', { allowed: YES_NO, example: 'b) No' }),
    column('Is the (prospective) adopter fostering for adoption?', 'fosteringForAdoption', 'yes-no', { allowed: YES_NO, example: 'No', alsoCalled: ['Is the prospective adopter fostering for adoption'] }),
    column('Date enquiry received', 'enquiryOn', 'date'),
    column('Date Stage 1 started', 'stage1StartedOn', 'date'),
    column('Date Stage 1 ended', 'stage1EndedOn', 'date'),
    column('Date Stage 2 started', 'stage2StartedOn', 'date'),
    column('Date Stage 2 ended', 'stage2EndedOn', 'date'),
    column('Date application submitted', 'applicationOn', 'date'),
    column('Date application approved', 'approvedOn', 'date'),
    column('Date adopter matched with child(ren)', 'matchedOn', 'date', { alsoCalled: ['Date adopter matched with child'] }),
    column('Date child/children placed with adopter(s)', 'placedOn', 'date', { alsoCalled: ['Date child placed with adopter'] }),
    column('No. of children placed', 'childrenPlaced', 'whole-number', { range: [0, 20], allowed: 'whole number', example: '1', alsoCalled: ['Number of children placed'] }),
    column('Date of Adoption Order', 'aoOn', 'date'),
    column('Date of leaving adoption process', 'leftOn', 'date'),
    column('Reason for leaving adoption process', 'leftReason', 'leaving-reason', { allowed: LEAVING, example: '2 - Process put on hold' }),
  ],
};

/** Fields of a List 11 row that belong to the adult; the others belong to the family. */
export const ADULT_FIELDS: readonly string[] = ['externalId', 'gender', 'ethnicity', 'disability', 'fosteringForAdoption'];
