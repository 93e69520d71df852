import { Link } from 'react-router';
import { signIn } from '../../app/auth';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useSession } from '../../app/session';
import { Details } from '../../components/details';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';

const WHY = {
  none: null,
  asked: 'You are signed out.',
  expired: 'You were signed out because nothing happened for 30 minutes.',
} as const;

/** No puzzle, nothing to copy; password managers and paste work (WCAG 3.3.8). */
export default function SignIn() {
  const { state, begin } = useSession();
  const why = state.kind === 'out' ? WHY[state.why] : null;

  const send = async (answers: FormReader) => {
    const email = answers.mustText('email', 'Enter your email address');
    const password = answers.secret('password', 'Enter your password');
    if (answers.failed) return null;
    const answer = await signIn(email, password);
    if (answer.ok) { begin(answer.value); return { ok: true as const, data: null }; }
    if (answer.error.code === 'UNAUTHENTICATED') {
      return { ok: false as const, problem: { ...problem('UNAUTHENTICATED'), title: 'That did not work', advice: 'Check your email address and your password, then try again.' } };
    }
    return { ok: false as const, problem: problem(answer.error.code, answer.error.message) };
  };

  return (
    <PageBody narrow>
      <Heading title="Sign in" />
      {why && <div className="govuk-inset-text" role="status">{why}</div>}
      <Form submit="Sign in" onSubmit={send}>
        <TextField name="email" label="Email address" type="email" autoComplete="username" />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
      </Form>
      <Details summary="Forgotten your password, or lost your invitation?">
        <p className="govuk-body">Ask an administrator of your agency for a new invitation, in person or by telephone. With it you set a new password. If you are your agency’s only administrator, ask the hub’s administrator.</p>
      </Details>
      <p className="govuk-body">If you were given an invitation, <Link className="govuk-link" to="/invitation">set your password first</Link>.</p>
    </PageBody>
  );
}
