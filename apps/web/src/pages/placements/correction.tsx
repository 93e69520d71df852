import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useData, useOnce } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor, type Problem } from '../../app/problems';
import { Await, ProblemNote, ProblemPage } from '../../components/await';
import { Button } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { AnswerPlacementCorrectionDocument, PlacementPageDocument } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { childName } from '../../words/placements';
import type { PlacementOfPage } from './placement-of-page';

type Row = PlacementOfPage['history'][number];

/** The second person reads what would be put right, and answers. */
export default function Correction() {
  const { placement = '', version = '' } = useParams();
  const found = useData(PlacementPageDocument, { reference: placement });
  return (
    <Await of={found} what="the placement">
      {(data) => {
        const asked = data.placement?.history.find((row) => row.version === Number(version) && row.mayAnswer);
        return data.placement && asked ? <AnswerPage placement={data.placement} asked={asked} onStale={() => void found.refresh()} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />;
      }}
    </Await>
  );
}

const said = ({ onDate, detail }: Row): string => `${dayWords(onDate)}${detail ? `: ${detail}` : ''}`;

function AnswerPage({ placement, asked, onStale }: { placement: PlacementOfPage; asked: Row; onStale: () => void }) {
  const navigate = useNavigate();
  const [answer] = useOnce(AnswerPlacementCorrectionDocument);
  const [problem, setProblem] = useState<Problem | null>(null);
  const back = `/placements/${placement.reference}`;
  const wrong = placement.history.findLast(({ corrects, event }) => corrects === asked.corrects && event === 'CORRECTED') ?? placement.history.find((row) => row.version === asked.corrects);
  const child = placement.children.find(({ number }) => number === asked.child);
  const send = async (approve: boolean) => {
    const outcome = await answer({ placement: placement.reference, version: placement.version, of: asked.corrects ?? 0, approve });
    if (outcome.ok) void navigate(back, { state: { done: approve ? 'It is put right, and both sides are told.' : 'The correction is refused, and who asked for it is told.' } });
    else {
      setProblem(outcome.problem);
      if (outcome.problem.code === 'STALE_VERSION') onStale();
    }
  };
  return (
    <PageBody narrow back={{ to: back, label: `Placement ${placement.reference}` }}>
      <Heading title={asked.label} />
      {problem && <ProblemNote problem={problem} />}
      <SummaryList rows={[
        ...(child ? [{ label: 'Child', value: childName(child) }] : []),
        { label: 'Recorded', value: wrong ? said(wrong) : '' }, { label: 'To be put right', value: said(asked) }, { label: 'Why', value: asked.words ?? 'The words were destroyed' },
        { label: 'Asked for by', value: asked.person?.displayName ?? 'Somebody who left' },
      ]} />
      <p className="govuk-body">With it go the child’s record, the family’s and the link. A fee that was fixed stays as it is.</p>
      <div className="govuk-button-group">
        <Button onClick={() => void send(true)}>Approve it</Button>
        <Button kind="secondary" onClick={() => void send(false)}>Refuse it</Button>
      </div>
    </PageBody>
  );
}
