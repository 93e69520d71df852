import { useNavigate, useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { Form } from '../../components/form';
import { PageBody } from '../../components/page-body';
import { EndUserSessionsDocument, UserDocument } from '../../gql/graphql';

/** For a lost laptop, or a browser left open. */
export default function UserSessions() {
  const { user: id = '' } = useParams();
  const navigate = useNavigate();
  const found = useData(UserDocument, { id });
  const [end] = useChange(EndUserSessionsDocument);
  const send = async () => {
    const outcome = await end({ id });
    if (outcome.ok) void navigate('/users', { state: { done: 'The user is signed out everywhere.' } });
    return outcome;
  };
  return (
    <Await of={found} what="the user">
      {({ user }) => (
        <PageBody narrow back={{ to: `/users/${id}`, label: 'Change a user' }}>
          <Heading title="Sign a user out everywhere" />
          <p className="govuk-body">{user.displayName}, <span className="hub-break">{user.email}</span></p>
          <p className="govuk-body">Every browser in which this person is signed in is refused from its next request on. They can sign in again with their password. Their API tokens stay.</p>
          <Form submit="Sign out everywhere" tone="warning" onSubmit={send} />
        </PageBody>
      )}
    </Await>
  );
}
