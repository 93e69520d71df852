import { addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { dayOf, isAdoption, isAdoptive, type Child, type Episode } from './child';
import { finding, type Finding, type Rule } from './finding';
import { cell } from './tables';

/** Placements that no other public body can provide (529). */
const NOT_PUBLIC = /^(P1|A[3-6]|K[123]|U[1-6])$/;
const FOSTER_OR_ADOPTIVE = /^(U[1-6]|A[3-6])$/;

/** What an episode says of an adoptive placement (217, 335, 336, 386, 390, 408, 529), days after the year, and who was adopted before (199). */
export const placementRules: Rule = (child, { last }) => child.episodes.flatMap((episode, at) => [...ofOne(episode), ...afterYear(episode, last), ...besideOthers(child, at)]);

function ofOne({ row, place, provider, rne, ls, from }: Episode): readonly Finding[] {
  const found: Finding[] = [];
  const isWithFosterCarer = place === 'A3' || place === 'A5';
  if (isWithFosterCarer && from >= '2015-04-01' && !['S', 'T', 'U'].includes(rne)) found.push(finding('217', row, 'RNE', 'A placement for adoption with the current foster carers begins with S, T or U.'));
  if ((place === 'A5' || place === 'A6') && ls !== 'E1') found.push(finding('408', row, 'LS', 'The child is placed with a placement order, and the legal status is another.'));
  if (provider === 'PR3' && NOT_PUBLIC.test(place)) found.push(finding('529', row, 'PLACE_PROVIDER', 'Another public body cannot provide this placement.'));
  return found;
}

function afterYear({ row, from, to }: Episode, last: IsoDate): readonly Finding[] {
  const column = from > last ? 'DECOM' : to !== null && to > last ? 'DEC' : null;
  return column === null ? [] : [finding('AFTER_YEAR', row, column, 'This day lies after the end of the year that is returned.')];
}

function besideOthers(child: Child, at: number): readonly Finding[] {
  const episode = child.episodes[at] as Episode;
  const before = child.episodes[at - 1];
  const found: Finding[] = [];
  // The validator looks at A3 and A4; what the rule says is for the carers who fostered already, A3 and A5.
  if ((episode.place === 'A3' || episode.place === 'A5') && (before ? !FOSTER_OR_ADOPTIVE.test(before.place) : episode.rne === 'S')) {
    found.push(finding('336', episode.row, 'PLACE', 'Before being placed for adoption with foster carers the child did not live with foster carers.'));
  }
  if (child.episodes.slice(0, at).some((earlier) => isAdoption(earlier) && earlier.to !== null && earlier.to <= episode.from)) {
    found.push(finding('199', episode.row, 'CHILD', 'The child was adopted from care before.'));
  }
  return isAdoption(episode) ? [...found, ...ofAdoption(child, episode)] : found;
}

function ofAdoption({ header, ad1 }: Child, { row, place, to }: Episode): readonly Finding[] {
  const found: Finding[] = [];
  const born = dayOf(cell(header, 'DOB'));
  const fosterCarer = cell(ad1.at(-1), 'FOSTER_CARE');
  if (!isAdoptive({ place })) found.push(finding('390', row, 'PLACE', 'The child was adopted without being placed for adoption.'));
  if (born !== null && to !== null && to >= addMonths(born, 18 * 12)) found.push(finding('386', row, 'REC', 'The child was 18 or older on the day of the adoption.'));
  if ((fosterCarer === '0' && (place === 'A3' || place === 'A5')) || (fosterCarer === '1' && (place === 'A4' || place === 'A6'))) {
    found.push(finding('335', row, 'PLACE', 'The placement and the adoption table disagree whether a foster carer adopted.'));
  }
  return found;
}
