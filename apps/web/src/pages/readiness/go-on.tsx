import { useNavigate, useParams } from 'react-router';
import { useOnce } from '../../app/data';
import { Heading } from '../../app/page';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { GoOnToPanelDocument } from '../../gql/graphql';

export default function GoOn() {
  const { link = '' } = useParams();
  const navigate = useNavigate();
  const [goOn] = useOnce(GoOnToPanelDocument);
  const back = `/links/${link}`;
  const send = async (answers: FormReader) => {
    const reason = answers.mustText('reason', 'Say why the panel goes on without');
    if (answers.failed) return null;
    const outcome = await goOn({ link, reason });
    if (outcome.ok) void navigate(back, { state: { done: 'Your decision is recorded, with what was missing.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: back, label: `Link ${link}` }}>
      <Heading title="Go on although something is missing" />
      <p className="govuk-body">What is missing now is recorded with your name and your reason. Your agency alone reads it. It moves nothing by itself.</p>
      <Form submit="Record the decision" onSubmit={send}>
        <TextArea name="reason" label="Why does the panel go on without?" rows={4} />
      </Form>
    </PageBody>
  );
}
