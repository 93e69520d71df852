import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { OpeningsPageDocument, type OpeningPartsFragment } from '../../gql/graphql';
import { momentWords } from '../../words/dates';

/** For data protection officers: every case of theirs that somebody opened in an emergency. */
export default function Openings() {
  const openings = useData(OpeningsPageDocument, {});
  return (
    <Await of={openings} what="the openings">
      {(data) => (
        <PageBody>
          <DoneBanner />
          <Heading title="Cases opened in an emergency" />
          {data.emergencyOpenings.length === 0 ? <p className="govuk-body">Nobody has opened a case of your agency in an emergency.</p> : <OpeningTable openings={data.emergencyOpenings} />}
        </PageBody>
      )}
    </Await>
  );
}

export function OpeningTable({ openings }: { openings: readonly OpeningPartsFragment[] }) {
  return (
    <Table caption="Cases opened in an emergency" captionHidden rows={openings} keyOf={({ id }) => id} columns={[
      { title: 'Case', names: true, cell: ({ subject }) => subject },
      { title: 'Opened by', cell: ({ openedBy, openerAgency, openedAt }) => <>{openedBy.displayName}<span className="hub-table__under">{openerAgency?.name}, {momentWords(openedAt)}</span></> },
      { title: 'Reason', cell: ({ reason }) => reason },
      { title: 'Open until', cell: ({ until, isLive }) => `${momentWords(until)}${isLive ? ', still open' : ''}` },
      {
        title: 'Review',
        cell: ({ id, subject, reviewedBy, reviewNote }) => (reviewedBy
          ? <>{reviewNote}<span className="hub-table__under">{reviewedBy.displayName}</span></>
          : <Link className="govuk-link" to={`/openings/${id}`}>Review<span className="govuk-visually-hidden"> the opening of {subject}</span></Link>),
      },
    ]} />
  );
}
