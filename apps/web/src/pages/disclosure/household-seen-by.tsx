import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { Await } from '../../components/await';
import { previewedPhoto } from '../../components/photo';
import { HouseholdAsSeenByDocument } from '../../gql/graphql';
import { StageBanner } from '../child/stage-banner';
import { FamilyCard } from '../family/family-card';
import { nameOf, SeenBy } from './seen-by';

export default function HouseholdSeenBy() {
  const { household = '', agency = '', grant } = useParams();
  const view = useData(HouseholdAsSeenByDocument, { reference: household, agency, grant: grant ?? null });
  return (
    <Await of={view} what="the preview">
      {({ householdAsSeenBy: seen, agencies }) => (
        <SeenBy subject={household} home={`/families/${household}`} agency={nameOf(agencies, agency)} assumed={grant !== undefined}>
          {seen ? <><StageBanner view={seen} /><FamilyCard view={seen} photoAt={previewedPhoto(agency, grant)} /></> : null}
        </SeenBy>
      )}
    </Await>
  );
}
