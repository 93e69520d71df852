import { useNavigate, useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { Await, ProblemPage } from '../../components/await';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { OpeningsPageDocument, ReviewOpeningDocument, type OpeningPartsFragment } from '../../gql/graphql';
import { momentWords } from '../../words/dates';
import { reasonOf } from './reason-of';

export default function OpeningReview() {
  const { opening = '' } = useParams();
  const openings = useData(OpeningsPageDocument, {});
  return (
    <Await of={openings} what="the opening">
      {({ emergencyOpenings }) => {
        const found = emergencyOpenings.find(({ id }) => id === opening);
        return found ? <Review opening={found} /> : <ProblemPage problem={problem('NOT_FOUND')} />;
      }}
    </Await>
  );
}

function Review({ opening }: { opening: OpeningPartsFragment }) {
  const navigate = useNavigate();
  const [review] = useChange(ReviewOpeningDocument);
  const send = async (answers: FormReader) => {
    const note = reasonOf(answers, 'note', 'Enter what you found');
    if (answers.failed) return null;
    const outcome = await review({ id: opening.id, note });
    if (outcome.ok) void navigate('/openings', { state: { done: `The opening of ${opening.subject} is reviewed.` } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: '/openings', label: 'Cases opened in an emergency' }}>
      <Heading title={`Review the opening of ${opening.subject}`} />
      <SummaryList rows={[
        { label: 'Opened by', value: `${opening.openedBy.displayName}, ${opening.openerAgency?.name ?? ''}` },
        { label: 'Opened', value: `${momentWords(opening.openedAt)}, until ${momentWords(opening.until)}` },
        { label: 'Reason', value: opening.reason },
      ]} />
      {opening.reviewedBy ? <p className="govuk-body">Reviewed by {opening.reviewedBy.displayName}: {opening.reviewNote}</p>
        : <Form submit="Save the review" onSubmit={send}><TextArea name="note" label="What did you find, and what follows from it?" rows={5} /></Form>}
    </PageBody>
  );
}
