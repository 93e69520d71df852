import { useState } from 'react';
import { useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { Form } from '../../components/form';
import { PageBody } from '../../components/page-body';
import { ReinviteUserDocument, UserDocument } from '../../gql/graphql';
import { Invited } from './invited';

/** For a lost invitation or a forgotten password. */
export default function UserReinvite() {
  const { user: id = '' } = useParams();
  const found = useData(UserDocument, { id });
  const [reinvite] = useChange(ReinviteUserDocument);
  const [code, setCode] = useState<string | null>(null);
  if (code !== null) return <Invited done="A new invitation is made." code={code} />;
  const send = async () => {
    const outcome = await reinvite({ id });
    if (outcome.ok) setCode(outcome.data.reinviteUser.invitationToken);
    return outcome;
  };
  return (
    <Await of={found} what="the user">
      {({ user }) => (
        <PageBody narrow back={{ to: `/users/${id}`, label: 'Change a user' }}>
          <Heading title="Make a new invitation" />
          <p className="govuk-body">{user.displayName}, <span className="hub-break">{user.email}</span></p>
          <p className="govuk-body">Make sure that it is this person who asks: whoever holds the invitation can sign in as them. As soon as it is made:</p>
          <ul className="govuk-list govuk-list--bullet">
            <li>their password and any earlier invitation no longer work</li>
            <li>they are signed out everywhere</li>
            <li>their API tokens are revoked</li>
          </ul>
          <Form submit="Make a new invitation" tone="warning" onSubmit={send} />
        </PageBody>
      )}
    </Await>
  );
}
