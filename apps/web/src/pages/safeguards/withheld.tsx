import { useState } from 'react';
import { useParams } from 'react-router';
import { useChange, useData, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import type { Problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemNote } from '../../components/await';
import { Success } from '../../components/banner';
import { Button } from '../../components/button';
import { DateField } from '../../components/date-field';
import { TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { Box, PageBody } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { RecordWithholdingDocument, SettleWithholdingDocument, WithholdingsPageDocument, type WithholdingPartsFragment } from '../../gql/graphql';
import { dayWords, momentWords, todayInLondon } from '../../words/dates';
import { reasonOf } from './reason-of';

/** Decisions not to share information on a child (Children Act 2004 s.16LA(3)). */
export default function Withheld() {
  const { unit = '', child = '' } = useParams();
  const may = useMay();
  const list = useData(WithholdingsPageDocument, { child });
  const [said, done] = useSaid(list.refresh);
  return (
    <Await of={list} what="the decisions">
      {({ withholdings }) => (
        <PageBody narrow back={{ to: `/children/${unit}`, label: unit }}>
          {said && <Success key={said}>{said}</Success>}
          <Heading title={`Decisions not to share about ${child}`} />
          <p className="govuk-body">Information that matters to a child’s welfare is shared, unless sharing would do more harm than good. Then that is decided, with the reason, and a second person approves it.</p>
          {withholdings.length === 0 && <p className="govuk-body">No such decision is recorded.</p>}
          {withholdings.map((one) => <Decision key={one.id} decision={one} onDone={done} />)}
          {may('disclosure.withhold') && <NewDecision key={withholdings.length} child={child} onDone={() => done('The decision is recorded. A second person has to approve it.')} />}
        </PageBody>
      )}
    </Await>
  );
}

function Decision({ decision, onDone }: { decision: WithholdingPartsFragment; onDone: (words: string) => void }) {
  const may = useMay();
  const [settle] = useChange(SettleWithholdingDocument);
  const [problem, setProblem] = useState<Problem | null>(null);
  const answer = async (approved: boolean) => {
    const outcome = await settle({ id: decision.id, approved });
    if (outcome.ok) onDone(approved ? 'The decision is approved and stands in the child’s timeline.' : 'The decision is declined.');
    else setProblem(outcome.problem);
  };
  const { outcome, settledBy, settledAt } = decision;
  const waits = outcome === null && may('disclosure.settleWithholding') && !decision.decidedBy.isViewer;
  return (
    <Box title={`Not shared with ${decision.withWhom}`}>
      <SummaryList rows={[
        { label: 'What was not shared', value: decision.what },
        { label: 'Why sharing would do more harm', value: decision.reason },
        { label: 'Decided', value: `${dayWords(decision.decidedOn)}, by ${decision.decidedBy.displayName}` },
        { label: 'Second person', value: outcome === null ? 'Waits for approval' : `${outcome === 'APPROVED' ? 'Approved' : 'Declined'} by ${settledBy?.displayName ?? ''}, ${settledAt ? momentWords(settledAt) : ''}` },
      ]} />
      {waits && (
        <div className="govuk-button-group">
          <Button onClick={() => void answer(true)}>Approve</Button>
          <Button kind="secondary" onClick={() => void answer(false)}>Decline</Button>
        </div>
      )}
      {problem && <ProblemNote problem={problem} />}
    </Box>
  );
}

function NewDecision({ child, onDone }: { child: string; onDone: () => void }) {
  const [record] = useChange(RecordWithholdingDocument);
  const send = async (answers: FormReader) => {
    const withWhom = answers.mustText('withWhom', 'Enter with whom it is not shared');
    const what = answers.mustText('what', 'Enter what is not shared');
    const reason = reasonOf(answers, 'reason', 'Enter why sharing would do more harm');
    const decidedOn = answers.mustDate('decidedOn', 'The day of the decision');
    if (answers.failed) return null;
    const outcome = await record({ input: { child, withWhom, what, reason, decidedOn } });
    if (outcome.ok) onDone();
    return outcome;
  };
  return (
    <>
      <h2 className="govuk-heading-m">Record a decision not to share</h2>
      <Form submit="Record the decision" onSubmit={send}>
        <TextField name="withWhom" label="With whom is it not shared?" />
        <TextField name="what" label="What is not shared?" />
        <TextArea name="reason" label="Why would sharing do more harm than not?" rows={4} />
        <DateField name="decidedOn" label="When was it decided?" value={todayInLondon()} />
      </Form>
    </>
  );
}
