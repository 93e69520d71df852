import { useCallback, useState } from 'react';
import { useClient, useQuery, type AnyVariables, type RequestPolicy } from 'urql';
import type { TypedDocumentString } from '../gql/graphql';
import { problemOf, type Problem } from './problems';

export interface Data<T> {
  readonly data: T | undefined;
  readonly fetching: boolean;
  readonly problem: Problem | null;
  readonly refresh: () => void;
}

interface Options {
  readonly pause?: boolean;
  readonly policy?: RequestPolicy;
}

/** A typed query. `data` is kept while newer data is on its way. */
export function useData<T, V>(document: TypedDocumentString<T, V>, variables: V, options: Options = {}): Data<T> {
  const [result, again] = useQuery<T, AnyVariables>({
    query: document.toString(), variables: variables as AnyVariables, pause: options.pause, requestPolicy: options.policy,
  });
  const refresh = useCallback(() => again({ requestPolicy: 'network-only' }), [again]);
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
