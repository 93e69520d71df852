import type { CombinedError } from 'urql';

export interface FieldIssue {
  readonly path: string;
  readonly message: string;
}

/** One field of a record that changed under somebody: what they had before them, and what stands there now. */
export interface FieldDifference {
  readonly field: string;
  readonly seen: string | null;
  readonly now: string | null;
}

export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly advice: string;
  readonly issues: readonly FieldIssue[];
  /** Of a record that changed meanwhile. */
  readonly differences: readonly FieldDifference[];
}

/** What each error code means for the person at the screen, and what they can do. */
const WORDS: Readonly<Record<string, readonly [title: string, advice: string]>> = {
  OFFLINE: ['You are not connected to the hub', 'Check your network connection, then try again. What you typed is still here.'],
  NOT_FOUND: ['We cannot find that record', 'It may have been withdrawn, or it is not shared with your agency. Check the reference.'],
  FORBIDDEN: ['Your role does not allow this', 'Ask your agency’s administrator if you need it for your work.'],
  UNAUTHENTICATED: ['You have been signed out', 'Sign in again to carry on.'],
  INVALID_INPUT: ['There is a problem with what was entered', 'Check the answers marked below.'],
  CONFLICT: ['This cannot be done as things stand', 'Load the page again to see the record as it is now.'],
  BUSY: ['Someone else is changing this at the same moment', 'What you typed is still here and nothing was changed. Try again.'],
  STALE_VERSION: ['Someone else changed this record while you were working', 'What you typed is still here. Load the newest record, compare, then save again.'],
  GUARD_FAILED: ['This step is not possible yet', 'An earlier date or decision is missing. The message says which.'],
  SAME_PERSON: ['A second person must approve this', 'You asked for it yourself, so someone else of your agency has to decide.'],
  NO_LIVE_AGREEMENT: ['No information-sharing agreement covers this', 'Nothing is shared until an agreement is live. Ask the hub’s administrator.'],
  NOT_IN_POOL: ['Nobody is looked for here at present', 'Start family finding, or make the family available, then try again.'],
  LIMIT_EXCEEDED: ['That is too much at once', 'Ask for less, or wait a few minutes.'],
  FILE_REFUSED: ['The file cannot be used', 'Choose another file. The message says why.'],
  TOO_MANY_ATTEMPTS: ['Too many attempts', 'Wait 15 minutes, then try again.'],
  AUDIT_UNAVAILABLE: ['The hub cannot record who looks at what', 'Nothing is shown while that is so. Try again in a few minutes.'],
  WORKER_LOST: ['The hub stopped while it worked on this', 'Start it again. If it is given up again, tell the hub’s administrator.'],
  KEY_UNAVAILABLE: ['These names cannot be opened at the moment', 'The key that protects your agency’s identity records is missing. Tell whoever runs the hub; nothing is lost while its copy exists.'],
  STORE_UNAVAILABLE: ['Documents cannot be reached at the moment', 'The store in which they lie does not answer. Nothing was changed. Try again later.'],
  RECORD_DESTROYED: ['The identity in this record was destroyed', 'Two people of your agency decided so. Nobody can read it again.'],
  INTERNAL_SERVER_ERROR: ['Sorry, there is a problem with the hub', 'Nothing was changed. Try again in a few minutes.'],
};

const SAYS_MORE = new Set(['CONFLICT', 'GUARD_FAILED', 'FILE_REFUSED', 'LIMIT_EXCEEDED', 'NO_LIVE_AGREEMENT', 'NOT_IN_POOL', 'INVALID_INPUT']);

export function problem(code: string, message = '', issues: readonly FieldIssue[] = [], differences: readonly FieldDifference[] = []): Problem {
  const [title, advice] = WORDS[code] ?? WORDS.INTERNAL_SERVER_ERROR;
  const ownWords = SAYS_MORE.has(code) && message !== '' && issues.length === 0;
  return { code, title, advice: ownWords ? message : advice, issues, differences };
}

interface Extensions {
  readonly code?: string;
  readonly issues?: unknown;
  readonly details?: { readonly issues?: unknown; readonly differences?: unknown };
}

function issuesIn(extensions: Extensions): FieldIssue[] {
  const found = extensions.issues ?? extensions.details?.issues;
  return Array.isArray(found) ? found.filter((one): one is FieldIssue => typeof one?.message === 'string') : [];
}

function differencesIn({ details }: Extensions): FieldDifference[] {
  const found = details?.differences;
  return Array.isArray(found) ? found.filter((one): one is FieldDifference => typeof one?.field === 'string') : [];
}

/** What stands between a browser and the hub says so when it does not reach it. */
const BETWEEN = new Set([502, 503, 504]);

/** A request that never reached the hub has a network error and no answer. */
export function problemOf(error: CombinedError): Problem {
  const first = error.graphQLErrors[0];
  if (first) {
    const extensions = (first.extensions ?? {}) as Extensions;
    return problem(extensions.code ?? 'INTERNAL_SERVER_ERROR', first.message, issuesIn(extensions), differencesIn(extensions));
  }
  const status = (error.response as Response | undefined)?.status;
  if (status === 401) return problem('UNAUTHENTICATED');
  if (status === 403) return problem('FORBIDDEN');
  return problem(status === undefined || BETWEEN.has(status) ? 'OFFLINE' : 'INTERNAL_SERVER_ERROR');
}
