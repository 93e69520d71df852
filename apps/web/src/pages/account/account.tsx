import { useState } from 'react';
import { Link } from 'react-router';
import { useChange, useData, useSaid, type Outcome } from '../../app/data';
import { Heading } from '../../app/page';
import type { Problem } from '../../app/problems';
import { useMay, useViewer } from '../../app/viewer';
import { Await, ProblemNote } from '../../components/await';
import { DoneBanner, Success } from '../../components/banner';
import { ButtonLink } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { AccountDocument, EndOtherSessionsDocument, EndSessionDocument } from '../../gql/graphql';
import { roleWords } from '../../words/people';
import { Mails } from './mails';
import { SessionTable } from './session-table';
import { TokenTable } from './token-table';

/** Where the viewer is signed in, and which programs ask in their name. */
export default function Account() {
  const viewer = useViewer();
  const may = useMay();
  const account = useData(AccountDocument, {});
  const [endSession] = useChange(EndSessionDocument);
  const [endOthers] = useChange(EndOtherSessionsDocument);
  const [said, say] = useSaid(account.refresh);
  const [failure, setFailure] = useState<Problem | null>(null);

  const tell = (outcome: Outcome<unknown>, words: string) => {
    setFailure(outcome.ok ? null : outcome.problem);
    if (outcome.ok) say(words);
  };
  return (
    <Await of={account} what="your account">
      {({ sessions, apiTokens }) => (
        <PageBody>
          {failure ? <ProblemNote problem={failure} /> : said ? <Success key={said}>{said}</Success> : <DoneBanner />}
          <Heading title="Your account" />
          <SummaryList rows={[
            { label: 'Name', value: viewer.displayName },
            { label: 'Agency', value: viewer.agency.name },
            { label: 'Roles', value: viewer.roles.map(roleWords).join(', ') },
          ]} />
          <p className="govuk-body"><Link className="govuk-link" to="/account/password">Change your password</Link></p>
          <Mails />
          <h2 className="govuk-heading-m">Where you are signed in</h2>
          <p className="govuk-body">End a session that you do not know or no longer use, and tell your administrator if it was not yours.</p>
          <SessionTable sessions={sessions}
            onEnd={(id) => void endSession({ id }).then((outcome) => tell(outcome, 'The session is ended.'))}
            onEndOthers={() => void endOthers({}).then((outcome) => tell(outcome, 'All your other sessions are ended.'))} />
          <h2 className="govuk-heading-m">API tokens</h2>
          <p className="govuk-body">A token lets a program ask the hub’s GraphQL API as you, with your rights and on your record.</p>
          <TokenTable caption="Your API tokens" tokens={apiTokens} under="/account/tokens" />
          <ul className="hub-links">
            <li><ButtonLink to="/account/tokens/new" kind="secondary">Make an API token</ButtonLink></li>
            {may('users.manage') && <li><ButtonLink to="/users/tokens" kind="secondary">API tokens of your agency</ButtonLink></li>}
          </ul>
        </PageBody>
      )}
    </Await>
  );
}
