import { createFirstAdministrator, reinviteAdministrator, type OneTimeToken } from '@hub/database/first-administrator';
import { hashOfSecret, newSecret } from '@hub/features/agencies/secrets';
import { systemClock } from '@hub/platform/clock';
import { requireOwnerUrl } from '@hub/platform/config';
import type { CliIo, Command } from '../command';
import { readOptions } from '../options';
import { withDatabase } from '../with-database';

const USAGE = `hub admin create --email ADDRESS --name "FULL NAME" [--agency-code HUB] [--agency-name "NAME OF THE HUB"]
hub admin reinvite --email ADDRESS

create makes the hub's own agency, if it is missing, and its first administrator. It is refused once an administrator has set a
password. reinvite is for an administrator of the hub who lost the invitation or forgot the password, where no other can help on
the page Users: their password, sessions, API tokens and any invitation before end at once.
Both print a one-time token, with which the administrator sets a password on the page /invitation within 24 hours.`;

const HOUR = 3_600_000;
const LIFE = 24 * HOUR;

export const adminCommand: Command = {
  name: 'admin',
  summary: 'Make the first administrator, or invite one of the hub anew',
  async run(args, io) {
    const text = { type: 'string' } as const;
    const given = readOptions(args, io, USAGE, { email: text, name: text, 'agency-code': text, 'agency-name': text });
    if (typeof given === 'number') return given;
    const { values, words } = given;
    const wish = { email: trimmed(values.email).toLowerCase(), displayName: trimmed(values.name), agencyCode: trimmed(values['agency-code']) || 'HUB', agencyName: trimmed(values['agency-name']) || 'Adoption hub' };
    const verb = words.join(' ');
    const wrong = verb === 'create' || verb === 'reinvite' ? mistake(wish, verb) : 'The command is "hub admin create" or "hub admin reinvite".';
    if (wrong) {
      io.err(wrong);
      io.err(USAGE.split('\n\n')[0] ?? '');
      return 2;
    }
    await (verb === 'create'
      ? invite(io, 'The administrator is invited.', (ownerUrl, token) => createFirstAdministrator(ownerUrl, { ...wish, ...token, regionBand: 'Region' }))
      : invite(io, 'The administrator is invited anew; the password before no longer works.', (ownerUrl, token) => reinviteAdministrator(ownerUrl, { email: wish.email, ...token })));
    return 0;
  },
};

type Wish = { readonly email: string; readonly displayName: string; readonly agencyCode: string; readonly agencyName: string };

const trimmed = (value: string | boolean | undefined) => (typeof value === 'string' ? value.trim() : '');

function mistake({ email, displayName, agencyCode }: Wish, verb: 'create' | 'reinvite'): string | undefined {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254) return '--email must be an e-mail address.';
  if (verb === 'reinvite') return undefined;
  if (displayName.length < 1 || displayName.length > 100) return '--name must be a name of at most 100 characters.';
  if (!/^[A-Z0-9][A-Z0-9-]{0,19}$/.test(agencyCode)) return '--agency-code takes capital letters, digits and hyphens.';
  return undefined;
}

async function invite(io: CliIo, done: string, work: (ownerUrl: string, token: OneTimeToken) => Promise<unknown>): Promise<void> {
  const token = newSecret();
  const expiresAt = new Date(systemClock.now().getTime() + LIFE);
  await withDatabase((config) => work(requireOwnerUrl(config), { tokenHash: hashOfSecret(token), expiresAt }));
  io.out(`${done} Set the password on the page /invitation within 24 hours, with this one-time token:`);
  io.out(token);
}
