import type { LoggerService } from '@nestjs/common';
import type { Config } from './config';

export type Level = 'debug' | 'info' | 'warn' | 'error';
/** Ids, codes, counts and durations only. A value about a person never belongs in a log. */
export type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

const RANK: Record<Level | 'none', number> = { debug: 0, info: 1, warn: 2, error: 3, none: 4 };

// JSON escapes the control characters below U+0020; these are the rest that can break or colour a line of a terminal.
const UNSAFE = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

export function logLine(at: Date, level: Level, event: string, fields: Fields = {}): string {
  return JSON.stringify({ at: at.toISOString(), level, event, ...fields }).replace(UNSAFE, escaped);
}

/** Names the kind and the place of an error. Messages are left out unless we wrote them: a driver's message may quote a row. */
export function describeError(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, constraint, table } = ((error as { driverError?: unknown }).driverError ?? error) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const own = ['PlainError', 'DomainError', 'TypeError', 'ReferenceError'].includes(error.name) || error.constructor.name.endsWith('Exception');
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6).map((line) => line.trim());
  return {
    error: error.constructor.name,
    code: text(code), constraint: text(constraint), table: text(table),
    message: own ? error.message : undefined,
    stack: frames.join(' < '),
  };
}

export class Logger implements LoggerService {
  constructor(private readonly level: Config['log'], private readonly name: string, private readonly write = (line: string) => void process.stdout.write(`${line}\n`)) {}

  event(level: Level, event: string, fields: Fields = {}): void {
    if (RANK[level] >= RANK[this.level]) this.write(logLine(new Date(), level, event, { process: this.name, ...fields }));
  }

  failure(event: string, error: unknown, fields: Fields = {}): void {
    this.event('error', event, { ...fields, ...describeError(error) });
  }

  /** Nest's own interface: its boot messages are of interest only when looking for a fault. */
  log(message: unknown): void { this.event('debug', 'nest', { note: String(message) }); }
  debug(message: unknown): void { this.event('debug', 'nest', { note: String(message) }); }
  verbose(message: unknown): void { this.event('debug', 'nest', { note: String(message) }); }
  warn(message: unknown): void { this.event('warn', 'nest', { note: String(message) }); }
  error(message: unknown): void { this.event('error', 'nest', message instanceof Error ? describeError(message) : { note: String(message) }); }
}
