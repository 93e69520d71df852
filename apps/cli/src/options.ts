import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { CliIo } from './command';

type Spec = NonNullable<ParseArgsConfig['options']>;

export interface Given {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
}

/** Reads options and words; answers an exit code instead when help was asked for or the usage is wrong. */
export function readOptions(args: readonly string[], io: CliIo, usage: string, options: Spec = {}): Given | number {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { ...options, help: { type: 'boolean', short: 'h' } }, allowPositionals: true });
    if (values.help) {
      io.out(usage);
      return 0;
    }
    return { values: values as Given['values'], words: positionals };
  } catch (error) {
    io.err(error instanceof Error ? error.message.split('\n')[0] ?? '' : 'Wrong usage.');
    io.err(usage.split('\n')[0] ?? usage);
    return 2;
  }
}
