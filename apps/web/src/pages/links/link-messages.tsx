import { useOnce } from '../../app/data';
import { useMay } from '../../app/viewer';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { WriteLinkMessageDocument } from '../../gql/graphql';
import { instantWords } from '../../words/dates';
import { sideWords } from '../../words/links';
import { upperFirst } from '../../words/plain';
import type { LinkOfPage } from './link-of-page';

export function LinkMessages({ link, onWritten }: { link: LinkOfPage; onWritten: () => void }) {
  const mayWrite = useMay()('links.write') && link.isOpen && link.parties.some(({ isOwn }) => isOwn);
  return (
    <section>
      <h2 className="govuk-heading-m">Messages</h2>
      {link.messages.length === 0 && <p className="govuk-body">No message yet.</p>}
      <ul className="govuk-list hub-notices">
        {link.messages.map(({ side, author, body, at }) => (
          <li key={at}>
            <p className="govuk-body hub-secondary">{author ? author.displayName : upperFirst(sideWords(side))}, for {sideWords(side)}, {instantWords(at)}</p>
            <p className="govuk-body">{body ?? '(destroyed)'}</p>
          </li>
        ))}
      </ul>
      {mayWrite && <Write link={link} onWritten={onWritten} />}
    </section>
  );
}

function Write({ link, onWritten }: { link: LinkOfPage; onWritten: () => void }) {
  const [write] = useOnce(WriteLinkMessageDocument);
  const send = async (answers: FormReader) => {
    const body = answers.mustText('body', 'Write a message');
    if (answers.failed) return null;
    const outcome = await write({ link: link.reference, body });
    if (outcome.ok) onWritten();
    return outcome;
  };
  return (
    <Form key={link.messages.length} submit="Send message" onSubmit={send}>
      <TextArea name="body" label="Message to the other side’s worker" rows={3}
        hint="No names, dates or addresses before the stage that shows them. The hub checks for those in the record; you are responsible for the rest." />
    </Form>
  );
}
