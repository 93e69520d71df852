import { Link } from 'react-router';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { DocumentPartsFragment } from '../../gql/graphql';
import { instantWords } from '../../words/dates';
import { documentWords, standingTone, standingWords } from '../../words/documents';

/** Each document by its newest version. */
export function DocumentTable({ documents }: { documents: readonly DocumentPartsFragment[] }) {
  if (documents.length === 0) return <p className="govuk-body">There is no document yet.</p>;
  return (
    <Table caption="Documents" captionHidden rows={documents} keyOf={({ reference }) => reference} columns={[
      { title: 'Document', names: true, cell: ({ reference, kind, versions }) => <Link className="govuk-link" to={`/documents/${reference}`}>{documentWords({ kind, title: versions[0]?.title })}<span className="govuk-visually-hidden"> {reference}</span></Link> },
      { title: 'About', cell: ({ subjectReference }) => subjectReference },
      { title: 'Version', numeric: true, cell: ({ version }) => version },
      { title: 'Added', cell: ({ versions: [newest] }) => (newest ? `${instantWords(newest.at)}, ${newest.person.displayName}` : '') },
      { title: 'Review', cell: ({ standing }) => <Tag tone={standingTone(standing)}>{standingWords(standing)}</Tag> },
    ]} />
  );
}
