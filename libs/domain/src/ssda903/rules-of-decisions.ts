import { dayOf, isAdoption, isAdoptive, type Child, type Decision, type Episode } from './child';
import { careStart, filledItems, finding, isBefore, type CollectionYear, type Finding, type Rule } from './finding';
import { cell } from './tables';

/** Each decision by itself and beside the one before (117 to 119, 184, 1003, 522, 563, 579, 583). */
export const decisionRules: Rule = (child, year) => [...child.decisions.flatMap((decision) => ofOne(child, decision, year)), ...overlaps(child.decisions)];

function ofOne(child: Child, { row, on, ceasedOn, reason }: Decision, year: CollectionYear): readonly Finding[] {
  const found: Finding[] = [];
  const add = (rule: string, column: string, message: string): void => void found.push(finding(rule, row, column, message));
  const start = careStart(child);
  const left = child.episodes.filter(isLeaving).at(-1)?.to ?? null;
  const isLate = (day: typeof on): boolean => day !== null && (day > year.last || (left !== null && left >= (start?.from ?? left) && day > left));
  if (isLate(on) || isLate(ceasedOn)) add('117', isLate(on) ? 'DATE_PLACED' : 'DATE_PLACED_CEASED', 'The decision lies after the year, or after the child left care.');
  if (isBefore(ceasedOn, year.first) || isBefore(ceasedOn, start?.from)) add('118', 'DATE_PLACED_CEASED', 'The reversal lies before the year, or before the child came into care.');
  if ((cell(row, 'DATE_PLACED_CEASED') === '') !== (reason === '')) add('119', reason === '' ? 'REASON_PLACED_CEASED' : 'DATE_PLACED_CEASED', 'A reversal has its date and its reason, or neither.');
  if (isBefore(on, dayOf(cell(child.header, 'DOB')))) add('184', 'DATE_PLACED', 'The decision lies before the birth.');
  if (isBefore(on, start?.from)) add('1003', 'DATE_PLACED', 'The decision lies before the child came into care.');
  if (isBefore(ceasedOn, on)) add('522', 'DATE_PLACED_CEASED', 'The decision was reversed before it was made.');
  if (cell(row, 'DATE_PLACED') === '' && (ceasedOn !== null || reason !== '')) add('563', 'DATE_PLACED', 'A decision was reversed, and there is no date of it.');
  return found;
}

function overlaps(decisions: readonly Decision[]): readonly Finding[] {
  return decisions.slice(1).flatMap(({ row, on }, at) => {
    const before = decisions[at] as Decision;
    if (on === null || before.on === null || before.on === on) return [];
    if (before.ceasedOn === null) return [finding('583', before.row, 'DATE_PLACED_CEASED', 'A later decision stands beside this one, which was not reversed.')];
    return on < before.ceasedOn ? [finding('579', row, 'DATE_PLACED', 'A new decision began while the one before was open.')] : [];
  });
}

/** Decisions beside placements, orders and the adoption (521, 523, 525, 551 to 558). */
export const decisionBesideCareRules: Rule = (child) => [...ofAdoptionTable(child), ...ofPlacement(child), ...ofOrder(child, 'E1', ['553', '554'], 'placement order'), ...ofOrder(child, 'D1', ['555', '556'], 'freeing order'), ...ofLeaving(child)];

function ofAdoptionTable({ ad1, decisions, episodes }: Child): readonly Finding[] {
  const last = decisions.at(-1);
  return ad1.filter((row) => filledItems(row) > 0).flatMap((row) => {
    const decided = dayOf(cell(row, 'DATE_INT'));
    const found: Finding[] = [];
    if (episodes.some((episode) => isAdoptive(episode) && isBefore(episode.from, decided))) found.push(finding('521', row, 'DATE_INT', 'The child was placed for adoption before the decision.'));
    if (last && last.on !== null && decided !== null && last.on !== decided) found.push(finding('523', row, 'DATE_INT', 'DATE_INT and DATE_PLACED are one decision, and differ.'));
    if (last && last.ceasedOn !== null) found.push(finding('525', row, 'CHILD', 'The decision was reversed, and the adoption table has the child.'));
    return found;
  });
}

function ofPlacement({ episodes, decisions }: Child): readonly Finding[] {
  const placed = episodes.find(isAdoptive);
  if (placed === undefined) return [];
  if (decisions.every(({ on }) => on === null)) return [finding('551', placed.row, 'PLACE', 'The child is placed for adoption, and there is no decision.')];
  const first = decisions.find(({ on }) => on !== null);
  return first && isBefore(placed.from, first.on) ? [finding('552', first.row, 'DATE_PLACED', 'The child was placed for adoption before the decision.')] : [];
}

function ofOrder({ episodes, decisions }: Child, status: string, [without, after]: readonly [string, string], what: string): readonly Finding[] {
  const order = episodes.find(({ ls }) => ls === status);
  if (order === undefined) return [];
  const first = decisions.find(({ on }) => on !== null);
  if (first === undefined) return [finding(without, order.row, 'LS', `There is a ${what}, and no decision that the child should be placed.`)];
  const isOpen = episodes.at(-1)?.ls === status && episodes.at(-1)?.to === null;
  const last = decisions.at(-1);
  if (isOpen && last?.ceasedOn) return [finding(without, last.row, 'DATE_PLACED_CEASED', `The ${what} stands, and the decision was reversed.`)];
  return isBefore(order.from, first.on) ? [finding(after, first.row, 'DATE_PLACED', `The decision lies after the ${what}.`)] : [];
}

function ofLeaving({ episodes, decisions }: Child): readonly Finding[] {
  const last = episodes.at(-1);
  const decision = decisions.at(-1);
  if (last === undefined || decision === undefined) return [];
  const isReversed = decision.ceasedOn !== null && decision.reason !== '';
  if (isAdoption(last)) return cell(decision.row, 'DATE_PLACED_CEASED') === '' ? [] : [finding('558', decision.row, 'DATE_PLACED_CEASED', 'The child was adopted, and the decision is said to be reversed.')];
  const wasForAdoption = episodes.some((episode) => isAdoptive(episode) || episode.ls === 'E1' || episode.ls === 'D1');
  return isLeaving(last) && wasForAdoption && !isReversed ? [finding('557', decision.row, 'DATE_PLACED_CEASED', 'The child left care without being adopted, and the decision is not reversed with a date and a reason.')] : [];
}

const isLeaving = ({ rec, to }: Episode): boolean => to !== null && rec !== '' && rec !== 'X1';
