import { useNavigate } from 'react-router';
import { Heading } from '../../app/page';
import { Radios } from '../../components/choices';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';

/** For who answers for people and reads no cases: a case is named by its reference. */
export default function Conflicts() {
  const navigate = useNavigate();
  const send = (answers: FormReader) => {
    const type = answers.mustText('type', 'Choose a child or a family');
    const reference = answers.mustText('reference', 'Enter the reference').toUpperCase();
    if (!answers.failed) void navigate(`/${type === 'UNIT' ? 'children' : 'families'}/${encodeURIComponent(reference)}/bars`);
    return Promise.resolve(null);
  };
  return (
    <PageBody narrow>
      <Heading title="Conflicts of interest" />
      <p className="govuk-body">Staff who are relatives, adopters themselves or otherwise too close must not meet a case. Name the case to see who is barred from it, and to bar somebody.</p>
      <Form submit="Continue" onSubmit={send}>
        <Radios name="type" label="What is it about?" options={[{ value: 'UNIT', label: 'A child or group of siblings' }, { value: 'HOUSEHOLD', label: 'A family' }]} />
        <TextField name="reference" label="Reference" hint="Six letters and digits, such as AB12CD" width="medium" />
      </Form>
    </PageBody>
  );
}
