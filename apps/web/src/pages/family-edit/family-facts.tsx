import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Radios, YesNo } from '../../components/choices';
import { DateField } from '../../components/date-field';
import { TextArea, TextField } from '../../components/fields';
import type { FormReader } from '../../components/form-reader';
import { PanelItemsOfHouseholdDocument, type HouseholdFactsInput, type HouseholdViewPartsFragment } from '../../gql/graphql';
import { HOUSEHOLD_KINDS } from '../../words/cards';
import { dayWords } from '../../words/dates';

const AVAILABILITY = [
  { value: 'AVAILABLE', label: 'Available' }, { value: 'NOT_AVAILABLE', label: 'Not available' },
  { value: '', label: 'Nothing recorded', hint: 'In stage two with a provisional panel date, runs still look at them' },
];

/** The day of the place that they hold; before there is one, a day that is planned. */
function PanelDay({ family, value }: { family: string; value: string | null | undefined }) {
  const found = useData(PanelItemsOfHouseholdDocument, { household: family });
  const place = found.data?.panelItemsOfHousehold.find(({ status }) => status === 'PROVISIONAL' || status === 'CONFIRMED');
  if (!place || !value) return <DateField name="provisionalPanelOn" label="Provisional panel date" hint="Until they hold a place on a panel" value={value} />;
  const [year, month, day] = value.split('-').map(Number);
  return (
    <div className="govuk-form-group">
      {[['day', day], ['month', month], ['year', year]].map(([part, number]) => <input key={part} type="hidden" name={`provisionalPanelOn-${part}`} value={number} />)}
      <p className="govuk-body"><strong>Provisional panel date:</strong> {dayWords(value)}, by <Link className="govuk-link" to={`/panels/items/${place.reference}`}>their place on the panel</Link>. Another place changes it.</p>
    </div>
  );
}

export function FamilyFactsFields({ view: { record, reference } }: { view: HouseholdViewPartsFragment }) {
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
      <PanelDay family={reference} value={record.provisionalPanelOn} />
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
