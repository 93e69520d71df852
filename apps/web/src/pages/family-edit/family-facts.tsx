import { Radios, YesNo } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextArea, TextField } from '../../components/fields';
import type { FormReader } from '../../components/form-reader';
import type { HouseholdFactsInput, HouseholdViewPartsFragment } from '../../gql/graphql';
import { HOUSEHOLD_KINDS } from '../../words/cards';

const AVAILABILITY = [
  { value: 'AVAILABLE', label: 'Available' }, { value: 'NOT_AVAILABLE', label: 'Not available' },
  { value: '', label: 'Nothing recorded', hint: 'In stage two with a provisional panel date, runs still look at them' },
];

export function FamilyFactsFields({ view: { record } }: { view: HouseholdViewPartsFragment }) {
  if (!record) return null;
  return (
    <>
      <TextField name="names" label="Names" value={record.names} />
      <TextField name="familyId" label="Your number for the family" width="medium" value={record.familyId} />
      <TextArea name="address" label="Address" rows={3} value={record.address} />
      <TextArea name="reportSummary" label="Summary of the report" hint="Shown to agencies to which stage S2 is granted. Write no surname, date or address." rows={5} value={record.reportSummary} />
      <Radios name="kind" label="How many adopters?" options={HOUSEHOLD_KINDS} value={record.kind} small inline />
      <DateField name="enquiryOn" label="Enquiry received on" value={record.enquiryOn} />
      <DateField name="approvedOn" label="Approved on" value={record.approvedOn} />
      <DateField name="provisionalPanelOn" label="Provisional panel date" value={record.provisionalPanelOn} />
      <Radios name="availability" label="Are they available?" options={AVAILABILITY} value={record.availability ?? ''} small />
      <YesNo name="shareConsent" label="Do they agree to be shown outside your agency?" value={record.shareConsent} />
      <DateField name="shareConsentOn" label="When did they say so?" value={record.shareConsentOn} />
      <TextArea name="experience" label="Experience" rows={4} hint="Others read it once a profile is released. Write no names." value={record.experience} />
      <TextArea name="about" label="About the family" rows={6} hint="The text that a release starts from. A released profile keeps its own text. Write no names." value={record.about} />
    </>
  );
}

export function readFamilyFacts(answers: FormReader): HouseholdFactsInput {
  return {
    names: answers.text('names'), familyId: answers.text('familyId'), address: answers.text('address'), reportSummary: answers.text('reportSummary'),
    kind: answers.mustText('kind', 'Choose one or two adopters'), enquiryOn: answers.date('enquiryOn', 'Date of the enquiry'),
    approvedOn: answers.date('approvedOn', 'Date of approval'), provisionalPanelOn: answers.date('provisionalPanelOn', 'Provisional panel date'),
    availability: answers.text('availability'), shareConsent: answers.yesNo('shareConsent'), shareConsentOn: answers.date('shareConsentOn', 'Date of their answer'),
    experience: answers.text('experience'), about: answers.text('about'),
  };
}
