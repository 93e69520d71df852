import { useNavigate, useParams } from 'react-router';
import { putDocument } from '../../app/auth';
import { useData } from '../../app/data';
import { useOnceKey } from '../../app/once-key';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useSignedIn } from '../../app/session';
import { Await, ProblemPage } from '../../components/await';
import { TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { DocumentPageDocument, type DocumentPartsFragment } from '../../gql/graphql';
import { documentKindWords } from '../../words/documents';
import { DocumentFileField, fileOf } from './add';

export default function DocumentVersionAdd() {
  const { document = '' } = useParams();
  const found = useData(DocumentPageDocument, { reference: document });
  return (
    <Await of={found} what="the document">
      {(data) => (data.document ? <VersionForm key={data.document.version} document={data.document} onReload={() => void found.refresh()} /> : <ProblemPage problem={problem('NOT_FOUND')} />)}
    </Await>
  );
}

function VersionForm({ document: { reference, kind, version, versions }, onReload }: { document: DocumentPartsFragment; onReload: () => void }) {
  const navigate = useNavigate();
  const { csrfToken } = useSignedIn();
  const [idempotencyKey, answered] = useOnceKey();
  const send = async (answers: FormReader) => {
    const why = answers.mustText('why', 'Say why there is a new version');
    const title = answers.text('title');
    const file = fileOf(answers);
    if (!file) return null;
    const answer = await putDocument(`${reference}/versions`, { version, title, why, idempotencyKey }, file, csrfToken);
    answered(answer);
    if (!answer.ok) return { ok: false as const, problem: problem(answer.error.code, answer.error.message) };
    void navigate(`/documents/${reference}`, { state: { done: `Version ${version + 1} is kept. Earlier ones stay as they are.` } });
    return { ok: true as const, data: null };
  };
  return (
    <PageBody narrow back={{ to: `/documents/${reference}`, label: reference }}>
      <Heading title={`New version of ${documentKindWords(kind).toLowerCase()} ${reference}`} />
      <p className="govuk-body">Version {version} stays as it is. Whoever was given an earlier version goes on seeing that one, until you give them this.</p>
      <Form submit="Keep the new version" onSubmit={send} onReload={onReload}>
        <TextArea name="why" label="Why is there a new version?" hint="Your agency alone reads it." rows={3} />
        <TextField name="title" label="Title" hint="Needed for another document. Write no names." value={versions[0]?.title} />
        <DocumentFileField />
      </Form>
    </PageBody>
  );
}
