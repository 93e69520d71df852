import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { HouseholdReleasesDocument } from '../../gql/graphql';
import { ProfilePage } from './profile-page';

export default function HouseholdProfile() {
  const { household = '' } = useParams();
  const view = useData(HouseholdReleasesDocument, { reference: household });
  return (
    <Await of={view} what="the profile">
      {(data) => {
        const record = data.household?.record;
        if (!record) return <ProblemPage problem={problem('NOT_FOUND')} />;
        return <ProfilePage subjectType="HOUSEHOLD" subject={household} back={`/families/${household}`} releases={record.releases} onChanged={view.refresh} />;
      }}
    </Await>
  );
}
