import { useNavigate, useParams } from 'react-router';
import { putAgreementDocument } from '../../app/auth';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useSignedIn } from '../../app/session';
import { FileField } from '../../components/file-field';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';

const MOST_BYTES = 10 * 1024 * 1024;

export default function AgreementDocument() {
  const { reference = '' } = useParams();
  const { csrfToken } = useSignedIn();
  const navigate = useNavigate();
  const send = async (answers: FormReader) => {
    const file = answers.file('file', 'Choose the signed document');
    if (file && file.size > MOST_BYTES) answers.fault('file', 'The document must be 10 MB or smaller');
    if (answers.failed || !file) return null;
    const answer = await putAgreementDocument(reference, file, csrfToken);
    if (!answer.ok) return { ok: false as const, problem: problem(answer.error.code, answer.error.message) };
    void navigate('/agencies', { state: { done: 'The document is kept. The parties can read it.' } });
    return { ok: true as const, data: null };
  };
  return (
    <PageBody narrow back={{ to: '/agencies', label: 'Agencies' }}>
      <Heading title={`Document of agreement ${reference}`} />
      <p className="govuk-body">The signed text, kept sealed. Only the parties and the hub’s administrator read it. A new file takes the place of an earlier one. It is kept as it is, with its properties (author, program, dates), because a signature covers every byte: look at them before you send it.</p>
      <Form submit="Keep the document" onSubmit={send}><FileField name="file" label="Signed document" hint="A PDF of 10 MB at most" accept=".pdf" /></Form>
    </PageBody>
  );
}
