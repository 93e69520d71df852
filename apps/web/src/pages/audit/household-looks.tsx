import { useParams } from 'react-router';
import { LooksPage } from './looks-page';

export default function HouseholdLooks() {
  const { household = '' } = useParams();
  return <LooksPage type="HOUSEHOLD" reference={household} folder="/families" />;
}
