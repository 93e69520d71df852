import type { Purpose } from '@hub/domain/audit/purposes';
import { DELIVERY_WORDS, OUTCOME_WORDS, PURPOSE_WORDS, STAGE_WORDS } from '@hub/domain/audit/words';
import type { LookedAt } from './inputs';
import { personWords, watermarkWords, type Watermark } from './log-files';
import type { ShownLook } from './log.service';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

const STYLE = `
  @page { size: A4 landscape; margin: 15mm 12mm 18mm; }
  body { font: 10pt Arial, sans-serif; color: #0b0c0c; }
  h1 { font-size: 18pt; } table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; } tr { break-inside: avoid; }
  th, td { border-bottom: 1px solid #b1b4b6; padding: 4px 6px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }`;

const HEADINGS = ['Time (UTC)', 'Person', 'Agency', 'Purpose', 'What was shown', 'Agreement', 'Outcome'];

/** The report on paper: one document with a title, a heading and one table, and nothing that must be fetched. */
export function looksHtml({ type, reference }: LookedAt, looks: readonly ShownLook[], watermark: Watermark): string {
  const title = `Who has looked at ${type === 'UNIT' ? 'child or group' : 'household'} ${reference}`;
  const rows = looks.map((look) => {
    const purpose = [look.purpose === null ? '' : PURPOSE_WORDS[look.purpose as Purpose], look.reason ?? ''].filter(Boolean).join(': ');
    const cells = [
      personWords(look), look.agencyName ?? '', purpose, [look.stage === null ? '' : STAGE_WORDS[look.stage], look.fields.join(', ')].filter(Boolean).join(': '),
      [look.agreement, look.grant].filter(Boolean).join(', '), `${OUTCOME_WORDS[look.outcome] ?? look.outcome}, ${DELIVERY_WORDS[look.delivery]}`,
    ];
    return `<tr><th scope="row">${look.at.toISOString().replace('T', ' ').slice(0, 19)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  });
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>
<h1>${escaped(title)}</h1><p>${escaped(watermarkWords(watermark))}</p><p>${looks.length === 1 ? '1 look' : `${looks.length} looks`}, the newest first.</p>
<table><caption>Looks</caption><thead><tr>${HEADINGS.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></body></html>`;
}
