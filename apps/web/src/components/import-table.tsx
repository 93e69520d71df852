import { Link } from 'react-router';
import type { ImportPartsFragment } from '../gql/graphql';
import { momentWords } from '../words/dates';
import { importKindWords, importStatusWords, statusTone } from '../words/states';
import { Table } from './table';
import { Tag } from './tag';

export function ImportTable({ batches, caption }: { batches: readonly ImportPartsFragment[]; caption: string }) {
  return (
    <Table caption={caption} captionHidden rows={batches} keyOf={({ reference }) => reference} columns={[
      { title: 'Import', names: true, cell: ({ reference }) => <Link className="govuk-link" to={`/files/${reference}`}>{reference}</Link> },
      { title: 'File', cell: ({ fileName, kind }) => <><span className="hub-break">{fileName}</span><br /><span className="hub-secondary">{importKindWords(kind)}</span></> },
      { title: 'Sent', cell: ({ requestedAt, requestedBy }) => `${momentWords(requestedAt)} by ${requestedBy.displayName}` },
      { title: 'Status', cell: ({ status }) => <Tag tone={statusTone(status)}>{importStatusWords(status)}</Tag> },
    ]} />
  );
}
