import { Link, useParams } from 'react-router';
import { useData } from '../../app/data';
import { Await, ProblemPage } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { Download } from '../../components/download';
import { Columns } from '../../components/page-body';
import { ChildPageDocument, type UnitViewPartsFragment } from '../../gql/graphql';
import { problem } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { SearchLog } from '../channels/search-log';
import { CaseClocks } from '../clocks/case-clocks';
import { LinksOf } from '../links/link-list';
import { PlacementsOf } from '../placements/placement-list';
import { CardDetails } from './card-details';
import { ClocksBox } from './clocks-box';
import { FindingBox } from './finding-box';
import { Journeys } from './journeys';
import { RecordDetails } from './record-details';
import { SharingBox } from './sharing-box';
import { Shortlist } from './shortlist';
import { StageBanner } from './stage-banner';
import { UnitIdentity } from './unit-identity';

export default function ChildPage() {
  const { unit = '' } = useParams();
  const view = useData(ChildPageDocument, { reference: unit });
  return (
    <Await of={view} what="the record">
      {(data) => (data.unit ? <UnitPage key={data.unit.reference} view={data.unit} onChanged={view.refresh} /> : <ProblemPage problem={problem('NOT_FOUND')} />)}
    </Await>
  );
}

function UnitPage({ view, onChanged }: { view: UnitViewPartsFragment; onChanged: () => void }) {
  const { record } = view;
  const may = useMay();
  // A shortlist is for the agency that looks for the child, and for the hub's coordinators.
  const seesShortlist = may('matching.read') && (record !== null || may('matching.readRegion'));
  return (
    <>
      <UnitIdentity view={view} />
      <div className="hub-width hub-page">
        <DoneBanner />
        {!record && <StageBanner view={view} at={`/children/${view.reference}`} />}
        {!record && view.profile && <Download label="Download as PDF" path={`/profile-files/unit/${view.reference}`} />}
        {record && <Journeys record={record} />}
        <Columns side={record && <><FindingBox reference={view.reference} record={record} onChanged={onChanged} />{record.searchClocks && <ClocksBox reference={view.reference} waitingDays={record.waitingDays} clocks={record.searchClocks} onChanged={onChanged} />}<SharingBox reference={view.reference} record={record} /></>}>
          {seesShortlist ? <Shortlist reference={view.reference} searching={record ? record.familyFinding === 'ACTIVE' : true} /> : <CardDetails view={view} />}
        </Columns>
        {seesShortlist && <CardDetails view={view} />}
        {record?.children.map(({ reference, clocks }) => <CaseClocks key={reference} title={record.children.length > 1 ? `Clocks of ${reference}` : 'Clocks'} clocks={clocks} />)}
        <PlacementsOf filter={{ unit: view.reference }} />
        <LinksOf filter={{ unit: view.reference }} />
        {record && may('channels.read') && <SearchLog reference={view.reference} record={record} />}
        {may('meetings.plan') && <p className="govuk-body"><Link className="govuk-link" to={`/children/${view.reference}/agenda`}>Put on a meeting’s agenda</Link></p>}
        {record && <RecordDetails reference={view.reference} record={record} />}
      </div>
    </>
  );
}
