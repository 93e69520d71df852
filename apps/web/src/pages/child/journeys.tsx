import { addMonths } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { Timeline } from '../../components/timeline';
import type { UnitRecordPartsFragment } from '../../gql/graphql';
import { todayInLondon } from '../../words/dates';

type Record = UnitRecordPartsFragment;
type Member = Record['children'][number];

/** The threshold of the adoption scorecards since 2013-16: 14 months from entering care to moving in. */
const SCORECARD_MONTHS = 14;
const ENDED = /^(ADOPTED|LEFT_CARE_OTHER)$/;

const sameJourney = (a: Member, b: Member): boolean =>
  JSON.stringify(a.journey.map(({ event, onDate }) => [event, onDate])) === JSON.stringify(b.journey.map(({ event, onDate }) => [event, onDate]));

function limitOf(member: Member) {
  const entered = member.dates.enteredCareOn;
  return entered ? { words: `${SCORECARD_MONTHS} months from entering care`, date: addMonths(isoDate(entered), SCORECARD_MONTHS) } : null;
}

/** One line for brothers and sisters whose dates are the same, one line each where they differ. */
export function Journeys({ record }: { record: Record }) {
  const [first, ...rest] = record.children;
  if (!first) return null;
  const drawn = rest.every((member) => sameJourney(first, member)) ? [first] : record.children;
  return (
    <section aria-label="Journey">
      {drawn.map((member) => (
        <div key={member.reference}>
          {drawn.length > 1 && <h2 className="govuk-heading-s">{member.reference}</h2>}
          <Timeline title={drawn.length > 1 ? `Journey of ${member.reference}` : 'Journey'} since="entering care" events={member.journey}
            today={todayInLondon()} limit={limitOf(member)} ended={ENDED.test(member.state)} />
        </div>
      ))}
    </section>
  );
}
