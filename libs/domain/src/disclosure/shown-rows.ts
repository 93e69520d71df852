import { preferenceWords, rangeWords, roomWords } from '../adopters/spoken-card';
import { exactAgeWords, groupWords, heritageGroupsWords, type SpokenUnit } from '../children/spoken-card';
import { contactWord, WAITING_WORDS } from '../children/words';
import type { Contact } from '../matching/pool';
import type { ChildIdentified, HouseholdIdentified } from './identified';

/** One fact as the page and the file made of it both say it; null where nobody recorded it. */
export interface ShownRow {
  readonly label: string;
  readonly value: string | null;
}

const WAITING: Readonly<Record<string, string>> = WAITING_WORDS;
const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? 'Yes' : 'No');

export const unitRows = (card: SpokenUnit & { readonly waitingBand: string; readonly regionBand: string; readonly earlyPermanence: boolean }): ShownRow[] => [
  { label: 'Who', value: groupWords(card) },
  { label: 'Waiting', value: WAITING[card.waitingBand] ?? card.waitingBand },
  { label: 'Region', value: card.regionBand },
  { label: 'Early permanence', value: yesNo(card.earlyPermanence) },
];

export const unitProfileRows = ({ heritageGroups, contact, progress }: { readonly heritageGroups: readonly string[]; readonly contact: number | null; readonly progress: string | null }): ShownRow[] => [
  { label: 'Heritage', value: heritageGroupsWords(heritageGroups) },
  { label: 'Contact', value: contact === null ? null : contactWord(contact as Contact) },
  { label: 'Progress', value: progress },
];

export const childRows = (child: Pick<ChildIdentified, 'ageYears' | 'ageMonths' | 'healthSummary'>): ShownRow[] => [
  { label: 'Age', value: exactAgeWords(child) },
  { label: 'Health', value: child.healthSummary },
];

interface Offer {
  readonly approvedFromMonths: number | null;
  readonly approvedToMonths: number | null;
  readonly maxChildren: number | null;
  readonly sexPreference: string | null;
  readonly earlyPermanence: boolean | null;
  readonly regionBand: string;
}

export const householdRows = (card: Offer): ShownRow[] => [
  { label: 'Approved for ages', value: rangeWords(card.approvedFromMonths, card.approvedToMonths) },
  { label: 'Room', value: roomWords(card.maxChildren) },
  { label: 'Would prefer', value: preferenceWords(card.sexPreference) },
  { label: 'Early permanence', value: yesNo(card.earlyPermanence) },
  { label: 'Region', value: card.regionBand },
];

export const householdProfileRows = ({ householdType, experience, heritageGroups }: { readonly householdType: string | null; readonly experience: string | null; readonly heritageGroups: readonly string[] }): ShownRow[] => [
  { label: 'Household', value: householdType },
  { label: 'Experience', value: experience },
  { label: 'Heritage', value: heritageGroups.length === 0 ? null : heritageGroupsWords(heritageGroups) },
];

export const householdIdentifiedRows = ({ reportSummary }: Pick<HouseholdIdentified, 'reportSummary'>): ShownRow[] => [{ label: 'Summary of the report', value: reportSummary }];
