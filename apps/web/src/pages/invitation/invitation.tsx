import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { acceptInvitation } from '../../app/auth';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { Success } from '../../components/banner';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { LEAST_PASSWORD, PASSWORD_HINT } from '../../words/password';

/** A fragment never leaves the browser, so the token stays out of every log; it is taken from the address at once. */
function tokenFromAddress(): string {
  return decodeURIComponent(window.location.hash.slice(1));
}

export default function Invitation() {
  const [token] = useState(tokenFromAddress);
  const [done, setDone] = useState(false);
  useEffect(() => { if (window.location.hash) window.history.replaceState(null, '', window.location.pathname); }, []);

  const send = async (answers: FormReader) => {
    const given = answers.mustText('token', 'Enter the invitation code');
    const password = answers.secret('password', 'Enter a password');
    if (password !== '' && [...password].length < LEAST_PASSWORD) answers.fault('password', `Your password must have at least ${LEAST_PASSWORD} characters`);
    if (answers.failed) return null;
    const answer = await acceptInvitation(given, password);
    if (answer.ok) { setDone(true); return { ok: true as const, data: null }; }
    const { code, message } = answer.error;
    if (code !== 'UNAUTHENTICATED' && code !== 'NOT_FOUND') return { ok: false as const, problem: problem(code, message) };
    return { ok: false as const, problem: { ...problem(code), title: 'This invitation cannot be used', advice: 'It may have been used already or be too old. Ask your administrator for a new one.' } };
  };

  if (done) {
    return (
      <PageBody narrow>
        <Success>Your password is set.</Success>
        <Heading title="You can sign in now" />
        <Link className="govuk-button" to="/sign-in">Sign in</Link>
      </PageBody>
    );
  }
  return (
    <PageBody narrow back={{ to: '/sign-in', label: 'Sign in' }}>
      <Heading title="Set your password" />
      <Form submit="Set password" onSubmit={send}>
        <TextField name="token" label="Invitation code" hint="Your administrator gave it to you. It works once." value={token} />
        <TextField name="password" label="New password" type="password" autoComplete="new-password"
          hint={PASSWORD_HINT} />
      </Form>
    </PageBody>
  );
}
