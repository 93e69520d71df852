import { useEffect, useState } from 'react';
import { useChange } from '../../app/data';
import type { Problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { useWatch } from '../../app/watch';
import { ProblemNote } from '../../components/await';
import { Button } from '../../components/button';
import { ReckonPerformanceDocument } from '../../gql/graphql';

const LOOKED_AFTER = { every: 3_000, attendedFor: 10 * 60_000 } as const;

interface ReckonAnewProps {
  /** Reference of the newest reckoning that the page knows. */
  readonly newest: string;
  /** Asks which is the newest now. */
  readonly look: () => Promise<void>;
  /** Shows the figures of a newer one. */
  readonly show: () => Promise<void>;
}

/** Asks for a reckoning before the night, and looks until it is there. */
export function ReckonAnew({ newest, look, show }: ReckonAnewProps) {
  const may = useMay();
  const [ask] = useChange(ReckonPerformanceDocument);
  const [before, setBefore] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isAwaited = before === newest;
  const isDone = before !== null && !isAwaited;
  useWatch(look, { ...LOOKED_AFTER, on: isAwaited });
  useEffect(() => { if (isDone) void show(); }, [isDone, show]);
  if (!may('performance.refresh')) return null;
  const send = async () => {
    if (isAwaited) return;
    const outcome = await ask({ idempotencyKey: crypto.randomUUID() });
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) setBefore(newest);
  };
  return (
    <div className="hub-screen">
      <Button kind="secondary" onClick={() => void send()}>Count anew</Button>
      <p className="govuk-body" role="status">{isAwaited && 'A new count has been asked for. It counts all agencies, and this page shows it when it is done.'}{isDone && 'This is the new count.'}</p>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
