import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useData, useOnce } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { Checkboxes, Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { CorrectPlacementDocument, PlacementPageDocument } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { childName, stepCodes } from '../../words/placements';
import type { PlacementOfPage } from './placement-of-page';

type Row = PlacementOfPage['history'][number];

/** Puts right a row of a placement's history that the own side recorded wrongly. */
export default function Correct() {
  const { placement = '', version = '' } = useParams();
  const found = useData(PlacementPageDocument, { reference: placement });
  return (
    <Await of={found} what="the placement">
      {(data) => {
        const row = data.placement?.history.find((one) => one.version === Number(version) && one.mayCorrect);
        return data.placement && row ? <CorrectPage placement={data.placement} row={row} onReload={() => void found.refresh()} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />;
      }}
    </Await>
  );
}

/** As it is known today: the last time it was put right, else as it was recorded. */
const standing = ({ history }: PlacementOfPage, row: Row): Row => history.findLast(({ corrects, event }) => corrects === row.version && event === 'CORRECTED') ?? row;

function CorrectPage({ placement, row, onReload }: { placement: PlacementOfPage; row: Row; onReload: () => void }) {
  const navigate = useNavigate();
  const [correct] = useOnce(CorrectPlacementDocument);
  // As it stood when the form was opened: what the person decided upon.
  const [version] = useState(placement.version);
  const [now, back] = [standing(placement, row), `/placements/${placement.reference}`];
  const codes = stepCodes(row.event);
  const send = async (answers: FormReader) => {
    const strikeOut = answers.all('strikeOut').includes('yes');
    const right = strikeOut ? {} : { onDate: answers.mustDate('onDate', 'The day'), code: codes.length > 0 ? answers.mustText('code', 'Choose one') : null };
    const why = answers.mustText('why', 'Say what was wrong, and why');
    if (answers.failed) return null;
    const outcome = await correct({ placement: placement.reference, version, of: row.version, strikeOut, ...right, why });
    if (outcome.ok) void navigate(back, { state: { done: row.needsApproval ? 'It waits for a second person of your agency.' : 'It is put right, and the other side is told.' } });
    return outcome;
  };
  const child = placement.children.find(({ number }) => number === row.child);
  const reload = () => { onReload(); void navigate(back); };
  return (
    <PageBody narrow back={{ to: back, label: `Placement ${placement.reference}` }}>
      <Heading title={`Put right: ${row.label}`} />
      <p className="govuk-body">Recorded is {dayWords(now.onDate)}{now.detail ? `: ${now.detail}` : ''}{child && placement.children.length > 1 ? `, of ${childName(child)}` : ''}. What was recorded stays in the history, with the right one beside it.</p>
      {row.needsApproval && <p className="govuk-body">Rights follow from this day, so a manager or decision maker of your agency has to approve it. Nothing changes before.</p>}
      <Form submit={row.needsApproval ? 'Ask for approval' : 'Put it right'} onSubmit={send} onReload={reload}>
        {row.mayStrikeOut && <Checkboxes name="strikeOut" label="Did it happen?" options={[{ value: 'yes', label: 'It did not happen at all: strike it out' }]} />}
        <DateField name="onDate" label="When was it?" value={now.onDate} />
        {codes.length > 0 && <Radios name="code" label="Which?" options={codes} value={now.code} />}
        <TextArea name="why" label="What was wrong, and why?" hint="Both agencies read it. It is sealed." rows={4} />
      </Form>
    </PageBody>
  );
}
