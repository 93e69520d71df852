import { useState } from 'react';
import { uploadReturn } from '../../app/auth';
import type { Done } from '../../app/data';
import { problem } from '../../app/problems';
import { useSignedIn } from '../../app/session';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextField } from '../../components/fields';
import { FileField } from '../../components/file-field';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { count } from '../../words/plain';

const MOST_BYTES = 10 * 1024 * 1024;
const KINDS = [
  { value: 'SSDA903', label: 'Children looked after return (SSDA903)', hint: 'All its CSV files together: episodes, header, adoption, placed for adoption. They are told apart by their columns' },
  { value: 'ANNEX_A', label: 'Annex A', hint: 'The workbook, or List 10 and List 8 as CSV' },
];

export function UploadReturn({ onDone }: { onDone: Done }) {
  const { csrfToken } = useSignedIn();
  const [sent, setSent] = useState(0);
  const [sending, setSending] = useState('');
  const send = async (answers: FormReader) => {
    const [source, files] = [answers.mustText('source', 'Choose what it is'), answers.files('files', 'Choose the files')];
    const year = source === 'SSDA903' ? answers.number('year', 'The year of the return', { min: 2010, max: 2100 }) : null;
    if (source === 'SSDA903' && year === null && !answers.failed) answers.fault('year', 'Enter the year in which the return ends');
    const asAt = source === 'ANNEX_A' ? answers.mustDate('asAt', 'The day of the file') : null;
    if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) answers.fault('files', 'Together the files must be 10 MB or smaller');
    if (answers.failed) return null;
    setSending(count(files.length, 'file is being read', 'files are being read'));
    const answer = await uploadReturn({ source, year, asAt }, files, csrfToken);
    setSending('');
    if (!answer.ok) return { ok: false as const, problem: problem(answer.error.code, answer.error.message) };
    setSent((before) => before + 1);
    onDone({ ok: true, data: null }, `The files are read: ${count(answer.value.warnings, 'broken rule', 'broken rules')}.`);
    return { ok: true as const, data: null };
  };
  return (
    <section className="hub-narrow">
      <h2 className="govuk-heading-m">Upload a return</h2>
      <Form key={sent} submit="Read the files" onSubmit={send}>
        <Radios name="source" label="What is it?" options={KINDS} small />
        <TextField name="year" label="Year in which the return ends" hint="Of the SSDA903 alone, such as 2026" inputMode="numeric" width="short" />
        <DateField name="asAt" label="Day of the file" hint="Of Annex A alone: it tells of the twelve months to that day" />
        <FileField name="files" label="Files" hint="CSV or XLSX, together at most 10 MB" accept=".csv,.xlsx" multiple />
      </Form>
      <p className="govuk-body" role="status">{sending}</p>
    </section>
  );
}
