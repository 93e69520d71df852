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
import { PlacementPageDocument, TakePlacementStepDocument, type LinkSide } from '../../gql/graphql';
import { todayInLondon } from '../../words/dates';
import { childName, placementFieldWords, placementStepExplained, placementStepWords, placementValueWords } from '../../words/placements';
import type { PlacementOfPage } from './placement-of-page';

type Step = PlacementOfPage['steps'][number];

export default function PlacementStep() {
  const { placement = '', event = '', side } = useParams();
  const found = useData(PlacementPageDocument, { reference: placement });
  return (
    <Await of={found} what="the placement">
      {(data) => {
        const step = data.placement?.steps.find((one) => one.event === event && (side === undefined || one.side === side));
        return data.placement && step ? <StepPage placement={data.placement} step={step} side={side as LinkSide | undefined} onReload={() => void found.refresh()} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />;
      }}
    </Await>
  );
}

const ENDS = /^(FELL|DISRUPTED)$/;

interface StepProps { readonly placement: PlacementOfPage; readonly step: Step; readonly side: LinkSide | undefined; readonly onReload: () => void }

function StepPage({ placement, step, side, onReload }: StepProps) {
  const navigate = useNavigate();
  const [take] = useOnce(TakePlacementStepDocument);
  const [conflict, setConflict] = useState<readonly FieldDifference[]>([]);
  // As it stood when the form was opened: what the person decided upon.
  const [version, setVersion] = useState(placement.version);
  const back = `/placements/${placement.reference}`;
  const send = async (answers: FormReader) => {
    const input = { placement: placement.reference, version, event: step.event, side, ...readStep(answers, step) };
    if (answers.failed) return null;
    const outcome = await take(input);
    if (outcome.ok) void navigate(back, { state: { done: 'It is recorded, and the other side is told.' } });
    else setConflict(outcome.problem.differences);
    return outcome;
  };
  const reload = () => { onReload(); setVersion(placement.version); setConflict([]); void navigate(back); };
  return (
    <PageBody narrow back={{ to: back, label: `Placement ${placement.reference}` }}>
      <Heading title={placementStepWords(step.event)} />
      <Conflict differences={conflict} fieldWords={placementFieldWords} valueWords={placementValueWords} />
      <p className="govuk-body">{placementStepExplained(step.event)}</p>
      <Form submit="Record it" tone={ENDS.test(step.event) ? 'warning' : 'primary'} onSubmit={send} onReload={reload}><StepFields placement={placement} step={step} /></Form>
    </PageBody>
  );
}

function readStep(answers: FormReader, { event, children, codes, needsWords }: Step) {
  const chosen = children.length > 1 ? answers.all('children').map(Number) : children;
  if (children.length > 1 && chosen.length === 0) answers.fault('children', 'Choose the children');
  return {
    onDate: answers.mustDate('onDate', 'The day'), children: chosen, code: codes.length > 0 ? answers.mustText('code', 'Choose one') : null,
    words: needsWords ? answers.mustText('words', 'Say it in words') : answers.text('words'), ...(ENDS.test(event) ? { resumeSearch: answers.all('resume').includes('yes') } : {}),
  };
}

const SOUGHT_AGAIN = 'The child’s journey goes on and family finding opens again. Of a group it opens once every child of it needs a family: take out of the group whoever stays.';

function StepFields({ placement, step: { event, children, codes, needsWords } }: { placement: PlacementOfPage; step: Step }) {
  const named = placement.children.filter(({ number }) => children.includes(number)).map((child) => ({ value: String(child.number), label: childName(child) }));
  return (
    <>
      {children.length > 1 && <Checkboxes name="children" label="Whom is it about?" options={named} values={named.map(({ value }) => value)} />}
      {codes.length > 0 && <Radios name="code" label={ENDS.test(event) ? 'Why?' : 'Which?'} options={codes.map(({ code, label }) => ({ value: code, label }))} />}
      <DateField name="onDate" label={event === 'LIVES_THERE' ? 'Since when?' : 'When was it?'} value={event === 'LIVES_THERE' ? undefined : todayInLondon()} />
      {ENDS.test(event) && <Checkboxes name="resume" label="The search" hint={SOUGHT_AGAIN} options={[{ value: 'yes', label: 'A family is sought again from that day on' }]} />}
      <TextArea name="words" label={needsWords ? 'In words' : 'In words (optional)'} hint="Both agencies read it. It is sealed." rows={4} />
    </>
  );
}
