import type { SheetSpec } from '@hub/domain/interchange/column';
import { headingOf } from '@hub/domain/interchange/column';
import { LIST_10, LIST_11 } from '@hub/domain/interchange/annex-a';
import { CHILDREN_SHEET, HOUSEHOLDS_SHEET } from '@hub/domain/interchange/profile-sheet';
import { NEED_KEYS } from '@hub/domain/children/words';
import writeExcelFile from 'write-excel-file/node';

type Row = Readonly<Record<string, string | number>>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A council's workbook as its case system makes it: headings, then rows; dates as text. */
async function workbook(sheets: readonly (readonly [SheetSpec, readonly Row[]])[]): Promise<Buffer> {
  const written = sheets.map(([spec, rows]) => {
    const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const heads = fields.map((field) => ({ value: headingOf(spec, field) }));
    const data = [heads, ...rows.map((row) => fields.map((field) => (row[field] === undefined ? null : { value: row[field], type: typeof row[field] === 'number' ? Number : String })))];
    return { sheet: spec.name, data };
  });
  return writeExcelFile(written as Parameters<typeof writeExcelFile>[0]).toBuffer();
}

const child = (externalId: string, dateOfBirth: string, more: Row = {}): Row => ({
  externalId, dateOfBirth, sex: 'b) Female', ethnicity: 'a) WBRI', disability: 'b) No', enteredCareOn: '03/02/2025', admDecidedOn: '20/08/2025', placementOrderOn: '10/10/2025', ...more,
});

const adult = (externalId: string, familyExternalId: string): Row => ({
  externalId, familyExternalId, gender: 'b) Female', ethnicity: 'a) WBRI', disability: 'b) No', enquiryOn: '02/01/2025', stage1StartedOn: '01/02/2025', stage1EndedOn: '28/03/2025',
  stage2StartedOn: '01/05/2025', stage2EndedOn: '20/08/2025', applicationOn: '01/05/2025', approvedOn: '20/08/2025',
});

/** Two children on their own and a brother and sister; one row is bad on purpose. Three families. All invented. */
export async function annexA(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const children = [
    child('C-1', '14/05/2022'), child('C-2', '02/09/2020', { sex: 'a) Male' }), child('C-3', '11/01/2021'), child('C-4', '30/11/2023', { sex: 'a) Male' }),
    child('C-5', '31/02/2021'),
  ];
  const buffer = await workbook([[LIST_10, children], [LIST_11, ['F-1', 'F-2', 'F-3'].map((family, at) => adult(`A-${at + 1}`, family))]]);
  return { name: 'annex-a.xlsx', mimeType: XLSX, buffer };
}

/** Consent holds for a year, so that a day of its own would wear out. */
const lastMonth = (): string => new Date(Date.now() - 30 * 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Europe/London' });

const levels = (prefix: 'needs' | 'accepts', level: (at: number) => number): Row => Object.fromEntries(NEED_KEYS.map((key, at) => [`${prefix}.${key}`, level(at)]));

/** What Annex A lacks: needs and offers, the sibling group, who is available. */
export async function profileSheet(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const children: Row[] = ['C-1', 'C-2', 'C-3', 'C-4'].map((externalId, at) => ({
    externalId, ...levels('needs', (need) => (need + at) % 3), essential: 'Attachment', earlyPermanence: 'No', contact: 1, heritage: 'WBRI', languages: 'en', petsRisk: 'No',
    waitingSince: '10/10/2025', homeArea: 'QA1', familyFinding: 'Active', about: 'Likes music and being outdoors.',
    ...(at >= 2 ? { siblingGroup: 'S-1', siblingPlan: 'Together' } : {}),
  }));
  const households: Row[] = ['F-1', 'F-2', 'F-3'].map((familyExternalId, at) => ({
    familyExternalId, availability: 'Available', shareConsent: 'Yes', shareConsentOn: lastMonth(), maxChildren: at + 1, ageMinMonths: 0, ageMaxMonths: at === 2 ? 24 : 120, sexPreference: 'Any',
    ...levels('accepts', (need) => (need % 2 === 0 ? 3 : 2)), earlyPermanence: 'No', area: 'QA2', contact: 2, heritage: 'WBRI', languages: 'en', childrenAtHome: 'none', smokers: 'No',
    experience: 'Two years of respite care.',
  }));
  return { name: 'profiles.xlsx', mimeType: XLSX, buffer: await workbook([[CHILDREN_SHEET, children], [HOUSEHOLDS_SHEET, households]]) };
}
