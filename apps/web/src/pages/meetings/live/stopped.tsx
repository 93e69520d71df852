import type { StoppedChange } from '@hub/domain/meetings/live-queue';
import { RULE_OUT_REASONS } from '@hub/domain/meetings/outcomes';
import { Button } from '../../../components/button';
import { SummaryList } from '../../../components/summary-list';
import { dayWords, instantWords } from '../../../words/dates';
import { attendanceWords, meetingOutcomeWords } from '../../../words/meetings';
import type { LivePayload } from './live-payload';
import { liveStore } from './live-store';
import { stoppedElsewhere } from './overlay';
import { useFocusBack } from '../../../app/use-focus-back';
import { useLive } from './use-live';

type Stopped = StoppedChange<LivePayload>;

const REASONS: Readonly<Record<string, string>> = RULE_OUT_REASONS;

interface Version { readonly outcome: string | null; readonly reason?: string | null; readonly words: string | null }

const versionWords = ({ outcome, reason, words }: Version): string => [outcome === null ? 'Nothing decided' : meetingOutcomeWords(outcome), reason && (REASONS[reason] ?? reason), words].filter(Boolean).join('. ');

interface Theirs extends Version {
  readonly version: number | null;
  readonly decidedBy: { readonly displayName: string } | null;
  readonly decidedAt: string | null;
}

interface DecisionProps { readonly stopped: Stopped; readonly theirs: Theirs; readonly onAnswered: () => void }

/** An outcome of this person's that is not saved: both versions, and the choice between them. */
export function StoppedDecision({ stopped: { key, payload, why, version }, theirs, onAnswered }: DecisionProps) {
  const mine = payload.kind === 'PAIR' || payload.kind === 'UNIT' ? payload : null;
  // The page may not have read yet what the conflict was with.
  const isRead = (theirs.version ?? 0) > (version ?? 0);
  const drop = () => { onAnswered(); liveStore.letGo(key); };
  const again = () => { onAnswered(); liveStore.putAgain(key, why === null ? theirs.version : version); };
  return (
    <div className="hub-problem hub-pair__stopped" role="group" aria-label="Not saved">
      <p className="govuk-body"><strong>{why === null ? 'Somebody else recorded an outcome before yours was saved.' : `Yours was not saved. ${why}`}</strong></p>
      <SummaryList rows={[
        { label: 'Yours', value: mine && versionWords({ reason: null, ...mine }) },
        ...(why === null ? [{ label: 'Theirs', value: !isRead ? 'Being read' : `${versionWords(theirs)}${theirs.decidedBy && theirs.decidedAt ? `. ${theirs.decidedBy.displayName}, ${instantWords(theirs.decidedAt)}` : ''}` }] : []),
      ]} />
      <div className="govuk-button-group">
        <Button kind="secondary" onClick={drop}>{why === null ? 'Keep theirs' : 'Let mine go'}</Button>
        <Button kind="secondary" onClick={again}>Put mine again</Button>
      </div>
    </div>
  );
}

/** What stopped that stands beside no family: in words of its own. */
function whatWords(payload: LivePayload): string {
  if (payload.kind === 'ACTION') return `The action “${payload.words}”, due ${dayWords(payload.dueOn)}`;
  if (payload.kind === 'ATTENDANCE') return `Attendance: ${attendanceWords(payload.attendance).toLowerCase()}`;
  return payload.kind === 'STEP_OUT' ? `Leaving the room for item ${payload.position}` : `Going ${payload.kind === 'COURSE' && payload.step === 'BACK' ? 'back' : 'on'} to another item`;
}

export function StoppedList({ meeting }: { meeting: string }) {
  const { queue } = useLive();
  const [place, back] = useFocusBack<HTMLDivElement>();
  const stopped = stoppedElsewhere(queue, meeting);
  return (
    <div ref={place} tabIndex={-1} className="hub-live__stopped">
      {stopped.map(({ key, payload, why, version }) => (
        <div key={key} className="hub-problem">
          <p className="govuk-body"><strong>{whatWords(payload)} was not saved.</strong> {why ?? 'Somebody else was quicker: another item is before the meeting by now.'}</p>
          <div className="govuk-button-group">
            {why !== null && <Button kind="secondary" onClick={() => { back(); liveStore.putAgain(key, version); }}>Send again</Button>}
            <Button kind="secondary" onClick={() => { back(); liveStore.letGo(key); }}>{why === null ? 'Understood' : 'Let it go'}</Button>
          </div>
        </div>
      ))}
    </div>
  );
}
