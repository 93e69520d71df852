import { Table } from '../../components/table';
import { Timeline } from '../../components/timeline';
import { dayWords, todayInLondon } from '../../words/dates';
import { childName, codeWords, placedChildWords } from '../../words/placements';
import type { PlacementOfPage } from './placement-of-page';

type Child = PlacementOfPage['children'][number];

const day = (date: string | null | undefined): string => (date ? dayWords(date) : '');
const home = ({ home: where, livesThereSince }: Child): string => (where ? `${codeWords('LIVES_THERE', where) ?? where}, since ${day(livesThereSince)}` : 'Moves in');
const ended = ({ adoptedOn, disruptedOn, fellOn }: Child): string => day(adoptedOn ?? disruptedOn ?? fellOn);

/** Each child's own dates: brothers and sisters are not always placed or adopted on one day. */
export function PlacementChildren({ placement: { children } }: { placement: PlacementOfPage }) {
  return (
    <Table caption="Children" rows={children} keyOf={({ number }) => String(number)} columns={[
      { title: 'Child', names: true, cell: childName },
      { title: 'Stands at', cell: ({ state }) => placedChildWords(state) },
      { title: 'Lived there before', cell: home },
      { title: 'Placed', cell: ({ placedOn }) => day(placedOn) },
      { title: 'Order may be applied for from', cell: ({ mayApplyFrom }) => day(mayApplyFrom) },
      { title: 'Applied for', cell: ({ aoAppliedOn }) => day(aoAppliedOn) },
      { title: 'Ended', cell: ended },
    ]} />
  );
}

const ENDED = /^(ADOPTED|DISRUPTED|FELL)$/;
const text = (events: PlacementOfPage['courses'][number]['events']): string => JSON.stringify(events.map(({ event, onDate }) => [event, onDate]));

/** One line where all have the same dates, one line each where they differ. */
export function PlacementCourses({ placement: { courses, children } }: { placement: PlacementOfPage }) {
  const [first, ...rest] = courses;
  if (!first) return null;
  const drawn = rest.every(({ events }) => text(events) === text(first.events)) ? [first] : courses;
  return (
    <section aria-label="From the match on">
      {drawn.map(({ child, events }) => {
        const of = children.find(({ number }) => number === child);
        const name = of ? childName(of) : `Child ${child}`;
        return (
          <div key={child}>
            {drawn.length > 1 && <h2 className="govuk-heading-s">{name}</h2>}
            <Timeline title={drawn.length > 1 ? `From the match on: ${name}` : 'From the match on'} since="the match" events={events} today={todayInLondon()} ended={ENDED.test(of?.state ?? '')} />
          </div>
        );
      })}
    </section>
  );
}

/** What the rules ask for, the earliest first. */
export function PlacementDue({ placement: { due, children, awaited } }: { placement: PlacementOfPage }) {
  const nameOf = (number: number): string => childName(children.find((child) => child.number === number) ?? { number });
  return (
    <section>
      <h2 className="govuk-heading-m">What is due</h2>
      {due.length === 0 ? <p className="govuk-body">{awaited ? `${awaited} comes next. Clocks begin with the placement.` : 'Nothing.'}</p> : (
        <Table caption="What is due" captionHidden rows={due} keyOf={({ code, child }) => `${code} ${child}`} columns={[
          { title: 'What', names: true, cell: ({ label }) => label },
          ...(children.length > 1 ? [{ title: 'For', cell: ({ child }: (typeof due)[number]) => nameOf(child) }] : []),
          { title: 'By', cell: ({ dueOn, isOverdue }) => <>{dueOn ? dayWords(dueOn) : 'no day'}{isOverdue ? ' (overdue)' : ''}</> },
          { title: 'The rule', cell: ({ says }) => says },
        ]} />
      )}
    </section>
  );
}
