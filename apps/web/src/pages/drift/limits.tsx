import { useNavigate } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useViewer } from '../../app/viewer';
import { Await } from '../../components/await';
import { TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { DriftLimitsDocument, SetDriftLimitsDocument } from '../../gql/graphql';

const FIELDS = [
  ['slowDays', 'A link is slow when nobody moved it for'], ['stuckDays', 'It is stuck after'],
  ['withoutLinkDays', 'A search is too long without a link after'], ['reviewDays', 'A search is to be reviewed after'],
] as const;

export default function DriftLimits() {
  const found = useData(DriftLimitsDocument, {});
  const navigate = useNavigate();
  const { agency } = useViewer();
  const [save] = useChange(SetDriftLimitsDocument);
  const send = async (answers: FormReader) => {
    const read = (name: string, label: string): number => {
      const days = answers.number(name, label, { min: 1, max: 365 });
      if (days === null) answers.fault(name, `${label}: enter how many days`);
      return days ?? 0;
    };
    const [slowDays, stuckDays, withoutLinkDays, reviewDays] = FIELDS.map(([name, label]) => read(name, label));
    if (answers.failed) return null;
    const outcome = await save({ input: { slowDays, stuckDays, withoutLinkDays, reviewDays } });
    if (outcome.ok) void navigate('/drift', { state: { done: 'From now on these days hold.' } });
    return outcome;
  };
  return (
    <Await of={found} what="the days">
      {({ driftLimits }) => (
        <PageBody narrow back={{ to: '/drift', label: 'Drift' }}>
          <Heading title="From when on it is too long" />
          <p className="govuk-body">{agency.kind === 'HUB' ? 'This is the region’s default, for agencies that have not chosen their own.' : 'For your agency’s searches and links.'} Days in which a search is paused do not count.</p>
          <Form submit="Save" onSubmit={send}>
            {FIELDS.map(([name, label]) => <TextField key={name} name={name} label={label} hint="In days" value={driftLimits[name]} inputMode="numeric" width="short" />)}
          </Form>
        </PageBody>
      )}
    </Await>
  );
}
