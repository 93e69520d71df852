import type { Locator, Page } from 'playwright-core';

type Role = 'link' | 'button' | 'textbox' | 'radio' | 'checkbox' | 'heading' | 'combobox';

const MOST_STEPS = 250;
const LOOK_AGAIN = 25;

/** Where the focus is: on what is looked for, elsewhere, or nobody knows because the page has changed. */
type Standing = 'THERE' | 'AWAY' | 'UNKNOWN';

/** A person who has a keyboard and nothing else. */
export class Keyboard {
  /** Keys pressed so far, letters of a text among them. */
  keys = 0;

  constructor(private readonly page: Page) {
    // Standing by from the start: where the wait for a dialogue begins with the key that opens it, a busy browser opens it unseen.
    page.on('filechooser', () => undefined);
  }

  press(key: string): Promise<void> {
    this.keys += 1;
    return this.page.keyboard.press(key);
  }

  /** Tabs until the focus is on the control that a screen reader calls so. */
  async to(role: Role, name: string | RegExp): Promise<void> {
    const wanted = this.page.getByRole(role, { name, exact: true });
    await this.tabTo(wanted, `${role} "${String(name)}"`);
  }

  /** Goes to a link or button and uses it. */
  async use(role: 'link' | 'button', name: string | RegExp): Promise<void> {
    await this.to(role, name);
    await this.press('Enter');
  }

  async write(label: string, text: string): Promise<void> {
    await this.toLabelled(label);
    await this.type(text);
  }

  /** Into whatever has the focus; a list goes to what begins so. */
  type(text: string): Promise<void> {
    this.keys += text.length;
    return this.page.keyboard.type(text);
  }

  /** The browser's own file dialogue, opened from the keyboard. */
  async chooseFile(label: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.toLabelled(label);
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.press('Enter')]);
    await chooser.setFiles(file);
  }

  private async toLabelled(label: string): Promise<void> {
    const wanted = this.page.getByLabel(label, { exact: true });
    await this.tabTo(wanted, `the field "${label}"`);
  }

  private async tabTo(wanted: Locator, what: string): Promise<void> {
    await wanted.first().waitFor();
    let standing: Standing = 'UNKNOWN';
    for (let step = 0; step < MOST_STEPS; step += 1) {
      // To find controls by role and name takes the browser longer than anything else here, so they are found anew only where the page was drawn anew, or now and then.
      if (standing === 'UNKNOWN' || step % LOOK_AGAIN === 0) await wanted.evaluateAll((found) => { Object.assign(window, { wantedByKeyboard: found }); });
      standing = await this.page.evaluate((): Standing => {
        const found = (window as { wantedByKeyboard?: Element[] }).wantedByKeyboard ?? [];
        if (found.some((one) => one === document.activeElement)) return 'THERE';
        return found.length === 0 || found.some((one) => !one.isConnected) ? 'UNKNOWN' : 'AWAY';
      });
      if (standing === 'THERE') return;
      await this.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${what} at ${this.page.url()}`);
  }
}
