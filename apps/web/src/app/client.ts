import { cacheExchange, Client, fetchExchange, mapExchange } from 'urql';
import { problemOf } from './problems';

/** A client per session: its cache goes with it at sign-out, so that nobody reads another person's answers. */
export function clientFor(csrfToken: string, onSignedOut: () => void, onAnswer: () => void): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    // What may be seen can change between two looks: nothing is shown from memory.
    requestPolicy: 'network-only',
    fetchOptions: { credentials: 'same-origin', headers: { 'x-hub-csrf': csrfToken } },
    exchanges: [
      cacheExchange,
      mapExchange({
        onResult(result) {
          if (!result.error) onAnswer();
        },
        onError(error) {
          if (problemOf(error).code === 'UNAUTHENTICATED') onSignedOut();
        },
      }),
      fetchExchange,
    ],
  });
}
