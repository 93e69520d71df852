import type { AbsenceReason, Recommendation } from '@hub/domain/panels/items';
import { useOnce, type Done } from '../../app/data';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { Details } from '../../components/details';
import { SelectField, TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { FinishPanelMinutesDocument, RecordPanelPapersDocument, RecordRecommendationDocument, StepOutOfPanelItemDocument } from '../../gql/graphql';
import { todayInLondon } from '../../words/dates';
import { ABSENCE_OPTIONS, RECOMMENDATION_OPTIONS } from '../../words/panels';
import type { ItemOfPage } from './item-of-page';

interface HearingProps { readonly item: ItemOfPage; readonly onDone: Done }

/** What the panel's adviser records, in the order in which it happens. */
export function Hearing({ item, onDone }: HearingProps) {
  if (!item.mayRecord) return null;
  const isWaiting = item.status === 'PROVISIONAL' || item.status === 'CONFIRMED';
  const hasMet = item.meetsOn <= todayInLondon();
  return (
    <>
      {isWaiting && item.papersInOn === null && <Papers item={item} onDone={onDone} />}
      {isWaiting && hasMet && item.seats.length > 0 && <StepOut item={item} onDone={onDone} />}
      {isWaiting && hasMet && <Recommend item={item} onDone={onDone} />}
      {item.status === 'HEARD' && item.minutesFinalOn === null && <Minutes item={item} onDone={onDone} />}
    </>
  );
}

const at = ({ reference, version }: ItemOfPage) => ({ item: reference, version });

function Papers({ item, onDone }: HearingProps) {
  const [record] = useOnce(RecordPanelPapersDocument);
  const send = async (answers: FormReader) => {
    const onDate = answers.mustDate('papersOn', 'The day the papers came');
    if (answers.failed) return null;
    const outcome = await record({ ...at(item), onDate });
    if (outcome.ok) onDone(outcome, 'The papers are recorded.');
    return outcome;
  };
  return (
    <Details summary="Record that the papers are in">
      <Form submit="Record the papers" onSubmit={send}><DateField name="papersOn" label="When did they come?" value={todayInLondon()} /></Form>
    </Details>
  );
}

function StepOut({ item, onDone }: HearingProps) {
  const [record] = useOnce(StepOutOfPanelItemDocument);
  const send = async (answers: FormReader) => {
    const member = answers.mustText('member', 'Choose who left the room');
    const reason = answers.mustText('reason', 'Choose why') as AbsenceReason;
    if (answers.failed) return null;
    const outcome = await record({ ...at(item), member, reason });
    if (outcome.ok) onDone(outcome, 'It is recorded who left the room.');
    return outcome;
  };
  return (
    <Details summary="A member left the room for this item">
      <Form submit="Record it" onSubmit={send} clears>
        <SelectField name="member" label="Who?" options={[{ value: '', label: 'Choose somebody' }, ...item.seats.filter(({ attendance }) => attendance === 'PRESENT').map(({ member, displayName }) => ({ value: member, label: displayName }))]} />
        <SelectField name="reason" label="Conflict of interest" options={[{ value: '', label: 'Choose' }, ...ABSENCE_OPTIONS]} />
      </Form>
    </Details>
  );
}

function Recommend({ item, onDone }: HearingProps) {
  const [record] = useOnce(RecordRecommendationDocument);
  const send = async (answers: FormReader) => {
    const recommendation = answers.mustText('recommendation', 'Choose what the panel recommends') as Recommendation;
    const reasons = answers.mustText('panelReasons', 'Write the reasons');
    if (answers.failed) return null;
    const outcome = await record({ ...at(item), recommendation, reasons, advice: answers.text('advice') });
    if (outcome.ok) onDone(outcome, 'The recommendation is recorded.');
    return outcome;
  };
  return (
    <section>
      <h2 className="govuk-heading-m">Record the recommendation</h2>
      {item.quorum && !item.quorum.isMet && <p className="govuk-body">There is no quorum yet. Record on the panel’s page who was there.</p>}
      <Form submit="Record the recommendation" onSubmit={send} fieldOf={(path) => (path === 'reasons' ? 'panelReasons' : path)}>
        <Radios name="recommendation" label="What does the panel recommend?" options={RECOMMENDATION_OPTIONS} />
        <TextArea name="panelReasons" label="Reasons" hint="Your agency alone reads them. They are sealed." />
        <TextArea name="advice" label="Advice (optional)" hint={item.kind === 'MATCH' ? 'For example on contact or support.' : 'For example on ages, number and needs.'} rows={3} />
      </Form>
    </section>
  );
}

function Minutes({ item, onDone }: HearingProps) {
  const [finish] = useOnce(FinishPanelMinutesDocument);
  const send = async (answers: FormReader) => {
    const onDate = answers.mustDate('minutesOn', 'The day');
    if (answers.failed) return null;
    const outcome = await finish({ ...at(item), onDate });
    if (outcome.ok) onDone(outcome, 'The minutes are final, and the decision maker is told.');
    return outcome;
  };
  return (
    <section>
      <h2 className="govuk-heading-m">Final minutes</h2>
      <p className="govuk-body">With the recommendation and the final minutes seven working days begin in which the decision is made.</p>
      <Form submit="The minutes are final" onSubmit={send}><DateField name="minutesOn" label="When did the decision maker get them?" value={todayInLondon()} /></Form>
    </section>
  );
}
