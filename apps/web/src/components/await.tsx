import { useContext, type ReactNode } from 'react';
import type { Data } from '../app/data';
import { Heading } from '../app/page';
import type { Problem } from '../app/problems';
import { InPage } from './in-page';

export function Loading({ what = 'the page' }: { what?: string }) {
  const words = <p className="govuk-body hub-loading" role="status">Loading {what}…</p>;
  return useContext(InPage) ? words : <div className="hub-width hub-page">{words}</div>;
}

interface ProblemPageProps {
  readonly problem: Problem;
  readonly onRetry?: () => void;
}

/** What could not be shown: what happened, what to do. A whole page, or what would have stood under a page's own heading. */
export function ProblemPage({ problem, onRetry }: ProblemPageProps) {
  if (useContext(InPage)) return <ProblemNote problem={problem} onRetry={onRetry} />;
  return (
    <div className="hub-width hub-page">
      <Heading title={problem.title} />
      <p className="govuk-body">{problem.advice}</p>
      {onRetry && <button type="button" className="govuk-button govuk-button--secondary" onClick={onRetry}>Try again</button>}
    </div>
  );
}

interface AwaitProps<T> {
  readonly of: Data<T>;
  readonly what?: string;
  readonly children: (data: T) => ReactNode;
}

/** Loading, problem or the page itself. */
export function Await<T>({ of, what, children }: AwaitProps<T>) {
  if (of.data !== undefined && of.data !== null) return children(of.data);
  if (of.problem) return <ProblemPage problem={of.problem} onRetry={of.refresh} />;
  return <Loading what={what} />;
}

/** The same for one part of a page. */
export function AwaitPart<T>({ of, what = 'this part', children }: AwaitProps<T>) {
  if (of.data !== undefined && of.data !== null) return children(of.data);
  if (of.problem) return <ProblemNote problem={of.problem} onRetry={of.refresh} />;
  return <p className="govuk-body hub-loading" role="status">Loading {what}…</p>;
}

export function ProblemNote({ problem, onRetry }: ProblemPageProps) {
  return (
    <div className="hub-problem" role="alert">
      <p className="govuk-body"><strong>{problem.title}.</strong> {problem.advice}</p>
      {onRetry && <button type="button" className="hub-link-button" onClick={onRetry}>Try again</button>}
    </div>
  );
}
