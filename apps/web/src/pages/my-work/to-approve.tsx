import { Link } from 'react-router';
import { Table } from '../../components/table';
import type { ReleasePartsFragment } from '../../gql/graphql';
import { momentWords } from '../../words/dates';

export function ToApprove({ releases }: { releases: readonly ReleasePartsFragment[] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">For your approval</h2>
      <Table caption="Profiles for your approval" captionHidden rows={releases} keyOf={({ id }) => id} columns={[
        {
          title: 'Profile of', names: true,
          cell: ({ subject, subjectType }) => <Link className="govuk-link" to={`/${subjectType === 'UNIT' ? 'children' : 'families'}/${subject}/profile`}>{subject}</Link>,
        },
        { title: 'Purpose', cell: ({ purpose }) => purpose },
        { title: 'Asked by', cell: ({ requestedBy, requestedAt }) => `${requestedBy.displayName}, ${momentWords(requestedAt)}` },
      ]} />
    </section>
  );
}
