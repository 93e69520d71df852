import { useData } from '../../app/data';
import { Await } from '../../components/await';
import { ApiTokensDocument } from '../../gql/graphql';
import { Revoke } from './revoke';

/** One's own token. */
export default function TokenRevoke() {
  const tokens = useData(ApiTokensDocument, {});
  return <Await of={tokens} what="the token">{({ apiTokens }) => <Revoke tokens={apiTokens} back={{ to: '/account', label: 'Your account' }} />}</Await>;
}
