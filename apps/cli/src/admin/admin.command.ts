import { createFirstAdministrator } from '@hub/database/first-administrator';
import { hashOfSecret, newSecret } from '@hub/features/agencies/secrets';
import { systemClock } from '@hub/platform/clock';
import { requireOwnerUrl } from '@hub/platform/config';
import type { CliIo, Command } from '../command';
import { readOptions } from '../options';
import { withDatabase } from '../with-database';

const USAGE = `hub admin create --email ADDRESS --name "FULL NAME" [--agency-code HUB] [--agency-name "NAME OF THE HUB"]

Makes the hub's own agency, if it is missing, and its first administrator, and prints a one-time token. With it the
administrator sets a password on the page /invitation within 24 hours. Refused once an administrator has done so.`;

const HOUR = 3_600_000;
const LIFE = 24 * HOUR;

export const adminCommand: Command = {
  name: 'admin',
  summary: 'Make the first administrator',
  async run(args, io) {
    const text = { type: 'string' } as const;
    const given = readOptions(args, io, USAGE, { email: text, name: text, 'agency-code': text, 'agency-name': text });
    if (typeof given === 'number') return given;
    const { values, words } = given;
    const wish = { email: trimmed(values.email).toLowerCase(), displayName: trimmed(values.name), agencyCode: trimmed(values['agency-code']) || 'HUB', agencyName: trimmed(values['agency-name']) || 'Adoption hub' };
    const wrong = words.join(' ') === 'create' ? mistake(wish) : 'The command is "hub admin create".';
    if (wrong) {
      io.err(wrong);
      io.err(USAGE.split('\n')[0] ?? '');
      return 2;
    }
    await make(wish, io);
    return 0;
  },
};

type Wish = { readonly email: string; readonly displayName: string; readonly agencyCode: string; readonly agencyName: string };

const trimmed = (value: string | boolean | undefined) => (typeof value === 'string' ? value.trim() : '');

function mistake({ email, displayName, agencyCode }: Wish): string | undefined {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254) return '--email must be an e-mail address.';
  if (displayName.length < 1 || displayName.length > 100) return '--name must be a name of at most 100 characters.';
  if (!/^[A-Z0-9][A-Z0-9-]{0,19}$/.test(agencyCode)) return '--agency-code takes capital letters, digits and hyphens.';
  return undefined;
}

async function make(wish: Wish, io: CliIo): Promise<void> {
  const token = newSecret();
  const expiresAt = new Date(systemClock.now().getTime() + LIFE);
  await withDatabase((config) => createFirstAdministrator(requireOwnerUrl(config), { ...wish, regionBand: 'Region', tokenHash: hashOfSecret(token), expiresAt }));
  io.out('The administrator is invited. Set the password on the page /invitation within 24 hours, with this one-time token:');
  io.out(token);
}
