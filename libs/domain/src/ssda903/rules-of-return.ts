import { dayOf, type Child, type Decision } from './child';
import { finding, isBefore, isWithin, type Finding, type Rule } from './finding';
import { cell, type Row } from './tables';

const SINCE_2016 = '2016-04-01';

/** Previous permanence (630, 634, 635) and children beside the header (INT01, INT02, INT11, INT12). */
export const returnRules: Rule = (child, year) => [...ofPermanence(child, (day) => isWithin(day, year)), ...ofHeader(child)];

function ofPermanence({ episodes, prevPerm }: Child, isOfYear: (day: Child['episodes'][number]['from']) => boolean): readonly Finding[] {
  const began = episodes.find(({ rne, from }) => rne === 'S' && from >= SINCE_2016 && isOfYear(from));
  const ever = episodes.some(({ rne, from }) => rne === 'S' && from >= SINCE_2016);
  const starts = episodes.some(({ rne }) => rne === 'S');
  const isSaid = (row: Row): boolean => ['PREV_PERM', 'LA_PERM', 'DATE_PERM'].some((column) => cell(row, column) !== '');
  return [
    ...(began && !prevPerm.some((row) => cell(row, 'PREV_PERM') !== '') ? [finding('630', began.row, 'CHILD', 'The child came into care in the year, and nothing is said of an earlier permanence.')] : []),
    ...(starts && !ever ? prevPerm.filter(isSaid).map((row) => finding('634', row, 'PREV_PERM', 'An earlier permanence is said of a child who came into care before 1 April 2016.')) : []),
    ...prevPerm.filter((row) => cell(row, 'PREV_PERM').toUpperCase() === 'Z1' && (cell(row, 'LA_PERM') !== '' || cell(row, 'DATE_PERM') !== ''))
      .map((row) => finding('635', row, 'PREV_PERM', 'There was no earlier permanence, and a date or an authority of it is given.')),
  ];
}

function ofHeader({ header, ad1, decisions }: Child): readonly Finding[] {
  const beside = (row: Row, [missing, differs]: readonly [string, string]): readonly Finding[] => {
    if (header === undefined) return [finding(missing, row, 'CHILD', 'The child does not stand in the header.')];
    const [born, said] = [dayOf(cell(header, 'DOB')), dayOf(cell(row, 'DOB'))];
    return born !== null && said !== null && born !== said ? [finding(differs, row, 'DOB', 'The header has another date of birth.')] : [];
  };
  return [...ad1.flatMap((row) => beside(row, ['INT01', 'INT11'])), ...decisions.flatMap(({ row }) => beside(row, ['INT02', 'INT12']))];
}

/** This year's decisions beside those of last year's return (559, 560, 561, 584), where that is at hand. */
export function sinceLastYear(child: Child, before: Child | undefined, first: Parameters<typeof isBefore>[1]): readonly Finding[] {
  const last = before?.decisions.at(-1);
  // A new decision beside the one of last year, which this year's return closes, is a change and no contradiction.
  const isClosed = last !== undefined && child.decisions.some(({ on, ceasedOn }) => on === last.on && ceasedOn !== null);
  return child.decisions.filter(({ on }) => !isClosed || on === last.on).flatMap((decision) => ofOne(decision, last, first));
}

function ofOne({ row, on, ceasedOn }: Decision, last: Decision | undefined, first: Parameters<typeof isBefore>[1]): readonly Finding[] {
  if (on === null) return [];
  if (last === undefined || last.on === null) return isBefore(on, first) ? [finding('559', row, 'DATE_PLACED', 'The decision is of an earlier year, and last year\'s return does not have it.')] : [];
  if (last.on === on) return last.ceasedOn === null ? [] : [finding('561', row, 'DATE_PLACED', 'Last year\'s return says that this decision was reversed.')];
  if (last.ceasedOn !== null) return [];
  return ceasedOn === null
    ? [finding('560', row, 'DATE_PLACED', 'Last year\'s return has another decision, which was not reversed.')]
    : [finding('584', row, 'DATE_PLACED', 'A decision was reversed, and last year\'s return has another date of it.')];
}
