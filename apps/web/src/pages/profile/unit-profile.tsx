import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { UnitReleasesDocument } from '../../gql/graphql';
import { ProfilePage } from './profile-page';

export default function UnitProfile() {
  const { unit = '' } = useParams();
  const view = useData(UnitReleasesDocument, { reference: unit });
  return (
    <Await of={view} what="the profile">
      {(data) => {
        const record = data.unit?.record;
        if (!record) return <ProblemPage problem={problem('NOT_FOUND')} />;
        return <ProfilePage subjectType="UNIT" subject={unit} back={`/children/${unit}`} releases={record.releases} onChanged={view.refresh} />;
      }}
    </Await>
  );
}
