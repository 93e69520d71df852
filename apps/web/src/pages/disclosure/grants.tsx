import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { PageBody } from '../../components/page-body';
import { GrantsDocument } from '../../gql/graphql';
import { GrantTable } from './grant-table';

export default function Grants() {
  const grants = useData(GrantsDocument, {});
  return (
    <Await of={grants} what="the grants">
      {({ grants: all }) => (
        <PageBody>
          <Heading title="Grants" />
          <p className="govuk-body">What your agency shows to others beyond the card, to whom, and until when. Open a record to change who sees it.</p>
          {all.length > 0 ? <GrantTable grants={all} caption="Grants of your agency" /> : <p className="govuk-body">Nothing has been granted yet. Release a profile from the page of a child or a family.</p>}
        </PageBody>
      )}
    </Await>
  );
}
