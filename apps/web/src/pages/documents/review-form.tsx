import { useOnce } from '../../app/data';
import { Radios } from '../../components/choices';
import { Details } from '../../components/details';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { ReviewDocumentDocument } from '../../gql/graphql';
import { REVIEW_OPTIONS } from '../../words/documents';

/** By somebody else than who added the version. */
export function ReviewForm({ document, number, onDone }: { document: string; number: number; onDone: () => void }) {
  const [review] = useOnce(ReviewDocumentDocument);
  const send = async (answers: FormReader) => {
    const outcome = answers.mustText('outcome', 'Choose what you decide');
    const words = answers.text('words', outcome === 'ACCEPTED' ? undefined : 'Say what you have to say about it');
    if (answers.failed) return null;
    const done = await review({ document, number, outcome, words });
    if (done.ok) onDone();
    return done;
  };
  return (
    <Details summary={`Review version ${number}`}>
      <Form submit="Record the review" onSubmit={send}>
        <Radios name="outcome" label="What do you decide?" options={REVIEW_OPTIONS} />
        <TextArea name="words" label="In your own words" hint="Needed unless you accept it. Your agency alone reads it." rows={4} />
      </Form>
    </Details>
  );
}
