import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { ButtonLink } from '../../components/button';
import { ImportTable } from '../../components/import-table';
import { PageBody } from '../../components/page-body';
import { RunTable } from '../../components/run-table';
import { UnitTable } from '../../components/unit-table';
import { MyWorkDocument, type MyWorkQuery } from '../../gql/graphql';
import { count } from '../../words/plain';
import { GrantTable } from '../disclosure/grant-table';
import { WorkTable } from '../drift/work-table';
import { LinkTable } from '../links/link-table';
import { DecisionWork } from './decision-work';
import { MeetingWork } from './meeting-work';
import { Notices } from './notices';
import { SafeguardWork } from './safeguard-work';
import { ToApprove } from './to-approve';

type Work = MyWorkQuery['myWork'];

const overdueWords = (actions: Work['meetingActions']): string => {
  const overdue = actions.filter(({ isOverdue }) => isOverdue).length;
  return overdue === 0 ? '' : `, ${overdue} overdue`;
};

/** What waits for this person, said before it is listed. */
function inShort({ notices, newResults, decisionsToMake, meetings, meetingActions, myLinks, linksToHandOver, toApprove, grantsToApprove, myUnits, withoutShortlist, openingsToReview, withholdingsToSettle, consentsToRenew }: Work): string {
  const parts = [
    notices.length > 0 && count(notices.length, 'notice for you', 'notices for you'),
    newResults > 0 && `${count(newResults, 'new result', 'new results')} of your saved searches`,
    openingsToReview.length > 0 && `${count(openingsToReview.length, 'case was opened in an emergency and waits', 'cases were opened in an emergency and wait')} for your review`,
    withholdingsToSettle.length > 0 && `${count(withholdingsToSettle.length, 'decision not to share waits', 'decisions not to share wait')} for your approval`,
    consentsToRenew.length > 0 && `${count(consentsToRenew.length, 'family is', 'families are')} to be asked again`,
    decisionsToMake.length > 0 && `${count(decisionsToMake.length, 'decision waits', 'decisions wait')} for you`,
    meetings.some(({ status }) => status === 'LIVE') && 'a meeting is under way',
    meetingActions.length > 0 && `${count(meetingActions.length, 'action of yours from meetings is', 'actions of yours from meetings are')} open${overdueWords(meetingActions)}`,
    toApprove.length > 0 && `${count(toApprove.length, 'profile waits', 'profiles wait')} for your approval`,
    grantsToApprove.length > 0 && `${count(grantsToApprove.length, 'grant waits', 'grants wait')} for your approval`,
    linksToHandOver.length > 0 && `${count(linksToHandOver.length, 'link is', 'links are')} with nobody`,
    myLinks.some(({ isOurMove }) => isOurMove) && `${count(myLinks.filter(({ isOurMove }) => isOurMove).length, 'link of yours waits', 'links of yours wait')} for your agency`,
    withoutShortlist > 0 && `${count(withoutShortlist, 'child or group has', 'children or groups have')} no shortlist yet`,
    myUnits.length > 0 && `${count(myUnits.length, 'child or group is', 'children or groups are')} in your name`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `${parts.join('; ')}.` : 'Nothing waits for you.';
}

export default function MyWork() {
  const work = useData(MyWorkDocument, {});
  return <Await of={work} what="your work">{({ myWork }) => <WorkPage work={myWork} onRead={work.refresh} />}</Await>;
}

function WorkPage({ work, onRead }: { work: Work; onRead: () => void }) {
  const may = useMay();
  return (
    <PageBody>
      <DoneBanner />
      <Heading title="My work" />
      <p className="govuk-body-l">{inShort(work)}</p>
      {work.notices.length > 0 && <Notices notices={work.notices} onRead={onRead} />}
      {work.newResults > 0 && <p className="govuk-body"><Link className="govuk-link" to="/searches">Saved searches: {work.newResults} new</Link></p>}
      <SafeguardWork work={work} />
      <DecisionWork decisions={work.decisionsToMake} />
      <MeetingWork work={work} onChanged={onRead} />
      {work.toApprove.length > 0 && <ToApprove releases={work.toApprove} />}
      {work.grantsToApprove.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">Grants for your approval</h2>
          <GrantTable grants={work.grantsToApprove} caption="Grants for your approval" />
        </section>
      )}
      {work.linksToHandOver.length > 0 && (
        <section>
          <h2 className="govuk-heading-m">Links that are with nobody</h2>
          <LinkTable links={work.linksToHandOver} caption="Links that are with nobody" />
        </section>
      )}
      {may('drift.read') && may('links.move') && (
        <section>
          <h2 className="govuk-heading-m">Your move, the oldest first</h2>
          {work.oldestWork.length > 0 && <WorkTable items={work.oldestWork} caption="Your move, the oldest first" />}
          <p className="govuk-body">{work.oldestWork.length === 0 && 'Nothing waits for you. '}<Link className="govuk-link" to="/work-list">The whole work list</Link></p>
        </section>
      )}
      {may('links.move') && (
        <section>
          <h2 className="govuk-heading-m">Links in your name</h2>
          {work.myLinks.length > 0 ? <LinkTable links={work.myLinks} caption="Links in your name" /> : <p className="govuk-body">None. <Link className="govuk-link" to="/links">All links of your agency</Link>.</p>}
        </section>
      )}
      {may('children.search') && (
        <>
          <section>
            <h2 className="govuk-heading-m">Children in your name</h2>
            {work.myUnits.length > 0 ? <UnitTable units={work.myUnits} caption="Children in your name" /> : <p className="govuk-body">None. A child’s page names its worker.</p>}
          </section>
          <section>
            <h2 className="govuk-heading-m">Waiting longest</h2>
            {work.waitingLongest.length > 0 ? <UnitTable units={work.waitingLongest} caption="Children waiting longest" /> : <p className="govuk-body">No child is waiting. <Link className="govuk-link" to="/children">Search all children</Link>.</p>}
          </section>
        </>
      )}
      {may('matching.read') && (
        <section>
          <h2 className="govuk-heading-m">Recent runs</h2>
          {work.recentRuns.length > 0 ? <RunTable runs={work.recentRuns} caption="Recent runs" /> : <p className="govuk-body">No run yet. <Link className="govuk-link" to="/matching">Start one</Link> to get shortlists.</p>}
        </section>
      )}
      {may('imports.read') && (
        <section>
          <h2 className="govuk-heading-m">Recent imports</h2>
          {work.recentImports.length > 0 ? <ImportTable batches={work.recentImports} caption="Recent imports" /> : <p className="govuk-body">No file yet.</p>}
          {may('imports.start') && <ButtonLink to="/files" kind="secondary">Import a file</ButtonLink>}
        </section>
      )}
      {may('disclosure.breakGlass') && <p className="govuk-body"><Link className="govuk-link" to="/emergency">Open a case in an emergency</Link></p>}
    </PageBody>
  );
}
