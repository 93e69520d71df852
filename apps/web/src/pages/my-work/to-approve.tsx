import { Link } from 'react-router';
import { Table } from '../../components/table';
import type { MyWorkQuery } from '../../gql/graphql';
import { momentWords } from '../../words/dates';

export function ToApprove({ releases }: { releases: MyWorkQuery['myWork']['toApprove'] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">For your approval</h2>
      <Table caption="Profiles for your approval" captionHidden rows={releases} keyOf={({ id }) => id} columns={[
        {
          title: 'Profile of', names: true,
          cell: ({ id, subject }) => <Link className="govuk-link" to={`/releases/${id}`}>{subject}</Link>,
        },
        { title: 'Purpose', cell: ({ purpose }) => purpose },
        { title: 'Asked by', cell: ({ requestedBy, requestedAt }) => `${requestedBy.displayName}, ${momentWords(requestedAt)}` },
      ]} />
    </section>
  );
}
