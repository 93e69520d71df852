import fc from 'fast-check';
import { isoDate } from '../dates/iso-date';
import { LIST_10, LIST_11 } from './annex-a';
import type { Cell, SheetRows } from './cell';
import type { SheetSpec } from './column';
import { isOfInterest, parseImport } from './parse-import';
import type { FileKind } from './parsed';
import { parsePlaces } from './parse-places';
import { CHILDREN_SHEET, HOUSEHOLDS_SHEET } from './profile-sheet';
import { readValue } from './read-value';

const TODAY = isoDate('2026-11-20');

type Row = Readonly<Record<string, Cell>>;

/** A sheet of the given headings and rows by heading. */
function sheet(name: string, headings: readonly string[], rows: readonly Row[]): SheetRows {
  return { name, rows: [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))] };
}

const headings = (spec: SheetSpec): string[] => spec.columns.map(({ heading }) => heading);

const parse = (sheets: readonly SheetRows[], kind: FileKind = 'ANNEX_A', hasChildren = true) => parseImport(sheets, { kind, today: TODAY, hasChildren });

const CHILD: Row = {
  'Child Unique ID': 1001, 'Family identifier': 'F1', Gender: 'b) Female', Ethnicity: 'a) WBRI', 'Date of Birth': '05/06/2023', 'Does the Child have a Disability': 'b) No',
  'Date the Child Entered Care': '01/02/2024', 'Date of Decision that Child Should be Placed for Adoption': '01/09/2024', 'Date of Placement Order': '01/12/2024',
};

const ADULT: Row = {
  'Individual adopter identifier': 'A1', 'Family identifier': 'F1', Gender: 'a) Male', Ethnicity: 'a) WBRI', Disability: 'b) No',
  'Is the (prospective) adopter fostering for adoption?': 'No', 'Date enquiry received': '01/02/2024', 'Date application approved': '01/12/2024',
};

const list10 = (...rows: Row[]): SheetRows => sheet('List 10', headings(LIST_10), rows);
const list11 = (...rows: Row[]): SheetRows => sheet('List 11', headings(LIST_11), rows);

const codes = (parsed: ReturnType<typeof parse>, severity = 'ERROR'): string[] => parsed.issues.filter((issue) => issue.severity === severity).map(({ code }) => code);

test('a child and a family of two adults', () => {
  const parsed = parse([list10(CHILD), list11(ADULT, { ...ADULT, 'Individual adopter identifier': 'A2', Gender: 'b) Female' })]);
  expect(parsed.children).toHaveLength(1);
  expect(parsed.children[0]?.facts).toEqual({
    externalId: '1001', familyExternalId: 'F1', sex: 'F', ethnicity: 'WBRI', dateOfBirth: '2023-06-05', disability: false,
    enteredCareOn: '2024-02-01', admDecidedOn: '2024-09-01', placementOrderOn: '2024-12-01',
  });
  expect(parsed.households).toHaveLength(1);
  expect(parsed.households[0]?.facts.adults?.map(({ externalId, gender }) => [externalId, gender])).toEqual([['A1', 'M'], ['A2', 'F']]);
  expect(parsed.households[0]?.place).toEqual({ sheet: 'List 11', rows: [2, 3] });
  expect(parsed.counts).toEqual([{ sheet: 'List 10', rows: 1, refused: 0 }, { sheet: 'List 11', rows: 2, refused: 0 }]);
  expect(parsed.issues).toEqual([]);
});

test.each([
  ['Child Unique ID', '  CHILD  unique\u00a0id '], ['Child Unique ID', '\ufeffChild ID'], ['Child Unique ID', 'a) Child Unique ID'], ['Child Unique ID', 'Identifier of the child'],
  ['Date of Adoption Order', 'Date of Adoption Order '], ['Age of Child (Years)', 'Age of Child Years'], ['Does the Child have a Disability', 'DOES THE CHILD HAVE A DISABILITY?'],
])('the heading %p is known as %p', (heading, variant) => {
  const changed = headings(LIST_10).map((one) => (one === heading ? variant : one));
  const parsed = parse([{ name: 'LIST_10', rows: [changed, headings(LIST_10).map((one) => CHILD[one] ?? null)] }]);
  expect(parsed.children).toHaveLength(1);
  expect(codes(parsed)).toEqual([]);
  expect(parsed.mapping.every(({ field }) => field !== null)).toBe(true);
});

test('columns in any order, titles above, unknown and missing headings: all taken, and told', () => {
  const order = [...headings(LIST_10)].reverse().filter((heading) => heading !== 'Family identifier');
  const rows = [['Our council: List 10'], [], [...order, 'Social worker'], [...order.map((heading) => CHILD[heading] ?? null), 'x']];
  const parsed = parse([{ name: 'export', rows }]);
  expect(parsed.children[0]?.facts.externalId).toBe('1001');
  expect(parsed.children[0]?.place.rows).toEqual([4]);
  expect(parsed.issues).toMatchObject([{ severity: 'WARNING', code: 'UNKNOWN_HEADING', column: 'Social worker', row: 3 }]);
  expect(parsed.mapping).toContainEqual({ sheet: 'export', heading: 'Social worker', field: null });
});

test('a bad row is refused with its place, and never stops the good ones', () => {
  const bad = { ...CHILD, 'Child Unique ID': 1002, 'Date of Placement Order': '31/02/2025', Ethnicity: 'q) ZZZZ' };
  const parsed = parse([list10(CHILD, bad, { ...CHILD, 'Child Unique ID': 1003 })]);
  expect(parsed.children.map(({ facts }) => facts.externalId)).toEqual(['1001', '1003']);
  expect(parsed.counts).toEqual([{ sheet: 'List 10', rows: 3, refused: 1 }]);
  expect(parsed.issues).toMatchObject([
    { severity: 'ERROR', sheet: 'List 10', row: 3, column: 'Ethnicity', value: 'q) ZZZZ', code: 'NOT_A_CODE' },
    { severity: 'ERROR', sheet: 'List 10', row: 3, column: 'Date of Placement Order', value: '31/02/2025', code: 'IMPOSSIBLE_DATE' },
  ]);
});

test.each([
  [{ 'Child Unique ID': '' }, 'BLANK'], [{ 'Date of Placement Order': '01/12/2026' }, 'FUTURE_DATE'], [{ 'Date of Birth': '05/06/1923' }, 'DATE_TOO_EARLY'],
  [{ 'Date of Birth': '05/06/2028' }, 'FUTURE_DATE'], [{ 'Date of Placement Order': '#REF!' }, 'FORMULA_ERROR'], [{ 'Date of Placement Order': '#NO VALUE!' }, 'FORMULA_ERROR'],
  [{ 'Child Unique ID': 1.2345e17 }, 'NOT_AN_IDENTIFIER'], [{ 'Child Unique ID': { date: TODAY } }, 'NOT_AN_IDENTIFIER'], [{ 'Does the Child have a Disability': 'maybe' }, 'NOT_A_CODE'],
] as readonly (readonly [Row, string])[])('%p is refused as %p', (change, code) => {
  const parsed = parse([list10({ ...CHILD, ...change }, { ...CHILD, 'Child Unique ID': 'good' })]);
  expect(codes(parsed)).toEqual([code]);
  expect(parsed.children.map(({ facts }) => facts.externalId)).toEqual(['good']);
});

test('an unborn child has an expected date of birth', () => {
  expect(codes(parse([list10({ ...CHILD, 'Date of Birth': '05/03/2027' })]))).toEqual([]);
});

test('an order within ten weeks of the placement is told, but of a child whom the adopters fostered before', () => {
  const dates = { 'Date of Matching Child and Prospective Adopters': '10/01/2026', 'Date Placed for Adoption': '02/02/2026' };
  const of = (adopted: string, fostered: string | null = null) => parse([list10({ ...CHILD, ...dates, 'Date of Adoption Order': adopted, 'Date the child was placed for fostering in FFA or concurrent planning placement': fostered })]).issues.map(({ code }) => code);
  expect([of('12/04/2026'), of('13/04/2026'), of('12/04/2026', '05/12/2025')]).toEqual([['TEN_WEEKS'], [], []]);
});

test('orders of dates are warnings, and a match may come before the placement order', () => {
  const early = parse([list10({ ...CHILD, 'Date of Matching Child and Prospective Adopters': '01/11/2024' })]);
  expect(early.issues).toEqual([]);
  const wrong = parse([list10({ ...CHILD, 'Date of Placement Order': '01/08/2024' })]);
  expect(wrong.children).toHaveLength(1);
  expect(wrong.issues).toMatchObject([{ severity: 'WARNING', code: 'DATE_ORDER', column: 'Date of Placement Order', row: 2 }]);
});

test('no order is asked of when stage two ended and the application went in and was approved; approved is what approves (trap 35)', () => {
  const days = { 'Date Stage 1 started': '01/03/2024', 'Date Stage 1 ended': '30/04/2024', 'Date Stage 2 started': '01/05/2024', 'Date Stage 2 ended': '20/08/2024', 'Date application submitted': '01/09/2024', 'Date application approved': '10/08/2024' };
  const parsed = parse([list10(CHILD), list11({ ...ADULT, ...days })]);
  expect(codes(parsed)).toEqual([]);
  expect(parsed.households[0]?.facts).toMatchObject({ approvedOn: '2024-08-10' });
});

test('an adoption order and a reversal in the same row are a warning (903 rule 558)', () => {
  const both = { ...CHILD, 'Date of Matching Child and Prospective Adopters': '01/01/2025', 'Date Placed for Adoption': '01/02/2025', 'Date of Adoption Order': '01/08/2025',
    'Date of Decision that Child Should No Longer be Placed for Adoption': '01/09/2025', 'Reason Why Child No Longer Placed for Adoption': 'RD2' };
  const parsed = parse([list10(both)]);
  expect(parsed.children[0]?.facts).toMatchObject({ adoptedOn: '2025-08-01', decisionReversedOn: '2025-09-01' });
  expect(codes(parsed, 'WARNING')).toEqual(['TWO_ENDINGS']);
});

test('several decisions of a child: closed ones in order, open and repeated ones refused', () => {
  const decision = 'Date of Decision that Child Should be Placed for Adoption';
  const closed = { ...CHILD, [decision]: '01/03/2024', 'Date of Placement Order': null, 'Date of Decision that Child Should No Longer be Placed for Adoption': '01/05/2024', 'Reason Why Child No Longer Placed for Adoption': 'RD2' };
  const parsed = parse([list10(CHILD, closed)]);
  expect(codes(parsed)).toEqual([]);
  expect(parsed.children.map(({ facts }) => facts.admDecidedOn)).toEqual(['2024-09-01']);
  expect(parsed.earlierDecisions).toEqual([{ externalId: '1001', decidedOn: '2024-03-01', reversedOn: '2024-05-01', reason: 'RD2', place: { sheet: 'List 10', rows: [3] } }]);
  expect(codes(parse([list10(CHILD, { ...CHILD, [decision]: '01/10/2024' })]))).toEqual(['OVERLAPPING_DECISIONS']);
  expect(codes(parse([list10(CHILD, CHILD)]))).toEqual(['DUPLICATE']);
});

test('the adults of a family are one household; what they do not share is told and the latest counts (trap 8)', () => {
  const other = { ...ADULT, 'Individual adopter identifier': 'A2', 'Date application approved': '05/12/2024' };
  const parsed = parse([list11(ADULT, other)]);
  expect(parsed.households).toHaveLength(1);
  expect(parsed.households[0]?.facts.approvedOn).toBe('2024-12-05');
  expect(parsed.issues).toMatchObject([{ severity: 'WARNING', code: 'CONTRADICTION', row: 2, column: 'Date application approved', value: '01/12/2024' }]);
});

test('a family of whose adults none can be taken is told as such', () => {
  const parsed = parse([list11({ ...ADULT, Gender: 'x' }, { ...ADULT, 'Family identifier': 'F2', 'Individual adopter identifier': 'A3' })]);
  expect(parsed.households.map(({ facts }) => facts.familyExternalId)).toEqual(['F2']);
  expect(codes(parsed)).toEqual(['NOT_A_CODE', 'FAMILY_WITHOUT_ADULTS']);
});

test('the same adult twice is refused the second time', () => {
  expect(codes(parse([list11(ADULT, ADULT)]))).toEqual(['DUPLICATE']);
  expect(codes(parse([list11(ADULT, { ...ADULT, 'Family identifier': 'F9' })]))).toEqual(['ADULT_IN_TWO_FAMILIES', 'FAMILY_WITHOUT_ADULTS']);
});

test('leaving reason 2 is kept with its date: a pause, not an end', () => {
  const parsed = parse([list11({ ...ADULT, 'Date of leaving adoption process': '01/02/2025', 'Reason for leaving adoption process': '2 - Process put on hold' })]);
  expect(parsed.households[0]?.facts).toMatchObject({ leftOn: '2025-02-01', leftReason: '2' });
});

const profile = (row: Row, columns: readonly string[] = headings(CHILDREN_SHEET)): SheetRows => sheet('Children', columns, [row]);

test('a blank cell of the profile sheet clears, a column left out says nothing', () => {
  const all = parse([profile({ 'Child Unique ID': 'C1', 'Need: Attachment': 2, Religion: 'None' })], 'PROFILE_SHEET').children[0]?.facts;
  expect(all?.needs).toMatchObject({ attachment: 2, healthCondition: null });
  expect(all).toMatchObject({ religion: 'none', contact: null, heritage: null });
  const few = parse([profile({ 'Child Unique ID': 'C1', 'Need: Attachment': 2 }, ['Child Unique ID', 'Need: Attachment', 'Contact'])], 'PROFILE_SHEET').children[0]?.facts;
  expect(few).toEqual({ externalId: 'C1', needs: { attachment: 2 }, contact: null });
});

test('a sibling group has its plan, and one plan', () => {
  const rows = ['Together', 'Apart', null].map((plan, at) => ({ 'Child Unique ID': `C${at}`, 'Sibling group': 'S', 'Sibling plan': plan }));
  const parsed = parse([sheet('Children', headings(CHILDREN_SHEET), rows)], 'PROFILE_SHEET');
  expect(parsed.children).toHaveLength(3);
  expect(parsed.issues.map(({ severity, row, code }) => [severity, row, code])).toEqual([['WARNING', 4, 'HALF_GIVEN'], ['WARNING', 3, 'CONTRADICTION']]);
});

const household = (row: Row): ReturnType<typeof parse> => parse([sheet('Households', headings(HOUSEHOLDS_SHEET), [{ 'Family identifier': 'F1', ...row }])], 'PROFILE_SHEET');

test('approved ages in months or in years, never half', () => {
  expect(household({ 'Approved from (months)': 6, 'Approved to (months)': 60 }).households[0]?.facts).toMatchObject({ ageMinMonths: 6, ageMaxMonths: 60 });
  expect(household({ 'Approved from (years)': 2, 'Approved to (years)': '5' }).households[0]?.facts).toMatchObject({ ageMinMonths: 24, ageMaxMonths: 71 });
  expect(household({ 'Approved from (months)': '18 months', 'Approved to (years)': '5 years' }).households[0]?.facts).toMatchObject({ ageMinMonths: 18, ageMaxMonths: 71 });
  expect(codes(household({ 'Approved from (months)': 6 }))).toEqual(['HALF_GIVEN']);
  expect(codes(household({ 'Approved from (months)': 60, 'Approved to (months)': 6 }))).toEqual(['OUT_OF_RANGE']);
  expect(codes(household({ 'Approved from (months)': 6, 'Approved from (years)': 2, 'Approved to (months)': 60 }))).toEqual(['CONTRADICTION']);
});

test('missing sheets are told by name', () => {
  expect(parse([sheet('List 3', ['x'], [])]).issues).toMatchObject([{ severity: 'ERROR', code: 'MISSING_SHEET', sheet: 'List 10' }]);
  expect(parse([list10(CHILD), sheet('List 9', ['x'], [])]).issues).toMatchObject([{ severity: 'ERROR', code: 'MISSING_SHEET', sheet: 'List 11' }]);
  expect(codes(parse([{ name: 'List 10', rows: [['Something', 'Else']] }]))).toEqual(['MISSING_COLUMN']);
  expect(codes(parse([list11(ADULT), sheet('Notes', ['x'], [])], 'ANNEX_A', false))).toEqual([]);
});

test('a sheet is told by headings that it alone has, never by those of every list', () => {
  const contacts = sheet('List 1', ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)', 'Does the Child have a Disability'], [CHILD]);
  expect(parse([contacts]).issues).toMatchObject([{ code: 'MISSING_SHEET' }]);
  expect(isOfInterest(contacts)).toBe(false);
  expect(parse([contacts, { ...list10(CHILD), name: 'Adoption' }, { ...list11(ADULT), name: 'Adopters' }]).counts.map(({ sheet: name }) => name)).toEqual(['Adoption', 'Adopters']);
});

test("a voluntary agency's children are refused as a sheet", () => {
  const parsed = parse([list10(CHILD), list11(ADULT)], 'ANNEX_A', false);
  expect(parsed.children).toEqual([]);
  expect(parsed.households).toHaveLength(1);
  expect(parsed.counts[0]).toEqual({ sheet: 'List 10', rows: 1, refused: 1 });
  expect(parse([list10(), list11(ADULT)], 'ANNEX_A', false).issues).toEqual([]);
});

const anyCell = fc.oneof(
  fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant({ date: TODAY }),
  fc.constantFrom('a) Yes', 'RD2', 'zz/zz/2020', '31/02/2020', '#N/A', 'none', '2015-04', '__proto__', 'constructor', 'Child Unique ID', 'â€™', 'LE7 3AB', '2; 3'),
);

test('no cells make the parser throw, and every refused row says why', () => {
  const specs = [LIST_10, LIST_11, CHILDREN_SHEET, HOUSEHOLDS_SHEET];
  fc.assert(
    fc.property(fc.constantFrom(...specs), fc.array(fc.array(anyCell, { maxLength: 30 }), { maxLength: 8 }), fc.boolean(), (spec, rows, withHeadings) => {
      const parsed = parse([{ name: spec.name, rows: withHeadings ? [headings(spec), ...rows] : rows }], spec === LIST_10 || spec === LIST_11 ? 'ANNEX_A' : 'PROFILE_SHEET');
      const told = new Set(parsed.issues.filter(({ severity, row }) => severity === 'ERROR' && row !== null).map(({ row }) => row));
      const refused = parsed.counts.reduce((sum, count) => sum + count.refused, 0);
      const taken = [...parsed.children, ...parsed.earlierDecisions, ...parsed.households].reduce((sum, { place }) => sum + place.rows.length, 0);
      expect(taken + refused).toBe(parsed.counts.reduce((sum, count) => sum + count.rows, 0));
      if (!codes(parsed).includes('MISSING_COLUMN')) expect(told.size).toBe(refused);
    }),
    { numRuns: 400 },
  );
});

test('every example of the documentation reads', () => {
  for (const spec of [LIST_10, LIST_11, CHILDREN_SHEET, HOUSEHOLDS_SHEET]) {
    for (const column of spec.columns.filter(({ example, type }) => example !== '' && type !== 'ignored')) {
      const reading = readValue(column.example, column, isoDate('2026-12-01'));
      expect([column.heading, reading.kind]).toEqual([column.heading, 'value']);
    }
  }
});

test('places: districts with their points, bad rows with their place', () => {
  const parsed = parsePlaces({ name: 'places', rows: [['Outcode', 'Latitude', 'Longitude'], ['qa1', '53.1', '-0.94'], ['QA2', '99', '0'], ['Alderby', '53', '0'], ['QA1', '53', '0']] });
  expect(parsed.places).toEqual([{ outcode: 'QA1', lat: 53.1, lon: -0.94 }]);
  expect(parsed.issues.map(({ row, column, code }) => [row, column, code])).toEqual([[3, 'latitude', 'OUT_OF_RANGE'], [4, 'outcode', 'NOT_A_CODE'], [5, 'outcode', 'DUPLICATE']]);
  expect(parsePlaces({ name: 'places', rows: [['District']] }).issues).toMatchObject([{ code: 'MISSING_COLUMN' }]);
});
