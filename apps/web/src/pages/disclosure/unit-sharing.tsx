import { useParams } from 'react-router';
import { SharingPage } from './sharing-page';

export default function UnitSharing() {
  const { unit = '' } = useParams();
  return <SharingPage subjectType="UNIT" subject={unit} home={`/children/${unit}`} />;
}
