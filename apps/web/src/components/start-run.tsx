import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useChange } from '../app/data';
import type { Problem } from '../app/problems';
import { useMay } from '../app/viewer';
import { StartRunDocument, type StartRunMutationVariables } from '../gql/graphql';
import { ProblemNote } from './await';
import { Button } from './button';

interface StartRunProps extends Pick<StartRunMutationVariables, 'scope' | 'subject'> {
  readonly label: string;
  readonly kind?: 'primary' | 'secondary';
}

/** Starts a run and goes to its page; says why where it cannot start. Nothing for those who may not. */
export function StartRun({ scope, subject, label, kind }: StartRunProps) {
  const may = useMay();
  const navigate = useNavigate();
  const [start] = useChange(StartRunDocument);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!may('matching.start')) return null;
  const begin = async () => {
    const outcome = await start({ scope, subject });
    if (outcome.ok) void navigate(`/matching/${outcome.data.startMatchingRun.reference}`);
    else setProblem(outcome.problem);
  };
  return (
    <>
      <Button kind={kind} onClick={() => void begin()}>{label}</Button>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
