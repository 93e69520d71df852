import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { ButtonLink } from '../../components/button';
import { PageBody } from '../../components/page-body';
import { UnitDocumentsDocument } from '../../gql/graphql';
import { ChildViews } from '../readiness/child-views';
import { DocumentTable } from './document-table';

export default function UnitDocuments() {
  const { unit = '' } = useParams();
  const found = useData(UnitDocumentsDocument, { unit });
  const may = useMay();
  return (
    <PageBody back={{ to: `/children/${unit}`, label: unit }}>
      <DoneBanner />
      <Heading title={`Documents of ${unit}`} />
      <p className="govuk-body">Reports about the child, the group and its links. Your council alone sees them, and of another agency the named worker of a link to whom you give a version.</p>
      <Await of={found} what="the documents">{({ unitDocuments }) => <DocumentTable documents={unitDocuments} />}</Await>
      {may('documents.keepChild') && <ButtonLink to={`/children/${unit}/documents/new`}>Add a document</ButtonLink>}
      {may('children.viewIdentity') && <ChildViews unit={unit} />}
    </PageBody>
  );
}
