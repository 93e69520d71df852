import { useEffect, useState } from 'react';
import { useChange, useData } from '../app/data';
import { useMay } from '../app/viewer';
import { CancelRunDocument, RunProgressDocument, type RunPartsFragment } from '../gql/graphql';
import { runStatusWords } from '../words/states';
import { LinkButton } from './button';
import { ProblemNote } from './await';
import { Progress } from './progress';
import type { Problem } from '../app/problems';

const POLL_EVERY = 1000;
export const isOver = (status: string): boolean => /^(DONE|FAILED|CANCELLED)$/.test(status);

/** A run that is under way, asked for each second until it is over. */
export function RunProgress({ run, onOver }: { run: RunPartsFragment; onOver: (run: RunPartsFragment) => void }) {
  const asked = useData(RunProgressDocument, { reference: run.reference });
  const [cancel] = useChange(CancelRunDocument);
  const [problem, setProblem] = useState<Problem | null>(null);
  const may = useMay();
  const now = asked.data?.run ?? run;
  const over = isOver(now.status);
  const { refresh, fetching } = asked;

  useEffect(() => {
    if (over || fetching) return undefined;
    const timer = window.setTimeout(refresh, POLL_EVERY);
    return () => window.clearTimeout(timer);
  }, [over, fetching, refresh]);

  useEffect(() => { if (over) onOver(now); }, [over, now, onOver]);

  const stop = async () => {
    const outcome = await cancel({ reference: run.reference });
    if (!outcome.ok) setProblem(outcome.problem);
    else refresh();
  };
  return (
    <div className="hub-running">
      <Progress label={`Run ${now.reference}`} percent={now.progress} step={now.step ?? runStatusWords(now.status)} />
      {!over && <p className="govuk-body-s">You can leave this page: the run goes on, and its result is kept.
        {now.canCancel && may('matching.cancel') && <>{' '}<LinkButton onClick={() => void stop()}>Cancel the run</LinkButton></>}</p>}
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
