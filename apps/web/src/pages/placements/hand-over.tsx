import { useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { problem as problemFor } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { HandOverPlacementDocument, PlacementPageDocument, type LinkSide } from '../../gql/graphql';
import { HandOverPage } from '../links/hand-over-page';

export default function HandOver() {
  const { placement = '', side: of = '' } = useParams();
  const found = useData(PlacementPageDocument, { reference: placement });
  const [handOver] = useChange(HandOverPlacementDocument);
  const side = of as LinkSide;
  return (
    <Await of={found} what="the placement">
      {({ placement: one }) => (one
        ? <HandOverPage what="placement" reference={one.reference} side={side} onHandOver={(userId) => handOver({ input: { placement: one.reference, version: one.version, side, userId } })} />
        : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}
