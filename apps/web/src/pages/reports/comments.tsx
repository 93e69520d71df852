import { monthWords } from '@hub/domain/dates/words';
import { useChange, useData, useOnce, useSaid } from '../../app/data';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { Success } from '../../components/banner';
import { LinkButton } from '../../components/button';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { CommentPerformanceDocument, PerformanceCommentsDocument, WithdrawPerformanceCommentDocument, type CommentPartsFragment } from '../../gql/graphql';
import { instantWords } from '../../words/dates';

/** Words of the own agency beside an indicator. `month`: the last month of the period that is on the page, `YYYY-MM`. */
export function PerformanceComments({ code, month }: { code: string; month: string }) {
  const may = useMay();
  const found = useData(PerformanceCommentsDocument, { codes: [code] }, { pause: !may('reports.read') });
  const [said, changed] = useSaid(found.refresh);
  if (!may('reports.read')) return null;
  return (
    <section aria-labelledby={`comments-${code}`}>
      <h2 className="govuk-heading-m" id={`comments-${code}`}>What your agency says about it</h2>
      {said && <Success key={said}>{said}</Success>}
      <Await of={found} what="the comments">
        {({ performanceComments: comments }) => (
          <>
            {comments.length === 0 && <p className="govuk-body">Nothing yet.</p>}
            <ul className="govuk-list hub-notices">{comments.map((comment) => <Comment key={comment.id} comment={comment} onGone={() => changed('Your words are taken back.')} />)}</ul>
            {may('performance.comment') && <Write key={comments.length} code={code} month={month} onWritten={() => changed('Your words stand beside the figures.')} />}
          </>
        )}
      </Await>
    </section>
  );
}

function Comment({ comment: { id, month, words, author, at, isMine }, onGone }: { comment: CommentPartsFragment; onGone: () => void }) {
  const [withdraw, busy] = useChange(WithdrawPerformanceCommentDocument);
  return (
    <li>
      <p className="govuk-body hub-secondary">On the period to {monthWords(month)}: {author}, {instantWords(at)}</p>
      <p className="govuk-body hub-about">{words ?? '(destroyed)'}</p>
      {isMine && !busy && <LinkButton onClick={() => void withdraw({ id }).then((outcome) => { if (outcome.ok) onGone(); })}>Take back</LinkButton>}
    </li>
  );
}

function Write({ code, month, onWritten }: { code: string; month: string; onWritten: () => void }) {
  const [comment] = useOnce(CommentPerformanceDocument);
  const send = async (answers: FormReader) => {
    const words = answers.mustText('words', 'Write something');
    if (answers.failed) return null;
    const outcome = await comment({ code, month, words });
    if (outcome.ok) onWritten();
    return outcome;
  };
  return (
    <Form submit="Keep these words" onSubmit={send}>
      <TextArea name="words" label={`Words about the period to ${monthWords(month)}`} hint="Your agency alone reads them, and they stand in its six-monthly report. Name no child and no family." rows={3} />
    </Form>
  );
}
