import { dayOf } from './child';
import { finding, type Finding, type Rule } from './finding';
import { cell, type Row } from './tables';

interface Coded {
  readonly rule: string;
  readonly column: string;
  readonly codes: readonly string[];
  readonly what: string;
}

const AD1_CODES: readonly Coded[] = [
  { rule: '114', column: 'FOSTER_CARE', codes: ['0', '1'], what: 'whether a foster carer adopted' },
  { rule: '175', column: 'NB_ADOPTR', codes: ['1', '2'], what: 'the number of adopters' },
  { rule: '176', column: 'SEX_ADOPTR', codes: ['M1', 'F1', 'MM', 'FF', 'MF'], what: 'the genders of the adopters' },
  { rule: '177', column: 'LS_ADOPTR', codes: ['L0', 'L11', 'L12', 'L2', 'L3', 'L4'], what: 'the legal status of the adopters' },
];
const REASON: Coded = { rule: '120', column: 'REASON_PLACED_CEASED', codes: ['RD1', 'RD2', 'RD3', 'RD4'], what: 'why the decision was reversed' };
const PREV_PERM: Coded = { rule: '631', column: 'PREV_PERM', codes: ['P1', 'P2', 'P3', 'P4', 'Z1'], what: 'the earlier permanence' };

function unknownCode(row: Row, { rule, column, codes, what }: Coded): readonly Finding[] {
  const value = cell(row, column).toUpperCase();
  return value === '' || codes.includes(value) ? [] : [finding(rule, row, column, `This is no code for ${what}: ${codes.join(', ')}.`)];
}

function noDay(rule: string, row: Row, column: string): readonly Finding[] {
  const value = cell(row, column);
  return value === '' || dayOf(value) !== null ? [] : [finding(rule, row, column, 'This is not a date. Write it as dd/mm/yyyy.')];
}

/** Codes and dates that cannot be read (112 to 116, 120, 175 to 177, 631, 632). */
export const codeRules: Rule = ({ ad1, decisions, prevPerm }) => [
  ...ad1.flatMap((row) => [...noDay('112', row, 'DATE_INT'), ...noDay('113', row, 'DATE_MATCH'), ...AD1_CODES.flatMap((coded) => unknownCode(row, coded))]),
  ...decisions.flatMap(({ row }) => [...noDay('115', row, 'DATE_PLACED'), ...noDay('116', row, 'DATE_PLACED_CEASED'), ...unknownCode(row, REASON)]),
  ...prevPerm.flatMap((row) => [...unknownCode(row, PREV_PERM), ...badPermanenceDay(row), ...badPermanenceAuthority(row)]),
];

/** `zz` stands for what is not known of an earlier order's date, from the day on. */
const PART_OF_A_DATE = /^(zz\/(0[1-9]|1[0-2])\/\d{4}|zz\/zz\/\d{4}|zz\/zz\/zzzz)$/i;

function badPermanenceDay(row: Row): readonly Finding[] {
  const value = cell(row, 'DATE_PERM');
  return value === '' || PART_OF_A_DATE.test(value) || dayOf(value) !== null ? [] : [finding('632', row, 'DATE_PERM', 'Write the date as dd/mm/yyyy, with zz for the parts that are not known.')];
}

function badPermanenceAuthority(row: Row): readonly Finding[] {
  const value = cell(row, 'LA_PERM');
  return value === '' || /^(\d{3}|[A-Z]{3})$/i.test(value) ? [] : [finding('633', row, 'LA_PERM', 'Give the three-digit code of the local authority, or the code of the country.')];
}

/** Codes that began or ended with a collection year (domain.md trap 22); what the file has is kept. */
export const yearlyCodeRules: Rule = ({ header, episodes }, { year }) => {
  const sexes = year >= 2025 ? ['M', 'F', 'U'] : ['1', '2'];
  const sex = cell(header, 'SEX').toUpperCase();
  const wrongSex = header === undefined || sex === '' || sexes.includes(sex) ? [] : [finding('SEX_OF_YEAR', header, 'SEX', `The return of ${year} has ${sexes.join(', ')} here.`)];
  return [...wrongSex, ...episodes.flatMap(({ row, from, place, rec, to }) => {
    const found: Finding[] = [];
    if (place === 'P2' && from >= '2023-10-28') found.push(finding('PLACE_OF_YEAR', row, 'PLACE', 'P2 ended on 28 October 2023.'));
    if (['K1', 'K2', 'H5'].includes(place) && year >= 2025) found.push(finding('PLACE_OF_YEAR', row, 'PLACE', 'From the return of 2025 this is K3.'));
    if (place === 'K3' && year < 2025) found.push(finding('PLACE_OF_YEAR', row, 'PLACE', 'K3 begins with the return of 2025.'));
    if (place === 'Z1' && year >= 2026) found.push(finding('PLACE_OF_YEAR', row, 'PLACE', 'From the return of 2026 this is one of Z11 to Z14.'));
    if (/^Z1[1-4]$/.test(place) && year < 2026) found.push(finding('PLACE_OF_YEAR', row, 'PLACE', 'Z11 to Z14 begin with the return of 2026.'));
    if (/^E4[5-8]$/.test(rec) && to !== null && to < '2019-04-01') found.push(finding('REC_OF_YEAR', row, 'REC', 'E45 to E48 begin on 1 April 2019; before it is E43 or E44.'));
    if (/^E4[34]$/.test(rec) && to !== null && to >= '2019-04-01') found.push(finding('REC_OF_YEAR', row, 'REC', 'E43 and E44 ended on 31 March 2019; since then it is E45 to E48.'));
    return found;
  })];
};
