import { useCallback, useMemo, useRef, useState } from 'react';
import { createRequest, useClient, useQuery, type AnyVariables } from 'urql';
import type { TypedDocumentString } from '../gql/graphql';
import { problemOf, type Problem } from './problems';

export interface Data<T> {
  readonly data: T | undefined;
  readonly fetching: boolean;
  readonly problem: Problem | null;
  /** Asks again, and ends when the answer is on the page. */
  readonly refresh: () => Promise<void>;
}

/** A typed query. `data` is kept while newer data is on its way. */
export function useData<T, V>(document: TypedDocumentString<T, V>, variables: V, { pause }: { readonly pause?: boolean } = {}): Data<T> {
  const client = useClient();
  const query = document.toString();
  const [result] = useQuery<T, AnyVariables>({ query, variables: variables as AnyVariables, pause });
  const { key } = createRequest(query, variables as AnyVariables);
  const request = useMemo(() => createRequest<T, AnyVariables>(query, variables as AnyVariables), [key]);
  const refresh = useCallback(async () => { await client.executeQuery<T>(request).toPromise(); }, [client, request]);
  return {
    data: result.data, fetching: result.fetching, refresh,
    problem: result.error ? problemOf(result.error) : null,
  };
}

export type Outcome<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly problem: Problem };

/** A typed mutation: `[run, busy]`. It answers with a value or a problem and throws nothing. */
export function useChange<T, V>(document: TypedDocumentString<T, V>): readonly [(variables: V) => Promise<Outcome<T>>, boolean] {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const run = useCallback(async (variables: V): Promise<Outcome<T>> => {
    setBusy(true);
    const result = await client.mutation<T>(document.toString(), variables as AnyVariables).toPromise();
    setBusy(false);
    return result.error || result.data === undefined
      ? { ok: false, problem: problemOf(result.error as NonNullable<typeof result.error>) }
      : { ok: true, data: result.data };
  }, [client, document]);
  return [run, busy];
}

interface Keyed { readonly idempotencyKey?: string | null }

/**
 * A typed mutation whose work is done once, for a form: `[run, busy]` (trust.md REL-4). What is tried again, such as after an answer
 * that was lost, goes under the same key; what is sent after a success under a new one.
 */
export function useOnce<T, I extends Keyed>(document: TypedDocumentString<T, { input: I }>): readonly [(input: Omit<I, 'idempotencyKey'>) => Promise<Outcome<T>>, boolean] {
  const [change, busy] = useChange(document);
  const key = useRef(crypto.randomUUID());
  const run = useCallback(async (input: Omit<I, 'idempotencyKey'>): Promise<Outcome<T>> => {
    const outcome = await change({ input: { ...input, idempotencyKey: key.current } as I });
    if (outcome.ok) key.current = crypto.randomUUID();
    return outcome;
  }, [change]);
  return [run, busy];
}

/** Words of success: `[said, say]`. They are said when the page shows what was changed, so that nobody reads them beside old values. */
export function useSaid(refresh: () => Promise<void>): readonly [string, (words: string) => void] {
  const [said, setSaid] = useState('');
  const say = useCallback((words: string) => void refresh().then(() => setSaid(words)), [refresh]);
  return [said, say];
}

/** Tells of a change of the page: words of what was done, or why not. */
export type Done = (outcome: Outcome<unknown>, words: string) => void;

/** What came of changes on a page that stays, which asks again either way. */
export function useDone(refresh: () => Promise<void>): { readonly said: string; readonly problem: Problem | null; readonly done: Done } {
  const [said, say] = useSaid(refresh);
  const [problem, setProblem] = useState<Problem | null>(null);
  const done: Done = (outcome, words) => {
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) say(words);
    else void refresh();
  };
  return { said, problem, done };
}
