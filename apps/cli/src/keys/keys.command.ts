import type { CliIo, Command } from '../command';
import { readOptions, type Given } from '../options';
import { withDatabase } from '../with-database';
import { askPassword } from './ask-password';
import { rotationText, statusText } from './keys-text';
import { withKeysServices, type KeysServices } from './keys-services';

const USAGE = `hub keys status [--json]
hub keys rotate --agency CODE
hub keys shred --reference REFERENCE --as EMAIL --reason TEXT
hub keys shred --reference REFERENCE --as EMAIL --confirm
hub keys shred --repeat

status   the key versions of every agency, how many records each seals, and what is wrong; no key is shown
rotate   gives an agency a new key and rewraps its records' data keys, while the hub serves; cut off, it goes on when called again
shred    destroys the key of a child's or household's identity for ever, in the hub and in all its backups

  --as EMAIL   who asks for it, or confirms it: two different people of the agency, approving managers or data protection officers.
               The password is asked for, or read from the standard input
  --reason     why, without names
  --confirm    the second person: what was asked for is done at once
  --repeat     destroy again what was destroyed before: after an older copy of the key store was put back`;

export const keysCommand: Command = { name: 'keys', summary: 'Look after the keys: status, rotation, destroying a record', run };

/** Exit codes: 0 done, 1 refused, failed or a problem found, 2 usage. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const [flag, text] = [{ type: 'boolean' }, { type: 'string' }] as const;
  const given = readOptions(args, io, USAGE, { agency: text, reference: text, as: text, reason: text, confirm: flag, repeat: flag, json: flag });
  if (typeof given === 'number') return given;
  const wrong = mistake(given);
  if (wrong) {
    io.err(wrong);
    io.err(USAGE.split('\n\n')[0] ?? '');
    return 2;
  }
  const work = { status, rotate, shred }[given.words[0] as 'status' | 'rotate' | 'shred'];
  const password = given.values.as ? await askPassword(`Password of ${String(given.values.as)}: `) : '';
  return withDatabase(() => withKeysServices((services) => work(services, given, io, password)));
}

function mistake({ values, words }: Given): string | undefined {
  if (words.length !== 1 || !['status', 'rotate', 'shred'].includes(words[0] ?? '')) return 'Say what to do: status, rotate or shred.';
  if (words[0] === 'rotate') return values.agency ? undefined : 'Say with --agency whose key is rotated.';
  if (words[0] === 'status' || values.repeat) return undefined;
  if (!values.reference) return 'Say with --reference whose record it is.';
  if (!values.as) return 'Say with --as who asks for it or confirms it.';
  return Boolean(values.reason) === Boolean(values.confirm) ? 'Give a --reason to ask for it, or --confirm what another person asked for.' : undefined;
}

async function status(services: KeysServices, { values }: Given, io: CliIo): Promise<number> {
  const agencies = await services.status.all();
  if (values.json) io.out(JSON.stringify(agencies));
  else for (const line of statusText(agencies)) io.out(line);
  return agencies.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

async function rotate(services: KeysServices, { values }: Given, io: CliIo): Promise<number> {
  const code = String(values.agency);
  const rotation = await services.rotation.rotate(code, (rewrapped) => io.out(`${rewrapped} data keys rewrapped`));
  for (const line of rotationText(code, rotation)) io.out(line);
  return rotation.kept.length > 0 ? 1 : 0;
}

async function shred(services: KeysServices, { values }: Given, io: CliIo, password: string): Promise<number> {
  if (values.repeat) {
    io.out(`${await services.shredding.repeat()} shares of destroyed records were there again, and are destroyed.`);
    return 0;
  }
  const reference = String(values.reference);
  await services.as({ email: String(values.as), password }, (actor) =>
    (values.confirm ? services.shredding.confirm(actor, reference) : services.shredding.request(actor, reference, String(values.reason))));
  io.out(values.confirm ? 'Destroyed: nobody opens the identity in this record again, here or in any backup of the database.' : 'Asked for. Another person of the agency confirms it: hub keys shred --reference REFERENCE --as EMAIL --confirm');
  return 0;
}
