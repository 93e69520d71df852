import type { HouseholdEvent } from '@hub/domain/adopters/events';
import { useNavigate, useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { FamilyPageDocument, RecordHouseholdEventDocument } from '../../gql/graphql';
import { askedOptions, CODE_OPTIONS } from '../../words/recruitment';
import { asksOf, eventOfPath } from './household-events';

/** A step that asks why, at whose wish, or until when. */
export default function FamilyEventMorePage() {
  const { household = '', event: name = '' } = useParams();
  const view = useData(FamilyPageDocument, { reference: household });
  const event = eventOfPath(name);
  return (
    <Await of={view} what="the record">
      {({ household: found }) => (found?.record && event
        ? <EventForm key={found.record.version} reference={found.reference} version={found.record.version} event={event} onReload={view.refresh} />
        : <ProblemPage problem={problem('NOT_FOUND')} />)}
    </Await>
  );
}

function EventForm({ reference, version, event, onReload }: { reference: string; version: number; event: HouseholdEvent; onReload: () => void }) {
  const navigate = useNavigate();
  const [send] = useChange(RecordHouseholdEventDocument);
  const { label, codes, askedBy, extends: extending, needsReason } = asksOf(event);
  const submit = async (answers: FormReader) => {
    const input = {
      subject: reference, version, event, onDate: answers.mustDate('onDate', 'The date'), reason: answers.text('reason', needsReason && 'Enter a reason'),
      ...(codes && { code: answers.mustText('code', codes === 'DELAY' ? 'Choose a reason' : 'Choose the outcome') }),
      ...(askedBy && { askedBy: answers.mustText('askedBy', 'Choose at whose wish') }),
      ...(extending && { untilOn: answers.mustDate('untilOn', 'The day to which it is extended') }),
    };
    if (answers.failed) return null;
    const outcome = await send({ input });
    if (outcome.ok) void navigate(`/families/${reference}/assessment`, { state: { done: 'The step is recorded.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: `/families/${reference}/event`, label: 'Record a step' }}>
      <Heading title={`${label}: ${reference}`} />
      <Form submit="Record step" onSubmit={submit} onReload={onReload}>
        <DateField name="onDate" label={extending ? 'When was that decided?' : 'When?'} />
        {extending && <DateField name="untilOn" label="Extended to which day?" />}
        {codes && <Radios name="code" label={codes === 'DELAY' ? 'Why?' : 'Outcome'} options={CODE_OPTIONS[codes]} small />}
        {askedBy && <Radios name="askedBy" label="At whose wish?" hint={extending && askedBy.length === 2 ? 'Stage two may take longer at the adopters’ request or in exceptional circumstances alone.' : undefined} options={askedOptions(askedBy)} small />}
        <TextField name="reason" label="In words" hint="Needed for “something else”. Write no names." />
      </Form>
    </PageBody>
  );
}
