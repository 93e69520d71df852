import { useNavigate, useParams } from 'react-router';
import { useData, useOnce } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { SelectField, TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { DocumentChildrenDocument, RecordChildViewDocument } from '../../gql/graphql';
import { todayInLondon } from '../../words/dates';
import { HOLDER_OPTIONS, WHY_NOT_OPTIONS } from '../../words/readiness';

export default function ViewNew() {
  const { unit = '' } = useParams();
  const found = useData(DocumentChildrenDocument, { reference: unit });
  return <Await of={found} what="the record">{(data) => <ViewForm unit={unit} children={(data.unit?.record?.children ?? []).map(({ reference }) => reference)} />}</Await>;
}

function ViewForm({ unit, children }: { unit: string; children: readonly string[] }) {
  const navigate = useNavigate();
  const [record] = useOnce(RecordChildViewDocument);
  const back = `/children/${unit}/documents`;
  const send = async (answers: FormReader) => {
    const holder = answers.mustText('holder', 'Choose whose views they are');
    const onDate = answers.mustDate('onDate', 'The day');
    const whyNot = answers.text('whyNot');
    const words = answers.text('words', whyNot ? undefined : 'Write what they said, or choose why there is nothing');
    const child = answers.text('child') ?? children[0] ?? '';
    if (answers.failed) return null;
    const outcome = await record({ child, holder, onDate, whyNot, words });
    if (outcome.ok) void navigate(back, { state: { done: 'The views are recorded.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: back, label: `Documents of ${unit}` }}>
      <Heading title="Record views" />
      <p className="govuk-body">Your council alone reads them. An earlier entry stays as it is.</p>
      <Form submit="Record the views" onSubmit={send}>
        {children.length > 1 && <SelectField name="child" label="Child" options={children.map((reference) => ({ value: reference, label: reference }))} />}
        <Radios name="holder" label="Whose views?" options={HOLDER_OPTIONS} />
        <DateField name="onDate" label="Day" value={todayInLondon()} />
        <SelectField name="whyNot" label="Why there are none" hint="Leave it where they are recorded below." options={[{ value: '', label: 'They are recorded below' }, ...WHY_NOT_OPTIONS]} />
        <TextArea name="words" label="What they said" rows={6} />
      </Form>
    </PageBody>
  );
}
