import { launchChromium } from './launch-chromium';

const FOOTER = '<div style="font-size:8pt;width:100%;text-align:center">Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>';

/** A process of its own for each document: what it shows runs no script and reaches no network, and what it leaks ends with it. */
async function print(html: string): Promise<Buffer> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: 'en-GB' });
    const page = await context.newPage();
    await page.route('**/*', (route) => route.abort());
    await page.setContent(html, { waitUntil: 'load' });
    return await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, displayHeaderFooter: true, headerTemplate: '<div></div>', footerTemplate: FOOTER });
  } finally {
    await browser.close();
  }
}

process.once('message', (html: string) => {
  print(html).then(
    (pdf) => process.send?.({ pdf: pdf.toString('base64') }, () => process.exit(0)),
    () => process.exit(1),
  );
});
