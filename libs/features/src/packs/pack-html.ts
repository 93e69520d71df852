import { NOT_RECORDED } from '@hub/domain/children/words';
import type { ProfileSection } from '@hub/domain/disclosure/profile-sections';
import { escaped, pdfPage } from '@hub/platform/pdf/page';

export interface Pack {
  /** Names nobody: it is the title of the document, too. */
  readonly title: string;
  /** What it holds and what not, in a sentence or two. */
  readonly note: string;
  readonly sections: readonly ProfileSection[];
}

/** The watermark is part of the text too: readers of screens leave out the foot of a page. */
export function packHtml({ title, note, sections }: Pack, watermark: string): string {
  const parts = sections.map(({ heading, text, rows }) => `<section><h2>${escaped(heading)}</h2>${text === null ? '' : `<p class="text">${escaped(text)}</p>`}
${rows.length === 0 ? '' : `<table><tbody>${rows.map(({ label, value }) => `<tr><th scope="row">${escaped(label)}</th><td>${escaped(value ?? NOT_RECORDED)}</td></tr>`).join('')}</tbody></table>`}</section>`);
  return pdfPage({ title, body: `<p>${escaped(note)}</p>${parts.join('\n')}<p>${escaped(watermark)}</p>` });
}
