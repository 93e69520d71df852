import { useParams } from 'react-router';
import { SharingPage } from './sharing-page';

export default function HouseholdSharing() {
  const { household = '' } = useParams();
  return <SharingPage subjectType="HOUSEHOLD" subject={household} home={`/families/${household}`} />;
}
