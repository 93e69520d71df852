import { Link } from 'react-router';
import { useData, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { useMay, useViewer } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { DoneBanner, Success } from '../../components/banner';
import { PageBody } from '../../components/page-body';
import { EnquiriesDocument } from '../../gql/graphql';
import { count } from '../../words/plain';
import { EnquiryBox } from './enquiry-box';
import { PassedOn } from './passed-on';

export default function EnquiriesPage() {
  const may = useMay();
  if (!may('enquiries.take')) return <ProblemPage problem={problemFor('FORBIDDEN')} />;
  return (
    <PageBody back={{ to: '/recruitment', label: 'Recruitment' }}>
      <DoneBanner />
      <Heading title="Enquiries" />
      <p className="govuk-body">People who think of adopting. Each goes to the agency of their postcode district, which answers within five working days and sends its information within ten; nobody else can read who they are.</p>
      <ul className="govuk-list hub-inline">
        <li><Link className="govuk-link" to="/enquiries/new">Take an enquiry</Link></li>
        <li><Link className="govuk-link" to="/enquiries/districts">Who answers where</Link></li>
      </ul>
      {may('enquiries.read') && <Waiting />}
      <PassedOn />
    </PageBody>
  );
}

function Waiting() {
  const found = useData(EnquiriesDocument, {});
  const { agency: own } = useViewer();
  const [said, say] = useSaid(found.refresh);
  return (
    <Await of={found} what="the enquiries">
      {({ enquiries, agencies }) => (
        <section>
          <h2 className="govuk-heading-m">Waiting for your agency</h2>
          {said && <Success>{said}</Success>}
          <p className="govuk-body" role="status">{enquiries.length === 0 ? 'No enquiry waits.' : `${count(enquiries.length, 'enquiry', 'enquiries')}, the oldest first.`}</p>
          {enquiries.map((enquiry) => <EnquiryBox key={enquiry.reference} enquiry={enquiry} others={agencies.filter(({ code, kind }) => code !== own.code && kind !== 'HUB' && kind !== 'OUTSIDE').map(({ code, name }) => ({ value: code, label: name }))} say={say} />)}
        </section>
      )}
    </Await>
  );
}
