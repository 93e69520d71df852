import type { GraphQLClient } from './graphql-client';
import { PASSWORD, person } from './people';

export const REFUSED = ['unknown', 'wrong password', 'disabled', 'invited'] as const;
export type Refused = (typeof REFUSED)[number];

export interface SignInTimes {
  /** Milliseconds of one try, the middle one of all. */
  readonly medians: Readonly<Record<Refused, number>>;
  /** Status and body of every answer, each once. */
  readonly answers: readonly string[];
}

const WARM_UP = 3;
const addressOf = (kind: Refused): string => `refused-${kind.replace(' ', '-')}@nmb.example.test`;

/** One account of each kind that cannot sign in. */
export async function refusedAccounts(admin: GraphQLClient): Promise<void> {
  await person(admin, { agency: 'NMB', email: addressOf('wrong password'), roles: ['FAMILY_FINDER'] });
  const { userId } = await person(admin, { agency: 'NMB', email: addressOf('disabled'), roles: ['FAMILY_FINDER'] });
  await admin.query('mutation ($id: ID!) { changeUser(input: { id: $id, status: DISABLED }) { status } }', { id: userId });
  await admin.query('mutation ($input: CreateUserInput!) { createUser(input: $input) { invitationToken } }', {
    input: { agency: 'NMB', email: addressOf('invited'), displayName: 'Not Yet', roles: ['FAMILY_FINDER'] },
  });
}

/**
 * Tries to sign in `rounds` times as each kind, in turns that change from round to round, because the machine is shared. Every try comes
 * from an address of its own (the hub must stand behind a proxy), so that the throttle answers none of them; `count`: of a later count, from others.
 */
export async function timeSignIns(url: string, rounds: number, count = 0): Promise<SignInTimes> {
  const times = new Map<Refused, number[]>(REFUSED.map((kind) => [kind, []]));
  const answers = new Set<string>();
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (let turn = 0; turn < REFUSED.length; turn += 1) {
      const at = (round + WARM_UP + turn) % REFUSED.length;
      const kind = REFUSED[at] as Refused;
      const { milliseconds, answer } = await attempt(url, kind, `10.${at + count * REFUSED.length}.${(round + WARM_UP) >> 8}.${(round + WARM_UP) & 255}`);
      answers.add(answer);
      if (round >= 0) times.get(kind)?.push(milliseconds);
    }
  }
  const medians = Object.fromEntries([...times].map(([kind, list]) => [kind, median(list)])) as Record<Refused, number>;
  return { medians, answers: [...answers] };
}

/** The right password for all but one: it must not matter. */
async function attempt(url: string, kind: Refused, address: string): Promise<{ milliseconds: number; answer: string }> {
  const body = JSON.stringify({ email: addressOf(kind), password: kind === 'wrong password' ? 'wrong gravel quiet lamp' : PASSWORD });
  const began = performance.now();
  const reply = await fetch(`${url}/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': address }, body });
  const text = await reply.text();
  return { milliseconds: performance.now() - began, answer: `${reply.status} ${text}` };
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

/** The largest distance of a known account's median from the unknown one's, as a share of it. */
export function largestDifference({ medians }: SignInTimes): number {
  return Math.max(...REFUSED.map((kind) => Math.abs(medians[kind] - medians.unknown) / medians.unknown));
}
