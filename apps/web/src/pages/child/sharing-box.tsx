import { Link } from 'react-router';
import { useMay, useViewer } from '../../app/viewer';
import { LocalSearchNote } from '../../components/local-search-note';
import { Box } from '../../components/page-body';
import type { UnitRecordPartsFragment } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { count } from '../../words/plain';

type Agencies = UnitRecordPartsFragment['sharedWith']['card'];

function agenciesWords(agencies: Agencies): string {
  if (agencies.length === 0) return 'no other agency';
  return agencies.length <= 3 ? agencies.map(({ name }) => name).join(', ') : count(agencies.length, 'agency', 'agencies');
}

/** Always one glance away. */
export function SharingBox({ reference, record }: { reference: string; record: UnitRecordPartsFragment }) {
  const { agency } = useViewer();
  const may = useMay();
  const { card, profile, profileUntil } = record.sharedWith;
  const waiting = record.releases.some(({ status }) => status === 'REQUESTED');
  const everyone = [...new Map([...card, ...profile].map((one) => [one.code, one.name])).values()];
  return (
    <Box title="Who can see this">
      <LocalSearchNote at={`/children/${reference}`} localSearch={record.localSearch} />
      <p className="govuk-body-s">
        Card: {agenciesWords(card)}. Profile: {agenciesWords(profile)}{profile.length > 0 && profileUntil ? `, until ${dayWords(profileUntil)}` : ''}.
        {' '}First names and photos: only where you grant them. The rest of the identity: nobody outside {agency.name}.
      </p>
      {everyone.length > 3 && (
        <details className="hub-fold">
          <summary>Which agencies</summary>
          <ul className="govuk-list govuk-body-s">{everyone.map((name) => <li key={name}>{name}</li>)}</ul>
        </details>
      )}
      <p className="govuk-body-s">
        {waiting && 'A release waits for a second person. '}
        <Link className="govuk-link" to={`/children/${reference}/profile`}>{profile.length > 0 ? 'See or withdraw the profile' : 'Release the profile'}</Link>
        {may('disclosure.whoSees') && <><br /><Link className="govuk-link" to={`/children/${reference}/sharing`}>Who can see this record, and grants</Link></>}
      </p>
      {may('documents.readChild') && <p className="govuk-body-s"><Link className="govuk-link" to={`/children/${reference}/documents`}>Documents</Link></p>}
      {may('disclosure.bar') && <p className="govuk-body-s"><Link className="govuk-link" to={`/children/${reference}/bars`}>Conflicts of interest</Link></p>}
      {may('audit.whoLooked') && <p className="govuk-body-s"><Link className="govuk-link" to={`/children/${reference}/looks`}>Who has looked</Link></p>}
    </Box>
  );
}
