import { useNavigate } from 'react-router';
import { changePassword } from '../../app/auth';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useSession, useSignedIn } from '../../app/session';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { LEAST_PASSWORD, PASSWORD_HINT } from '../../words/password';

/** A new password for the present one. */
export default function PasswordChange() {
  const navigate = useNavigate();
  const { begin } = useSession();
  const { csrfToken } = useSignedIn();
  const send = async (answers: FormReader) => {
    const present = answers.secret('present', 'Enter your present password');
    const password = answers.secret('password', 'Enter a new password');
    if (password !== '' && [...password].length < LEAST_PASSWORD) answers.fault('password', `Your password must have at least ${LEAST_PASSWORD} characters`);
    if (answers.failed) return null;
    const answer = await changePassword(present, password, csrfToken);
    if (!answer.ok) return { ok: false as const, problem: problem(answer.error.code, answer.error.message, answer.error.details?.issues) };
    begin(answer.value);
    void navigate('/account', { state: { done: 'Your password is changed. All your other sessions and your API tokens are ended.' } });
    return { ok: true as const, data: null };
  };
  return (
    <PageBody narrow back={{ to: '/account', label: 'Your account' }}>
      <Heading title="Change your password" />
      <p className="govuk-body">You stay signed in here. Everywhere else you are signed out, and your API tokens end: make new ones for the programs that need them.</p>
      <Form submit="Change password" onSubmit={send}>
        <TextField name="present" label="Present password" type="password" autoComplete="current-password" />
        <TextField name="password" label="New password" type="password" autoComplete="new-password" hint={PASSWORD_HINT} />
      </Form>
    </PageBody>
  );
}
