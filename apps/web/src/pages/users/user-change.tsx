import { useLocation, useNavigate } from 'react-router';
import { useChange } from '../../app/data';
import { Heading } from '../../app/page';
import { ProblemPage } from '../../components/await';
import { Checkboxes, Radios } from '../../components/choices';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { ChangeUserDocument, type UserPartsFragment, type UserStatus } from '../../gql/graphql';
import { rolesOf, roleWords, userStatusWords } from '../../words/people';
import { problem } from '../../app/problems';

/** The user comes with the link from the list, so that no address names a person. */
export default function UserChange() {
  const user = (useLocation().state as { user?: UserPartsFragment } | null)?.user;
  return user ? <ChangeForm user={user} /> : <ProblemPage problem={{ ...problem('NOT_FOUND'), title: 'Choose a person first', advice: 'Open the list of users, then choose Change beside the person.' }} />;
}

function ChangeForm({ user }: { user: UserPartsFragment }) {
  const navigate = useNavigate();
  const [change] = useChange(ChangeUserDocument);
  const roles = [...new Set([...rolesOf(user.agency.kind), ...user.roles])];
  const statuses: readonly UserStatus[] = user.status === 'INVITED' ? ['INVITED', 'DISABLED'] : ['ACTIVE', 'DISABLED'];
  const send = async (answers: FormReader) => {
    const displayName = answers.mustText('displayName', 'Enter a name');
    const given = answers.all('roles');
    if (given.length === 0) answers.fault('roles', 'Choose at least one role');
    const status = answers.text('status') as UserStatus;
    if (answers.failed) return null;
    const outcome = await change({ input: { id: user.id, displayName, roles: given, status: status === user.status ? undefined : status } });
    if (outcome.ok) void navigate('/users', { state: { done: 'The user is changed.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: '/users', label: 'Users' }}>
      <Heading title="Change a user" />
      <p className="govuk-body"><span className="hub-break">{user.email}</span>, {user.agency.name}</p>
      <Form submit="Save" onSubmit={send}>
        <TextField name="displayName" label="Name" value={user.displayName} />
        <Checkboxes name="roles" label="Roles" options={roles.map((role) => ({ value: role, label: roleWords(role) }))} values={user.roles} small />
        <Radios name="status" label="Status" value={user.status} small
          options={statuses.map((status) => ({ value: status, label: userStatusWords(status), hint: status === 'DISABLED' ? 'Ends every session at once; the person cannot sign in' : undefined }))} />
      </Form>
    </PageBody>
  );
}
