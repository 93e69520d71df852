import { Link, useNavigate, useParams } from 'react-router';
import { useDone, useOnce, type Done } from '../../app/data';
import { problem as problemFor } from '../../app/problems';
import { BackLink } from '../../app/navigation';
import { Await, ProblemNote, ProblemPage } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { Button, ButtonLink } from '../../components/button';
import { IdentityBar } from '../../components/identity-bar';
import { SummaryList } from '../../components/summary-list';
import { Tag } from '../../components/tag';
import { MoveMeetingOnDocument } from '../../gql/graphql';
import { momentWords } from '../../words/dates';
import { lengthWords, meetingStatusWords, meetingTone } from '../../words/meetings';
import { count } from '../../words/plain';
import { useLiveMeeting } from './live/use-live-meeting';
import { MeetingAgenda } from './meeting-agenda';
import { MeetingHistory } from './meeting-history';
import type { MeetingOfPage } from './meeting-of-page';
import { MeetingPeople } from './meeting-people';

export default function Meeting() {
  const { meeting = '' } = useParams();
  const { page } = useLiveMeeting(meeting);
  return <Await of={page} what="the meeting">{({ meeting: found }) => (found ? <Whole meeting={found} refresh={page.refresh} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}</Await>;
}

function Whole({ meeting, refresh }: { meeting: MeetingOfPage; refresh: () => Promise<void> }) {
  const { said, problem, done } = useDone(refresh);
  const { title, status, startsAt } = meeting;
  return (
    <>
      <IdentityBar title={title} end={<Tag tone={meetingTone(status)}>{meetingStatusWords(status)}</Tag>}><span>{momentWords(startsAt)}</span></IdentityBar>
      <div className="hub-width hub-page">
        <BackLink to="/meetings">Meetings</BackLink>
        {said === '' && !problem && <DoneBanner />}
        {problem ? <ProblemNote problem={problem} /> : said && <p className="hub-said" role="status" key={said}>{said}</p>}
        <Ways meeting={meeting} onDone={done} />
        <Facts meeting={meeting} />
        <MeetingPeople meeting={meeting} onDone={done} />
        <MeetingAgenda meeting={meeting} onDone={done} />
        <MeetingHistory reference={meeting.reference} version={meeting.version} />
      </div>
    </>
  );
}

/** Where to go from here, by where the meeting stands. */
function Ways({ meeting: { reference, status, mayRecord, itemCount }, onDone }: { meeting: MeetingOfPage; onDone: Done }) {
  const navigate = useNavigate();
  const [move] = useOnce(MoveMeetingOnDocument);
  const start = async () => {
    const outcome = await move({ meeting: reference, step: 'START' });
    if (outcome.ok) void navigate(`/meetings/${reference}/live`);
    else onDone(outcome, '');
  };
  return (
    <div className="govuk-button-group">
      {status === 'PLANNED' && mayRecord && itemCount > 0 && <Button onClick={() => void start()}>Start the meeting</Button>}
      {status === 'PLANNED' && <ButtonLink kind="secondary" to={`/meetings/${reference}/live`}>Wait for it to start</ButtonLink>}
      {status === 'LIVE' && <ButtonLink to={`/meetings/${reference}/live`}>Go to the meeting</ButtonLink>}
      {(status === 'LIVE' || status === 'CLOSED') && <ButtonLink kind={status === 'LIVE' ? 'secondary' : 'primary'} to={`/meetings/${reference}/minutes`}>{status === 'LIVE' ? 'Read the draft of the minutes' : 'Read the minutes'}</ButtonLink>}
    </div>
  );
}

function Facts({ meeting }: { meeting: MeetingOfPage }) {
  const { reference, startsAt, minutes, place, minutesPerItem, maxLinks, perUnit, perHousehold, status, mayPlan } = meeting;
  const plans = mayPlan && status === 'PLANNED';
  return (
    <section>
      <h2 className="govuk-heading-m">The meeting</h2>
      {status === 'CANCELLED' && <p className="govuk-inset-text">This meeting is cancelled.</p>}
      <SummaryList rows={[
        { label: 'Reference', value: reference },
        { label: 'When', value: `${momentWords(startsAt)}, for ${lengthWords(minutes)}` },
        { label: 'Where', value: place },
        { label: 'Each item', value: lengthWords(minutesPerItem) },
        { label: 'Limits', value: `At most ${count(maxLinks, 'link', 'links')}; ${count(perUnit, 'family', 'families')} for a child or group; a family beside ${count(perHousehold, 'child or group', 'children or groups')}` },
      ]} />
      {(status === 'PLANNED' || status === 'LIVE') && <p className="govuk-body"><a className="govuk-link" href={`/meetings/${reference}.ics`} download>Put it in your calendar<span className="govuk-visually-hidden"> (a calendar file)</span></a></p>}
      {plans && <ul className="hub-links"><li><Link className="govuk-link" to={`/meetings/${reference}/change`}>Change the meeting</Link></li><li><Link className="govuk-link" to={`/meetings/${reference}/cancel`}>Cancel the meeting</Link></li></ul>}
    </section>
  );
}
