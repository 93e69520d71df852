import { useNavigate, useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useMay, useViewer } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { ButtonLink } from '../../components/button';
import { Checkboxes, Radios } from '../../components/choices';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { ChangeUserDocument, UserDocument, type UserPartsFragment, type UserStatus } from '../../gql/graphql';
import { rolesOf, roleWords, userStatusWords } from '../../words/people';

export default function UserChange() {
  const { user: id = '' } = useParams();
  const found = useData(UserDocument, { id });
  const { id: self } = useViewer();
  const may = useMay();
  if (!may('users.manage') && !may('users.manageAny')) return <ProblemPage problem={problem('FORBIDDEN')} />;
  return (
    <Await of={found} what="the user">
      {({ user }) => (
        <PageBody narrow back={{ to: '/users', label: 'Users' }}>
          <Heading title="Change a user" />
          <p className="govuk-body"><span className="hub-break">{user.email}</span>, {user.agency.name}</p>
          <ChangeForm user={user} />
          {id !== self && <WaysBack user={user} />}
        </PageBody>
      )}
    </Await>
  );
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
    <Form submit="Save" onSubmit={send}>
      <TextField name="displayName" label="Name" value={user.displayName} />
      <Checkboxes name="roles" label="Roles" options={roles.map((role) => ({ value: role, label: roleWords(role) }))} values={user.roles} small />
      <Radios name="status" label="Status" value={user.status} small
        options={statuses.map((status) => ({ value: status, label: userStatusWords(status), hint: status === 'DISABLED' ? 'Ends every session at once; the person cannot sign in' : undefined }))} />
    </Form>
  );
}

/** A disabled account is made active first. */
function WaysBack({ user: { id, status } }: { user: UserPartsFragment }) {
  if (status === 'DISABLED') return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Signing in</h2>
      <p className="govuk-body">If this person lost the invitation or forgot the password, make a new invitation. If a device of theirs was lost or left signed in, sign them out.</p>
      <ul className="hub-links">
        <li><ButtonLink to={`/users/${id}/reinvite`} kind="secondary">Make a new invitation</ButtonLink></li>
        {status === 'ACTIVE' && <li><ButtonLink to={`/users/${id}/sessions`} kind="secondary">Sign out everywhere</ButtonLink></li>}
      </ul>
    </section>
  );
}
