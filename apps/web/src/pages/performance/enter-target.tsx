import { useNavigate } from 'react-router';
import { useOnce } from '../../app/data';
import { Heading } from '../../app/page';
import { problem } from '../../app/problems';
import { useMay, useViewer } from '../../app/viewer';
import { ProblemPage } from '../../components/await';
import { DateField } from '../../components/date-field';
import { SelectField, TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { EnterPerformanceTargetDocument } from '../../gql/graphql';
import { TARGET_OPTIONS } from '../../words/targets';

/** What an indicator is to come to, by when, and who says so. */
export default function EnterTarget() {
  const may = useMay();
  const { agency } = useViewer();
  const navigate = useNavigate();
  const [enter] = useOnce(EnterPerformanceTargetDocument);
  if (!may('performanceTargets.set')) return <ProblemPage problem={problem('FORBIDDEN')} />;
  const send = async (answers: FormReader) => {
    const value = Number((answers.text('value', 'Enter a number, such as 426 or 75') ?? '').replace(/[,%]/g, ''));
    if (Number.isNaN(value)) answers.fault('value', 'Enter a number, such as 426 or 75');
    const input = {
      code: answers.mustText('code', 'Choose an indicator'), value, from: answers.mustDate('from', 'The first day'), until: answers.date('until', 'The last day'),
      source: answers.mustText('source', 'Say where the target comes from'), note: answers.text('note'),
    };
    if (answers.failed) return null;
    const outcome = await enter(input);
    if (outcome.ok) void navigate('/performance/targets', { state: { done: 'The target is entered.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: '/performance/targets', label: 'Thresholds and targets' }}>
      <Heading title="Enter a target" />
      <p className="govuk-body">{agency.kind === 'HUB' ? 'It is the region’s, and holds for every agency that has no target of its own.' : `It is ${agency.name}’s own.`} Times and numbers of which less is better are to stay below it, shares of which more is better to reach it.</p>
      <Form submit="Enter this target" onSubmit={send}>
        <SelectField name="code" label="Indicator" options={[{ value: '', label: 'Choose' }, ...TARGET_OPTIONS]} />
        <TextField name="value" label="Target" hint="In days, per cent or children, as the indicator is reckoned" width="short" />
        <DateField name="from" label="First day" hint="Of the days on which a period that is measured by it may end" />
        <DateField name="until" label="Last day" hint="Empty while no end is known" />
        <TextArea name="source" label="Where does it come from?" hint="Such as a business plan and its year. Everybody who uses the hub may read it." rows={2} />
        <TextArea name="note" label="What does the source leave open?" hint="If anything. Everybody who uses the hub may read it: nothing about a case." rows={2} />
      </Form>
    </PageBody>
  );
}
