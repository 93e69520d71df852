import { useCallback, useState } from 'react';
import { useChange } from '../app/data';
import type { Problem } from '../app/problems';
import { useMay } from '../app/viewer';
import { StartRunDocument, type RunPartsFragment, type RunScope } from '../gql/graphql';
import { failedRunWords } from '../words/states';
import { ProblemNote } from './await';
import { Button } from './button';
import { isOver, RunProgress } from './run-progress';

interface RunHereProps {
  readonly scope: RunScope;
  readonly subject: string;
  readonly label: string;
  /** There is a result already. */
  readonly again: boolean;
  readonly onDone: () => void;
}

/** Asks for a run about one child or family, and stays beside it until it is over. */
export function RunHere({ scope, subject, label, again, onDone }: RunHereProps) {
  const may = useMay();
  const [start] = useChange(StartRunDocument);
  const [run, setRun] = useState<RunPartsFragment | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  const over = useCallback((now: RunPartsFragment) => {
    setRun(null);
    setSaid({ DONE: 'The run is finished. The list is new.', CANCELLED: 'The run was cancelled. The list is as it was.' }[now.status as string] ?? failedRunWords(now.errorCode));
    onDone();
  }, [onDone]);
  if (!may('matching.start')) return null;
  const begin = async () => {
    setProblem(null);
    setSaid('');
    const outcome = await start({ scope, subject });
    if (!outcome.ok) setProblem(outcome.problem);
    else if (isOver(outcome.data.startMatchingRun.status)) over(outcome.data.startMatchingRun);
    else setRun(outcome.data.startMatchingRun);
  };
  return (
    <div className="hub-start-run">
      {run ? <RunProgress run={run} onOver={over} /> : <Button kind={again ? 'secondary' : 'primary'} onClick={() => void begin()}>{label}</Button>}
      <p className="govuk-body" role="status">{said}</p>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
