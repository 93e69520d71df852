import type { HouseholdEvent } from '@hub/domain/adopters/events';
import { Link, useNavigate, useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { EventFields, readEvent } from '../../components/event-fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { FamilyPageDocument, RecordHouseholdEventDocument, type HouseholdViewPartsFragment } from '../../gql/graphql';
import { householdStateWords } from '../../words/states';
import { asksMore, asksOf, eventsFrom } from './household-events';

export default function FamilyEventPage() {
  const { household = '' } = useParams();
  const view = useData(FamilyPageDocument, { reference: household });
  return (
    <Await of={view} what="the record">
      {({ household: found }) => (found?.record
        ? <EventPage key={found.record.version} reference={found.reference} record={found.record} onReload={view.refresh} />
        : <ProblemPage problem={problem('NOT_FOUND')} />)}
    </Await>
  );
}

interface EventProps { readonly reference: string; readonly record: NonNullable<HouseholdViewPartsFragment['record']>; readonly onReload: () => void }

const needsReason = (event: HouseholdEvent): boolean => asksOf(event).needsReason === true;

function EventPage({ reference, record, onReload }: EventProps) {
  const navigate = useNavigate();
  const [send] = useChange(RecordHouseholdEventDocument);
  const possible = eventsFrom(record.state);
  const plain = possible.filter((event) => !asksMore(event));
  const submit = async (answers: FormReader) => {
    const event = readEvent(answers, (name) => needsReason(name as HouseholdEvent));
    if (answers.failed) return null;
    const outcome = await send({ input: { subject: reference, version: record.version, ...event } });
    if (outcome.ok) void navigate(`/families/${reference}`, { state: { done: 'The step is recorded.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: `/families/${reference}`, label: reference }}>
      <Heading title={`Record a step for ${reference}`} />
      <p className="govuk-body">The record stands at: <strong>{householdStateWords(record.state)}</strong>.</p>
      {possible.length === 0 ? <p className="govuk-body">No further step is possible from here.</p> : (
        <Form submit="Record step" onSubmit={submit} onReload={onReload}>
          <EventFields events={plain.map((event) => ({ value: event, label: asksOf(event).label, hint: needsReason(event) ? 'Needs a reason' : undefined }))} />
        </Form>
      )}
      {possible.length > plain.length && (
        <>
          <h2 className="govuk-heading-m">Steps with questions of their own</h2>
          <ul className="hub-links">
            {possible.filter(asksMore).map((event) => <li key={event}><Link className="govuk-link" to={`/families/${reference}/event/${event}`}>{asksOf(event).label}</Link></li>)}
          </ul>
        </>
      )}
    </PageBody>
  );
}
