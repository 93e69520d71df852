import type { Manner, Outcome, Recipient } from '@hub/domain/panels/items';
import { useOnce, type Done } from '../../app/data';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { Details } from '../../components/details';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { MakeDecisionDocument, RecordDecisionNoticeDocument } from '../../gql/graphql';
import { dayWords, todayInLondon } from '../../words/dates';
import { mannerWords, OUTCOME_OPTIONS, recipientWords } from '../../words/panels';
import type { ItemOfPage } from './item-of-page';

interface DecisionProps { readonly item: ItemOfPage; readonly onDone: Done }

/** The agency decision maker's part, and who is told. */
export function Decision({ item, onDone }: DecisionProps) {
  return (
    <>
      {item.satThere && <p className="govuk-body">You sat at this panel, so another decision maker of your agency decides.</p>}
      {item.mayDecide && <Decide item={item} onDone={onDone} />}
      {item.notices.length > 0 && <Notices item={item} onDone={onDone} />}
    </>
  );
}

function Decide({ item, onDone }: DecisionProps) {
  const [decide] = useOnce(MakeDecisionDocument);
  const send = async (answers: FormReader) => {
    const outcome = answers.mustText('outcome', 'Choose the decision') as Outcome;
    const reasons = answers.mustText('decisionReasons', 'Write the reasons');
    const onDate = answers.mustDate('decidedOn', 'The day of the decision');
    if (answers.failed) return null;
    const result = await decide({ item: item.reference, version: item.version, outcome, reasons, onDate });
    if (result.ok) onDone(result, 'The decision is recorded.');
    return result;
  };
  return (
    <section>
      <h2 className="govuk-heading-m">Make the decision</h2>
      <p className="govuk-body">{item.kind === 'MATCH'
        ? 'The panel recommends, you decide. A match that is approved ends every other link of the child or group and of the family.'
        : 'The panel recommends, you decide. A first no is a notice, against which the family can make representations or go to the independent review.'}</p>
      <Form submit="Record the decision" onSubmit={send} fieldOf={(path) => ({ reasons: 'decisionReasons', onDate: 'decidedOn' })[path] ?? path}>
        <Radios name="outcome" label={item.kind === 'MATCH' ? 'Is the match approved?' : 'Are the adopters approved?'} options={OUTCOME_OPTIONS} />
        <TextArea name="decisionReasons" label="Reasons" hint="Your agency alone reads them. They are sealed." />
        <DateField name="decidedOn" label="When was it decided?" value={todayInLondon()} />
      </Form>
    </section>
  );
}

/** Orally within two working days, in writing within five. */
function Notices({ item, onDone }: DecisionProps) {
  const [record] = useOnce(RecordDecisionNoticeDocument);
  const open = item.notices.filter(({ toldOn }) => toldOn === null);
  const send = async (answers: FormReader) => {
    const [recipient, manner] = answers.mustText('notice', 'Choose who was told').split(' ') as [Recipient, Manner];
    const onDate = answers.mustDate('toldOn', 'The day');
    if (answers.failed) return null;
    const outcome = await record({ item: item.reference, recipient, manner, onDate });
    if (outcome.ok) onDone(outcome, 'It is recorded who was told.');
    return outcome;
  };
  return (
    <section>
      <h2 className="govuk-heading-m">Who is told</h2>
      <Table caption="Notices of the decision" captionHidden rows={item.notices} keyOf={({ recipient, manner }) => `${recipient} ${manner}`} columns={[
        { title: 'Who', names: true, cell: ({ recipient }) => recipientWords(recipient) },
        { title: 'How', cell: ({ manner }) => mannerWords(manner) },
        { title: 'Due', cell: ({ dueOn }) => (dueOn ? dayWords(dueOn) : 'Not known') },
        { title: 'Done', cell: ({ toldOn, isLate }) => <>{toldOn ? dayWords(toldOn) : 'Not yet'} {isLate && <Tag tone="red">Late</Tag>}</> },
      ]} />
      {item.mayTell && (
        <Details summary="Record that somebody was told" open={open.length > 0}>
          <Form submit="Record it" onSubmit={send} fieldOf={(path) => (path === 'onDate' ? 'toldOn' : path)}>
            <Radios name="notice" label="Who was told, and how?" options={item.notices.map(({ recipient, manner }) => ({ value: `${recipient} ${manner}`, label: `${recipientWords(recipient)}: ${mannerWords(manner).toLowerCase()}` }))} value={open[0] ? `${open[0].recipient} ${open[0].manner}` : null} small />
            <DateField name="toldOn" label="When?" value={todayInLondon()} />
          </Form>
        </Details>
      )}
    </section>
  );
}
