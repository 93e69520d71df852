import { LinkButton } from '../../components/button';
import { Download } from '../../components/download';

interface DownloadsProps {
  /** Names under /audit-files, with what to call each. */
  readonly files: readonly (readonly [name: string, label: string])[];
  readonly body: object;
}

/** The same rows as files. */
export function Downloads({ files, body }: DownloadsProps) {
  return (
    <div className="hub-links">
      <ul className="govuk-list">
        {files.map(([name, label]) => <li key={name}><Download label={label} path={`/audit-files/${name}`} body={body} /></li>)}
        <li><LinkButton onClick={() => window.print()}>Print this page</LinkButton></li>
      </ul>
    </div>
  );
}
