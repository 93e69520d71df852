import type { RecordedEvent } from '@hub/domain/fees/item-events';
import { penceFrom } from '@hub/domain/fees/money';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useData, useOnce } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor, type FieldDifference } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { Conflict } from '../../components/conflict';
import { DateField } from '../../components/date-field';
import { TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { FeePageDocument, RecordFeeDocument, type FeeItemPartsFragment } from '../../gql/graphql';
import { dayWords, todayInLondon } from '../../words/dates';
import { feeFieldWords, feeValueWords, poundsWords, STEP_WORDS, sumWords } from '../../words/fees';

export default function RecordFee() {
  const { placement = '', item = '', event = '' } = useParams();
  const found = useData(FeePageDocument, { placement });
  return (
    <Await of={found} what="the sum">
      {({ fee }) => {
        const sum = fee?.items.find(({ id }) => id === item);
        return sum && event in STEP_WORDS ? <RecordPage item={sum} event={event as RecordedEvent} onReload={() => void found.refresh()} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />;
      }}
    </Await>
  );
}

function RecordPage({ item, event, onReload }: { item: FeeItemPartsFragment; event: RecordedEvent; onReload: () => void }) {
  const navigate = useNavigate();
  const [record] = useOnce(RecordFeeDocument);
  const [conflict, setConflict] = useState<readonly FieldDifference[]>([]);
  // As it stood when the form was opened: what the person decided upon.
  const [version] = useState(item.version);
  const back = `/fees/placements/${item.placement}`;
  const send = async (answers: FormReader) => {
    const input = { item: item.id, version, event, ...readRecording(answers, event) };
    if (answers.failed) return null;
    const outcome = await record(input);
    if (outcome.ok) void navigate(back, { state: { done: 'It is recorded. The other agency sees it too.' } });
    else setConflict(outcome.problem.differences);
    return outcome;
  };
  const reload = () => { onReload(); void navigate(back); };
  return (
    <PageBody narrow back={{ to: back, label: `Fee of placement ${item.placement}` }}>
      <Heading title={STEP_WORDS[event]} />
      <Conflict differences={conflict} fieldWords={feeFieldWords} valueWords={feeValueWords} />
      <p className="govuk-body">{sumWords(item)}: {poundsWords(item.amount)}, due on {dayWords(item.dueOn)}, {poundsWords(item.outstanding)} outstanding.</p>
      <Form submit={STEP_WORDS[event]} tone={event === 'WAIVED' ? 'warning' : 'primary'} onSubmit={send} onReload={reload}><Fields item={item} event={event} /></Form>
    </PageBody>
  );
}

function readRecording(answers: FormReader, event: RecordedEvent) {
  const onDate = answers.mustDate('onDate', 'The day');
  if (event === 'INVOICED') return { onDate, invoiceNumber: answers.mustText('invoiceNumber', 'Enter the number of the invoice') };
  if (event !== 'PAID') return { onDate, words: event === 'SETTLED' ? answers.text('words') : answers.mustText('words', 'Say why') };
  const sum = penceFrom(answers.text('sum') ?? '');
  if (sum === null) answers.fault('sum', 'Enter a sum in pounds, such as 18,000 or 939.50');
  return { onDate, sum };
}

function Fields({ item, event }: { item: FeeItemPartsFragment; event: RecordedEvent }) {
  return (
    <>
      {event === 'INVOICED' && <TextField name="invoiceNumber" label="Number of the invoice" width="medium" />}
      {event === 'PAID' && <TextField name="sum" label="Sum paid" hint="In pounds" value={poundsWords(item.outstanding).slice(1)} width="medium" />}
      {event !== 'INVOICED' && event !== 'PAID' && <TextArea name="words" label={event === 'SETTLED' ? 'How was it settled? (optional)' : 'Why?'} hint="Both agencies read it. Name nobody." rows={3} />}
      <DateField name="onDate" label="When was it?" value={todayInLondon()} />
    </>
  );
}
