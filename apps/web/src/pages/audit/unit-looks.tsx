import { useParams } from 'react-router';
import { LooksPage } from './looks-page';

export default function UnitLooks() {
  const { unit = '' } = useParams();
  return <LooksPage type="UNIT" reference={unit} folder="/children" />;
}
