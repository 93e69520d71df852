import { RECORDING_ROLES, type MeetingRole } from '@hub/domain/meetings/states';
import { useChange, useData, useOnce, type Done, type Outcome } from '../../app/data';
import { useFocusBack } from '../../app/use-focus-back';
import { useMay } from '../../app/viewer';
import { AwaitPart } from '../../components/await';
import { LinkButton } from '../../components/button';
import { Details } from '../../components/details';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { Table } from '../../components/table';
import { ChangeMeetingRoleDocument, MeetingColleaguesDocument, NameMeetingPersonDocument, RecordAttendanceDocument, TakeOffMeetingPersonDocument } from '../../gql/graphql';
import { attendanceWords, meetingRoleWords, ROLE_OPTIONS } from '../../words/meetings';
import { count, listWords } from '../../words/plain';
import type { MeetingOfPage, PersonOfPage } from './meeting-of-page';

interface PeopleProps { readonly meeting: MeetingOfPage; readonly onDone: Done }

/** The invited agencies, and whom each has named. */
export function MeetingPeople({ meeting, onDone }: PeopleProps) {
  const may = useMay();
  const { agencies, people, status, mayPlan } = meeting;
  const isPlanned = status === 'PLANNED';
  const names = mayPlan || may('meetings.attend');
  const [place, back] = useFocusBack<HTMLHeadingElement>();
  const doneHere = (outcome: Outcome<unknown>, words: string) => { back(); onDone(outcome, words); };
  const nobody = agencies.filter(({ expected, isConvening }) => expected === 0 && !isConvening).map(({ agency }) => agency.name);
  return (
    <section>
      <h2 className="govuk-heading-m" ref={place} tabIndex={-1}>Who comes</h2>
      <p className="govuk-body">Invited: {listWords(agencies.filter(({ isConvening }) => !isConvening).map(({ agency }) => agency.name))}. {nobody.length > 0 && `Nobody is named yet by ${listWords(nobody)}.`}</p>
      {people.length > 0 ? (
        <Table caption="People at the meeting" captionHidden rows={people} keyOf={({ number }) => String(number)} columns={[
          { title: 'Name', names: true, cell: ({ person }) => <>{person.displayName}{person.isViewer && ' (you)'}</> },
          { title: 'Agency', cell: ({ agency }) => agency.name },
          { title: 'As', cell: ({ role }) => meetingRoleWords(role) },
          { title: 'Attendance', cell: ({ attendance }) => attendanceWords(attendance) },
          ...(isPlanned && names ? [{ title: 'Change', cell: (person: PersonOfPage) => (mayPlan || person.isOwn ? <PersonActs meeting={meeting} person={person} onDone={doneHere} /> : '') }] : []),
        ]} />
      ) : <p className="govuk-body">Nobody is named yet. Each agency names its own people.</p>}
      {(isPlanned || status === 'LIVE') && names && <Name meeting={meeting} onDone={onDone} />}
      {isPlanned && mayPlan && people.length > 0 && <Role meeting={meeting} onDone={onDone} />}
    </section>
  );
}

function PersonActs({ meeting: { reference }, person: { number, person, attendance }, onDone }: PeopleProps & { person: PersonOfPage }) {
  const [attend] = useChange(RecordAttendanceDocument);
  const [takeOff] = useChange(TakeOffMeetingPersonDocument);
  const sends = attendance !== 'APOLOGIES';
  const input = { meeting: reference, person: number };
  const apologise = async () => onDone(await attend({ input: { ...input, attendance: sends ? 'APOLOGIES' : 'EXPECTED', idempotencyKey: crypto.randomUUID() } }), sends ? `Apologies of ${person.displayName} are recorded.` : `${person.displayName} is expected again.`);
  const remove = async () => onDone(await takeOff({ input: { ...input, idempotencyKey: crypto.randomUUID() } }), `${person.displayName} is taken off.`);
  return (
    <span className="hub-acts">
      <LinkButton onClick={() => void apologise()}>{sends ? 'Apologies' : 'Comes after all'}<span className="govuk-visually-hidden"> {person.displayName}</span></LinkButton>{' '}
      <LinkButton onClick={() => void remove()}>Take off<span className="govuk-visually-hidden"> {person.displayName}</span></LinkButton>
    </span>
  );
}

function Name({ meeting: { reference, people, mayPlan }, onDone }: PeopleProps) {
  const colleagues = useData(MeetingColleaguesDocument, {});
  const [name] = useOnce(NameMeetingPersonDocument);
  const roles = ROLE_OPTIONS.filter(({ value }) => mayPlan || !RECORDING_ROLES.includes(value as MeetingRole));
  const send = async (answers: FormReader) => {
    const userId = answers.mustText('colleague', 'Choose who comes');
    const role = answers.mustText('role', 'Choose as what') as MeetingRole;
    if (answers.failed) return null;
    const outcome = await name({ meeting: reference, userId, role });
    if (outcome.ok) onDone(outcome, 'The person is named, and told.');
    return outcome;
  };
  return (
    <Details summary="Name somebody of your agency" open={people.every(({ isOwn }) => !isOwn)}>
      <AwaitPart of={colleagues} what="your colleagues">
        {({ meetingColleagues }) => (
          <Form submit="Name this person" onSubmit={send} clears>
            <SelectField name="colleague" label="Who?" options={[{ value: '', label: 'Choose somebody' }, ...meetingColleagues.map(({ id, displayName }) => ({ value: id, label: displayName }))]} />
            <SelectField name="role" label="As what?" hint={mayPlan ? 'The chair and whoever takes the minutes record for everybody.' : 'The hub says who chairs and who takes the minutes.'} options={[{ value: '', label: 'Choose' }, ...roles]} />
          </Form>
        )}
      </AwaitPart>
    </Details>
  );
}

/** The hub alone says who chairs and who takes the minutes, of whichever agency. */
function Role({ meeting: { reference, people }, onDone }: PeopleProps) {
  const [change] = useOnce(ChangeMeetingRoleDocument);
  const send = async (answers: FormReader) => {
    const person = Number(answers.mustText('whose', 'Choose whose part'));
    const role = answers.mustText('newRole', 'Choose as what') as MeetingRole;
    if (answers.failed) return null;
    const outcome = await change({ meeting: reference, person, role });
    if (outcome.ok) onDone(outcome, 'The part is changed.');
    return outcome;
  };
  const recording = people.filter(({ role }) => RECORDING_ROLES.includes(role)).length;
  return (
    <Details summary={`Say who chairs and who takes the minutes${recording === 0 ? ' (nobody yet)' : ''}`}>
      <p className="govuk-body">{count(people.length, 'person is', 'people are')} named. Besides you, the chair and whoever takes the minutes record outcomes.</p>
      <Form submit="Change the part" onSubmit={send} clears>
        <SelectField name="whose" label="Who?" options={[{ value: '', label: 'Choose somebody' }, ...people.map(({ number, person, agency }) => ({ value: String(number), label: `${person.displayName}, ${agency.name}` }))]} />
        <SelectField name="newRole" label="As what?" options={[{ value: '', label: 'Choose' }, ...ROLE_OPTIONS]} />
      </Form>
    </Details>
  );
}
