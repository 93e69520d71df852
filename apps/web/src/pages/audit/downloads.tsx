import { useState } from 'react';
import { downloadFile } from '../../app/auth';
import { problem as problemFor, type Problem } from '../../app/problems';
import { useSignedIn } from '../../app/session';
import { ProblemNote } from '../../components/await';
import { LinkButton } from '../../components/button';

interface DownloadsProps {
  /** Names under /audit-files, with what to call each. */
  readonly files: readonly (readonly [name: string, label: string])[];
  readonly body: object;
}

/** The same rows as files. What they are asked with travels in the body, never in an address. */
export function Downloads({ files, body }: DownloadsProps) {
  const { csrfToken } = useSignedIn();
  const [busy, setBusy] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const fetchFile = async (name: string, label: string) => {
    setProblem(null);
    setBusy(label);
    const answer = await downloadFile(`/audit-files/${name}`, body, csrfToken);
    setBusy('');
    if (!answer.ok) setProblem(problemFor(answer.error.code, answer.error.message));
  };
  return (
    <div className="hub-links">
      <ul className="govuk-list">
        {files.map(([name, label]) => <li key={name}><LinkButton onClick={() => void fetchFile(name, label)}>{label}</LinkButton></li>)}
        <li><LinkButton onClick={() => window.print()}>Print this page</LinkButton></li>
      </ul>
      <p className="govuk-body-s" role="status">{busy && `${busy}: on its way`}</p>
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
