import { useState } from 'react';
import { useNavigate } from 'react-router';
import { uploadImport } from '../../app/auth';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { problem } from '../../app/problems';
import { useSignedIn } from '../../app/session';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { Radios } from '../../components/choices';
import { FileField } from '../../components/file-field';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { ImportTable } from '../../components/import-table';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { ImportsDocument } from '../../gql/graphql';
import { importKindWords } from '../../words/states';
import { Templates } from './templates';

const START = { before: [] as readonly string[] };

export default function Imports() {
  const may = useMay();
  const [{ before }, change] = usePlaceState(START);
  const imports = useData(ImportsDocument, { first: 20, after: before.at(-1) ?? null });
  return (
    <Await of={imports} what="the imports">
      {({ imports: { edges, pageInfo } }) => (
        <PageBody>
          <DoneBanner />
          <Heading title="Imports" />
          <p className="govuk-body">A file is first only checked: you see what it would change and every bad row, and nothing is changed until you say so.</p>
          {may('imports.start') && <Upload />}
          <Templates />
          <h2 className="govuk-heading-m">Files</h2>
          {edges.length > 0 ? <ImportTable batches={edges.map(({ node }) => node)} caption="Files" /> : <p className="govuk-body">No file yet.</p>}
          <Pager label="Pages of files" before={before} page={pageInfo} onMove={(next) => change({ before: next })} />
        </PageBody>
      )}
    </Await>
  );
}

const MOST_BYTES = 10 * 1024 * 1024;
const KINDS = [
  { value: 'ANNEX_A', label: importKindWords('ANNEX_A'), hint: 'The XLSX workbook with Lists 10 and 11, as your case system makes it' },
  { value: 'PROFILE_SHEET', label: importKindWords('PROFILE_SHEET'), hint: 'CSV or XLSX after the template: needs, offers and what else Annex A lacks' },
];

function Upload() {
  const { csrfToken } = useSignedIn();
  const navigate = useNavigate();
  const [sending, setSending] = useState('');
  const send = async (answers: FormReader) => {
    const kind = answers.mustText('kind', 'Choose what kind of file it is');
    const file = answers.file('file', 'Choose a file');
    if (file && file.size > MOST_BYTES) answers.fault('file', 'The file must be 10 MB or smaller');
    if (answers.failed || !file) return null;
    setSending(`Sending ${file.name}`);
    const answer = await uploadImport(kind, file, csrfToken);
    setSending('');
    if (!answer.ok) return { ok: false as const, problem: problem(answer.error.code, answer.error.message) };
    void navigate(`/files/${answer.value.reference}`);
    return { ok: true as const, data: null };
  };
  return (
    <section className="hub-narrow">
      <h2 className="govuk-heading-m">Check a file</h2>
      <Form submit="Check the file" onSubmit={send}>
        <Radios name="kind" label="What is in it?" options={KINDS} small />
        <FileField name="file" label="File" hint="At most 10 MB and 50,000 rows" accept=".xlsx,.csv" />
      </Form>
      <p className="govuk-body" role="status">{sending}</p>
    </section>
  );
}
