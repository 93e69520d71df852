import { useNavigate, useParams } from 'react-router';
import { useOnce } from '../../app/data';
import { Heading } from '../../app/page';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { RecordPreparationDocument } from '../../gql/graphql';
import { todayInLondon } from '../../words/dates';
import { PREPARATION_OPTIONS } from '../../words/readiness';

export default function Prepare() {
  const { link = '' } = useParams();
  const navigate = useNavigate();
  const [record] = useOnce(RecordPreparationDocument);
  const back = `/links/${link}`;
  const send = async (answers: FormReader) => {
    const kind = answers.mustText('kind', 'Choose what was done');
    const onDate = answers.mustDate('onDate', 'The day');
    const words = answers.text('words', kind === 'ADOPTERS_VIEWS' ? 'Write what the adopters said' : undefined);
    if (answers.failed) return null;
    const outcome = await record({ link, kind, onDate, words });
    if (outcome.ok) void navigate(back, { state: { done: 'It is recorded. Both sides of the link see it.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: back, label: `Link ${link}` }}>
      <Heading title="What was done with the adopters" />
      <p className="govuk-body">The worker of the other side reads it too.</p>
      <Form submit="Record" onSubmit={send}>
        <Radios name="kind" label="What was done?" options={PREPARATION_OPTIONS} />
        <DateField name="onDate" label="When was it?" value={todayInLondon()} />
        <TextArea name="words" label="In words" hint="Needed for the adopters’ views: on the placement, contact and the plan." rows={5} />
      </Form>
    </PageBody>
  );
}
