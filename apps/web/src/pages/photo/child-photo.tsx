import { Link, useParams } from 'react-router';
import { useData } from '../../app/data';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { ownPhoto } from '../../components/photo';
import { ChildPhotoDocument } from '../../gql/graphql';
import { PhotoPage } from './photo-page';

export default function ChildPhoto() {
  const { unit = '', child = '' } = useParams();
  const view = useData(ChildPhotoDocument, { reference: unit });
  return (
    <Await of={view} what="the photo">
      {(data) => {
        const found = data.unit?.record?.children.find(({ reference }) => reference === child);
        if (!found) return <ProblemPage problem={problem('NOT_FOUND')} />;
        return (
          <PhotoPage of="child" reference={child} back={{ to: `/children/${unit}`, label: unit }} at={found.photo ? ownPhoto('unit', unit, found.photo) : null} onChanged={view.refresh}
            sharing={<p className="govuk-body">Your council sees it. Another agency sees it with the identified stage (S2), and only where one person of your council asks for that and a second one agrees, on <Link className="govuk-link" to={`/children/${unit}/sharing`}>Who can see {unit}</Link>.</p>} />
        );
      }}
    </Await>
  );
}
