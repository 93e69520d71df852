import { NOT_RECORDED } from '@hub/domain/children/words';
import type { ProfileSection } from '@hub/domain/disclosure/profile-sections';
import { escaped, pdfPage } from '@hub/platform/pdf/page';

const STAGE_NOTES = {
  S1: 'Stage S1, the profile: names and exact ages are not part of it.',
  S2: 'Stage S2, identified: granted to your agency or to you. Surnames, birth dates, addresses and photos are not part of it.',
} as const;

interface ProfilePage {
  readonly reference: string;
  readonly stage: keyof typeof STAGE_NOTES;
  readonly sections: readonly ProfileSection[];
  readonly watermark: string;
}

/** A profile on paper; its title names nobody. The watermark is part of the text too: readers of screens leave out the foot of a page. */
export function profileHtml({ reference, stage, sections, watermark }: ProfilePage): string {
  const parts = sections.map(({ heading, text, rows }) => `<section><h2>${escaped(heading)}</h2>${text === null ? '' : `<p class="text">${escaped(text)}</p>`}
<table><tbody>${rows.map(({ label, value }) => `<tr><th scope="row">${escaped(label)}</th><td>${escaped(value ?? NOT_RECORDED)}</td></tr>`).join('')}</tbody></table></section>`);
  return pdfPage({
    title: `Profile of ${reference}`,
    body: `<p>${STAGE_NOTES[stage]} Do not pass it on. What another agency shares can be changed or withdrawn at any time: what counts is the page in the hub, not this file.</p>${parts.join('\n')}<p>${escaped(watermark)}</p>`,
  });
}
