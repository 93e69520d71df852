import { useEffect } from 'react';
import { useMatch } from 'react-router';
import { useClient, type AnyVariables, type Client } from 'urql';
import type { LiveAnswer, LiveChange } from '@hub/domain/meetings/live-queue';
import { problemOf } from '../../../app/problems';
import { useViewer } from '../../../app/viewer';
import { GiveMeetingActionDocument, MoveMeetingOnDocument, RecordAttendanceDocument, RecordPairOutcomeDocument, RecordUnitOutcomeDocument, StepOutOfItemDocument } from '../../../gql/graphql';
import type { LivePayload } from './live-payload';
import { LiveStrip } from './live-strip';
import { liveStore } from './live-store';
import { useLive } from './use-live';

const MUTATIONS = {
  PAIR: RecordPairOutcomeDocument, UNIT: RecordUnitOutcomeDocument, ACTION: GiveMeetingActionDocument, COURSE: MoveMeetingOnDocument, ATTENDANCE: RecordAttendanceDocument, STEP_OUT: StepOutOfItemDocument,
} as const;
const VERSIONED = /^(PAIR|UNIT)$/;
// Not an answer to the change itself: the session ended, or the hub cannot serve at the moment.
const COMES_BACK = /^(OFFLINE|UNAUTHENTICATED|AUDIT_UNAVAILABLE|BUSY)$/;

async function send(client: Client, { key, version, payload: { kind, ...said } }: LiveChange<LivePayload>): Promise<LiveAnswer> {
  const input = { ...said, idempotencyKey: key, ...(VERSIONED.test(kind) ? { version } : {}) };
  const { error } = await client.mutation<unknown, AnyVariables>(MUTATIONS[kind].toString(), { input }).toPromise();
  if (!error) return { kind: 'SAVED' };
  const { code, title, advice, issues } = problemOf(error);
  if (COMES_BACK.test(code)) return { kind: 'AWAY' };
  if (code === 'STALE_VERSION') return { kind: 'CONFLICT' };
  return { kind: 'REFUSED', why: issues.length > 0 ? issues.map(({ message }) => message).join(' ') : `${title}. ${advice}` };
}

/** Sends what was recorded at meetings, whichever page is open, and warns before the page is closed over it. */
export function LiveSender() {
  const client = useClient();
  const { id } = useViewer();
  const { queue } = useLive();
  const isLivePage = useMatch('/meetings/:meeting/live') !== null;
  const waits = queue.waiting.length + queue.stopped.length > 0;
  useEffect(() => liveStore.begin(id, (change) => send(client, change)), [client, id]);
  useEffect(() => {
    if (!waits) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [waits]);
  return isLivePage || !waits ? null : <div className="hub-width"><LiveStrip /></div>;
}
