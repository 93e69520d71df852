import { useState } from 'react';
import { useChange } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { ProblemPage } from '../../components/await';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Secret } from '../../components/secret';
import { CreateApiTokenDocument, type CreateApiTokenMutation } from '../../gql/graphql';
import { momentWords } from '../../words/dates';

type Created = CreateApiTokenMutation['createApiToken'];

export default function Tokens() {
  const may = useMay();
  const [create] = useChange(CreateApiTokenDocument);
  const [created, setCreated] = useState<Created | null>(null);
  if (!may('tokens.manage')) return <ProblemPage problem={problem('FORBIDDEN')} />;
  const send = async (answers: FormReader) => {
    const label = answers.mustText('label', 'Enter what the token is for');
    if (answers.failed) return null;
    const outcome = await create({ label });
    if (outcome.ok) setCreated(outcome.data.createApiToken);
    return outcome;
  };
  return (
    <PageBody narrow>
      <Heading title="API tokens" />
      <p className="govuk-body">A token lets a program ask the hub’s GraphQL API as you, with your rights and on your record. Keep it as you would keep your password.</p>
      {created ? (
        <>
          <p className="govuk-body"><strong>{created.label}</strong> works until {momentWords(created.expiresAt)}. It is shown only now.</p>
          <Secret label="Token" value={created.token} />
        </>
      ) : (
        <Form submit="Make a token" onSubmit={send}><TextField name="label" label="What is it for?" hint="For example: nightly report" /></Form>
      )}
    </PageBody>
  );
}
