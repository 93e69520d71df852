import { Link } from 'react-router';
import type { CandidatePartsFragment, RunPartsFragment } from '../gql/graphql';
import { momentWords, secondsWords } from '../words/dates';
import { criterionWords } from '../words/needs';
import { lowerFirst } from '../words/plain';

type Scored = Pick<CandidatePartsFragment, 'status' | 'unknowns' | 'notKnown'>;

export const isUnsure = ({ status }: Scored): boolean => status === 'conditional';

/** Many unknowns are counted where naming them all would drown the rest. */
export function unknownWords({ notKnown, unknowns }: Scored): string {
  const names = [...new Set([...unknowns, ...notKnown].map((name) => lowerFirst(criterionWords(name))))];
  if (names.length <= 4) return names.join(', ') || 'nothing';
  return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

/** Which run a list stands on; `looked`: how much it looked at, in words. */
export function RunLine({ run, looked }: { run: RunPartsFragment; looked: string | null }) {
  return (
    <p className="hub-secondary">
      Run of <Link className="govuk-link" to={`/matching/${run.reference}`}>{momentWords(run.finishedAt ?? run.requestedAt)}</Link> · policy {run.policyVersion}
      {looked !== null && <> · {looked} looked at</>}{run.seconds !== null && <> in {secondsWords(run.seconds)}</>}
    </p>
  );
}
