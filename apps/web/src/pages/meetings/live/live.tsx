import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { problem as problemFor } from '../../../app/problems';
import { Await, ProblemPage } from '../../../components/await';
import { LinkButton } from '../../../components/button';
import { count } from '../../../words/plain';
import type { MeetingOfPage } from '../meeting-of-page';
import { ActionsBox } from './actions-box';
import { AgendaSide } from './agenda-side';
import { useAnnounced } from './announced';
import { CourseButtons } from './course-buttons';
import { CurrentItem } from './current-item';
import { Drafts, type DraftStore } from './drafts';
import { LiveBar } from './live-bar';
import { MinutesBox } from './minutes-box';
import { currentOf } from './overlay';
import { RoomBox } from './room-box';
import { StoppedList } from './stopped';
import { useLive } from './use-live';
import { useLiveMeeting } from './use-live-meeting';
import { useShownItem } from './use-shown-item';

export default function Live() {
  const { meeting = '' } = useParams();
  const { page, asleep, wake } = useLiveMeeting(meeting);
  return (
    <Await of={page} what="the meeting">
      {({ meeting: found }) => (found ? <LivePage meeting={found} asleep={asleep} onWake={wake} /> : <ProblemPage problem={problemFor('NOT_FOUND')} />)}
    </Await>
  );
}

interface LiveProps { readonly meeting: MeetingOfPage; readonly asleep: boolean; readonly onWake: () => void }

function LivePage({ meeting, asleep, onWake }: LiveProps) {
  const announced = useAnnounced(meeting);
  const { queue } = useLive();
  const current = currentOf(meeting, queue);
  const isHeld = meeting.status === 'LIVE' || meeting.status === 'CLOSED';
  return (
    <>
      <LiveBar meeting={meeting} current={current}>
        {asleep && <p role="alert">Are you still there? Nobody has touched this page for 20 minutes, so it shows nothing new. <LinkButton onClick={onWake}>Carry on</LinkButton></p>}
      </LiveBar>
      <div className="hub-width hub-page hub-live">
        <p className="govuk-visually-hidden" role="status">{announced}</p>
        {isHeld ? <Held meeting={meeting} current={current} /> : <NotHeld meeting={meeting} />}
      </div>
    </>
  );
}

function NotHeld({ meeting: { reference, status } }: { meeting: MeetingOfPage }) {
  return (
    <p className="govuk-body-l">
      {status === 'CANCELLED' ? 'This meeting is cancelled.' : 'This meeting has not started yet. This page shows it as soon as it does.'}
      {' '}<Link className="govuk-link" to={`/meetings/${reference}`}>{status === 'CANCELLED' ? 'What was planned' : 'Prepare it'}</Link>
    </p>
  );
}

function Held({ meeting, current }: { meeting: MeetingOfPage; current: number | null }) {
  const [drafts] = useState<DraftStore>(() => new Map());
  const { item, isCurrent, choose, follow, middle } = useShownItem(meeting, current, drafts);
  return (
    <Drafts.Provider value={drafts}>
      {meeting.status === 'CLOSED' && <p className="govuk-inset-text">The meeting is closed. <Link className="govuk-link" to={`/meetings/${meeting.reference}/minutes`}>Read the minutes</Link></p>}
      <div className="hub-live__columns">
        <AgendaSide meeting={meeting} current={current} shown={item?.position ?? null} onChoose={choose} />
        <div className="hub-live__middle">
          <StoppedList meeting={meeting.reference} />
          {!isCurrent && meeting.status === 'LIVE' && (
            <p className="hub-live__elsewhere">
              {current === null ? 'Nothing is before the meeting now.' : `The meeting is at item ${current} of ${count(meeting.items.length, 'item', 'items')}.`}{' '}
              <LinkButton onClick={follow}>{current === null ? 'Follow the meeting' : `Go to item ${current}`}</LinkButton>
            </p>
          )}
          <div ref={middle}>{item ? <CurrentItem key={item.unitReference ?? item.position} meeting={meeting} item={item} /> : <NothingHere meeting={meeting} />}</div>
          {meeting.mayRecord && meeting.status === 'LIVE' && <CourseButtons meeting={meeting} current={current} onMoved={follow} />}
        </div>
        <aside className="hub-live__side" aria-label="Beside the item">
          <ActionsBox meeting={meeting} unit={item?.unitReference ?? null} />
          <RoomBox meeting={meeting} item={item} />
          <MinutesBox meeting={meeting} />
        </aside>
      </div>
    </Drafts.Provider>
  );
}

function NothingHere({ meeting: { items, status } }: { meeting: MeetingOfPage }) {
  if (items.length === 0) return <p className="govuk-body-l">Nothing is on the agenda.</p>;
  return <p className="govuk-body-l">{status === 'CLOSED' ? 'Choose an item to see what was decided.' : 'Every item was talked about. Choose one to see what was decided.'}</p>;
}
