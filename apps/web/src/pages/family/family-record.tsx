import { Link } from 'react-router';
import { useMay } from '../../app/viewer';
import { ownPhoto, Photo } from '../../components/photo';
import { SummaryList, type SummaryRow } from '../../components/summary-list';
import { Table } from '../../components/table';
import type { HouseholdViewPartsFragment } from '../../gql/graphql';
import { ethnicityWords, householdKindWords, languageWords, sexWords, yesNoWords } from '../../words/cards';
import { dayWords } from '../../words/dates';
import { contactWords } from '../../words/needs';

type Record = NonNullable<HouseholdViewPartsFragment['record']>;
type Values = readonly (readonly [label: string, value: string | null | undefined])[];

const day = (date: string | null | undefined): string | null => (date ? dayWords(date) : null);
const list = (values: readonly string[] | null | undefined, words: (value: string) => string = String): string | null =>
  (values ? values.map(words).join(', ') || 'none' : null);

const facts = (record: Record): Values => [
  ['Names', record.names], ['Your number for the family', record.familyId], ['Address', record.address],
  ['Summary of the report (shown at stage S2)', record.reportSummary],
  ['How many adopters', householdKindWords(record.kind)], ['Enquiry received on', day(record.enquiryOn)],
  ['Approved on', day(record.approvedOn)], ['Provisional panel date', day(record.provisionalPanelOn)],
  ['Availability', record.availability && (record.availability === 'AVAILABLE' ? 'Available' : 'Not available')],
  ['Agreed to be shown outside the agency', record.shareConsent === null ? null : `${yesNoWords(record.shareConsent)}${record.shareConsentOn ? `, ${dayWords(record.shareConsentOn)}` : ''}`],
  ['Experience', record.experience], ['About the family', record.about],
];

const offers = (record: Record): Values => [
  ['Area', record.area], ['Contact they would support', contactWords(record.contact)], ['Heritage', list(record.heritage, ethnicityWords)],
  ['Languages', list(record.languages, languageWords)], ['Religion', record.religion],
  ['Children at home, born in', list(record.childrenAtHome)], ['Pets', yesNoWords(record.pets)], ['Anyone smokes', yesNoWords(record.smokers)],
];

export function FamilyRecord({ reference, record }: { reference: string; record: Record }) {
  const may = useMay();
  const rows = (values: Values, section: string): SummaryRow[] =>
    values.map(([label, value]) => ({ label, value, change: may('adopters.edit') ? `/families/${reference}/${section}` : undefined }));
  return (
    <section>
      <h2 className="govuk-heading-m">Record</h2>
      {may('recruitment.read') && <p className="govuk-body"><Link className="govuk-link" to={`/families/${reference}/assessment`}>Assessment: clocks, pauses and reviews</Link></p>}
      {may('adopters.edit') && (
        <ul className="hub-links">
          <li><Link className="govuk-link" to={`/families/${reference}/event`}>Record a step</Link></li>
          <li><Link className="govuk-link" to={`/families/${reference}/approval`}>Change approval</Link></li>
          <li><Link className="govuk-link" to={`/families/${reference}/offers`}>Change what they would accept</Link></li>
          <li><Link className="govuk-link" to={`/families/${reference}/photo`}>{record.photo ? 'Change or remove the photo' : 'Add a photo'}</Link></li>
        </ul>
      )}
      {record.photo && <Photo key={record.photo} at={ownPhoto('household', reference, record.photo)} of={`household ${reference}`} />}
      <SummaryList rows={rows(facts(record), 'facts')} />
      <h3 className="govuk-heading-s">What matching uses</h3>
      <SummaryList rows={rows(offers(record), 'matching')} />
      <Table caption="Adults" rows={record.adults} keyOf={(_, index) => String(index)} columns={[
        { title: 'Name', names: true, cell: ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' ') || 'not recorded' },
        { title: 'Your number', cell: ({ externalId }) => externalId ?? 'not recorded' },
        { title: 'Gender', cell: ({ gender }) => (gender ? { F: 'Female', M: 'Male' }[gender] ?? sexWords(gender) : 'not recorded') },
        { title: 'Ethnicity', cell: ({ ethnicity }) => (ethnicity ? ethnicityWords(ethnicity) : 'not recorded') },
      ]} />
    </section>
  );
}
