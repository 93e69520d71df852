import { TextDifferences } from '../../components/text-differences';
import type { ReleasePartsFragment } from '../../gql/graphql';

export const FIELD_WORDS: Readonly<Record<string, string>> = { ABOUT: 'Text', EXPERIENCE: 'Experience' };

/** The text as recorded, as the software suggested it and as people want it, side by side. */
export function ReleaseTexts({ release: { texts, preview } }: { release: ReleasePartsFragment }) {
  return texts.map(({ field, original, suggestion }) => {
    const final = (field === 'ABOUT' ? preview.about : preview.experience) ?? '';
    return (
      <section key={field} aria-label={FIELD_WORDS[field]}>
        <div className="hub-side-by-side">
          <div><h3 className="govuk-heading-s">{FIELD_WORDS[field]} as recorded</h3><p className="govuk-body hub-about">{original || 'Nothing is recorded.'}</p></div>
          <div><h3 className="govuk-heading-s">What the software suggested</h3><TextDifferences before={original} after={suggestion} /></div>
          <div><h3 className="govuk-heading-s">What other agencies read</h3><TextDifferences before={suggestion} after={final} /></div>
        </div>
      </section>
    );
  });
}
