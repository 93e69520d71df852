import { Link } from 'react-router';
import { Table } from '../../components/table';
import type { MyWorkQuery } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { OpeningTable } from '../safeguards/openings';

/** What waits that has to do with who may know what. */
export function SafeguardWork({ work: { openingsToReview, withholdingsToSettle, consentsToRenew } }: { work: MyWorkQuery['myWork'] }) {
  return (
    <>
      {openingsToReview.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">Opened in an emergency</h2>
          <OpeningTable openings={openingsToReview} />
        </section>
      )}
      {withholdingsToSettle.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">Decisions not to share, for your approval</h2>
          <Table caption="Decisions not to share" captionHidden rows={withholdingsToSettle} keyOf={({ id }) => id} columns={[
            { title: 'About', names: true, cell: ({ unit, child }) => <Link className="govuk-link" to={`/children/${unit}/${child}/not-shared`}>{child}</Link> },
            { title: 'Decided by', cell: ({ decidedBy, decidedOn }) => `${decidedBy.displayName}, ${dayWords(decidedOn)}` },
          ]} />
        </section>
      )}
      {consentsToRenew.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">Families to ask again</h2>
          <Table caption="Families to ask again whether they agree to be shown" captionHidden rows={consentsToRenew} keyOf={({ household }) => household} columns={[
            { title: 'Family', names: true, cell: ({ household }) => <Link className="govuk-link" to={`/families/${household}/consent`}>{household}</Link> },
            { title: 'Agreed until before', cell: ({ expiresOn }) => dayWords(expiresOn) },
          ]} />
        </section>
      )}
    </>
  );
}
