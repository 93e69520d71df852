import { useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { problem as problemFor } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { HandOverLinkDocument, LinkPageDocument, type LinkSide } from '../../gql/graphql';
import { HandOverPage } from './hand-over-page';

export default function HandOver() {
  const { link = '', side: of = '' } = useParams();
  const found = useData(LinkPageDocument, { reference: link });
  const [handOver] = useChange(HandOverLinkDocument);
  const side = of as LinkSide;
  return (
    <Await of={found} what="the link">
      {({ link: one }) => (one
        ? <HandOverPage what="link" reference={one.reference} side={side} onHandOver={(userId) => handOver({ input: { link: one.reference, version: one.version, side, userId } })} />
        : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}
