import { Link } from 'react-router';
import { useMay } from '../../app/viewer';
import { ownPhoto, Photo } from '../../components/photo';
import { SummaryList, type SummaryRow } from '../../components/summary-list';
import type { ChildRecordPartsFragment, UnitRecordPartsFragment } from '../../gql/graphql';
import { ethnicityWords, languageWords, sexWords, yesNoWords } from '../../words/cards';
import { dayWords } from '../../words/dates';
import { contactWords, needWords } from '../../words/needs';
import { authorityWords, childStateWords } from '../../words/states';

const day = (date: string | null | undefined): string | null => (date ? dayWords(date) : null);
const list = (values: readonly string[] | null | undefined, words: (value: string) => string = String): string | null =>
  (values ? values.map(words).join(', ') || 'none' : null);

type RowsOf = (child: ChildRecordPartsFragment) => readonly (readonly [label: string, value: string | null | undefined])[];

const FACTS: RowsOf = (child) => [
  ['Name', [child.firstName, child.lastName].filter(Boolean).join(' ')],
  ['Council’s number', child.externalId],
  ['Date of birth', day(child.dateOfBirth)],
  ['Sex', sexWords(child.sex)],
  ['Ethnicity', child.ethnicity && ethnicityWords(child.ethnicity)],
  ['Disability', yesNoWords(child.disability)],
  ['Health summary (shown at stage S2)', child.healthSummary],
  ['Entered care', day(child.dates.enteredCareOn)],
  ['Decision that the child should be placed', day(child.dates.admDecidedOn)],
  ['Authority to place', child.dates.authorityOn ? [authorityWords(child.dates.authorityType), day(child.dates.authorityOn)].filter(Boolean).join(', ') : null],
];

const MATCHING: RowsOf = ({ profile }) => [
  ['Early permanence', yesNoWords(profile.earlyPermanence)],
  ['Essential needs', list(profile.essential, needWords)],
  ['Contact', contactWords(profile.contact)],
  ['Areas to avoid', list(profile.avoidAreas)],
  ['Home area', profile.homeArea],
  ['Heritage', list(profile.heritage, ethnicityWords)],
  ['Languages', list(profile.languages, languageWords)],
  ['Religion', profile.religion],
  ['At risk with pets', yesNoWords(profile.petsRisk)],
  ['Waiting since', day(profile.waitingSince)],
  ['About the child', profile.about],
];

/** The council's own record, with the way to correct each part. */
export function RecordDetails({ reference, record }: { reference: string; record: UnitRecordPartsFragment }) {
  const may = useMay();
  return (
    <>
      {record.children.map((child) => {
        const rows = (rowsOf: RowsOf, section: string): SummaryRow[] =>
          rowsOf(child).map(([label, value]) => ({ label, value, change: may('children.edit') ? `/children/${reference}/${child.reference}/${section}` : undefined }));
        return (
          <section key={child.reference} aria-labelledby={`record-${child.reference}`}>
            <h2 className="govuk-heading-m" id={`record-${child.reference}`}>Record of {child.reference} <span className="hub-secondary">{childStateWords(child.state)}</span></h2>
            <ul className="hub-links">
              {may('children.edit') && <li><Link className="govuk-link" to={`/children/${reference}/${child.reference}/event`}>Record a step</Link></li>}
              {may('children.edit') && <li><Link className="govuk-link" to={`/children/${reference}/${child.reference}/needs`}>Change needs</Link></li>}
              {may('children.edit') && <li><Link className="govuk-link" to={`/children/${reference}/${child.reference}/photo`}>{child.photo ? 'Change or remove the photo' : 'Add a photo'}</Link></li>}
              <li><Link className="govuk-link" to={`/children/${reference}/${child.reference}/not-shared`}>Decisions not to share</Link></li>
            </ul>
            {child.photo && <Photo key={child.photo} at={ownPhoto('unit', reference, child.photo)} of={`child ${child.reference}`} />}
            <SummaryList rows={rows(FACTS, 'facts')} />
            <h3 className="govuk-heading-s">What matching uses</h3>
            <SummaryList rows={rows(MATCHING, 'matching')} />
          </section>
        );
      })}
    </>
  );
}
