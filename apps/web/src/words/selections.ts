import type { SelectionChangeKind } from '@hub/domain/search/selection';
import type { SelectionOf } from '../gql/graphql';

interface Named { readonly name?: string | null; readonly subject?: string | null; readonly holds: SelectionOf }

/** How a selection is called: by its name, or by whom it is for. */
export const selectionWords = ({ name, subject, holds }: Named): string =>
  name ?? (subject ? `${holds === 'UNIT' ? 'Children' : 'Families'} for ${subject}` : 'A selection without a name');

/** Who reads it, and its notes. */
export const readersWords = (shared: boolean): string => (shared ? 'everybody of your agency who looks for families' : 'you alone');

const CHANGES: Readonly<Record<SelectionChangeKind, string>> = {
  CREATED: 'Made the selection', KEPT: 'Kept', NOTED: 'Changed the note on', MOVED: 'Moved', REMOVED: 'Removed', ENDED: 'Ended the selection',
};
const ABOUT_NOBODY = /^(CREATED|ENDED)$/;

export function changeWords({ what, reference }: { readonly what: string; readonly reference?: string | null }): string {
  const did = CHANGES[what as SelectionChangeKind] ?? what;
  return ABOUT_NOBODY.test(what) ? did : `${did} ${reference ?? 'somebody who is not shown any more'}`;
}
