import { launchChromium } from './launch-chromium';
import { escaped } from './page';

/** What is printed, in HTML, and the words at the foot of each page, as text. */
export interface Sheet {
  readonly html: string;
  readonly foot: string;
}

const footer = (foot: string): string =>
  `<div style="font-size:7pt;width:100%;padding:0 12mm;text-align:center">${escaped(foot)}<br>Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`;

/** A process of its own for each document: what it shows runs no script and reaches no network, and what it leaks ends with it. */
async function print({ html, foot }: Sheet): Promise<Buffer> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: 'en-GB' });
    const page = await context.newPage();
    await page.route('**/*', (route) => route.abort());
    await page.setContent(html, { waitUntil: 'load' });
    return await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, displayHeaderFooter: true, headerTemplate: '<div></div>', footerTemplate: footer(foot) });
  } finally {
    await browser.close();
  }
}

process.once('message', (sheet: Sheet) => {
  print(sheet).then(
    (pdf) => process.send?.({ pdf: pdf.toString('base64') }, () => process.exit(0)),
    () => process.exit(1),
  );
});
