import { Link } from 'react-router';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import type { GrantPartsFragment } from '../../gql/graphql';
import { dayWords, momentWords } from '../../words/dates';
import { grantAudienceWords, grantStatusWords, stageWords, statusTone } from '../../words/states';

export function GrantTable({ grants, caption }: { grants: readonly GrantPartsFragment[]; caption: string }) {
  return (
    <Table caption={caption} captionHidden rows={grants} keyOf={({ id }) => id} columns={[
      {
        title: 'Record', names: true,
        cell: ({ subject, subjectType }) => <Link className="govuk-link" to={`/${subjectType === 'UNIT' ? 'children' : 'families'}/${subject}/sharing`}>{subject}</Link>,
      },
      { title: 'Stage', cell: ({ stage }) => stageWords(stage) },
      { title: 'For', cell: grantAudienceWords },
      { title: 'Purpose', cell: ({ purpose }) => purpose },
      { title: 'Asked by', cell: ({ requestedBy, requestedAt }) => `${requestedBy.displayName}, ${momentWords(requestedAt)}` },
      { title: 'Until', cell: ({ expiresOn }) => (expiresOn ? dayWords(expiresOn) : '') },
      { title: 'Status', cell: ({ status }) => <Tag tone={statusTone(status)}>{grantStatusWords(status)}</Tag> },
    ]} />
  );
}
