import { useState } from 'react';
import { useChange } from '../../app/data';
import { Heading } from '../../app/page';
import { ButtonLink } from '../../components/button';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Secret } from '../../components/secret';
import { CreateApiTokenDocument, type CreateApiTokenMutation } from '../../gql/graphql';
import { momentWords } from '../../words/dates';

type Created = CreateApiTokenMutation['createApiToken'];

export default function TokenNew() {
  const [create] = useChange(CreateApiTokenDocument);
  const [created, setCreated] = useState<Created | null>(null);
  const send = async (answers: FormReader) => {
    const label = answers.mustText('label', 'Enter what the token is for');
    if (answers.failed) return null;
    const outcome = await create({ label });
    if (outcome.ok) setCreated(outcome.data.createApiToken);
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: '/account', label: 'Your account' }}>
      <Heading title="Make an API token" />
      <p className="govuk-body">Keep it as you would keep your password. You can revoke it at any time on the page of your account.</p>
      {created ? (
        <>
          <p className="govuk-body"><strong>{created.label}</strong> works until {momentWords(created.expiresAt)}. It is shown only now.</p>
          <Secret label="Token" value={created.token} />
          <ButtonLink to="/account">Done</ButtonLink>
        </>
      ) : (
        <Form submit="Make a token" onSubmit={send}><TextField name="label" label="What is it for?" hint="For example: nightly report" /></Form>
      )}
    </PageBody>
  );
}
