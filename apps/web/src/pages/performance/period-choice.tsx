import { monthWords } from '@hub/domain/dates/words';
import { PERIOD_WORDS } from '@hub/domain/performance/chart-words';
import type { PeriodKind } from '@hub/domain/performance/periods';
import type { RegionBasis } from '@hub/domain/performance/shown';
import type { ReactNode } from 'react';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import type { EditionPartsFragment } from '../../gql/graphql';
import { optionsOf } from '../../words/plain';
import { completeMonths, endOf, type Choice } from './choice';

const BASES: Readonly<Record<RegionBasis, string>> = { RESTATED: 'Today’s members, in every month', FROZEN: 'Who was a member in each month' };

interface ChoiceProps {
  readonly choice: Choice;
  readonly edition: EditionPartsFragment;
  readonly onChoose: (choice: Choice, answers: FormReader) => void;
  readonly children?: ReactNode;
}

/** Which period, and whose children the region is. */
export function PeriodChoice({ choice, edition, onChoose, children }: ChoiceProps) {
  const send = async (answers: FormReader) => {
    const kind = answers.mustText('kind', 'Choose a kind of period') as PeriodKind;
    const to = endOf(kind, answers.mustText('to', 'Choose a month'));
    onChoose({ ...choice, kind, to, basis: answers.mustText('basis', 'Choose the region') as RegionBasis }, answers);
    return null;
  };
  return (
    <section className="hub-box hub-log-search" aria-label="Which figures">
      <Form submit="Show" onSubmit={send} key={`${choice.kind} ${choice.to} ${choice.basis}`}>
        <SelectField name="kind" label="Period" options={optionsOf(PERIOD_WORDS)} value={choice.kind} />
        <SelectField name="to" label="Up to the end of" options={completeMonths(edition).map((value) => ({ value, label: monthWords(value) }))} value={choice.to} />
        <SelectField name="basis" label="The region is" options={optionsOf(BASES)} value={choice.basis} />
        {children}
      </Form>
    </section>
  );
}
