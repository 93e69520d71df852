import { useState } from 'react';
import { uploadPublished, type BenchmarkReport } from '../../app/auth';
import { problem } from '../../app/problems';
import { useSignedIn } from '../../app/session';
import { Radios } from '../../components/choices';
import { FileField } from '../../components/file-field';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { Table } from '../../components/table';
import { count } from '../../words/plain';

const KINDS = [
  { value: 'england', label: 'England’s times between the stages of adoption', hint: 'The open data file of Explore Education Statistics, as it is' },
  { value: 'neighbours', label: 'Statistical neighbour groupings', hint: 'They take the place of the groupings that are known' },
];

/** The hub takes in what the Department for Education publishes; what is wrong in the file is told by its place. */
export function LoadPublished({ onDone }: { onDone: (words: string) => void }) {
  const { csrfToken } = useSignedIn();
  const [report, setReport] = useState<BenchmarkReport | null>(null);
  const send = async (answers: FormReader) => {
    const [kind, file] = [answers.mustText('kind', 'Choose what is in the file'), answers.file('file', 'Choose a file')];
    if (answers.failed || !file) return null;
    const answer = await uploadPublished(kind, file, csrfToken);
    if (!answer.ok) return { ok: false as const, problem: problem(answer.error.code, answer.error.message) };
    setReport(answer.value);
    onDone(`${count(answer.value.rows, 'row', 'rows')} read; ${kind === 'england' ? count(answer.value.taken, 'figure is new or other than before', 'figures are new or other than before') : count(answer.value.taken, 'council taken', 'councils taken')}.`);
    return { ok: true as const, data: null };
  };
  return (
    <section>
      <h2 className="govuk-heading-m">Load a published file</h2>
      <div className="hub-narrow">
        <Form submit="Load the file" onSubmit={send}>
          <Radios name="kind" label="What is in it?" options={KINDS} small />
          <FileField name="file" label="File" hint="CSV or XLSX, at most 10 MB" accept=".csv,.xlsx" />
        </Form>
      </div>
      {report && report.issues.length > 0 && (
        <Table caption={`${count(report.issues.length, 'row was', 'rows were')} left out`} rows={report.issues.slice(0, 50)} keyOf={(_, index) => String(index)} columns={[
          { title: 'Where', names: true, cell: ({ row, column }) => [row && `row ${row}`, column].filter(Boolean).join(', ') || 'The file' },
          { title: 'Value', cell: ({ value }) => value ?? 'empty' },
          { title: 'Reason', cell: ({ message }) => message },
        ]} />
      )}
    </section>
  );
}
