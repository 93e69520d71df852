import { hash, verify } from '@node-rs/argon2';
import { newSecret } from './secrets';

/** argon2id as OWASP prefers it: 46 MiB, one pass (trust.md AUTH-1). The parameters travel inside each hash. */
const STRENGTH = { algorithm: 2, memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;
const PARAMETERS = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/;

// Twenty people who sign in at once would otherwise take a gigabyte; the others wait their turn.
const MOST_AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next(); else running -= 1;
  }
}

const plain = (password: string): string => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(plain(password), STRENGTH));
}

/** False too for a hash that cannot be read. */
export function matchesPassword(stored: string, password: string): Promise<boolean> {
  return inTurn(() => verify(stored, plain(password)).catch(() => false));
}

/** Whether a hash should be renewed at the next sign-in, when the password is at hand. */
export function isWeaker(stored: string): boolean {
  const [, memory, time] = PARAMETERS.exec(stored)?.map(Number) ?? [];
  return memory === undefined || time === undefined || memory < STRENGTH.memoryCost || time < STRENGTH.timeCost;
}

let nobodys: Promise<string> | undefined;

/** A hash that nothing matches: an unknown account takes as long to refuse as a known one (trust.md AUTH-7). */
export function hashOfNobody(): Promise<string> {
  nobodys ??= hashPassword(newSecret());
  return nobodys;
}
