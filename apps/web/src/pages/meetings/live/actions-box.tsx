import { addDays } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { DateField } from '../../../components/date-field';
import { SelectField, TextArea } from '../../../components/fields';
import { Form } from '../../../components/form';
import type { FormReader } from '../../../components/form-reader';
import { Box } from '../../../components/page-body';
import { dayWords, todayInLondon } from '../../../words/dates';
import type { ActionOfPage, MeetingOfPage } from '../meeting-of-page';
import { liveStore } from './live-store';
import { waitingOf } from './overlay';
import { useLive } from './use-live';

const WEEK = 7;

const ownerWords = ({ owner, ownerAgency }: ActionOfPage): string => `${owner.displayName}${ownerAgency ? `, ${ownerAgency.name}` : ''}`;

/** Who does what until when, and a form for the next one. */
export function ActionsBox({ meeting, unit }: { meeting: MeetingOfPage; unit: string | null }) {
  const { queue } = useLive();
  const { reference, actions, people, mayRecord, status } = meeting;
  const waiting = waitingOf(queue, reference, 'ACTION');
  const nameOf = (number: number): string => people.find((person) => person.number === number)?.person.displayName ?? '';
  return (
    <Box title="Actions">
      {actions.length + waiting.length === 0 && <p className="govuk-body-s">None yet.</p>}
      <ul className="govuk-list govuk-body-s">
        {actions.map((action) => (
          <li key={action.number}>{action.unitReference && `${action.unitReference}. `}{ownerWords(action)}: {action.words ?? '(not shown to you)'} <strong>{dayWords(action.dueOn)}</strong>{action.doneOn && ` · done ${dayWords(action.doneOn)}`}</li>
        ))}
        {waiting.map(({ owner, words, dueOn }, at) => <li key={`waiting ${at}`}>{nameOf(owner)}: {words} <strong>{dayWords(dueOn)}</strong> <span className="hub-secondary">Being saved</span></li>)}
      </ul>
      {mayRecord && (status === 'LIVE' || status === 'CLOSED') && <AddAction meeting={meeting} unit={unit} />}
    </Box>
  );
}

function AddAction({ meeting: { reference, people }, unit }: { meeting: MeetingOfPage; unit: string | null }) {
  const add = (answers: FormReader) => {
    const words = answers.mustText('actionWords', 'Say what is to be done');
    const owner = Number(answers.mustText('actionOwner', 'Choose who does it'));
    const dueOn = answers.mustDate('actionDue', 'The day it is due');
    if (!answers.failed && dueOn < todayInLondon()) answers.fault('actionDue', 'The day it is due must not lie in the past');
    if (answers.failed) return Promise.resolve(null);
    const about = answers.text('actionAbout') === 'item' ? unit : null;
    liveStore.record({ subject: null, version: null, payload: { meeting: reference, kind: 'ACTION', unit: about, owner, dueOn, words } });
    return Promise.resolve({ ok: true as const, data: null });
  };
  return (
    <details className="hub-fold">
      <summary>Add an action</summary>
      <Form submit="Add the action" onSubmit={add} clears>
        <TextArea name="actionWords" label="What is to be done?" rows={2} />
        <SelectField name="actionOwner" label="By whom?" options={[{ value: '', label: 'Choose somebody' }, ...people.map(({ number, person, agency }) => ({ value: String(number), label: `${person.displayName}, ${agency.name}` }))]} />
        <DateField name="actionDue" label="Until when?" value={addDays(isoDate(todayInLondon()), WEEK)} />
        {unit !== null && <SelectField name="actionAbout" label="About" options={[{ value: 'item', label: 'The item that is shown' }, { value: '', label: 'The meeting as a whole' }]} value="item" />}
      </Form>
    </details>
  );
}
