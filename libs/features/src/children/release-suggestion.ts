import type { Finding } from '@hub/domain/anonymity/text/finding';
import { screen, suggest } from '@hub/domain/anonymity/text/screen';
import type { ReleaseGuard, Releasable } from '../anonymity/release-subjects.queries';
import type { ReleaseText } from './releases.queries';

/** A text with what the software marks in it. */
export interface SuggestedText extends ReleaseText {
  readonly findings: readonly (Finding & { readonly text: string })[];
}

export interface ReleaseSuggestion {
  readonly texts: readonly SuggestedText[];
  readonly guard: Pick<ReleaseGuard, 'leftOut' | 'below'> | null;
}

/** Of the texts as written, or as recorded where nobody wrote any yet. */
export function toSuggestion({ about, experience, known, guard }: Releasable, written: { readonly about: string; readonly experience?: string | null } | null): ReleaseSuggestion {
  const text = (field: ReleaseText['field'], original: string): SuggestedText => {
    const findings = screen(original, { known, shown: guard?.shown ?? null });
    return { field, original, suggestion: suggest(original, findings), findings: findings.map((one) => ({ ...one, text: original.slice(one.from, one.to) })) };
  };
  const texts = [text('ABOUT', written?.about ?? about), ...(experience === null ? [] : [text('EXPERIENCE', written?.experience ?? experience)])];
  return { texts, guard: guard && { leftOut: guard.leftOut, below: guard.below } };
}
