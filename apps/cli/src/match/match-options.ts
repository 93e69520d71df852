import { parseArgs } from 'node:util';

export const USAGE = `Usage: hub match --pool FILE [--policy FILE] [--top N] [--blocked] [--explain UNIT HOUSEHOLD] [--json]
       hub match --pool FILE [--policy FILE] [--top N] --agenda [--max-links M] [--pin UNIT:HOUSEHOLD]... [--rule-out UNIT:HOUSEHOLD]... [--json]

Matches every unit of a pool with every household, with no server and no database. The numbers order the work of
people; they decide nothing.

  --pool FILE               the units, the households and the pairs ruled out, as JSON
  --policy FILE             the constants of the rules, as JSON (default: the hub's own)
  --top N                   at most N candidates per unit, eligible and conditional together
  --blocked                 also list the blocked households with the rules that block them
  --explain UNIT HOUSEHOLD  explain one pair instead, listed or blocked
  --agenda                  propose the links for a matching meeting instead, the best that the policy's limits allow; from
                            all pairs that no rule blocks, or with --top from the N best of each unit and the pins
  --max-links M             the meeting has room for M links
  --pin UNIT:HOUSEHOLD      keep this pair on the agenda; may be repeated
  --rule-out UNIT:HOUSEHOLD keep this pair off the agenda; may be repeated
  --json                    print JSON

Exit codes: 0 done, 1 a file, a record or a pin cannot be used, 2 wrong usage.`;

const OPTIONS = {
  pool: { type: 'string' },
  policy: { type: 'string' },
  top: { type: 'string' },
  blocked: { type: 'boolean' },
  explain: { type: 'string' },
  agenda: { type: 'boolean' },
  'max-links': { type: 'string' },
  pin: { type: 'string', multiple: true },
  'rule-out': { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What was asked for. */
export interface Wanted {
  readonly pool: string;
  readonly policy: string | undefined;
  readonly top: number | undefined;
  readonly blocked: boolean;
  readonly explain: { readonly unit: string; readonly household: string } | undefined;
  /** Pairs are as given: `UNIT:HOUSEHOLD`. */
  readonly agenda: { readonly maxLinks: number | undefined; readonly pins: readonly string[]; readonly ruledOut: readonly string[] } | undefined;
  readonly json: boolean;
}

/** What was asked for, or "help", or a sentence about what is wrong with it. */
export function readWanted(args: readonly string[]): Wanted | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.help === true) return 'help';
    if (values.pool === undefined) return 'Say which pool: --pool FILE.';
    for (const option of ['top', 'max-links'] as const) {
      const given = values[option];
      if (given !== undefined && !/^[1-9]\d{0,8}$/.test(given)) return `--${option} takes a whole number of 1 or more, not "${given}".`;
    }
    const expected = values.explain === undefined ? 0 : 1;
    if (positionals.length < expected) return '--explain takes two ids: UNIT HOUSEHOLD.';
    if (positionals.length > expected) return `"${positionals[expected]}" is not understood here.`;
    const [household] = positionals;
    return misfit(values) ?? {
      pool: values.pool,
      policy: values.policy,
      top: numberOf(values.top),
      blocked: values.blocked === true,
      explain: values.explain === undefined || household === undefined ? undefined : { unit: values.explain, household },
      agenda: values.agenda !== true ? undefined : { maxLinks: numberOf(values['max-links']), pins: values.pin ?? [], ruledOut: values['rule-out'] ?? [] },
      json: values.json === true,
    };
  } catch (error) {
    return complaint(error as Error);
  }
}

// An option that would change nothing is a slip.
function misfit(values: Readonly<Partial<Record<keyof typeof OPTIONS, unknown>>>): string | undefined {
  const given = (options: readonly (keyof typeof OPTIONS)[]) => options.find((option) => values[option] !== undefined);
  const [lost, stray] = [given(['max-links', 'pin', 'rule-out']), given(['blocked', 'explain'])];
  if (values.agenda !== true) return lost && `--${lost} goes with --agenda.`;
  return stray && `--${stray} does not go with --agenda.`;
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

// The parser's own sentence goes on about positional arguments; its first part is what matters.
function complaint(error: Error): string {
  const unknown = /^Unknown option '([^']+)'/.exec(error.message)?.[1];
  if (unknown !== undefined) return `There is no option ${unknown}.`;
  return `${error.message.split('\n')[0]?.replace(/\.$/, '')}.`;
}
