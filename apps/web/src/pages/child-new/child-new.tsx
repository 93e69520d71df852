import { useNavigate } from 'react-router';
import { useChange } from '../../app/data';
import { Heading } from '../../app/page';
import { SelectField, TextField } from '../../components/fields';
import { DateField } from '../../components/date-field';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { Radios } from '../../components/choices';
import { PageBody } from '../../components/page-body';
import { CreateChildDocument, type UnitPlan } from '../../gql/graphql';

const SEX = [{ value: 'F', label: 'Girl' }, { value: 'M', label: 'Boy' }, { value: 'N', label: 'Neither' }, { value: 'U', label: 'Not known' }];
const PLANS = [
  { value: '', label: 'Not in a group' }, { value: 'TOGETHER', label: 'To be placed together' },
  { value: 'TOGETHER_PREFERRED', label: 'Together if possible' }, { value: 'APART', label: 'To be placed apart' },
];

export default function ChildNew() {
  const navigate = useNavigate();
  const [create] = useChange(CreateChildDocument);

  const send = async (answers: FormReader) => {
    const facts = {
      externalId: answers.text('externalId'), firstName: answers.text('firstName'), lastName: answers.text('lastName'),
      dateOfBirth: answers.date('dateOfBirth', 'Date of birth', true), sex: answers.mustText('sex', 'Choose the child’s sex, or not known'),
      enteredCareOn: answers.date('enteredCareOn', 'Date the child entered care', true),
    };
    const withUnit = answers.text('withUnit');
    const plan = answers.text('plan') as UnitPlan | null;
    if (withUnit && !plan) answers.fault('plan', 'Choose how the children are to be placed');
    if (answers.failed) return null;
    const outcome = await create({ input: { facts, withUnit: withUnit?.toUpperCase(), plan } });
    if (outcome.ok) void navigate(`/children/${outcome.data.createChild.reference}`, { state: { done: 'The child is added.' } });
    return outcome;
  };

  return (
    <PageBody narrow back={{ to: '/children', label: 'Children' }}>
      <Heading title="Add a child" />
      <p className="govuk-body">Names, the exact date of birth and your own number stay inside your council. Other agencies never see them.</p>
      <Form submit="Add child" onSubmit={send}>
        <TextField name="externalId" label="Your council’s number for the child" width="medium" />
        <TextField name="firstName" label="First name" />
        <TextField name="lastName" label="Last name" />
        <DateField name="dateOfBirth" label="Date of birth" hint="The expected date, where the child is not born yet" />
        <Radios name="sex" label="Sex" options={SEX} small inline />
        <DateField name="enteredCareOn" label="Entered care on" />
        <TextField name="withUnit" label="Brother or sister’s hub reference" hint="Only where the child belongs to a sibling group that is in the hub already" width="short" />
        <SelectField name="plan" label="Plan of the sibling group" options={PLANS} />
      </Form>
    </PageBody>
  );
}
