import { rangeWords, roomWords } from '@hub/domain/adopters/spoken-card';
import { RULE_OUT_REASONS } from '@hub/domain/meetings/outcomes';
import { Link } from 'react-router';
import { Band } from '../../../components/band';
import { Interval } from '../../../components/interval';
import { Tag } from '../../../components/tag';
import { regionWords } from '../../../words/cards';
import { momentWords } from '../../../words/dates';
import { meetingOutcomeTone, meetingOutcomeWords } from '../../../words/meetings';
import type { ItemOfPage, MeetingOfPage, PairOfPage } from '../meeting-of-page';
import { pairSubject } from './live-payload';
import { liveStore } from './live-store';
import { OutcomeButtons } from './outcome-buttons';
import { pairOutcome, type ShownOutcome } from './overlay';
import { StoppedDecision } from './stopped';
import { useFocusBack } from '../../../app/use-focus-back';
import { useLive } from './use-live';

interface PairProps { readonly meeting: MeetingOfPage; readonly item: ItemOfPage; readonly pair: PairOfPage }

/** One family beside the child or group: how well, and what the meeting decides. */
export function PairBox({ meeting, item, pair }: PairProps) {
  const { queue } = useLive();
  const [place, back] = useFocusBack<HTMLHeadingElement>();
  const unit = item.unitReference ?? '';
  const { householdReference: family, household, band, version } = pair;
  const shown = pairOutcome(queue, unit, pair);
  const id = `pair-${family}`;
  return (
    <section className="hub-pair" aria-labelledby={id}>
      <div className="hub-pair__who">
        {band && <Band letter={band} />}
        <div>
          <h3 className="govuk-heading-s" id={id} ref={place} tabIndex={-1}>{household ? <Link className="govuk-link" to={`/families/${family}`}>{family}</Link> : family}</h3>
          {household && <p className="hub-secondary hub-tight">{[regionWords(household.regionBand), rangeWords(household.approvedFromMonths, household.approvedToMonths), roomWords(household.maxChildren)].filter(Boolean).join(', ')}</p>}
          <p className="hub-tight"><Link className="govuk-link" to={`/children/${unit}/families/${family}`}>Explain<span className="govuk-visually-hidden"> {family}</span></Link></p>
        </div>
      </div>
      {pair.rank !== null && pair.low !== null && pair.high !== null ? <Interval rank={pair.rank} low={pair.low} high={pair.high} /> : <p className="hub-secondary hub-tight">Put on the agenda by people.</p>}
      <div className="hub-pair__outcome">
        <Outcome shown={shown} pair={pair} />
        {meeting.mayRecord && meeting.status === 'LIVE' && (
          <OutcomeButtons about={family} field={`${unit} ${family}`} decided={shown.outcome} onRecord={({ outcome, reason, words }) => liveStore.record({
            subject: pairSubject(unit, family), version, payload: { meeting: meeting.reference, kind: 'PAIR', unit, household: family, outcome, reason, words },
          })} />
        )}
      </div>
      {shown.stopped && <StoppedDecision stopped={shown.stopped} theirs={pair} onAnswered={back} />}
    </section>
  );
}

const REASONS: Readonly<Record<string, string>> = RULE_OUT_REASONS;

function Outcome({ shown, pair: { decidedBy, decidedAt, link } }: { shown: ShownOutcome; pair: PairOfPage }) {
  if (shown.outcome === null) return null;
  const said = [shown.reason && (REASONS[shown.reason] ?? shown.reason), shown.words].filter(Boolean).join('. ');
  return (
    <p className="govuk-body hub-tight">
      <Tag tone={meetingOutcomeTone(shown.outcome)}>{meetingOutcomeWords(shown.outcome)}</Tag> {said}{' '}
      <span className="hub-secondary">{shown.saving ? 'Being saved' : decidedBy && decidedAt && `${decidedBy.displayName}, ${momentWords(decidedAt)}`}</span>
      {link && <> <Link className="govuk-link" to={`/links/${link}`}>{link}</Link></>}
    </p>
  );
}
