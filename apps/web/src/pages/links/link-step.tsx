import { EXIT_REASONS } from '@hub/domain/links/exit-reasons';
import { TAKEN_STEPS, type TakenStep } from '@hub/domain/links/events';
import type { SideExit } from '@hub/domain/links/states';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useData, useOnce } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor, type FieldDifference } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { Checkboxes, Radios } from '../../components/choices';
import { Conflict } from '../../components/conflict';
import { DateField } from '../../components/date-field';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { LinkPageDocument, TakeLinkStepDocument, type LinkSide } from '../../gql/graphql';
import { todayInLondon } from '../../words/dates';
import { linkFieldWords, linkValueWords, stepWords } from '../../words/links';
import type { LinkOfPage } from './link-of-page';
import { optionsOf } from '../../words/plain';

export default function LinkStep() {
  const { link = '', event = '', side } = useParams();
  const found = useData(LinkPageDocument, { reference: link });
  return (
    <Await of={found} what="the link">
      {(data) => (data.link && (TAKEN_STEPS as readonly string[]).includes(event) ? <StepPage link={data.link} event={event as TakenStep} side={side as LinkSide | undefined} onReload={() => void found.refresh()} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}

const isExit = (event: TakenStep): event is SideExit => event in EXIT_REASONS;

interface StepProps { readonly link: LinkOfPage; readonly event: TakenStep; readonly side: LinkSide | undefined; readonly onReload: () => void }

function StepPage({ link, event, side, onReload }: StepProps) {
  const navigate = useNavigate();
  const [take] = useOnce(TakeLinkStepDocument);
  const [conflict, setConflict] = useState<readonly FieldDifference[]>([]);
  // As it stood when the form was opened: what the person decided upon.
  const [version, setVersion] = useState(link.version);
  const back = `/links/${link.reference}`;
  const send = async (answers: FormReader) => {
    const input = { link: link.reference, version, event, side, ...readStep(answers, event) };
    if (answers.failed) return null;
    const outcome = await take(input);
    if (outcome.ok) void navigate(back, { state: { done: 'The step is recorded, and the other side is told.' } });
    else setConflict(outcome.problem.differences);
    return outcome;
  };
  const reload = () => { onReload(); setVersion(link.version); setConflict([]); void navigate(back); };
  return (
    <PageBody narrow back={{ to: back, label: `Link ${link.reference}` }}>
      <Heading title={stepWords(event)} />
      <Conflict differences={conflict} fieldWords={linkFieldWords} valueWords={linkValueWords} />
      <p className="govuk-body">{explained(event)}</p>
      <Form submit={stepWords(event)} tone={isExit(event) ? 'warning' : 'primary'} onSubmit={send} onReload={reload}><StepFields event={event} /></Form>
    </PageBody>
  );
}

function explained(event: TakenStep): string {
  if (event === 'EXPLORING_AGREED') return 'You ask to show the other agency what stage S2 shows of your record. A second person of your agency approves it under My work. When both sides’ agreements live, the link is explored.';
  if (isExit(event)) return 'The link ends, and what both sides granted for it ends at once. The other agency sees that you ended it, never why.';
  return 'The other side’s worker is told.';
}

function readStep(answers: FormReader, event: TakenStep) {
  const onDate = answers.date('onDate', 'The day');
  if (!isExit(event)) return { onDate };
  return { onDate, reason: answers.mustText('reason', 'Choose the reason'), words: answers.text('words'), ruleOut: answers.all('ruleOut').includes('yes') };
}

function StepFields({ event }: { event: TakenStep }) {
  return (
    <>
      {isExit(event) && (
        <>
          <Radios name="reason" label="Why?" options={optionsOf(EXIT_REASONS[event])} />
          <TextArea name="words" label="In your own words (optional, but for another reason)" hint="Your agency alone reads it. It is sealed." rows={3} />
          <Checkboxes name="ruleOut" label="For the future" options={[{ value: 'yes', label: 'Leave this pair out of future runs, for this reason' }]} />
        </>
      )}
      {event !== 'EXPLORING_AGREED' && <DateField name="onDate" label="When was it?" value={todayInLondon()} />}
    </>
  );
}
