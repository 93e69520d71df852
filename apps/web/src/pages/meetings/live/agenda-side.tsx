import { Link } from 'react-router';
import { useMedia } from '../../../components/use-media';
import { waitingWords } from '../../../words/cards';
import { count, upperFirst } from '../../../words/plain';
import { meetingOutcomeWords } from '../../../words/meetings';
import type { ItemOfPage, MeetingOfPage } from '../meeting-of-page';

interface AgendaSideProps {
  readonly meeting: MeetingOfPage;
  readonly current: number | null;
  readonly shown: number | null;
  readonly onChoose: (position: number) => void;
}

/** What came of it so far, or who waits. */
function inShort({ isShown, outcome, pairs, unit }: ItemOfPage): string {
  if (!isShown) return '';
  const pursued = pairs.filter((pair) => pair.outcome === 'PURSUE').length;
  const decided = pairs.filter((pair) => pair.outcome !== null).length;
  const came = [pursued > 0 && `${pursued} to pursue`, outcome && meetingOutcomeWords(outcome).toLowerCase(), pursued === 0 && decided > 0 && `${decided} decided`].filter(Boolean);
  return [unit && (unit.earlyPermanence ? 'Early permanence' : `Waiting ${waitingWords(unit.waitingBand).toLowerCase()}`), ...came].filter(Boolean).join(' · ');
}

export function AgendaSide({ meeting, current, shown, onChoose }: AgendaSideProps) {
  const { reference, items, agenda, mayRecord } = meeting;
  const wide = useMedia('(min-width: 64em)');
  const list = (
    <>
      <ol className="hub-agenda">
        {items.map((item) => {
          const isNow = item.position === current;
          const tone = isNow ? 'now' : item.status === 'DONE' ? 'done' : 'waits';
          return (
            <li key={item.unitReference ?? item.position}>
              <button type="button" className={`hub-agenda__item hub-agenda__item--${tone}`} aria-current={item.position === shown} onClick={() => onChoose(item.position)}>
                <strong>{item.position}. {item.isShown ? item.unitReference : 'Not shown to you'}</strong>
                <span className="govuk-visually-hidden">{isNow ? ', before the meeting now' : item.status === 'DONE' ? ', done' : ''}</span>
                <span className="hub-agenda__under">{[isNow && 'now', inShort(item)].filter(Boolean).map((part) => upperFirst(String(part))).join(' · ')}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {mayRecord && <p className="govuk-body-s"><Link className="govuk-link" to={`/meetings/${reference}`}>Change the agenda</Link></p>}
      {agenda.account && <p className="govuk-body-s">{agenda.account}</p>}
    </>
  );
  return (
    <nav className="hub-live__agenda" aria-label="Agenda">
      {wide ? <><h2 className="govuk-heading-s">Agenda</h2>{list}</> : <details className="hub-fold"><summary>Agenda: {count(items.length, 'item', 'items')}</summary>{list}</details>}
    </nav>
  );
}
