import { launchBrowser } from './browser';

describe('the browser of the tests', () => {
  test('renders a page without a download', async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto('data:text/html,<title>Hub</title><h1>A page</h1>');
    expect(await page.textContent('h1')).toBe('A page');
    await browser.close();
  });
});
