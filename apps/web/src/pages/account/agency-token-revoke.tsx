import { useData } from '../../app/data';
import { Await } from '../../components/await';
import { AgencyApiTokensDocument } from '../../gql/graphql';
import { Revoke } from './revoke';

/** A colleague's token, for the agency's administrator. */
export default function AgencyTokenRevoke() {
  const tokens = useData(AgencyApiTokensDocument, {});
  return <Await of={tokens} what="the token">{({ agencyApiTokens }) => <Revoke tokens={agencyApiTokens} back={{ to: '/users/tokens', label: 'API tokens of your agency' }} />}</Await>;
}
