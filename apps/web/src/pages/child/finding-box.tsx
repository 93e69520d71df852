import { useState } from 'react';
import { Link } from 'react-router';
import { useChange } from '../../app/data';
import type { Problem } from '../../app/problems';
import { useMay, useViewer } from '../../app/viewer';
import { ProblemNote } from '../../components/await';
import { LinkButton } from '../../components/button';
import { Box } from '../../components/page-body';
import { AssignWorkerDocument, type UnitRecordPartsFragment } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { findingWords } from '../../words/states';

interface FindingProps {
  readonly reference: string;
  readonly record: UnitRecordPartsFragment;
  readonly onChanged: () => void;
}

const CHANGE: Readonly<Record<string, string>> = { NOT_STARTED: 'Start family finding', ACTIVE: 'Pause or close it', PAUSED: 'Start it again or close it', CLOSED: 'Open it again' };

export function FindingBox({ reference, record, onChanged }: FindingProps) {
  const may = useMay();
  const { familyFinding, familyFindingSince, familyFindingReason } = record;
  return (
    <Box title="Family finding">
      <p className="govuk-body-s">
        <strong>{findingWords(familyFinding)}</strong>{familyFindingSince && ` since ${dayWords(familyFindingSince)}`}.
        {familyFindingReason && ` ${familyFindingReason}.`}
      </p>
      {may('familyFinding.change') && <p className="govuk-body-s"><Link className="govuk-link" to={`/children/${reference}/family-finding`}>{CHANGE[familyFinding]}</Link></p>}
      <Worker reference={reference} record={record} onChanged={onChanged} />
    </Box>
  );
}

function Worker({ reference, record, onChanged }: FindingProps) {
  const viewer = useViewer();
  const may = useMay();
  const [assign] = useChange(AssignWorkerDocument);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isMine = record.namedWorker?.isViewer === true;
  const take = async () => {
    const outcome = await assign({ input: { subject: reference, userId: viewer.id } });
    if (outcome.ok) onChanged();
    else setProblem(outcome.problem);
  };
  return (
    <>
      <p className="govuk-body-s">Named worker: {record.namedWorker ? <strong>{record.namedWorker.displayName}</strong> : 'none yet'}.
        {may('children.edit') && !isMine && <>{' '}<LinkButton onClick={() => void take()}>Take it on</LinkButton></>}</p>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
