import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { SavedSearchesDocument } from '../../gql/graphql';
import { momentWords } from '../../words/dates';
import { searchWords, tellsWords } from '../../words/searches';

/** Searches that people keep, to be told of what is new. */
export default function Searches() {
  const list = useData(SavedSearchesDocument, {});
  return (
    <Await of={list} what="the saved searches">
      {({ savedSearches }) => (
        <PageBody>
          <DoneBanner />
          <Heading title="Saved searches" />
          <p className="govuk-body">The hub looks at them by itself and tells you of who is new. To save one, search for <Link className="govuk-link" to="/children">children</Link> or <Link className="govuk-link" to="/families">families</Link> and press “Save this search”.</p>
          {savedSearches.length === 0 ? <p className="govuk-body">There is none yet.</p> : (
            <Table caption="Your saved searches and those of your agency" captionHidden rows={savedSearches} keyOf={({ id }) => id} columns={[
              { title: 'Search', names: true, cell: (one) => <Link className="govuk-link" to={`/searches/${one.id}`}>{searchWords(one)}</Link> },
              { title: 'New', cell: ({ newCount }) => (newCount > 0 ? <Tag tone="green">{newCount} new</Tag> : 'None') },
              { title: 'Looks for', cell: ({ holds }) => (holds === 'UNIT' ? 'Children' : 'Families') },
              { title: 'Tells', cell: ({ tells, paused }) => tellsWords(tells, paused) },
              { title: 'Last run', cell: ({ lastRunAt }) => momentWords(lastRunAt) },
              { title: 'Who reads it', cell: ({ shared, isOwn, owner }) => (isOwn ? (shared ? 'Your agency' : 'You alone') : `Shared by ${owner.displayName}`) },
            ]} />
          )}
        </PageBody>
      )}
    </Await>
  );
}
