import { CHILD_EVENTS, eventsFrom, type ChildEvent } from '@hub/domain/children/events';
import type { ChildState } from '@hub/domain/children/states';
import { useNavigate, useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { EventFields, readEvent } from '../../components/event-fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { ChildPageDocument, RecordChildEventDocument, type ChildRecordPartsFragment } from '../../gql/graphql';
import { childStateWords } from '../../words/states';

export default function ChildEventPage() {
  const { unit = '', child = '' } = useParams();
  const view = useData(ChildPageDocument, { reference: unit });
  return (
    <Await of={view} what="the record">
      {(data) => {
        const record = data.unit?.record?.children.find(({ reference }) => reference === child);
        return record ? <EventPage key={record.version} unit={unit} child={record} onReload={view.refresh} /> : <ProblemPage problem={problem('NOT_FOUND')} />;
      }}
    </Await>
  );
}

const needsReason = (event: ChildEvent): boolean => 'needsReason' in CHILD_EVENTS[event];

function EventPage({ unit, child, onReload }: { unit: string; child: ChildRecordPartsFragment; onReload: () => void }) {
  const navigate = useNavigate();
  const [record] = useChange(RecordChildEventDocument);
  const possible = eventsFrom(child.state as ChildState);
  const back = `/children/${unit}`;
  const send = async (answers: FormReader) => {
    const event = readEvent(answers, (name) => needsReason(name as ChildEvent), (name) => (name === 'PLAN_CHANGED' ? answers.text('reversal') : null));
    if (answers.failed) return null;
    const outcome = await record({ input: { subject: child.reference, version: child.version, ...event } });
    if (outcome.ok) void navigate(back, { state: { done: 'The step is recorded.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: back, label: unit }}>
      <Heading title={`Record a step for ${child.reference}`} />
      <p className="govuk-body">The record stands at: <strong>{childStateWords(child.state)}</strong>.</p>
      {possible.length === 0 ? <p className="govuk-body">No further step is possible from here.</p> : (
        <Form submit="Record step" onSubmit={send} onReload={onReload}>
          <EventFields events={possible.map((event) => ({ value: event, label: CHILD_EVENTS[event].label, hint: needsReason(event) ? 'Needs a reason' : undefined }))}
            reversal={possible.includes('PLAN_CHANGED')} />
        </Form>
      )}
    </PageBody>
  );
}
