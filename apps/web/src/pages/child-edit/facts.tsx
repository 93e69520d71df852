import { DateField } from '../../components/date-field';
import { Radios, YesNo } from '../../components/choices';
import { SelectField, TextArea, TextField } from '../../components/fields';
import type { FormReader } from '../../components/form-reader';
import type { ChildFactsInput, ChildRecordPartsFragment } from '../../gql/graphql';
import { ETHNICITIES } from '../../words/cards';

const SEX = [{ value: 'F', label: 'Girl' }, { value: 'M', label: 'Boy' }, { value: 'N', label: 'Neither' }, { value: 'U', label: 'Not known' }];
const ETHNICITY = [{ value: '', label: 'Not recorded' }, ...ETHNICITIES.map(([value, label]) => ({ value, label }))];

export function FactsFields({ child }: { child: ChildRecordPartsFragment }) {
  const { dates } = child;
  return (
    <>
      <TextField name="externalId" label="Your council’s number for the child" width="medium" value={child.externalId} />
      <TextField name="firstName" label="First name" value={child.firstName} />
      <TextField name="lastName" label="Last name" value={child.lastName} />
      <DateField name="dateOfBirth" label="Date of birth" value={child.dateOfBirth} />
      <Radios name="sex" label="Sex" options={SEX} value={child.sex} small inline />
      <SelectField name="ethnicity" label="Ethnicity" options={ETHNICITY} value={child.ethnicity} />
      <YesNo name="disability" label="Does the child have a disability?" value={child.disability} />
      <TextArea name="healthSummary" label="Health summary" hint="Shown to agencies to which stage S2 is granted. Write no surname, date or address." value={child.healthSummary} rows={5} />
      <DateField name="enteredCareOn" label="Entered care on" value={dates.enteredCareOn} />
      <DateField name="admDecidedOn" label="Decision that the child should be placed" value={dates.admDecidedOn} />
      <DateField name="placementOrderOn" label="Placement order on" value={dates.authorityType === 'PO' ? dates.authorityOn : null} />
      <DateField name="consentOn" label="Parents’ consent on" value={dates.authorityType === 'CONSENT' ? dates.authorityOn : null} />
    </>
  );
}

export function readFacts(answers: FormReader): ChildFactsInput {
  return {
    externalId: answers.text('externalId'), firstName: answers.text('firstName'), lastName: answers.text('lastName'),
    dateOfBirth: answers.date('dateOfBirth', 'Date of birth'), sex: answers.text('sex'), ethnicity: answers.text('ethnicity'), disability: answers.yesNo('disability'), healthSummary: answers.text('healthSummary'),
    enteredCareOn: answers.date('enteredCareOn', 'Date the child entered care'), admDecidedOn: answers.date('admDecidedOn', 'Date of the decision'),
    placementOrderOn: answers.date('placementOrderOn', 'Date of the placement order'), consentOn: answers.date('consentOn', 'Date of the consent'),
  };
}
