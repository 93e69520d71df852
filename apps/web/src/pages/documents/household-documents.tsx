import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { ButtonLink } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { HouseholdDocumentsDocument } from '../../gql/graphql';
import { DocumentTable } from './document-table';

export default function HouseholdDocuments() {
  const { household = '' } = useParams();
  const found = useData(HouseholdDocumentsDocument, { household });
  const may = useMay();
  return (
    <PageBody back={{ to: `/families/${household}`, label: household }}>
      <DoneBanner />
      <Heading title={`Documents of ${household}`} />
      <p className="govuk-body">Reports about the family. Your agency alone sees them, and of another agency the named worker of a link to whom you give a version.</p>
      <Await of={found} what="the documents">{({ householdDocuments }) => <DocumentTable documents={householdDocuments} />}</Await>
      {may('documents.keepHousehold') && <ButtonLink to={`/families/${household}/documents/new`}>Add a document</ButtonLink>}
    </PageBody>
  );
}
