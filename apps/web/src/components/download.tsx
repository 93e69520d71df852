import { useState } from 'react';
import { downloadFile } from '../app/auth';
import { problem as problemFor, type Problem } from '../app/problems';
import { useSignedIn } from '../app/session';
import { ProblemNote } from './await';
import { LinkButton } from './button';

interface DownloadProps {
  readonly label: string;
  readonly path: string;
  /** What it is asked with travels here, never in an address. */
  readonly body?: object;
}

/** A file that is made when it is asked for. */
export function Download({ label, path, body = {} }: DownloadProps) {
  const { csrfToken } = useSignedIn();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const fetchFile = async () => {
    setProblem(null);
    setBusy(true);
    const answer = await downloadFile(path, body, csrfToken);
    setBusy(false);
    if (!answer.ok) setProblem(problemFor(answer.error.code, answer.error.message));
  };
  return (
    <>
      <LinkButton onClick={() => void fetchFile()}>{label}</LinkButton>
      <p className="govuk-body-s" role="status">{busy && `${label}: on its way`}</p>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}
