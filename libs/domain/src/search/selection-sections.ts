import type { NeedLevel } from '../children/unit-card';
import { levelRows, type ProfileSection } from '../disclosure/profile-sections';
import { householdRows, unitRows } from '../disclosure/shown-rows';
import type { SelectionOf } from './selection';

export interface SelectionContent {
  readonly holds: SelectionOf;
  /** The own case that it is for. */
  readonly subject: string | null;
  readonly entries: readonly {
    readonly unit: (Parameters<typeof unitRows>[0] & { readonly reference: string; readonly needs: readonly NeedLevel[] }) | null;
    readonly household: (Parameters<typeof householdRows>[0] & { readonly reference: string; readonly offers: readonly NeedLevel[] }) | null;
  }[];
}

/** Without the name that people gave it, which may hold anything. */
export const selectionTitle = ({ holds, subject }: SelectionContent): string => `${holds === 'UNIT' ? 'Children' : 'Families'} kept${subject ? ` for ${subject}` : ''}`;

/** Those who are shown, in their order, by their cards. */
export function selectionSections({ entries }: SelectionContent): ProfileSection[] {
  return entries.map(({ unit, household }, at) => {
    if (unit) return { heading: `${at + 1}. ${unit.reference}`, text: null, rows: [...unitRows(unit), ...levelRows(unit.needs)] };
    if (household) return { heading: `${at + 1}. ${household.reference}`, text: null, rows: [...householdRows(household), ...levelRows(household.offers)] };
    return { heading: `${at + 1}. Not shown any more`, text: 'Who was kept here has left the pool, or may not be seen by you now.', rows: [] };
  });
}
