import { MOST_CHILDREN } from '@hub/domain/fees/enter-rate';
import { PLANS, PROVIDERS } from '@hub/domain/fees/fee-table';
import { penceFrom } from '@hub/domain/fees/money';
import { useNavigate, useParams } from 'react-router';
import { useOnce } from '../../app/data';
import { Heading } from '../../app/page';
import { Radios } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { EnterFeeRateDocument } from '../../gql/graphql';
import { optionsOf } from '../../words/plain';

/** A rate that is not published, with where it comes from. */
export default function EnterRate() {
  const { kind = 'FEE', provider, children, from } = useParams();
  const isMonthly = kind === 'MONTHLY';
  const navigate = useNavigate();
  const [enter] = useOnce(EnterFeeRateDocument);
  const send = async (answers: FormReader) => {
    const amount = penceFrom(answers.text('amount') ?? '');
    if (amount === null) answers.fault('amount', 'Enter a sum in pounds, such as 37,000 or 939.50');
    const input = {
      kind, from: answers.mustDate('from', 'The first day'), until: answers.date('until', 'The last day'), amount: amount ?? 0, source: answers.mustText('source', 'Say where the rate comes from'),
      provider: isMonthly ? 'VAA' : answers.mustText('provider', 'Choose who approved the adopters'),
      children: isMonthly ? 1 : (answers.number('children', 'The number of children', { min: 1, max: MOST_CHILDREN }) ?? 1),
      plan: isMonthly ? null : answers.mustText('plan', 'Choose in which parts it falls due'),
    };
    if (answers.failed) return null;
    const outcome = await enter(input);
    if (outcome.ok) void navigate('/fees/rates', { state: { done: 'The rate is entered. Fees that wait for it take it in a moment.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: '/fees/rates', label: 'Fee table' }}>
      <Heading title={isMonthly ? 'Enter a monthly charge' : 'Enter a rate'} />
      <p className="govuk-body">It holds for children {isMonthly ? 'of whose placement a month begins' : 'who move in'} on these days, where no rate is published. What you enter stays in the table under your agency’s name; a later entry takes its place for what is not fixed yet.</p>
      <Form submit="Enter this rate" onSubmit={send}>
        {!isMonthly && <Radios name="provider" label="Who approved the adopters?" options={optionsOf(PROVIDERS)} value={provider} small />}
        {!isMonthly && <TextField name="children" label="Number of children" value={children} inputMode="numeric" width="short" />}
        <DateField name="from" label="First day" value={from} />
        <DateField name="until" label="Last day" hint="Empty while no end is known" />
        <TextField name="amount" label="Rate" hint="In pounds, without the addition for London" width="medium" />
        {!isMonthly && <Radios name="plan" label="In which parts does it fall due?" options={optionsOf(PLANS)} small />}
        <TextArea name="source" label="Where does it come from?" hint="Such as a circular and its day. Everybody who uses the hub may read it: nothing about a case." rows={2} />
      </Form>
    </PageBody>
  );
}
