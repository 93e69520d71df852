import { useNavigate, useParams } from 'react-router';
import { useChange } from '../../app/data';
import { Heading } from '../../app/page';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { LiftBarDocument } from '../../gql/graphql';
import { reasonOf } from './reason-of';

export default function BarLift() {
  const { unit, household, bar = '' } = useParams();
  const subject = unit ?? household ?? '';
  const back = `/${unit ? 'children' : 'families'}/${subject}/bars`;
  const navigate = useNavigate();
  const [lift] = useChange(LiftBarDocument);
  const send = async (answers: FormReader) => {
    const reason = reasonOf(answers, 'reason', 'Enter why the bar can be lifted');
    if (answers.failed) return null;
    const outcome = await lift({ id: bar, reason });
    if (outcome.ok) void navigate(back, { state: { done: 'The bar is lifted.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: back, label: 'Conflicts of interest' }}>
      <Heading title={`Lift a bar from ${subject}`} />
      <p className="govuk-body">The person then sees of this case what their role allows, from their next look on.</p>
      <Form submit="Lift the bar" tone="warning" onSubmit={send}><TextArea name="reason" label="Why?" rows={3} /></Form>
    </PageBody>
  );
}
