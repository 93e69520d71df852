import { useNavigate, useParams } from 'react-router';
import { useChange } from '../../app/data';
import { Heading } from '../../app/page';
import { DateField } from '../../components/date-field';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { EndAgreementDocument } from '../../gql/graphql';
import { todayInLondon } from '../../words/dates';

export default function AgreementEnd() {
  const { reference = '' } = useParams();
  const navigate = useNavigate();
  const [end] = useChange(EndAgreementDocument);
  const send = async (answers: FormReader) => {
    const endsOn = answers.mustDate('endsOn', 'First day without it');
    if (answers.failed) return null;
    const outcome = await end({ reference, endsOn });
    if (outcome.ok) void navigate('/agencies', { state: { done: 'The agreement’s end is recorded.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: '/agencies', label: 'Agencies' }}>
      <Heading title={`End agreement ${reference}`} />
      <p className="govuk-body">After its last day its parties no longer see each other’s cards and profiles, unless another agreement covers them.</p>
      <Form submit="End agreement" tone="warning" onSubmit={send}><DateField name="endsOn" label="First day without it" value={todayInLondon()} /></Form>
    </PageBody>
  );
}
