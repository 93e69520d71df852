import { useId } from 'react';
import { dayWords, daysWords } from '../words/dates';
import { shortLabel } from '../words/journey';
import { lowerFirst } from '../words/plain';
import { Table } from './table';
import { clashesAbove, isDue, layOut, rowsAbove, rowsBelow, scale, span, type Placed, type TimelineEvent } from './timeline-layout';
import { useMedia } from './use-media';

interface TimelineProps {
  readonly title: string;
  readonly events: readonly TimelineEvent[];
  readonly today: string;
  /** A limit in words with its date, drawn as a broken line; beyond it the line turns amber. */
  readonly limit?: { readonly words: string; readonly date: string } | null;
  /** The journey has reached its end: the line stops at its last event. */
  readonly ended?: boolean;
  readonly since: string;
}

const LEFT = 40;
const RIGHT = 1052;
const LINE = 72;

export function Timeline(props: TimelineProps) {
  const narrow = useMedia('(max-width: 48em)');
  const events = props.events.filter((event) => !isDue(event)).sort((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0));
  const due = props.events.filter(isDue);
  if (events.length === 0) return <p className="govuk-body">No dates are recorded yet.</p>;
  return (
    <div className="hub-timeline">
      {narrow ? <InWords last={events.at(-1) as TimelineEvent} due={due[0]} today={props.today} /> : <Drawing {...props} events={events} due={due[0]} />}
      <details className="govuk-details hub-timeline__table">
        <summary className="govuk-details__summary"><span className="govuk-details__summary-text">{props.title} as a table</span></summary>
        <JourneyTable events={[...events, ...due]} since={props.since} caption={props.title} />
      </details>
    </div>
  );
}

function nextWords(due: TimelineEvent, today: string): string {
  const step = lowerFirst(shortLabel(due));
  return due.onDate < today ? `Overdue: ${step}, expected by ${dayWords(due.onDate)}` : `Next: ${step} by ${dayWords(due.onDate)}`;
}

/** Where there is no room for the drawing: where the journey stands and what comes next. */
function InWords({ last, due, today }: { last: TimelineEvent; due?: TimelineEvent; today: string }) {
  return <p className="govuk-body"><strong>{last.label}</strong>, {dayWords(last.onDate)}.{due && ` ${nextWords(due, today)}.`}</p>;
}

/** Where there is no room for the words to the right of a mark. */
const LIMIT_ROOM = 260;
const NEXT_FROM = 800;
/** Half of the word “Today”, in the drawing’s units. */
const TODAY_ROOM = 28;
const NEXT_ROW = [LINE + 60, LINE + 80, LINE + 114] as const;

function Drawing({ title, events, due, today, limit, ended = false }: TimelineProps & { due?: TimelineEvent }) {
  const id = useId();
  const last = events.at(-1) as TimelineEvent;
  const end = ended ? last.onDate : [today, last.onDate].sort().at(-1) as string;
  const place = scale(events[0].onDate, end, LEFT, RIGHT);
  const placed = layOut(events, place, 1140);
  const late = limit && limit.date < end ? place(limit.date) : null;
  const left = late !== null && late > RIGHT - LIMIT_ROOM;
  const nextAt = NEXT_ROW[rowsBelow(placed, NEXT_FROM)] ?? NEXT_ROW[2];
  const top = placed.some(({ row }) => row === -2) ? -36 : 0;
  const bottom = Math.max(due && !ended ? nextAt + 8 : 0, placed.some(({ row }) => row === 2) ? 168 : 136);
  return (
    <svg className="hub-timeline__drawing" viewBox={`0 ${top} 1140 ${bottom - top}`} role="img" aria-labelledby={id}>
      <title id={id}>{`${title}: ${events.map(({ label, onDate }) => `${label} ${dayWords(onDate)}`).join(', ')}`}</title>
      <line className="hub-timeline__line" x1={LEFT} x2={late ?? place(end)} y1={LINE} y2={LINE} />
      {late !== null && <line className="hub-timeline__line hub-timeline__line--late" x1={late} x2={place(end)} y1={LINE} y2={LINE} />}
      {late !== null && limit && <LimitMark x={late} words={limit.words} left={left} clash={clashesAbove(placed, late, left)} />}
      {placed.map((event) => <Mark key={`${event.event} ${event.onDate}`} {...event} />)}
      {!ended && <TodayMark x={place(today)} rows={rowsAbove(placed, place(today), TODAY_ROOM)} />}
      {!ended && due && <text className={due.onDate < today ? 'hub-timeline__limit-words' : 'hub-timeline__date'} x={1136} y={nextAt} textAnchor="end">{nextWords(due, today)}</text>}
    </svg>
  );
}

function Mark({ x, labelX, row, short, onDate, fell }: Placed) {
  const y = row > 0 ? LINE + 5 + row * 34 : LINE - 1 + row * 34;
  return (
    <g>
      <circle className={fell ? 'hub-timeline__dot hub-timeline__dot--fell' : 'hub-timeline__dot'} cx={x} cy={LINE} r="8" />
      <text className="hub-timeline__label" x={labelX} y={y}>{short}</text>
      <text className="hub-timeline__date" x={labelX} y={y + 16}>{dayWords(onDate)}</text>
    </g>
  );
}

function LimitMark({ x, words, left, clash }: { x: number; words: string; left: boolean; clash: boolean }) {
  return (
    <g>
      <line className="hub-timeline__limit" x1={x} x2={x} y1={LINE - 22} y2={LINE + 16} />
      <text className="hub-timeline__limit-words" x={left ? x - 6 : x + 6} y={clash ? LINE + 24 : LINE - 12} textAnchor={left ? 'end' : 'start'}>{words}</text>
    </g>
  );
}

/** Over whatever labels stand there. */
function TodayMark({ x, rows }: { x: number; rows: number }) {
  return (
    <g>
      <line className="hub-timeline__today" x1={x} x2={x} y1={LINE - 16} y2={LINE + 16} />
      <text className="hub-timeline__label" x={x + 8} y={LINE - 20 - 34 * rows} textAnchor="middle">Today</text>
    </g>
  );
}

function expectedWords(event: TimelineEvent): string {
  const { target, onDate } = event;
  if (isDue(event)) return dayWords(target ?? onDate);
  if (!target) return '';
  return onDate > target ? `${dayWords(target)}, ${daysWords(span(target, onDate))} late` : `${dayWords(target)}, in time`;
}

function JourneyTable({ events, since, caption }: { events: readonly TimelineEvent[]; since: string; caption: string }) {
  return (
    <Table caption={caption} captionHidden rows={events} keyOf={({ event, onDate }) => `${event} ${onDate}`} columns={[
      { title: 'What happened', names: true, cell: ({ label, reason }) => <>{label}{reason && <span className="hub-secondary"> ({reason})</span>}</> },
      { title: 'Date', cell: (event) => (isDue(event) ? 'not yet' : dayWords(event.onDate)) },
      { title: `Days since ${since}`, cell: (event) => (isDue(event) || typeof event.elapsedDays !== 'number' ? '' : daysWords(event.elapsedDays)) },
      { title: 'Expected by', cell: expectedWords },
    ]} />
  );
}
