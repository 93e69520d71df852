import type { Purpose } from '@hub/domain/audit/purposes';
import { DELIVERY_WORDS, OUTCOME_WORDS, PURPOSE_WORDS, STAGE_WORDS } from '@hub/domain/audit/words';
import { escaped, pdfPage } from '@hub/platform/pdf/page';
import type { LookedAt } from './inputs';
import { personWords } from './log-files';
import type { ShownLook } from './log.service';

const HEADINGS = ['Time (UTC)', 'Person', 'Agency', 'Purpose', 'What was shown', 'Agreement', 'Outcome'];

/** The report on paper: one document with a title, a heading and one table, and nothing that must be fetched. */
export function looksHtml({ type, reference }: LookedAt, looks: readonly ShownLook[], watermark: string): string {
  const title = `Who has looked at ${type === 'UNIT' ? 'child or group' : 'household'} ${reference}`;
  const rows = looks.map((look) => {
    const purpose = [look.purpose === null ? '' : PURPOSE_WORDS[look.purpose as Purpose], look.reason ?? ''].filter(Boolean).join(': ');
    const cells = [
      personWords(look), look.agencyName ?? '', purpose, [look.stage === null ? '' : STAGE_WORDS[look.stage], look.fields.join(', ')].filter(Boolean).join(': '),
      [look.agreement, look.grant].filter(Boolean).join(', '), `${OUTCOME_WORDS[look.outcome] ?? look.outcome}, ${DELIVERY_WORDS[look.delivery]}`,
    ];
    return `<tr><th scope="row">${look.at.toISOString().replace('T', ' ').slice(0, 19)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  });
  return pdfPage({
    title, landscape: true,
    body: `<p>${escaped(watermark)}</p><p>${looks.length === 1 ? '1 look' : `${looks.length} looks`}, the newest first.</p>
<table><caption>Looks</caption><thead><tr>${HEADINGS.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
  });
}
