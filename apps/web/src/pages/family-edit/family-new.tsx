import { useNavigate } from 'react-router';
import { useChange } from '../../app/data';
import { Heading } from '../../app/page';
import { Radios, YesNo } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextArea, TextField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { CreateHouseholdDocument } from '../../gql/graphql';
import { HOUSEHOLD_KINDS } from '../../words/cards';

export default function FamilyNew() {
  const navigate = useNavigate();
  const [create] = useChange(CreateHouseholdDocument);
  const send = async (answers: FormReader) => {
    const facts = {
      names: answers.mustText('names', 'Enter their names'), familyId: answers.text('familyId'), kind: answers.mustText('kind', 'Choose one or two adopters'),
      enquiryOn: answers.mustDate('enquiryOn', 'Date of the enquiry'), approvedOn: answers.date('approvedOn', 'Date of approval'),
      shareConsent: answers.yesNo('shareConsent'), shareConsentOn: answers.date('shareConsentOn', 'Date of their answer'),
      experience: answers.text('experience'),
    };
    if (answers.failed) return null;
    const outcome = await create({ input: { facts } });
    if (outcome.ok) void navigate(`/families/${outcome.data.createHousehold.reference}`, { state: { done: 'The family is added.' } });
    return outcome;
  };
  return (
    <PageBody narrow back={{ to: '/families', label: 'Families' }}>
      <Heading title="Add a family" />
      <p className="govuk-body">Names, addresses and your own number stay inside your agency. Approval and offers are added on the family’s page.</p>
      <Form submit="Add family" onSubmit={send}>
        <TextField name="names" label="Names" />
        <TextField name="familyId" label="Your number for the family" width="medium" />
        <Radios name="kind" label="How many adopters?" options={HOUSEHOLD_KINDS} small inline />
        <DateField name="enquiryOn" label="Enquiry received on" />
        <DateField name="approvedOn" label="Approved on" hint="Empty where they are not approved yet" />
        <YesNo name="shareConsent" label="Do they agree to be shown outside your agency?" />
        <DateField name="shareConsentOn" label="When did they say so?" />
        <TextArea name="experience" label="Experience" rows={4} hint="Write no names." />
      </Form>
    </PageBody>
  );
}
