import type { Outcome } from '../app/data';
import { Details } from './details';
import { TextField } from './fields';
import { Form } from './form';
import type { FormReader } from './form-reader';

/** Takes back what was shared, with a reason. */
export function WithdrawForm({ onWithdraw }: { onWithdraw: (reason: string) => Promise<Outcome<unknown>> }) {
  const send = async (answers: FormReader) => {
    const reason = answers.mustText('reason', 'Enter a reason');
    return answers.failed ? null : onWithdraw(reason);
  };
  return (
    <Details summary="Withdraw it">
      <Form submit="Withdraw" tone="warning" onSubmit={send}><TextField name="reason" label="Reason" hint="Write no names." /></Form>
    </Details>
  );
}
