import { Link, useParams } from 'react-router';
import { useData } from '../../app/data';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { ownPhoto } from '../../components/photo';
import { FamilyPhotoDocument } from '../../gql/graphql';
import { PhotoPage } from './photo-page';

export default function FamilyPhoto() {
  const { household = '' } = useParams();
  const view = useData(FamilyPhotoDocument, { reference: household });
  return (
    <Await of={view} what="the photo">
      {(data) => {
        const record = data.household?.record;
        if (!record) return <ProblemPage problem={problem('NOT_FOUND')} />;
        return (
          <PhotoPage of="household" reference={household} back={{ to: `/families/${household}`, label: household }} at={record.photo ? ownPhoto('household', household, record.photo) : null} onChanged={view.refresh}
            sharing={<p className="govuk-body">Your agency sees it. Another agency sees it with the identified stage (S2), only while <Link className="govuk-link" to={`/families/${household}/consent`}>the family agrees to have their photo given</Link>, and only where one person of your agency asks for that and a second one agrees, on <Link className="govuk-link" to={`/families/${household}/sharing`}>Who can see {household}</Link>.</p>} />
        );
      }}
    </Await>
  );
}
