import { useNavigate, useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { useMay, useViewer } from '../../app/viewer';
import { Await, AwaitPart, ProblemPage } from '../../components/await';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { HandOverPlacementDocument, PlacementPageDocument, UsersDocument, type LinkSide } from '../../gql/graphql';
import { sideWords } from '../../words/links';
import type { PlacementOfPage } from './placement-of-page';

export default function HandOver() {
  const { placement = '', side = '' } = useParams();
  const found = useData(PlacementPageDocument, { reference: placement });
  return <Await of={found} what="the placement">{(data) => (data.placement ? <HandOverPage placement={data.placement} side={side as LinkSide} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}</Await>;
}

function HandOverPage({ placement, side }: { placement: PlacementOfPage; side: LinkSide }) {
  const may = useMay();
  return (
    <PageBody narrow back={{ to: `/placements/${placement.reference}`, label: `Placement ${placement.reference}` }}>
      <Heading title={`Hand over placement ${placement.reference}`} />
      <p className="govuk-body">Who acts for {sideWords(side)} from now on. They are told.</p>
      {may('users.list') ? <Colleagues placement={placement} side={side} /> : (
        <>
          <p className="govuk-body">You can take it on yourself. Managers of your agency hand it to others.</p>
          <Send placement={placement} side={side} people={[]} />
        </>
      )}
    </PageBody>
  );
}

function Colleagues({ placement, side }: { placement: PlacementOfPage; side: LinkSide }) {
  const users = useData(UsersDocument, { first: 100 });
  return <AwaitPart of={users} what="your colleagues">{({ users: found }) => <Send placement={placement} side={side} people={found.edges.map(({ node }) => node).filter(({ status }) => status !== 'DISABLED')} />}</AwaitPart>;
}

function Send({ placement, side, people }: { placement: PlacementOfPage; side: LinkSide; people: readonly { readonly id: string; readonly displayName: string }[] }) {
  const viewer = useViewer();
  const navigate = useNavigate();
  const [handOver] = useChange(HandOverPlacementDocument);
  const send = async (answers: FormReader) => {
    const outcome = await handOver({ input: { placement: placement.reference, version: placement.version, side, userId: answers.text('userId') ?? viewer.id } });
    if (outcome.ok) void navigate(`/placements/${placement.reference}`, { state: { done: 'The placement is handed over.' } });
    return outcome;
  };
  return (
    <Form submit={people.length > 0 ? 'Hand over' : 'Take it on'} onSubmit={send}>
      {people.length > 0 && <SelectField name="userId" label="To whom?" value={viewer.id} options={people.map(({ id, displayName }) => ({ value: id, label: displayName }))} />}
    </Form>
  );
}
