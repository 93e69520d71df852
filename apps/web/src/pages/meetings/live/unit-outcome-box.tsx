import { UNIT_OUTCOMES, type UnitOutcome } from '@hub/domain/meetings/outcomes';
import { Tag } from '../../../components/tag';
import { momentWords } from '../../../words/dates';
import { meetingOutcomeTone, meetingOutcomeWords } from '../../../words/meetings';
import type { ItemOfPage, MeetingOfPage } from '../meeting-of-page';
import { liveStore } from './live-store';
import { unitOutcome } from './overlay';
import { StoppedDecision } from './stopped';
import { useFocusBack } from '../../../app/use-focus-back';
import { useLive } from './use-live';

const OUTCOMES = Object.keys(UNIT_OUTCOMES) as readonly UnitOutcome[];

/** What is decided of the child or group beyond its families. The buttons stay where they are, whoever records. */
export function UnitOutcomeBox({ meeting, item }: { meeting: MeetingOfPage; item: ItemOfPage }) {
  const { queue } = useLive();
  const [place, back] = useFocusBack<HTMLHeadingElement>();
  const mayRecord = meeting.mayRecord && meeting.status === 'LIVE';
  const { unitReference: unit, version, decidedBy, decidedAt } = item;
  const shown = unitOutcome(queue, item);
  if (unit === null || (!mayRecord && shown.outcome === null)) return null;
  const record = (outcome: UnitOutcome) => liveStore.record({ subject: unit, version: version ?? 1, payload: { meeting: meeting.reference, kind: 'UNIT', unit, outcome, words: null } });
  return (
    <section className="hub-live__unit" aria-labelledby="unit-outcome">
      <h3 className="govuk-heading-s" id="unit-outcome" ref={place} tabIndex={-1}>{unit} as a whole</h3>
      {shown.outcome !== null && (
        <p className="govuk-body hub-tight">
          <Tag tone={meetingOutcomeTone(shown.outcome)}>{meetingOutcomeWords(shown.outcome)}</Tag>{' '}
          <span className="hub-secondary">{shown.saving ? 'Being saved' : decidedBy && decidedAt && `${decidedBy.displayName}, ${momentWords(decidedAt)}`}</span>
        </p>
      )}
      {mayRecord && (
        <div className="hub-pair__buttons" role="group" aria-label={`Outcome of ${unit} as a whole`}>
          {OUTCOMES.map((outcome) => <button key={outcome} type="button" className="govuk-button govuk-button--secondary hub-button--small" aria-pressed={shown.outcome === outcome} onClick={() => record(outcome)}>{meetingOutcomeWords(outcome)}</button>)}
        </div>
      )}
      {shown.stopped && <StoppedDecision stopped={shown.stopped} theirs={item} onAnswered={back} />}
    </section>
  );
}
