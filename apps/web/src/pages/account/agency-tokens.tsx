import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { PageBody } from '../../components/page-body';
import { AgencyApiTokensDocument } from '../../gql/graphql';
import { TokenTable } from './token-table';

/** Which programs ask in the name of the agency's people. */
export default function AgencyTokens() {
  const tokens = useData(AgencyApiTokensDocument, {});
  return (
    <Await of={tokens} what="the API tokens">
      {({ agencyApiTokens }) => (
        <PageBody back={{ to: '/users', label: 'Users' }}>
          <DoneBanner />
          <Heading title="API tokens of your agency" />
          <p className="govuk-body">Each lets a program ask as the person who made it. Nobody sees the tokens themselves.</p>
          <TokenTable caption="API tokens of your agency" tokens={agencyApiTokens} under="/users/tokens" />
        </PageBody>
      )}
    </Await>
  );
}
