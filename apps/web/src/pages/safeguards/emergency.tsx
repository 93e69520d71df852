import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useChange } from '../../app/data';
import { Heading } from '../../app/page';
import { Button, ButtonLink } from '../../components/button';
import { Radios } from '../../components/choices';
import { TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { BreakGlassDocument, type ReleaseSubject } from '../../gql/graphql';
import { reasonOf } from './reason-of';

/** Break-glass: an interruption first, then the reason. */
export default function Emergency() {
  const { unit, household } = useParams();
  const [warned, setWarned] = useState(false);
  const subject = unit ?? household ?? '';
  const back = subject ? { to: `/${unit ? 'children' : 'families'}/${subject}`, label: subject } : { to: '/', label: 'My work' };
  return (
    <PageBody narrow back={back}>
      {warned ? <EmergencyForm type={unit ? 'UNIT' : household ? 'HOUSEHOLD' : null} subject={subject} /> : <Interruption back={back.to} onContinue={() => setWarned(true)} />}
    </PageBody>
  );
}

function Interruption({ back, onContinue }: { back: string; onContinue: () => void }) {
  return (
    <div className="hub-interruption">
      <Heading title="Open a case in an emergency" />
      <p className="govuk-body">Use this only where a child or an adult may come to harm and nobody who may open the record can be reached.</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>It is recorded under your name, with your reason, for good.</li>
        <li>It is told at once to the data protection officers of the agency whose record it is. They review every opening.</li>
        <li>You see names, a child’s date of birth and whom to ask, for an hour at most. Nothing else.</li>
      </ul>
      <div className="govuk-button-group">
        <Button onClick={onContinue}>Continue</Button>
        <ButtonLink to={back} kind="secondary">Go back</ButtonLink>
      </div>
    </div>
  );
}

function EmergencyForm({ type, subject }: { type: ReleaseSubject | null; subject: string }) {
  const navigate = useNavigate();
  const [open] = useChange(BreakGlassDocument);
  const send = async (answers: FormReader) => {
    const subjectType = type ?? (answers.mustText('subjectType', 'Choose a child or a family') as ReleaseSubject);
    const reference = subject || answers.mustText('subject', 'Enter the reference').toUpperCase();
    const reason = reasonOf(answers, 'reason', 'Enter the reason');
    if (answers.failed) return null;
    const outcome = await open({ input: { subjectType, subject: reference, reason } });
    if (outcome.ok) void navigate(`/emergency/${outcome.data.breakGlass.id}`, { replace: true });
    return outcome;
  };
  return (
    <>
      <Heading title={subject ? `Open ${subject} in an emergency` : 'Open a case in an emergency'} />
      <Form submit="Open the case" tone="warning" onSubmit={send}>
        {!subject && <Radios name="subjectType" label="What is it about?" options={[{ value: 'UNIT', label: 'A child or group of siblings' }, { value: 'HOUSEHOLD', label: 'A family' }]} />}
        {!subject && <TextField name="subject" label="Reference" width="medium" />}
        <TextArea name="reason" label="What is the emergency?" hint="A sentence at least. The officers of the record’s agency read it." rows={4} />
      </Form>
    </>
  );
}
