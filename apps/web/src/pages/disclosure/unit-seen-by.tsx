import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { Await } from '../../components/await';
import { previewedPhoto } from '../../components/photo';
import { UnitAsSeenByDocument } from '../../gql/graphql';
import { CardDetails } from '../child/card-details';
import { StageBanner } from '../child/stage-banner';
import { nameOf, SeenBy } from './seen-by';

export default function UnitSeenBy() {
  const { unit = '', agency = '', grant } = useParams();
  const view = useData(UnitAsSeenByDocument, { reference: unit, agency, grant: grant ?? null });
  return (
    <Await of={view} what="the preview">
      {({ unitAsSeenBy: seen, agencies }) => (
        <SeenBy subject={unit} home={`/children/${unit}`} agency={nameOf(agencies, agency)} assumed={grant !== undefined}>
          {seen ? <><StageBanner view={seen} /><CardDetails view={seen} photoAt={previewedPhoto(agency, grant)} /></> : null}
        </SeenBy>
      )}
    </Await>
  );
}
