import { Link } from 'react-router';
import type { RunPartsFragment } from '../gql/graphql';
import { momentWords } from '../words/dates';
import { runStatusWords, statusTone } from '../words/states';
import { Table } from './table';
import { Tag } from './tag';

export function scopeWords({ scope, subject }: { scope: string; subject?: string | null }): string {
  if (scope === 'REGION') return 'The whole region';
  return scope === 'UNIT' ? `Child or group ${subject ?? ''}` : `Family ${subject ?? ''}`;
}

export function RunTable({ runs, caption }: { runs: readonly RunPartsFragment[]; caption: string }) {
  return (
    <Table caption={caption} captionHidden rows={runs} keyOf={({ reference }) => reference} columns={[
      { title: 'Run', names: true, cell: ({ reference }) => <Link className="govuk-link" to={`/matching/${reference}`}>{reference}</Link> },
      { title: 'Looks at', cell: scopeWords },
      { title: 'Asked for', cell: ({ requestedAt, requestedBy }) => `${momentWords(requestedAt)} by ${requestedBy.displayName}` },
      { title: 'Status', cell: ({ status }) => <Tag tone={statusTone(status)}>{runStatusWords(status)}</Tag> },
    ]} />
  );
}
