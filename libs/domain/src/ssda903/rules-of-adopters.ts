import { addMonths } from '../dates/day-count';
import { dayOf, isAdoption } from './child';
import { careStart, filledItems, finding, isBefore, isWithin, AD1_ITEMS, type Finding, type Rule } from './finding';
import { cell, type Row } from './tables';

const COUPLES = ['MM', 'FF', 'MF'];

interface Composition {
  readonly rule: string;
  readonly isWrong: (adopters: { readonly count: string; readonly sexes: string; readonly status: string }) => boolean;
  readonly column: string;
  readonly message: string;
}

const COMPOSITIONS: readonly Composition[] = [
  { rule: '511', isWrong: ({ count, sexes }) => count === '2' && (sexes === 'M1' || sexes === 'F1'), column: 'SEX_ADOPTR', message: 'Two adopters are MM, FF or MF.' },
  { rule: '514', isWrong: ({ status, sexes }) => status === 'L0' && COUPLES.includes(sexes), column: 'LS_ADOPTR', message: 'L0 is a single adopter, and the genders are of a couple.' },
  { rule: '517', isWrong: ({ status, sexes }) => status === 'L3' && sexes !== 'MF', column: 'LS_ADOPTR', message: 'L3 is an unmarried couple of different genders: MF.' },
  { rule: '518', isWrong: ({ status, sexes }) => status === 'L4' && sexes !== 'MM' && sexes !== 'FF', column: 'LS_ADOPTR', message: 'L4 is a couple of the same gender: MM or FF.' },
  { rule: '519', isWrong: ({ status, sexes }) => status === 'L2' && !COUPLES.includes(sexes), column: 'LS_ADOPTR', message: 'L2 is a civil partnership: MM, FF or MF.' },
  { rule: '520', isWrong: ({ status, sexes }) => status === 'L11' && sexes !== 'MF', column: 'LS_ADOPTR', message: 'L11 is a married couple of different genders: MF.' },
  { rule: '524', isWrong: ({ status, sexes }) => status === 'L12' && sexes !== 'MM' && sexes !== 'FF', column: 'LS_ADOPTR', message: 'L12 is a married couple of the same gender: MM or FF.' },
];

function composition(row: Row): readonly Finding[] {
  const adopters = { count: cell(row, 'NB_ADOPTR'), sexes: cell(row, 'SEX_ADOPTR').toUpperCase(), status: cell(row, 'LS_ADOPTR').toUpperCase() };
  return adopters.sexes === '' ? [] : COMPOSITIONS.filter(({ isWrong }) => isWrong(adopters)).map(({ rule, column, message }) => finding(rule, row, column, message));
}

/** Who adopted, and whether all of it is there (151, 511 to 524, 601, 602, INT31). */
export const adopterRules: Rule = ({ ad1, episodes }, year) => {
  const adoption = episodes.find((episode) => isAdoption(episode) && isWithin(episode.to, year));
  const complete = ad1.some((row) => filledItems(row) === AD1_ITEMS.length);
  return [
    ...ad1.flatMap((row) => (filledItems(row) > 0 && filledItems(row) < AD1_ITEMS.length ? [finding('151', row, firstBlank(row), 'Of the six items of an adoption some are blank: fill all of them, or none.')] : [])),
    ...ad1.flatMap(composition),
    ...(adoption !== undefined && !complete ? [finding('601', adoption.row, 'REC', 'The child was adopted in the year, and the adoption table does not say all about it.')] : []),
    ...(adoption === undefined ? ad1.filter((row) => filledItems(row) > 0).map((row) => finding('602', row, 'CHILD', 'The adoption table has this child, and no episode ends in adoption in the year.')) : []),
    ...ad1.filter((row, at) => ad1.findIndex(({ file }) => file === row.file) !== at).map((row) => finding('INT31', row, 'CHILD', 'The child stands more than once in the adoption table.')),
  ];
};

const firstBlank = (row: Row): string => AD1_ITEMS.find((column) => cell(row, column) === '') ?? 'CHILD';

/** An adoption table's dates beside the episodes (331, 333, 334, 582), and children it should not have (134, 187). */
export const adoptionDateRules: Rule = (child, year) => child.ad1.filter((row) => filledItems(row) > 0).flatMap((row) => {
  const [decided, matched] = [dayOf(cell(row, 'DATE_INT')), dayOf(cell(row, 'DATE_MATCH'))];
  const adoption = child.episodes.filter(isAdoption).at(-1);
  const start = careStart(child);
  const last = child.episodes.at(-1);
  const found: Finding[] = [];
  if (adoption && isBefore(adoption.from, matched)) found.push(finding('331', row, 'DATE_MATCH', 'The match lies after the start of the episode that ended in adoption.'));
  if (matched !== null && (decided === null || matched < decided)) found.push(finding('333', row, 'DATE_INT', 'The match has no decision before it.'));
  if (isBefore(decided, start?.from)) found.push(finding('334', row, 'DATE_INT', 'The decision lies before the child came into care.'));
  if (adoption && matched !== null && adoption.to === matched) found.push(finding('582', row, 'DATE_MATCH', 'The match is on the day of the adoption.'));
  if (child.oc3.some((leaver) => ['IN_TOUCH', 'ACTIV', 'ACCOM'].some((column) => cell(leaver, column) !== ''))) found.push(finding('134', row, 'CHILD', 'A care leaver stands in the adoption table.'));
  if (last && last.to === null && start && start.from <= addMonths(year.last, -12)) found.push(finding('187', row, 'CHILD', 'A child who is still looked after, for twelve months or more, stands in the adoption table.'));
  return found;
});
