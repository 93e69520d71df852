import { useNavigate } from 'react-router';
import { useData, type Outcome } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay, useViewer } from '../../app/viewer';
import { AwaitPart } from '../../components/await';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { UsersDocument, type LinkSide } from '../../gql/graphql';
import { sideWords } from '../../words/links';
import { upperFirst } from '../../words/plain';

interface HandOverProps {
  readonly what: 'link' | 'placement';
  readonly reference: string;
  readonly side: LinkSide;
  readonly onHandOver: (userId: string) => Promise<Outcome<unknown>>;
}

/** One side of a link or a placement passes to another person of the agency. */
export function HandOverPage(props: HandOverProps) {
  const { what, reference, side } = props;
  const may = useMay();
  return (
    <PageBody narrow back={{ to: `/${what}s/${reference}`, label: `${upperFirst(what)} ${reference}` }}>
      <Heading title={`Hand over ${what} ${reference}`} />
      <p className="govuk-body">Who acts for {sideWords(side)} from now on. They are told.</p>
      {may('users.list') ? <Colleagues {...props} /> : (
        <>
          <p className="govuk-body">You can take it on yourself. Managers of your agency hand it to others.</p>
          <Send {...props} people={[]} />
        </>
      )}
    </PageBody>
  );
}

function Colleagues(props: HandOverProps) {
  const users = useData(UsersDocument, { first: 100 });
  return <AwaitPart of={users} what="your colleagues">{({ users: found }) => <Send {...props} people={found.edges.map(({ node }) => node).filter(({ status }) => status !== 'DISABLED')} />}</AwaitPart>;
}

function Send({ what, reference, onHandOver, people }: HandOverProps & { readonly people: readonly { readonly id: string; readonly displayName: string }[] }) {
  const viewer = useViewer();
  const navigate = useNavigate();
  const send = async (answers: FormReader) => {
    const outcome = await onHandOver(answers.text('userId') ?? viewer.id);
    if (outcome.ok) void navigate(`/${what}s/${reference}`, { state: { done: `The ${what} is handed over.` } });
    return outcome;
  };
  return (
    <Form submit={people.length > 0 ? 'Hand over' : 'Take it on'} onSubmit={send}>
      {people.length > 0 && <SelectField name="userId" label="To whom?" value={viewer.id} options={people.map(({ id, displayName }) => ({ value: id, label: displayName }))} />}
    </Form>
  );
}
