import { rangeWords, roomWords } from '@hub/domain/adopters/spoken-card';
import type { RecordedAvailability } from '@hub/domain/adopters/facts';
import { APPROVAL_STATES } from '@hub/domain/panels/items';
import { availabilityOf, type HouseholdState } from '@hub/domain/adopters/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { Link, useParams } from 'react-router';
import { useData } from '../../app/data';
import { problem as problemFor } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { Download } from '../../components/download';
import { IdentityBar } from '../../components/identity-bar';
import { Box, Columns } from '../../components/page-body';
import { Tag } from '../../components/tag';
import { Timeline } from '../../components/timeline';
import { FamilyPageDocument, type HouseholdViewPartsFragment } from '../../gql/graphql';
import { householdStageWords } from '../../words/cards';
import { dayWords, todayInLondon } from '../../words/dates';
import { householdStateWords, releaseStatusWords } from '../../words/states';
import { StageBanner } from '../child/stage-banner';
import { LocalSearchNote } from '../../components/local-search-note';
import { CaseClocks } from '../clocks/case-clocks';
import { LinksOf } from '../links/link-list';
import { ItemsOfFamily } from '../panels/items-note';
import { PlacementsOf } from '../placements/placement-list';
import { FamilyCard } from './family-card';
import { FamilyRecord } from './family-record';
import { Suggestions } from './suggestions';

type View = HouseholdViewPartsFragment;

export default function FamilyPage() {
  const { household = '' } = useParams();
  const view = useData(FamilyPageDocument, { reference: household });
  return (
    <Await of={view} what="the record">
      {(data) => (data.household ? <HouseholdPage key={data.household.reference} view={data.household} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}

const ENDED = /^(AO_GRANTED|LEFT|WITHDRAWN|REFUSED|RESIGNED)$/;

function HouseholdPage({ view }: { view: View }) {
  const { card, record, reference } = view;
  const seesChildren = useMay()('matching.read') && record !== null;
  const approval = [rangeWords(card.approvedFromMonths, card.approvedToMonths), roomWords(card.maxChildren)].filter(Boolean).join(' · ');
  return (
    <>
      <IdentityBar title={reference} end={<Tag tone="blue">{record ? 'Your agency’s record' : 'Another agency’s record'}</Tag>}>
        <span>{approval ? `For children of ${approval}` : 'Approval not recorded'}</span>{' '}
        <Tag tone="green">{record ? householdStateWords(record.state) : householdStageWords(card.stage)}</Tag>
        {record?.availability && <Tag tone={record.availability === 'AVAILABLE' ? 'green' : 'amber'}>{record.availability === 'AVAILABLE' ? 'Available' : 'Not available'}</Tag>}
      </IdentityBar>
      <div className="hub-width hub-page">
        <DoneBanner />
        {!record && <StageBanner view={view} at={`/families/${reference}`} />}
        {!record && view.profile && <Download label="Download as PDF" path={`/profile-files/household/${reference}`} />}
        {record && <Timeline title="Journey" since="the enquiry" events={record.journey} today={todayInLondon()} ended={ENDED.test(record.state)} />}
        <Columns side={record && <Sides reference={reference} record={record} />}>
          {seesChildren ? <Suggestions household={reference} notLooking={notLooking(view)} /> : <FamilyCard view={view} />}
        </Columns>
        {seesChildren && <FamilyCard view={view} />}
        {record && <CaseClocks title="Clocks" clocks={record.clocks} />}
        <PlacementsOf filter={{ household: reference }} />
        <LinksOf filter={{ household: reference }} />
        {record && <FamilyRecord reference={reference} record={record} />}
      </div>
    </>
  );
}

/** A run compares families that are available, or in stage two with a date for the panel. */
function notLooking({ record }: View): string | null {
  const available = record && availabilityOf(record.state as HouseholdState, record.availability as RecordedAvailability | null, record.provisionalPanelOn as IsoDate | null);
  return available === false ? 'A run looks for children only while the family is available, or in stage two with a provisional panel date.' : null;
}

function Sides({ reference, record }: { reference: string; record: NonNullable<View['record']> }) {
  const may = useMay();
  const live = record.releases.find(({ status }) => /^(LIVE|APPROVED|REQUESTED)$/.test(status));
  return (
    <>
      {APPROVAL_STATES.includes(record.state as HouseholdState) && may('panels.read') && (
        <Box title="Panel and decision">
          <ItemsOfFamily family={reference} />
          {may('panels.book') && <p className="govuk-body-s"><Link className="govuk-link" to={`/families/${reference}/panel`}>Book a panel for the approval</Link></p>}
        </Box>
      )}
      <Box title="Who can see this">
        <LocalSearchNote at={`/families/${reference}`} localSearch={record.localSearch} />
        <p className="govuk-body-s">{record.shareConsent === true ? agreedWords(record.cardConsentUntil)
          : record.shareConsent === false ? 'They did not agree to be shown outside your agency. Nobody else sees them.'
            : 'Nobody recorded whether they agree to be shown outside your agency. Until then nobody else sees them.'}</p>
        <p className="govuk-body-s">Profile: {live ? releaseStatusWords(live.status).toLowerCase() : 'not released'}. First names and photo: only where you grant them. The rest of the identity: nobody outside your agency.</p>
        <p className="govuk-body-s"><Link className="govuk-link" to={`/families/${reference}/profile`}>{live ? 'See or withdraw the profile' : 'Release the profile'}</Link></p>
        {may('disclosure.whoSees') && <p className="govuk-body-s"><Link className="govuk-link" to={`/families/${reference}/sharing`}>Who can see this record, and grants</Link></p>}
        {may('documents.readHousehold') && <p className="govuk-body-s"><Link className="govuk-link" to={`/families/${reference}/documents`}>Documents</Link></p>}
        {may('disclosure.consent') && <p className="govuk-body-s"><Link className="govuk-link" to={`/families/${reference}/consent`}>What they agreed to</Link></p>}
        {may('disclosure.bar') && <p className="govuk-body-s"><Link className="govuk-link" to={`/families/${reference}/bars`}>Conflicts of interest</Link></p>}
        {may('audit.whoLooked') && <p className="govuk-body-s"><Link className="govuk-link" to={`/families/${reference}/looks`}>Who has looked</Link></p>}
      </Box>
    </>
  );
}

function agreedWords(until: string | null | undefined): string {
  if (!until || until <= todayInLondon()) return 'They agreed to be shown outside your agency, but that has run out. Nobody else sees them until you ask them again.';
  return `They agreed to be shown outside your agency: the card goes to every agency with an agreement while they are available. To be asked again before ${dayWords(until)}.`;
}

