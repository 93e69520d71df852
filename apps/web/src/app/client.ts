import { cacheExchange, Client, fetchExchange, mapExchange } from 'urql';
import { problemOf } from './problems';

/** A client per session: its cache goes with it at sign-out, so that nobody reads another person's answers. */
export function clientFor(csrfToken: string, onSignedOut: () => void, onAnswer: () => void): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
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
