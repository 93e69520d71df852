/** Where a command prints: results to `out`, what went wrong to `err`; a line each call. */
export interface CliIo {
  out(line: string): void;
  err(line: string): void;
}

/** One command of `hub`. `run` answers the exit code: 0 done, 1 failed or refused, 2 wrong usage. */
export interface Command {
  readonly name: string;
  /** One line for `hub --help`. */
  readonly summary: string;
  run(args: readonly string[], io: CliIo): Promise<number>;
}
