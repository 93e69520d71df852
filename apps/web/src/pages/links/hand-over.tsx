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
import { HandOverLinkDocument, LinkPageDocument, UsersDocument, type LinkSide } from '../../gql/graphql';
import { sideWords } from '../../words/links';
import type { LinkOfPage } from './link-of-page';

export default function HandOver() {
  const { link = '', side = '' } = useParams();
  const found = useData(LinkPageDocument, { reference: link });
  return <Await of={found} what="the link">{(data) => (data.link ? <HandOverPage link={data.link} side={side as LinkSide} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}</Await>;
}

function HandOverPage({ link, side }: { link: LinkOfPage; side: LinkSide }) {
  const may = useMay();
  return (
    <PageBody narrow back={{ to: `/links/${link.reference}`, label: `Link ${link.reference}` }}>
      <Heading title={`Hand over link ${link.reference}`} />
      <p className="govuk-body">Who acts for {sideWords(side)} from now on. They are told.</p>
      {may('users.list') ? <Colleagues link={link} side={side} /> : (
        <>
          <p className="govuk-body">You can take it on yourself. Managers of your agency hand it to others.</p>
          <Send link={link} side={side} people={[]} />
        </>
      )}
    </PageBody>
  );
}

function Colleagues({ link, side }: { link: LinkOfPage; side: LinkSide }) {
  const users = useData(UsersDocument, { first: 100 });
  return <AwaitPart of={users} what="your colleagues">{({ users: found }) => <Send link={link} side={side} people={found.edges.map(({ node }) => node).filter(({ status }) => status !== 'DISABLED')} />}</AwaitPart>;
}

function Send({ link, side, people }: { link: LinkOfPage; side: LinkSide; people: readonly { readonly id: string; readonly displayName: string }[] }) {
  const viewer = useViewer();
  const navigate = useNavigate();
  const [handOver] = useChange(HandOverLinkDocument);
  const send = async (answers: FormReader) => {
    const outcome = await handOver({ input: { link: link.reference, version: link.version, side, userId: answers.text('userId') ?? viewer.id } });
    if (outcome.ok) void navigate(`/links/${link.reference}`, { state: { done: 'The link is handed over.' } });
    return outcome;
  };
  return (
    <Form submit={people.length > 0 ? 'Hand over' : 'Take it on'} onSubmit={send}>
      {people.length > 0 && <SelectField name="userId" label="To whom?" value={viewer.id} options={people.map(({ id, displayName }) => ({ value: id, label: displayName }))} />}
    </Form>
  );
}
