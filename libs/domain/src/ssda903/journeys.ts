import type { ReversalReason, Sex } from '../children/codes';
import type { IsoDate } from '../dates/iso-date';
import type { LeaverFacts } from '../interchange/list-8';
import { readEthnicity, readReversalReason } from '../interchange/read-codes';
import type { JourneyFacts } from '../performance/facts';
import { dayOf, isAdoption, isAdoptive, type Child, type Decision, type Episode } from './child';
import { cell } from './tables';

/** An adoption or the end of a period: care that goes on has X1 or nothing. */
const isEnd = ({ rec, to }: Episode): boolean => to !== null && rec !== '' && rec !== 'X1';

/**
 * The journeys of a child as the return tells them (domain.md 4.2): one for each decision that was reversed before the last, and one with what came of the
 * last. A child without decision, order and adoption has none.
 */
export function journeysOf(child: Child): readonly JourneyFacts[] {
  const adoption = child.episodes.filter(isAdoption).at(-1);
  const period = periodOf(child.episodes, adoption);
  const [last, ...earlier] = [...child.decisions].reverse();
  const decidedOn = dayOf(cell(child.ad1.at(-1), 'DATE_INT')) ?? last?.on ?? null;
  const placementOrderOn = orderOf(period);
  if (decidedOn === null && adoption === undefined && placementOrderOn === null) return [];
  const current: JourneyFacts = {
    ...whoOf(child), ...reversalOf(last), ...placementOf(child, period, adoption), enteredCareOn: period[0]?.rne === 'S' ? period[0].from : null, admDecidedOn: decidedOn, adoptedOn: adoption?.to ?? null,
    placementOrderOn, matchedOn: dayOf(cell(child.ad1.at(-1), 'DATE_MATCH')),
  };
  return [...earlier.reverse().filter(({ ceasedOn }) => ceasedOn !== null).map((decision) => pastOf(child, decision)), current];
}

function whoOf({ id, header }: Child): Pick<JourneyFacts, 'child' | 'council' | 'dateOfBirth' | 'sex' | 'ethnicity' | 'disability'> {
  const ethnicity = readEthnicity(cell(header, 'ETHNIC'));
  return { child: id, council: null, dateOfBirth: dayOf(cell(header, 'DOB')), sex: SEXES[cell(header, 'SEX').toUpperCase()] ?? null, ethnicity: ethnicity.kind === 'value' ? ethnicity.value : null, disability: null };
}

/** Digits until the return of 2024, letters from 2025. */
const SEXES: Readonly<Record<string, Sex>> = { '1': 'M', '2': 'F', M: 'M', F: 'F', U: 'U' };

function reversalOf(decision: Decision | undefined): Pick<JourneyFacts, 'decisionReversedOn' | 'reversalReason'> {
  const reason = readReversalReason(decision?.reason ?? '');
  return { decisionReversedOn: decision?.ceasedOn ?? null, reversalReason: reason.kind === 'value' ? (reason.value as ReversalReason) : null };
}

function pastOf(child: Child, decision: Decision): JourneyFacts {
  const none = { placementOrderOn: null, matchedOn: null, placedOn: null, adoptedOn: null, fosteredByAdoptersFrom: null };
  return { ...whoOf(child), ...none, ...reversalOf(decision), enteredCareOn: careBegan(child.episodes, decision.on), admDecidedOn: decision.on };
}

const careBegan = (episodes: readonly Episode[], on: IsoDate | null): IsoDate | null => episodes.filter(({ rne, from }) => rne === 'S' && on !== null && from <= on).at(-1)?.from ?? null;

/** The final period of care: from the last start to the adoption, or to the last episode; what there is of it where the files do not hold its start. */
function periodOf(episodes: readonly Episode[], adoption: Episode | undefined): readonly Episode[] {
  const until = adoption === undefined ? episodes : episodes.slice(0, episodes.indexOf(adoption) + 1);
  const start = until.map(({ rne }) => rne).lastIndexOf('S');
  return until.slice(Math.max(0, start));
}

/** The first order of the period, where its day is seen: files that begin after it have it in their first episode, and not since when. */
function orderOf(period: readonly Episode[]): IsoDate | null {
  const order = period.find(({ ls }) => ls === 'E1' || ls === 'D1');
  return order === undefined || (order === period[0] && (order.rne === 'P' || order.rne === 'T')) ? null : order.from;
}

/**
 * The final unbroken run of adoptive placements: one that begins anew with other carers (RNE P or B) is a new placement, after a disruption; a change of legal
 * status or of address with the same carers is not (traps 15 and 16). It counts where the child was adopted from it or still lives there.
 */
function placementOf(child: Child, period: readonly Episode[], adoption: Episode | undefined): Pick<JourneyFacts, 'placedOn' | 'fosteredByAdoptersFrom'> {
  const last = period.at(-1);
  if (last === undefined || !isAdoptive(last) || (isEnd(last) && last !== adoption)) return { placedOn: null, fosteredByAdoptersFrom: null };
  let first = period.length - 1;
  while (first > 0 && !isNewPlacement(period[first]) && isAdoptive(period[first - 1] as Episode)) first -= 1;
  const isFosterCarer = cell(child.ad1.at(-1), 'FOSTER_CARE') === '1' || (child.ad1.length === 0 && (last.place === 'A3' || last.place === 'A5'));
  return { placedOn: period[first]?.from ?? null, fosteredByAdoptersFrom: isFosterCarer ? fosteredFrom(period, first) : null };
}

const isNewPlacement = (episode: Episode | undefined): boolean => episode?.rne === 'P' || episode?.rne === 'B' || episode?.rne === 'S';

/** Back from the placement to the day on which the child came to these carers; a temporary stay elsewhere (T0 to T4) and the return from it do not count. */
function fosteredFrom(period: readonly Episode[], first: number): IsoDate | null {
  const stays = period.slice(0, first + 1).filter(({ place }) => !isTemporary(place));
  const began = stays.filter((episode, at) => isNewPlacement(episode) && !(isReturn(period, episode) && isSameHome(stays[at - 1], episode)));
  return began.at(-1)?.from ?? null;
}

const isSameHome = (before: Episode | undefined, after: Episode): boolean => ['PLACE_PROVIDER', 'URN', 'PL_POST'].every((column) => cell(before?.row, column) === cell(after.row, column));
const isTemporary = (place: string): boolean => /^T[0-4]$/.test(place);
const isReturn = (period: readonly Episode[], episode: Episode): boolean => episode.rne !== 'S' && isTemporary(period[period.indexOf(episode) - 1]?.place ?? '');

/** Everybody who left care, each ending with its day. */
export function leaversOf(children: readonly Child[]): readonly LeaverFacts[] {
  return children.flatMap(({ id, episodes }) => episodes.filter(isEnd).map((episode) => ({ child: id, leftOn: episode.to as IsoDate, isAdopted: isAdoption(episode) })));
}
