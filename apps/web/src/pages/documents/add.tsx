import { DOCUMENT_LIMITS } from '@hub/domain/documents/document-file';
import type { DocumentSubject } from '@hub/domain/documents/kinds';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { putDocument } from '../../app/auth';
import { useData } from '../../app/data';
import { useOnceKey } from '../../app/once-key';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useSignedIn } from '../../app/session';
import { Await } from '../../components/await';
import { SelectField, TextField } from '../../components/fields';
import { FileField } from '../../components/file-field';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { DocumentChildrenDocument } from '../../gql/graphql';
import { kindOptions } from '../../words/documents';

interface Choice {
  readonly subject: DocumentSubject;
  readonly reference: string;
  readonly label: string;
}

const ACCEPTED = '.pdf,.docx,.png,.jpg,.jpeg';
export const FILE_HINT = 'PDF, Word (.docx) or a picture (PNG, JPEG), 10 MB at most';

/** The file of an answer, once it is small enough. */
export function fileOf(answers: FormReader): File | null {
  const file = answers.file('file', 'Choose the document');
  if (file && file.size > DOCUMENT_LIMITS.bytes) answers.fault('file', 'The document must be 10 MB or smaller');
  return answers.failed ? null : file;
}

export const DocumentFileField = () => <FileField name="file" label="Document" hint={FILE_HINT} accept={ACCEPTED} />;

export default function DocumentAdd() {
  const { unit, household, link } = useParams();
  if (unit) return <AboutUnit unit={unit} />;
  if (household) return <AddForm back={`/families/${household}/documents`} choices={[{ subject: 'HOUSEHOLD', reference: household, label: household }]} />;
  return <AddForm back={`/links/${link ?? ''}`} choices={[{ subject: 'LINK', reference: link ?? '', label: `Link ${link ?? ''}` }]} />;
}

function AboutUnit({ unit }: { unit: string }) {
  const found = useData(DocumentChildrenDocument, { reference: unit });
  return (
    <Await of={found} what="the record">
      {(data) => {
        const children = data.unit?.record?.children ?? [];
        const choices: Choice[] = children.map(({ reference }) => ({ subject: 'CHILD', reference, label: `Child ${reference}` }));
        return <AddForm back={`/children/${unit}/documents`} choices={[...choices, ...(children.length > 1 ? [{ subject: 'UNIT' as const, reference: unit, label: `The group ${unit}` }] : [])]} />;
      }}
    </Await>
  );
}

function AddForm({ back, choices }: { back: string; choices: readonly Choice[] }) {
  const navigate = useNavigate();
  const { csrfToken } = useSignedIn();
  const [idempotencyKey, answered] = useOnceKey();
  const [chosen, choose] = useState(0);
  const about = choices[chosen] ?? choices[0];
  const send = async (answers: FormReader) => {
    const kind = answers.mustText('kind', 'Choose the kind of document');
    const title = answers.text('title', kind === 'OTHER' ? 'Say what the document is' : undefined);
    const file = fileOf(answers);
    if (!file || !about) return null;
    const answer = await putDocument(`about/${about.subject.toLowerCase()}/${encodeURIComponent(about.reference)}`, { kind, title, idempotencyKey }, file, csrfToken);
    answered(answer);
    if (!answer.ok) return { ok: false as const, problem: problem(answer.error.code, answer.error.message) };
    void navigate(`/documents/${answer.value.reference}`, { state: { done: 'The document is kept.' } });
    return { ok: true as const, data: null };
  };
  return (
    <PageBody narrow back={{ to: back, label: back.startsWith('/links/') ? 'Link' : 'Documents' }}>
      <Heading title="Add a document" />
      <Form submit="Keep the document" onSubmit={send}>
        {choices.length > 1 && (
          <div className="govuk-form-group">
            <label className="govuk-label" htmlFor="about">What is it about?</label>
            <select className="govuk-select" id="about" value={chosen} onChange={({ target }) => choose(Number(target.value))}>
              {choices.map(({ label }, index) => <option key={label} value={index}>{label}</option>)}
            </select>
          </div>
        )}
        <SelectField key={about?.subject} name="kind" label="Kind of document" options={about ? kindOptions(about.subject) : []} />
        <TextField name="title" label="Title" hint="Needed for another document. Write no names." />
        <DocumentFileField />
      </Form>
    </PageBody>
  );
}
