import { useEffect, useState, type ReactNode } from 'react';
import { IdentityBar } from '../../../components/identity-bar';
import { Tag } from '../../../components/tag';
import { meetingStatusWords, meetingTone } from '../../../words/meetings';
import { count } from '../../../words/plain';
import type { MeetingOfPage } from '../meeting-of-page';
import { LiveStrip } from './live-strip';

const TICK = 10_000;

/** How long the item has been before the meeting, in whole minutes; it is not said aloud as it goes. */
function Timer({ since, of }: { since: string; of: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), TICK);
    return () => window.clearInterval(timer);
  }, []);
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  return <span>{minutes} min of {of}{minutes >= of && <strong> · time is up</strong>}</span>;
}

interface LiveBarProps { readonly meeting: MeetingOfPage; readonly current: number | null; readonly children: ReactNode }

export function LiveBar({ meeting, current, children }: LiveBarProps) {
  const { title, status, items, agencies, people, minutesPerItem } = meeting;
  const since = items.find(({ position }) => position === current)?.since;
  const here = agencies.filter(({ present }) => present > 0);
  const persons = people.filter(({ attendance }) => attendance === 'PRESENT').length;
  return (
    <IdentityBar title={title}>
      <Tag tone={meetingTone(status)}>{meetingStatusWords(status)}</Tag>
      {status === 'LIVE' && <span>{current === null ? `${count(items.length, 'item', 'items')}` : `Item ${current} of ${items.length}`}{since && <> · <Timer key={since} since={since} of={minutesPerItem} /></>}</span>}
      {status === 'LIVE' && <span className="hub-secondary">{count(here.length, 'agency', 'agencies')} in the room, {count(persons, 'person', 'people')}</span>}
      <LiveStrip>{children}</LiveStrip>
    </IdentityBar>
  );
}
