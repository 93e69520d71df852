import { isOpen, type ClockState } from '@hub/domain/clocks/clock';
import { Details } from '../../components/details';
import { Table, type Column } from '../../components/table';
import { Tag } from '../../components/tag';
import type { ClockPartsFragment } from '../../gql/graphql';
import { basisWords, clockName, clockStateWords, clockTone, dueWords, longerWords, pauseWords, ruleOf } from '../../words/clocks';
import { dayWords } from '../../words/dates';
import { count } from '../../words/plain';

const open = ({ state }: ClockPartsFragment): boolean => isOpen({ state: state as ClockState });

/** How a clock stands, with why it rests or has more time. */
export function Standing({ clock }: { clock: ClockPartsFragment }) {
  const { pausedBecause, extendedBecause, doneOn } = clock;
  return (
    <>
      <Tag tone={clockTone(clock.state)}>{clockStateWords(clock)}</Tag>
      {pausedBecause && <span className="hub-secondary"> because {pauseWords(pausedBecause)}</span>}
      {extendedBecause && <span className="hub-secondary"> longer because of: {longerWords(extendedBecause)}</span>}
      {doneOn && !open(clock) && ruleOf(clock.code).sense === 'BY' && <span className="hub-secondary"> on {dayWords(doneOn)}</span>}
    </>
  );
}

const COLUMNS: readonly Column<ClockPartsFragment>[] = [
  { title: 'Clock', names: true, cell: clockName },
  { title: 'From', cell: ({ startsOn }) => dayWords(startsOn) },
  { title: 'Due', cell: dueWords },
  { title: 'Stands at', cell: (clock) => <Standing clock={clock} /> },
  { title: 'Rule', cell: ({ code }) => <>{ruleOf(code).says} <span className="hub-secondary">{basisWords(ruleOf(code).basis)}: {ruleOf(code).cites}</span></> },
];

const keyOf = ({ code, nth }: ClockPartsFragment): string => `${code} ${nth ?? ''}`;

/** Every clock of one case: what is open, and behind a fold what is done. */
export function CaseClocks({ title, clocks }: { title: string; clocks: readonly ClockPartsFragment[] }) {
  const [running, done] = [clocks.filter(open), clocks.filter((clock) => !open(clock))];
  if (clocks.length === 0) return null;
  return (
    <section aria-label={title} className="hub-clocks">
      {running.length > 0 ? <Table caption={title} rows={running} keyOf={keyOf} columns={COLUMNS} /> : <h2 className="govuk-heading-m">{title}</h2>}
      {running.length === 0 && <p className="govuk-body">Nothing is open.</p>}
      {done.length > 0 && <Details summary={count(done.length, 'clock that no longer runs', 'clocks that no longer run')}><Table caption={`${title}: done`} captionHidden rows={done} keyOf={keyOf} columns={COLUMNS} /></Details>}
    </section>
  );
}
