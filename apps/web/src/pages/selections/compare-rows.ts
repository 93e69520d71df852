import { preferenceWords, rangeWords, roomWords } from '@hub/domain/adopters/spoken-card';
import { groupWords } from '@hub/domain/children/spoken-card';
import { inPolicyOrder } from '@hub/domain/children/words';
import type { HouseholdCardPartsFragment, UnitCardPartsFragment } from '../../gql/graphql';
import { ageBandWords, householdStageWords, regionWords, waitingWords, yesNoWords } from '../../words/cards';
import { levelWords, needRangeWords, NEEDS, needWords } from '../../words/needs';
import { upperFirst } from '../../words/plain';

/** A line of the comparison: what it is about, of whom all are compared for, and of each. */
export interface CompareRow {
  readonly label: string;
  readonly subject: string;
  readonly cells: readonly string[];
}

const NOT_KNOWN = 'not known';
const known = (words: string | null): string => (words === null || /^not recorded$/i.test(words) ? NOT_KNOWN : words);
type Level = { readonly level?: number | null; readonly upTo?: number | null };

/** A need beside an offer in words; a range that is shown of a need is never taken for its lower end. */
export function besideWords({ level: need, upTo }: Level, offer: number | null | undefined): string {
  if (need === null || need === undefined || offer === null || offer === undefined) return NOT_KNOWN;
  const highest = upTo ?? need;
  if (highest <= offer) return need === 0 && highest === 0 ? 'asks nothing' : 'within the offer';
  if (need <= offer) return 'may go beyond the offer: the card shows a range';
  return need - offer === 1 && highest === need ? 'one level beyond the offer' : 'beyond the offer by more than a level, or perhaps so';
}

const levelOf = (levels: readonly (Level & { readonly key: string })[], key: string): Level => levels.find((one) => one.key === key) ?? {};
const keys = NEEDS.map(([key]) => key);

/** Families side by side, for a child or group where there is one. */
export function familyRows(households: readonly HouseholdCardPartsFragment[], unit: UnitCardPartsFragment | null): CompareRow[] {
  const row = (label: string, subject: string, cell: (household: HouseholdCardPartsFragment) => string | null): CompareRow => ({ label, subject, cells: households.map((one) => upperFirst(known(cell(one)))) });
  return [
    row('Stage', '', ({ stage }) => householdStageWords(stage)),
    row('Approved for', unit ? `Aged ${[...new Set([unit.youngestBand, unit.oldestBand])].map(ageBandWords).join(' and ')}` : '', ({ approvedFromMonths, approvedToMonths }) => rangeWords(approvedFromMonths, approvedToMonths)),
    row('Room', unit ? groupWords(unit) : '', ({ maxChildren }) => roomWords(maxChildren)),
    row('Child they hope for', '', ({ sexPreference }) => preferenceWords(sexPreference)),
    row('Early permanence', unit ? upperFirst(known(yesNoWords(unit.earlyPermanence))) : '', ({ earlyPermanence }) => yesNoWords(earlyPermanence)),
    row('Region', unit ? regionWords(unit.regionBand) : '', ({ regionBand }) => regionWords(regionBand)),
    row('Profile to read', '', ({ hasProfile }) => yesNoWords(hasProfile)),
    ...keys.map((key) => {
      const need = unit ? levelOf(unit.needs, key) : null;
      return row(needWords(key), need ? upperFirst(known(needRangeWords(need.level, need.upTo))) : '', ({ offers }) => {
        const { level } = levelOf(offers, key);
        return need ? `${known(levelWords(level))}: ${besideWords(need, level)}` : `accepts ${known(levelWords(level))}`;
      });
    }),
  ];
}

/** Children and groups side by side, for a family where there is one. */
export function childRows(units: readonly UnitCardPartsFragment[], household: HouseholdCardPartsFragment | null): CompareRow[] {
  const row = (label: string, subject: string, cell: (unit: UnitCardPartsFragment) => string | null): CompareRow => ({ label, subject, cells: units.map((one) => upperFirst(known(cell(one)))) });
  return [
    row('Who', household ? upperFirst(roomWords(household.maxChildren) ?? NOT_KNOWN) : '', groupWords),
    row('Age', household ? upperFirst(known(rangeWords(household.approvedFromMonths, household.approvedToMonths))) : '', ({ youngestBand, oldestBand }) => [...new Set([youngestBand, oldestBand])].map(ageBandWords).join(' and ')),
    row('Waiting', '', ({ waitingBand }) => waitingWords(waitingBand)),
    row('Early permanence', household ? upperFirst(known(yesNoWords(household.earlyPermanence))) : '', ({ earlyPermanence }) => yesNoWords(earlyPermanence)),
    row('Region', household ? regionWords(household.regionBand) : '', ({ regionBand }) => regionWords(regionBand)),
    row('Profile to read', '', ({ hasProfile }) => yesNoWords(hasProfile)),
    ...keys.map((key) => {
      const offer = household ? levelOf(household.offers, key).level : null;
      return row(needWords(key), household ? `Accepts ${known(levelWords(offer))}` : '', ({ needs }) => {
        const [need] = inPolicyOrder(needs).filter((one) => one.key === key);
        const words = known(needRangeWords(need?.level, need?.upTo));
        return household ? `${words}: ${besideWords(need ?? {}, offer)}` : words;
      });
    }),
  ];
}

/** Lines in which not all say the same. */
export const differing = (rows: readonly CompareRow[]): CompareRow[] => rows.filter(({ cells }) => new Set(cells).size > 1);
