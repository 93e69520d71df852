import { Link, useNavigate, useParams } from 'react-router';
import { useData, useOnce } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { Radios } from '../../components/choices';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { AddToAgendaDocument, MeetingsDocument, type MeetingPartsFragment } from '../../gql/graphql';
import { momentWords } from '../../words/dates';
import { count } from '../../words/plain';

/** A child or group on the agenda of a meeting that the viewer records. */
export default function PutOnAgenda() {
  const { unit = '' } = useParams();
  const found = useData(MeetingsDocument, { when: 'TO_COME', first: 50 });
  return (
    <PageBody narrow back={{ to: `/children/${unit}`, label: unit }}>
      <Heading title={`Put ${unit} on a meeting’s agenda`} />
      <Await of={found} what="the meetings">{({ meetings }) => <Choose unit={unit} meetings={meetings.edges.map(({ node }) => node).filter(({ mayRecord }) => mayRecord)} />}</Await>
    </PageBody>
  );
}

function Choose({ unit, meetings }: { unit: string; meetings: readonly MeetingPartsFragment[] }) {
  const navigate = useNavigate();
  const [add] = useOnce(AddToAgendaDocument);
  if (meetings.length === 0) return <p className="govuk-body">No meeting is to come that you record. <Link className="govuk-link" to="/meetings">Meetings</Link></p>;
  const send = async (answers: FormReader) => {
    const meeting = answers.mustText('meeting', 'Choose the meeting');
    if (answers.failed) return null;
    const outcome = await add({ meeting, unit });
    if (outcome.ok) void navigate(`/meetings/${meeting}`, { state: { done: `${unit} is on the agenda, at its end.` } });
    return outcome;
  };
  return (
    <Form submit="Put it on the agenda" onSubmit={send}>
      <Radios name="meeting" label="Which meeting?" options={meetings.map(({ reference, title, startsAt, itemCount }) => ({ value: reference, label: title, hint: `${momentWords(startsAt)}, ${count(itemCount, 'item', 'items')}` }))} />
    </Form>
  );
}
