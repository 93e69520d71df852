/* eslint-disable @typescript-eslint/no-require-imports -- A command is loaded when it is called, and import() would need built names. */
import { PlainError } from '@hub/platform/plain-error';
import { describeError } from '@hub/platform/logger';
import type { CliIo, Command } from './command';

interface Entry {
  readonly name: string;
  readonly summary: string;
  /** Loaded only when asked for: `hub match` needs neither database nor web server. */
  load(): Command;
}

const COMMANDS: readonly Entry[] = [
  { name: 'start', summary: 'Start the hub: database, API, worker and web app', load: () => (require('./start/start.command') as typeof import('./start/start.command')).startCommand },
  { name: 'migrate', summary: 'Bring the database of DATABASE_OWNER_URL to the newest schema', load: () => (require('./migrate/migrate.command') as typeof import('./migrate/migrate.command')).migrateCommand },
  { name: 'admin', summary: 'Make the first administrator, or invite one of the hub anew', load: () => (require('./admin/admin.command') as typeof import('./admin/admin.command')).adminCommand },
  { name: 'import', summary: 'Import an Annex A workbook, a profile sheet or a table of places', load: () => (require('./import/import.command') as typeof import('./import/import.command')).importCommand },
  { name: 'verify-audit', summary: 'Recompute the chains of the access log, and name the first fault', load: () => (require('./audit/verify-audit.command') as typeof import('./audit/verify-audit.command')).verifyAuditCommand },
  { name: 'check', summary: 'Check that every row keeps what the hub promises', load: () => (require('./check/check.command') as typeof import('./check/check.command')).checkCommand },
  { name: 'seal-audit', summary: 'Print the SQL by which a superuser takes the log out of everybody\'s reach', load: () => (require('./audit/seal-audit.command') as typeof import('./audit/seal-audit.command')).sealAuditCommand },
  { name: 'archive-audit', summary: 'Move rows of the access log that are ten years old into signed files', load: () => (require('./audit/archive-audit.command') as typeof import('./audit/archive-audit.command')).archiveAuditCommand },
  { name: 'keys', summary: 'Look after the keys: status, rotation, destroying a record', load: () => (require('./keys/keys.command') as typeof import('./keys/keys.command')).keysCommand },
  { name: 'match', summary: 'Match the units and households of a pool file, or propose an agenda, without a database', load: () => (require('./match/match.command') as typeof import('./match/match.command')).matchCommand },
  { name: 'indicators', summary: 'Reckon the adoption indicators of Annex A or SSDA903 files, without a database', load: () => (require('./indicators/indicators.command') as typeof import('./indicators/indicators.command')).indicatorsCommand },
  { name: 'attack', summary: 'Try to find out whose the released profiles of invented children are', load: () => (require('./attack/attack.command') as typeof import('./attack/attack.command')).attackCommand },
  { name: 'generate', summary: 'Write an invented region as files, or as a pool file', load: () => (require('./generate/generate.command') as typeof import('./generate/generate.command')).generateCommand },
];

const console_: CliIo = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
};

function help(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  hub ${name.padEnd(width)}  ${summary}`);
  return ['The adoption hub.', '', ...lines, '', 'hub COMMAND --help tells what a command takes. Settings are read from the environment: docs/operations.md.'].join('\n');
}

/** Runs one command; answers the exit code: 0 done, 1 failed or refused, 2 wrong usage. */
export async function main(argv: readonly string[], io: CliIo = console_): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(help());
    return name === undefined ? 2 : 0;
  }
  const entry = COMMANDS.find((command) => command.name === name);
  if (!entry) {
    io.err(`There is no command "${printable(name)}". hub --help lists them.`);
    return 2;
  }
  try {
    return await entry.load().run(args, io);
  } catch (error) {
    io.err(`hub ${name}: ${oneLine(error)}`);
    return 1;
  }
}

const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 40);

/** Errors that were written for people speak for themselves; any other is named by its kind and place, for it may quote data. */
function oneLine(error: unknown): string {
  if (error instanceof PlainError || (error instanceof Error && ['DomainError', 'SetupError'].includes(error.name))) return error.message;
  const { error: kind, code, message, stack } = describeError(error);
  return `unexpected ${[kind, code, message].filter(Boolean).join(' ')} (${stack ?? 'no place'})`;
}
