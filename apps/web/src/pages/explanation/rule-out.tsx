import { useNavigate, useParams } from 'react-router';
import { useChange } from '../../app/data';
import { Heading } from '../../app/page';
import { TextArea } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { RuleOutDocument } from '../../gql/graphql';

export default function RuleOut() {
  const { unit = '', household = '' } = useParams();
  const navigate = useNavigate();
  const [ruleOut] = useChange(RuleOutDocument);
  const pair = `/children/${unit}/families/${household}`;

  const send = async (answers: FormReader) => {
    const reason = answers.mustText('reason', 'Enter a reason');
    if (answers.failed) return null;
    const outcome = await ruleOut({ unit, household, reason });
    if (outcome.ok) void navigate(`/children/${unit}`, { state: { done: `${household} is ruled out. Runs from now on leave this pair out.` } });
    return outcome;
  };

  return (
    <PageBody narrow back={{ to: pair, label: `${unit} and ${household}` }}>
      <Heading title={`Rule out ${household} for ${unit}`} />
      <p className="govuk-body">Runs leave the pair out from now on. It can be lifted at any time. Other agencies see that people ruled the pair out, never why.</p>
      <Form submit="Rule out" tone="warning" onSubmit={send}>
        <TextArea name="reason" label="Why" hint="Write no names. Your agency keeps the reason." />
      </Form>
    </PageBody>
  );
}
