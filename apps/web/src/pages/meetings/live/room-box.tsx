import { ABSENCE_REASONS, type AbsenceReason, type Attendance } from '@hub/domain/meetings/states';
import { SelectField } from '../../../components/fields';
import { Form } from '../../../components/form';
import type { FormReader } from '../../../components/form-reader';
import { Box } from '../../../components/page-body';
import { ABSENCE_OPTIONS, absenceWords, attendanceWords, meetingRoleWords } from '../../../words/meetings';
import type { ItemOfPage, MeetingOfPage, PersonOfPage } from '../meeting-of-page';
import { liveStore } from './live-store';
import { waitingOf } from './overlay';
import { useLive } from './use-live';

interface RoomProps { readonly meeting: MeetingOfPage; readonly item: ItemOfPage | undefined }

/** Who is here, by agency, and who left for the item. */
export function RoomBox({ meeting, item }: RoomProps) {
  const { agencies, people, mayRecord, status, reference } = meeting;
  const isLive = status === 'LIVE';
  const here = agencies.filter(({ present }) => present > 0).map(({ agency, present }) => `${agency.name} ${present}`);
  const mine = people.filter(({ isOwn }) => mayRecord || isOwn);
  return (
    <Box title="In the room">
      <p className="govuk-body-s">{here.join(' · ') || 'Nobody is recorded as here yet.'}</p>
      {item?.absences.map(({ person, reason, words }) => <p key={person.displayName} className="govuk-body-s">{person.displayName} left item {item.position}: {absenceWords(reason)}{words ? `. ${words}` : ''}.</p>)}
      {isLive && mine.length > 0 && (
        <details className="hub-fold">
          <summary>{mayRecord ? 'Who is here' : 'Your agency’s people'}</summary>
          <ul className="govuk-list hub-room">{mine.map((person) => <Person key={person.number} meeting={reference} person={person} />)}</ul>
        </details>
      )}
      {isLive && mayRecord && item && <LeaveItem meeting={reference} item={item} people={people} />}
    </Box>
  );
}

const CHOICES: readonly (readonly [Attendance, string])[] = [['PRESENT', 'Here'], ['APOLOGIES', 'Apologies'], ['LEFT', 'Left']];

/** The three buttons stay, so that the focus stays on the one that was pressed. */
function Person({ meeting, person: { number, person, agency, role, attendance } }: { meeting: string; person: PersonOfPage }) {
  const { queue } = useLive();
  const waiting = waitingOf(queue, meeting, 'ATTENDANCE').filter((one) => one.person === number).at(-1)?.attendance;
  const now = waiting ?? attendance;
  const was = now === 'PRESENT' || now === 'LEFT';
  return (
    <li>
      <span>{person.displayName}, {agency.name} <span className="hub-secondary">{meetingRoleWords(role)} · {waiting ? 'being saved' : attendanceWords(attendance).toLowerCase()}</span></span>
      <span className="hub-pair__buttons" role="group" aria-label={`Attendance of ${person.displayName}`}>
        {CHOICES.filter(([choice]) => choice !== 'LEFT' || was).map(([choice, label]) => (
          <button key={choice} type="button" className="govuk-button govuk-button--secondary hub-button--small" aria-pressed={now === choice}
            onClick={() => { if (now !== choice) liveStore.record({ subject: null, version: null, payload: { meeting, kind: 'ATTENDANCE', person: number, attendance: choice } }); }}>{label}<span className="govuk-visually-hidden"> {person.displayName}</span></button>
        ))}
      </span>
    </li>
  );
}

function LeaveItem({ meeting, item, people }: { meeting: string; item: ItemOfPage; people: readonly PersonOfPage[] }) {
  const send = (answers: FormReader) => {
    const person = Number(answers.mustText('leaver', 'Choose who leaves the room'));
    const reason = answers.text('leaveReason') as AbsenceReason | null;
    if (answers.failed) return Promise.resolve(null);
    liveStore.record({ subject: null, version: null, payload: { meeting, kind: 'STEP_OUT', position: item.position, person, reason: reason !== null && reason in ABSENCE_REASONS ? reason : 'OTHER', words: null } });
    return Promise.resolve({ ok: true as const, data: null });
  };
  return (
    <details className="hub-fold">
      <summary>Somebody leaves the room for this item</summary>
      <Form submit="Record it" onSubmit={send} clears>
        <SelectField name="leaver" label="Who?" options={[{ value: '', label: 'Choose somebody' }, ...people.filter(({ attendance }) => attendance === 'PRESENT').map(({ number, person, agency }) => ({ value: String(number), label: `${person.displayName}, ${agency.name}` }))]} />
        <SelectField name="leaveReason" label="Why?" options={ABSENCE_OPTIONS} />
      </Form>
    </details>
  );
}
