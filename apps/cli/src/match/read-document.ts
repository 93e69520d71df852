import { readFile } from 'node:fs/promises';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import type { Checked, Problem } from '@hub/domain/matching/checks';
import type { Policy } from '@hub/domain/matching/policy';
import type { Pool } from '@hub/domain/matching/pool';
import { validatePolicy } from '@hub/domain/matching/validate-policy';
import { validatePool } from '@hub/domain/matching/validate-pool';

/** A file that cannot be used, in sentences for whoever gave it. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
}

const MOST_PROBLEMS = 20;
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

/** The pool in a file. Throws `UnusableFile`. */
export async function readPool(file: string): Promise<Pool> {
  return accepted(file, 'pool', validatePool(await readJson(file)));
}

/** The policy in a file, or the default one. Throws `UnusableFile`. */
export async function readPolicy(file: string | undefined): Promise<Policy> {
  return file === undefined ? DEFAULT_POLICY : accepted(file, 'policy', validatePolicy(await readJson(file)));
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new UnusableFile(`${file} cannot be read: ${REASONS[code] ?? code}.`);
  }
  try {
    // Some editors put a byte order mark first, which JSON does not know.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new UnusableFile(`${file} is not JSON: ${(error as Error).message}.`);
  }
}

function accepted<T>(file: string, what: string, result: Checked<T>): T {
  if (result.ok) return result.value;
  const { problems } = result;
  const lines = problems.slice(0, MOST_PROBLEMS).map(({ place, message }: Problem) => `  ${place || `the ${what}`}: ${message}`);
  const more = problems.length > lines.length ? [`  and ${problems.length - lines.length} more.`] : [];
  throw new UnusableFile([`${file} is not a valid ${what}:`, ...lines, ...more].join('\n'));
}
