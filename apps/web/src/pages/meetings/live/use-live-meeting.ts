import { useCallback, useEffect, useRef } from 'react';
import { useData, type Data } from '../../../app/data';
import { useWatch } from '../../../app/watch';
import { MeetingPageDocument, MeetingVersionDocument, type MeetingPageQuery } from '../../../gql/graphql';
import { useLive } from './use-live';

// Another browser shows a change within two seconds.
const POLL_EVERY = 800;
// A whole item is talked through without a touch; somebody who left must not stay signed in by it.
const ATTENDED_FOR = 20 * 60_000;

interface LiveMeeting {
  readonly page: Data<MeetingPageQuery>;
  /** Nobody has touched the page for long, and it asks no more. */
  readonly asleep: boolean;
  readonly wake: () => void;
}

/** A meeting that follows what others record: the number of the last change is asked for, and the rest when it grew. */
export function useLiveMeeting(reference: string): LiveMeeting {
  const page = useData(MeetingPageDocument, { reference });
  const { data, refresh: askVersion } = useData(MeetingVersionDocument, { reference });
  // While the network is away the page stays as it was.
  const last = useRef(page.data);
  if (page.data !== undefined) last.current = page.data;
  const meeting = last.current?.meeting;
  const { refresh, problem } = page;
  const { saved } = useLive();
  const isOver = meeting?.status === 'CLOSED' || meeting?.status === 'CANCELLED';
  const ask = useCallback(async () => { await (problem === null ? askVersion() : refresh()); }, [problem, askVersion, refresh]);
  const [asleep, wake] = useWatch(ask, { every: POLL_EVERY, attendedFor: ATTENDED_FOR, on: !isOver });
  const now = data?.meetingVersion;
  const had = meeting?.version;
  useEffect(() => { if (now !== undefined && now !== null && had !== undefined && now > had) void refresh(); }, [now, had, refresh]);
  useEffect(() => { if (saved > 0) void refresh(); }, [saved, refresh]);
  return { page: { ...page, data: last.current }, asleep, wake };
}
