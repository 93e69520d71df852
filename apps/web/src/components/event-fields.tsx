import { REVERSAL_WORDS } from '@hub/domain/children/words';
import { Radios } from './choices';
import { DateField } from './date-field';
import { SelectField, TextField, type Option } from './fields';
import type { FormReader } from './form-reader';
import { optionsOf } from '../words/plain';

const REVERSALS = [{ value: '', label: 'Not a change of plan' }, ...optionsOf(REVERSAL_WORDS)];

/** What happened, when, and why: the guards of the hub decide whether it can be so. */
export function EventFields({ events, reversal = false }: { events: readonly Option[]; reversal?: boolean }) {
  return (
    <>
      <Radios name="event" label="What happened?" options={events} small />
      <DateField name="onDate" label="When?" />
      {reversal && <SelectField name="reversal" label="Reason, where the decision was reversed" options={REVERSALS} />}
      <TextField name="reason" label="Reason" hint="Where one is needed. Write no names." />
    </>
  );
}

interface RecordedEvent { readonly event: string; readonly onDate: string; readonly reason: string | null }

export function readEvent(answers: FormReader, needsReason: (event: string) => boolean, codedReason?: (event: string) => string | null): RecordedEvent {
  const event = answers.mustText('event', 'Choose what happened');
  const onDate = answers.mustDate('onDate', 'The date');
  const reason = codedReason?.(event) ?? answers.text('reason');
  if (event !== '' && needsReason(event) && !reason) answers.fault('reason', 'Enter a reason');
  return { event, onDate, reason };
}
