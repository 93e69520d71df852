import { useState } from 'react';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay, useViewer } from '../../app/viewer';
import { Await } from '../../components/await';
import { Checkboxes } from '../../components/choices';
import { SelectField, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { AgencyNamesDocument, CreateUserDocument, type AgencyNamesQuery, type CreateUserMutation } from '../../gql/graphql';
import { rolesOf, roleWords } from '../../words/people';
import { Invited } from './invited';

type Agencies = AgencyNamesQuery['agencies'];
type Created = CreateUserMutation['createUser'];

export default function UserNew() {
  const { agency } = useViewer();
  const may = useMay();
  const [created, setCreated] = useState<Created | null>(null);
  const agencies = useData(AgencyNamesDocument, {}, { pause: !may('users.manageAny') });
  if (created) return <Invited done={`${created.user.displayName} is added.`} code={created.invitationToken} />;
  if (!may('users.manageAny')) return <NewUserForm agencies={[agency]} onCreated={setCreated} />;
  return <Await of={agencies} what="the agencies">{(data) => <NewUserForm agencies={data.agencies} onCreated={setCreated} />}</Await>;
}

function NewUserForm({ agencies, onCreated }: { agencies: Agencies; onCreated: (created: Created) => void }) {
  const [create] = useChange(CreateUserDocument);
  const several = agencies.length > 1;
  const kinds = [...new Set(agencies.map(({ kind }) => kind))];
  const roles = [...new Set(kinds.flatMap(rolesOf))];
  const send = async (answers: FormReader) => {
    const agency = several ? answers.mustText('agency', 'Choose an agency') : agencies[0].code;
    const displayName = answers.mustText('displayName', 'Enter a name');
    const email = answers.mustText('email', 'Enter an email address');
    const given = answers.all('roles');
    if (email !== '' && !/^\S+@\S+\.\S+$/.test(email)) answers.fault('email', 'Enter an email address in the right form, like name@example.com');
    if (given.length === 0) answers.fault('roles', 'Choose at least one role');
    if (answers.failed) return null;
    const outcome = await create({ input: { agency, email, displayName, roles: given } });
    if (outcome.ok) onCreated(outcome.data.createUser);
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: '/users', label: 'Users' }}>
      <Heading title="Add a user" />
      <Form submit="Add user" onSubmit={send}>
        {several && <SelectField name="agency" label="Agency" options={[{ value: '', label: 'Choose an agency' }, ...agencies.map(({ code, name }) => ({ value: code, label: name }))]} />}
        <TextField name="displayName" label="Name" />
        <TextField name="email" label="Email address" type="email" />
        <Checkboxes name="roles" label="Roles" options={roles.map((role) => ({ value: role, label: roleWords(role) }))} small />
      </Form>
    </PageBody>
  );
}
