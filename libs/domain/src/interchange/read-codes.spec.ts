import { readContact, readEthnicity, readGender, readLeavingReason, readLevel, readReversalReason, readYesNo } from './read-codes';
import { readArea, readHeritage, readLanguages, readMonths, readNeeds } from './read-lists';
import type { Reading } from './reading';

const said = (reading: Reading<unknown>): unknown => (reading.kind === 'value' ? reading.value : reading.kind === 'fault' ? `! ${reading.fault.code}` : 'blank');
const WRONG = '! NOT_A_CODE';

test.each([
  ['a) Yes', true], ['b) No', false], ['c) Unknown', null], ['Yes', true], ['no', false], ['Y', true], ['N', false], ['1', true], ['0', false],
  ['1 - Yes', true], ['0 - No', false], ['TRUE', true], ['false', false], ['a)', true], ['b)', false], ['a', true], ['Not recorded', null],
  ['perhaps', WRONG], ['2', WRONG], ['e) Maybe', WRONG],
])('yes or no: %p is %p', (text, meaning) => expect(said(readYesNo(text))).toBe(meaning));

test.each([
  ['a) Male', 'M'], ['b) Female', 'F'], ['c) Not stated/recorded', 'U'], ['d) Neither', 'N'], ['Male', 'M'], ['female', 'F'], ['F', 'F'], ['M', 'M'],
  ['U', 'U'], ['N', 'N'], ['1', 'M'], ['2', 'F'], ['2 - Female', 'F'], ['boy', 'M'], ['Girl', 'F'], ['unknown', 'U'], ['x', WRONG], ['constructor', WRONG],
])('gender: %p is %p', (text, meaning) => expect(said(readGender(text))).toBe(meaning));

test.each([
  ['a) WBRI', 'WBRI'], ['WBRI', 'WBRI'], ['wbri', 'WBRI'], ['s) REFU', 'REFU'], ['s) NOBT', 'NOBT'], ['t) NOBT', 'NOBT'], ['j) AIND - Indian', 'AIND'],
  ['u) UNKNOWN', null], ['White', WRONG], ['z) ZZZZ', WRONG],
])('ethnicity: %p is %p', (text, meaning) => expect(said(readEthnicity(text))).toBe(meaning));

test.each([
  ['RD1', 'RD1'], ['(RD2) The Court did not make a placement order', 'RD2'], ['Prospective adopters could not be found (RD3)', 'RD3'],
  ["RD1 - The child's needs changed subsequent to the decision", 'RD1'], ['The childâ€™s needs changed subsequent to the decision', 'RD1'],
  ['The Court did not make a placement order', 'RD2'], ['Prospective adopters could not be found', 'RD3'], ['Any other reason', 'RD4'],
  ['Placement Disruption', 'RD4'], ['4', 'RD4'], ['rd 3', 'RD3'], ['RD7', WRONG], ['RD10', WRONG], ['because', WRONG],
])('reversal: %p is %p', (text, meaning) => expect(said(readReversalReason(text))).toBe(meaning));

test.each([
  ['1 - Adopter withdrew from process', '1'], ['2 - Process put on hold', '2'], ['3 - Application refused', '3'], ['a) Adopter withdrew', '1'], ['b)', '2'],
  ['3', '3'], ['Process put on hold', '2'], ['c', '3'], ['9', WRONG], ['moved away', WRONG],
])('leaving: %p is %p', (text, meaning) => expect(said(readLeavingReason(text))).toBe(meaning));

test.each([['0', 0], ['3', 3], ['2 - moderate', 2], ['mild', 1], ['Severe', 3], ['not recorded', null], ['4', WRONG], ['1.5', WRONG], ['-1', WRONG], ['lots', WRONG]])(
  'level: %p is %p', (text, meaning) => expect(said(readLevel(text))).toBe(meaning),
);

test.each([['0', 0], ['none', 0], ['letterbox', 1], ['1 letterbox', 1], ['direct with siblings', 2], ['direct contact with birth relatives', 3], ['5', WRONG]])(
  'contact: %p is %p', (text, meaning) => expect(said(readContact(text))).toBe(meaning),
);

test('districts lose what is finer than a district', () => {
  expect(said(readArea('le7'))).toBe('LE7');
  expect(said(readArea('EC1A'))).toBe('EC1A');
  expect(readArea('LE7 3AB')).toMatchObject({ value: 'LE7', warning: { code: 'SHORTENED' } });
  expect(said(readArea('Leicester'))).toBe(WRONG);
});

test('lists tell none from not recorded', () => {
  expect(said(readHeritage('WBRI; MWBC, WBRI'))).toEqual(['WBRI', 'MWBC']);
  expect(said(readHeritage('none'))).toEqual([]);
  expect(said(readHeritage('NOBT'))).toBeNull();
  expect(said(readHeritage('WBRI; British'))).toBe(WRONG);
  expect(said(readLanguages('English; pl'))).toEqual(['en', 'pl']);
  expect(said(readLanguages('en; xx'))).toBe(WRONG);
  expect(said(readNeeds('Neglect or abuse; Need: Attachment; prenatalAlcohol'))).toEqual(['neglectOrAbuse', 'attachment', 'prenatalAlcohol']);
  expect(said(readNeeds('Hunger'))).toBe(WRONG);
});

test('a birth month that Excel has turned into a date is a month again', () => {
  expect(said(readMonths(42_095, '42095', '2026-11'))).toEqual(['2015-04']);
  expect(said(readMonths('2015-04; 11/2018', '2015-04; 11/2018', '2026-11'))).toEqual(['2015-04', '2018-11']);
  expect(said(readMonths('2027-01', '2027-01', '2026-11'))).toBe('! FUTURE_DATE');
  expect(said(readMonths('2015-13', '2015-13', '2026-11'))).toBe('! NOT_A_DATE');
  expect(said(readMonths('none', 'none', '2026-11'))).toEqual([]);
});
