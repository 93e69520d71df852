import { useNavigate, useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { ChangeFamilyFindingDocument, ChildPageDocument, type FamilyFinding, type UnitRecordPartsFragment } from '../../gql/graphql';
import { todayInLondon } from '../../words/dates';
import { findingWords } from '../../words/states';

const NEXT: Readonly<Record<FamilyFinding, readonly { value: FamilyFinding; label: string; hint?: string }[]>> = {
  NOT_STARTED: [{ value: 'ACTIVE', label: 'Start' }],
  ACTIVE: [{ value: 'PAUSED', label: 'Pause', hint: 'The record leaves other agencies’ searches and the runs until it is started again' }, { value: 'CLOSED', label: 'Close' }],
  PAUSED: [{ value: 'ACTIVE', label: 'Start again' }, { value: 'CLOSED', label: 'Close' }],
  CLOSED: [{ value: 'ACTIVE', label: 'Open again' }],
};

export default function FamilyFindingPage() {
  const { unit = '' } = useParams();
  const view = useData(ChildPageDocument, { reference: unit });
  return (
    <Await of={view} what="the record">
      {(data) => (data.unit?.record
        ? <FindingForm key={data.unit.record.version} unit={unit} record={data.unit.record} onReload={view.refresh} />
        : <ProblemPage problem={problem('NOT_FOUND')} />)}
    </Await>
  );
}

function FindingForm({ unit, record, onReload }: { unit: string; record: UnitRecordPartsFragment; onReload: () => void }) {
  const navigate = useNavigate();
  const [change] = useChange(ChangeFamilyFindingDocument);
  const choices = NEXT[record.familyFinding];
  const send = async (answers: FormReader) => {
    const to = answers.mustText('to', 'Choose what is to happen') as FamilyFinding;
    const onDate = answers.mustDate('onDate', 'The date');
    const reason = answers.text('reason');
    if ((to === 'PAUSED' || to === 'CLOSED') && !reason) answers.fault('reason', 'Enter a reason');
    if (answers.failed) return null;
    const outcome = await change({ input: { unit, version: record.version, to, reason, onDate } });
    if (outcome.ok) void navigate(`/children/${unit}`, { state: { done: `Family finding: ${findingWords(to).toLowerCase()}.` } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: `/children/${unit}`, label: unit }}>
      <Heading title={`Family finding for ${unit}`} />
      <p className="govuk-body">It is now: <strong>{findingWords(record.familyFinding).toLowerCase()}</strong>. While it is active, every agency with an agreement sees the card, after the days for which your agency searches alone.</p>
      <Form submit="Save" onSubmit={send} onReload={onReload}>
        <Radios name="to" label="What is to happen?" options={choices} value={choices.length === 1 ? choices[0].value : null} />
        <DateField name="onDate" label="From which day?" value={todayInLondon()} />
        <TextField name="reason" label="Reason" hint="Needed to pause or close, such as “foster carers being assessed”. Write no names." />
      </Form>
    </PageBody>
  );
}
