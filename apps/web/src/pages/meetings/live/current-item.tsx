import { groupWords } from '@hub/domain/children/spoken-card';
import { inPolicyOrder } from '@hub/domain/children/words';
import { Link } from 'react-router';
import { Dots } from '../../../components/dots';
import { Tag } from '../../../components/tag';
import { regionWords, waitingWords } from '../../../words/cards';
import { absenceWords } from '../../../words/meetings';
import { needWords } from '../../../words/needs';
import { count, lowerFirst } from '../../../words/plain';
import type { ItemOfPage, MeetingOfPage } from '../meeting-of-page';
import { PairBox } from './pair-box';
import { UnitOutcomeBox } from './unit-outcome-box';

interface ItemProps { readonly meeting: MeetingOfPage; readonly item: ItemOfPage }

/** The child or group before the meeting, as the card tells, and the families beside it. */
export function CurrentItem({ meeting, item }: ItemProps) {
  const { isShown, unitReference, position, absences } = item;
  if (!isShown || unitReference === null) {
    return (
      <>
        <h2 className="govuk-heading-m">Item {position}</h2>
        <p className="govuk-body-l">This item is not shown to you.</p>
        <p className="govuk-body">You see an item when its card and your agency’s agreement show it to you. The meeting goes on; the next item appears here.</p>
      </>
    );
  }
  const left = absences.some(({ person }) => person.isViewer);
  return (
    <section aria-labelledby="item-title">
      <ItemHead item={item} />
      {absences.map(({ person, reason }) => <p key={person.displayName} className="govuk-body-s">{person.displayName} left the room for this item: {absenceWords(reason)}.</p>)}
      {left ? <p className="govuk-body-l">You left the room for this item. It is shown again when the meeting goes on.</p> : <Families meeting={meeting} item={item} />}
    </section>
  );
}

function ItemHead({ item: { unitReference, unit } }: { item: ItemOfPage }) {
  return (
    <>
      <h2 className="govuk-heading-m hub-live__who" id="item-title" tabIndex={-1}>
        {unit ? <Link className="govuk-link" to={`/children/${unit.reference}`}>{unitReference}</Link> : unitReference}{' '}
        {unit && <span className="hub-secondary"><strong>{lowerFirst(groupWords(unit))} · {regionWords(unit.regionBand)}</strong></span>}
      </h2>
      {unit ? <Card unit={unit} /> : <p className="govuk-body">The card is not shown any more.</p>}
    </>
  );
}

const MOST_NEEDS = 4;

function Card({ unit }: { unit: NonNullable<ItemOfPage['unit']> }) {
  const needs = inPolicyOrder(unit.needs).filter(({ level, upTo }) => (upTo ?? level ?? 0) > 0);
  const shown = needs.slice().sort((a, b) => (b.upTo ?? b.level ?? 0) - (a.upTo ?? a.level ?? 0)).slice(0, MOST_NEEDS);
  return (
    <div className="hub-live__card">
      <p className="govuk-body hub-tight">Waiting {lowerFirst(waitingWords(unit.waitingBand))}. {unit.earlyPermanence && <Tag tone="plum">Early permanence</Tag>} {unit.isOwn && <Tag tone="blue">Your agency’s</Tag>}</p>
      {unit.highestNeed === null ? <p className="govuk-body hub-tight">Needs: not recorded.</p> : (
        <ul className="hub-live__needs">
          {shown.map(({ key, level, upTo }) => <li key={key}><Dots level={level} upTo={upTo} of="need" /> {lowerFirst(needWords(key))}</li>)}
          {needs.length > MOST_NEEDS && <li>and {needs.length - MOST_NEEDS} more</li>}
          {needs.length === 0 && <li>No needs beyond any child’s</li>}
        </ul>
      )}
    </div>
  );
}

function Families({ meeting, item }: ItemProps) {
  const { pairs, hiddenPairs } = item;
  return (
    <>
      {pairs.length === 0 && hiddenPairs === 0 && <p className="govuk-body">No family stands beside this child or group.</p>}
      <ul className="hub-pairs">
        {pairs.map((pair) => <li key={pair.householdReference}><PairBox meeting={meeting} item={item} pair={pair} /></li>)}
      </ul>
      {hiddenPairs > 0 && <p className="govuk-body">{count(hiddenPairs, 'family is', 'families are')} not shown to you.</p>}
      <UnitOutcomeBox meeting={meeting} item={item} />
    </>
  );
}
