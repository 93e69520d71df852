import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useChange } from '../../app/data';
import type { Problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { ProblemNote } from '../../components/await';
import { Checkboxes } from '../../components/choices';
import { Button } from '../../components/button';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { ApplyImportDocument, DiscardImportDocument } from '../../gql/graphql';
import type { Batch } from './batch';

export function Decide({ batch, refused, onChanged }: { batch: Batch; refused: number; onChanged: () => void }) {
  const may = useMay();
  const navigate = useNavigate();
  const [apply] = useChange(ApplyImportDocument);
  const [discard] = useChange(DiscardImportDocument);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!may('imports.apply')) return null;

  const take = async (answers: FormReader) => {
    const outcome = await apply({ reference: batch.reference, onlyIfAllGood: answers.all('all').includes('good') });
    if (outcome.ok) onChanged();
    return outcome;
  };
  const drop = async () => {
    const outcome = await discard({ reference: batch.reference });
    if (outcome.ok) void navigate('/files', { state: { done: `Import ${batch.reference} is discarded.` } });
    else setProblem(outcome.problem);
  };
  return (
    <section>
      <h2 className="govuk-heading-m">Apply this file?</h2>
      <Form submit="Apply" onSubmit={take} aside={<Button kind="secondary" onClick={() => void drop()}>Discard</Button>}>
        {refused > 0
          ? <Checkboxes name="all" label={`${refused} ${refused === 1 ? 'row is' : 'rows are'} refused. The good rows can be applied without them.`} options={[{ value: 'good', label: 'Apply only if every row is good' }]} small />
          : <p className="govuk-body">Every row is good.</p>}
      </Form>
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}
