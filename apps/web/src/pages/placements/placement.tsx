import { Link, useParams } from 'react-router';
import { useData } from '../../app/data';
import { BackLink } from '../../app/navigation';
import { problem as problemFor } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemPage } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { ButtonLink, LinkButton } from '../../components/button';
import { Download } from '../../components/download';
import { IdentityBar } from '../../components/identity-bar';
import { Box, Columns } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { Tag } from '../../components/tag';
import { PlacementPageDocument } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { sideWords } from '../../words/links';
import { placementStateWords, placementStepWords, placementTone } from '../../words/placements';
import { upperFirst } from '../../words/plain';
import { PlacementChildren, PlacementCourses, PlacementDue } from './placement-children';
import { PlacementHistory } from './placement-history';
import type { PlacementOfPage } from './placement-of-page';

export default function PlacementPage() {
  const { placement = '' } = useParams();
  const found = useData(PlacementPageDocument, { reference: placement });
  return <Await of={found} what="the placement">{(data) => (data.placement ? <Whole placement={data.placement} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}</Await>;
}

function Whole({ placement }: { placement: PlacementOfPage }) {
  const may = useMay();
  return (
    <>
      <IdentityBar title={`Placement ${placement.reference}`} end={<Tag tone={placementTone(placement.state)}>{placementStateWords(placement.state)}</Tag>}>
        <Pair placement={placement} />
      </IdentityBar>
      <div className="hub-width hub-page">
        <BackLink to="/placements">Placements</BackLink>
        <DoneBanner />
        <p className="govuk-body hub-secondary">Stage S4: the two agencies of this placement read it, and nobody else.</p>
        <PlacementCourses placement={placement} />
        <Columns side={<Side placement={placement} />}>
          <PlacementChildren placement={placement} />
          <PlacementDue placement={placement} />
          <Steps placement={placement} />
          <PlacementHistory placement={placement} />
          <p className="govuk-body hub-links"><LinkButton onClick={() => window.print()}>Print</LinkButton></p>
          {may('placements.export') && <Download label="Download the placement as PDF" path={`/packs/placement/${placement.reference}`} />}
        </Columns>
      </div>
    </>
  );
}

/** Each agency's own record is linked; the other's is not theirs to open. */
function Pair({ placement: { unitReference, householdReference, parties, adopterNames, children } }: { placement: PlacementOfPage }) {
  const isOwn = (side: string): boolean => parties.some((party) => party.side === side && party.isOwn);
  const child = isOwn('CHILD') ? <Link className="hub-identity__link" to={`/children/${unitReference}`}>{unitReference}</Link> : unitReference;
  const family = isOwn('ADOPTERS') ? <Link className="hub-identity__link" to={`/families/${householdReference}`}>{householdReference}</Link> : householdReference;
  const known = (names: readonly string[]): string => (names.length > 0 ? ` (${names.join(' and ')})` : '');
  return <span>Child or group {child}{known(children.flatMap(({ firstName }) => firstName ?? []))} with family {family}{known(adopterNames)}</span>;
}

const MOVES = /^(PLAN_AGREED|INTRODUCTIONS_STARTED|INTRODUCTIONS_REVIEWED|PLACED|AO_APPLIED|ADOPTED)$/;
const ENDS = /^(FELL|DISRUPTED)$/;

/** What moves the placement on stands first, what else can be recorded after it, and the ways out last. */
function Steps({ placement }: { placement: PlacementOfPage }) {
  const both = placement.parties.every(({ isOwn }) => isOwn);
  const at = ({ event, side }: PlacementOfPage['steps'][number]): string => `/placements/${placement.reference}/step/${event}${both ? `/${side}` : ''}`;
  const named = ({ event, side }: PlacementOfPage['steps'][number]): string => `${placementStepWords(event)}${both ? ` (${sideWords(side)})` : ''}`;
  if (placement.steps.length === 0) return <p className="govuk-body">There is nothing for you to record on it.</p>;
  const moves = placement.steps.filter(({ event }) => MOVES.test(event) && !(event === 'PLAN_AGREED' && placement.planAgreedOn));
  const others = placement.steps.filter((step) => !moves.includes(step) && !ENDS.test(step.event));
  return (
    <section className="hub-screen">
      <h2 className="govuk-heading-m">Record what was done</h2>
      <div className="govuk-button-group">{moves.map((step) => <ButtonLink key={`${step.event} ${step.side}`} to={at(step)}>{named(step)}</ButtonLink>)}</div>
      <ul className="govuk-list">
        {others.map((step) => <li key={`${step.event} ${step.side}`}><Link className="govuk-link" to={at(step)}>{named(step)}</Link></li>)}
      </ul>
      <div className="govuk-button-group">{placement.steps.filter(({ event }) => ENDS.test(event)).map((step) => <ButtonLink key={`${step.event} ${step.side}`} kind="secondary" to={at(step)}>{named(step)}</ButtonLink>)}</div>
    </section>
  );
}

function Side({ placement }: { placement: PlacementOfPage }) {
  const may = useMay();
  return (
    <>
      {placement.parties.map(({ side, isOwn, agency, worker }) => (
        <Box key={side} title={upperFirst(sideWords(side))}>
          <SummaryList rows={[
            { label: 'Agency', value: agency ? `${agency.name}${isOwn ? ' (yours)' : ''}` : 'Not named' },
            { label: 'Worker', value: worker ? (worker.isViewer ? `${worker.displayName} (you)` : worker.displayName) : 'Nobody yet' },
          ]} />
          {isOwn && may('placements.move') && <p className="govuk-body-s hub-screen"><Link className="govuk-link" to={`/placements/${placement.reference}/hand-over/${side}`}>Hand over<span className="govuk-visually-hidden"> for {sideWords(side)}</span></Link></p>}
        </Box>
      ))}
      {may('fees.read') && placement.parties.some(({ isOwn }) => !isOwn) && <Box title="Fee"><p className="govuk-body-s"><Link className="govuk-link" to={`/fees/placements/${placement.reference}`}>The fee of this placement</Link></p></Box>}
      <Box title="What it stands on">
        <SummaryList rows={[
          { label: 'Match approved', value: dayWords(placement.decidedOn) },
          { label: 'Link', value: <Link className="govuk-link" to={`/links/${placement.link}`}>{placement.link}</Link> },
          { label: 'Plan agreed', value: placement.planAgreedOn ? dayWords(placement.planAgreedOn) : 'Not yet' },
          { label: 'Introductions', value: placement.introductionsOn ? `From ${dayWords(placement.introductionsOn)}` : 'Not yet' },
        ]} />
      </Box>
    </>
  );
}
