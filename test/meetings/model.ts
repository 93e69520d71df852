/*
 * What the hub promises of meetings and of the links that they set going, in the plainest words and without a database: the model against
 * which it is tried. It knows nothing of the hub's own table of steps.
 */

export const OUTCOMES = ['PURSUE', 'HOLD', 'RULE_OUT', 'MORE_INFORMATION'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface ModelItem {
  readonly unit: number;
  status: 'WAITING' | 'CURRENT' | 'DONE';
  /** It went on from here once. */
  wasDone: boolean;
  /** Families beside it, in their order, each with its outcome and how often one was recorded. */
  readonly pairs: Map<number, { outcome: Outcome | null; times: number; on: boolean }>;
}

export interface ModelMeeting {
  status: 'PLANNED' | 'LIVE' | 'CLOSED' | 'CANCELLED';
  /** On the agenda, in order; and what was left off, which keeps its families. */
  items: ModelItem[];
  readonly off: ModelItem[];
}

export interface ModelLink {
  readonly unit: number;
  readonly family: number;
  state: 'SUGGESTED' | 'EXPRESSED_INTEREST' | 'DECLINED_BY_CHILD_AGENCY';
}

export interface Model {
  readonly meetings: ModelMeeting[];
  readonly links: ModelLink[];
}

/** Open links of a unit, and of a family. */
export const PER_UNIT = 1;
export const PER_FAMILY = 1;
export const MOST_MEETINGS = 2;

const openOf = ({ links }: Model, unit: number, family: number): ModelLink | undefined => links.find((link) => link.unit === unit && link.family === family && link.state !== 'DECLINED_BY_CHILD_AGENCY');
const isFull = ({ links }: Model, unit: number, family: number): boolean =>
  links.filter((link) => link.unit === unit && link.state === 'EXPRESSED_INTEREST').length >= PER_UNIT || links.filter((link) => link.family === family && link.state === 'EXPRESSED_INTEREST').length >= PER_FAMILY;
const isOpen = ({ status }: ModelMeeting): boolean => status === 'PLANNED' || status === 'LIVE';
export const itemOf = ({ items }: ModelMeeting, unit: number): ModelItem | undefined => items.find((item) => item.unit === unit);
export const currentOf = ({ items }: ModelMeeting): ModelItem | undefined => items.find(({ status }) => status === 'CURRENT');

export function call(model: Model): boolean {
  model.meetings.push({ status: 'PLANNED', items: [], off: [] });
  return true;
}

export function addUnit(meeting: ModelMeeting, unit: number): boolean {
  if (!isOpen(meeting) || itemOf(meeting, unit)) return false;
  const before = meeting.off.findIndex((item) => item.unit === unit);
  const [item] = before < 0 ? [{ unit, status: 'WAITING' as const, wasDone: false, pairs: new Map() }] : meeting.off.splice(before, 1);
  if (item) meeting.items.push(item);
  return true;
}

export function addFamily(meeting: ModelMeeting, unit: number, family: number): boolean {
  const item = itemOf(meeting, unit);
  if (!isOpen(meeting) || !item || item.pairs.get(family)?.on) return false;
  item.pairs.set(family, { ...(item.pairs.get(family) ?? { outcome: null, times: 0 }), on: true });
  return true;
}

export function leaveUnit(meeting: ModelMeeting, unit: number): boolean {
  const item = itemOf(meeting, unit);
  if (!isOpen(meeting) || !item || item.status !== 'WAITING' || [...item.pairs.values()].some(({ outcome }) => outcome !== null)) return false;
  meeting.items = meeting.items.filter((one) => one !== item);
  meeting.off.push(item);
  return true;
}

export function leaveFamily(meeting: ModelMeeting, unit: number, family: number): boolean {
  const pair = itemOf(meeting, unit)?.pairs.get(family);
  if (!isOpen(meeting) || !pair?.on || pair.outcome !== null) return false;
  pair.on = false;
  return true;
}

export function start(meeting: ModelMeeting): boolean {
  if (meeting.status !== 'PLANNED') return false;
  meeting.status = 'LIVE';
  if (meeting.items[0]) meeting.items[0].status = 'CURRENT';
  return true;
}

/** Whoever saw another item before the meeting moves nothing. */
export function goOn(meeting: ModelMeeting, step: 'NEXT' | 'BACK', isLate: boolean): boolean {
  const current = currentOf(meeting);
  if (meeting.status !== 'LIVE' || isLate) return false;
  const at = current ? meeting.items.indexOf(current) : meeting.items.length;
  const to = step === 'BACK' ? meeting.items[at - 1] : current ? meeting.items[at + 1] : meeting.items.find(({ status }) => status === 'WAITING');
  if (!to && (step === 'BACK' || !current)) return false;
  if (current) {
    current.wasDone ||= step === 'NEXT';
    current.status = current.wasDone ? 'DONE' : 'WAITING';
  }
  if (to) to.status = 'CURRENT';
  return true;
}

export function close(meeting: ModelMeeting): boolean {
  if (meeting.status !== 'LIVE') return false;
  const current = currentOf(meeting);
  if (current) current.status = 'DONE';
  meeting.status = 'CLOSED';
  return true;
}

export function cancel(meeting: ModelMeeting): boolean {
  if (meeting.status !== 'PLANNED') return false;
  meeting.status = 'CANCELLED';
  return true;
}

export function decide(model: Model, meeting: ModelMeeting, { unit, family, outcome, isLate }: { readonly unit: number; readonly family: number; readonly outcome: Outcome; readonly isLate: boolean }): boolean {
  const pair = itemOf(meeting, unit)?.pairs.get(family);
  // Late: with the version from before anything was recorded.
  if (meeting.status !== 'LIVE' || !pair?.on || (isLate && pair.times > 0)) return false;
  if (outcome === 'PURSUE' && !openOf(model, unit, family)) {
    if (isFull(model, unit, family)) return false;
    model.links.push({ unit, family, state: 'SUGGESTED' });
  }
  pair.outcome = outcome;
  pair.times += 1;
  return true;
}

export function express(model: Model, unit: number, family: number): boolean {
  const open = openOf(model, unit, family);
  if ((open && open.state !== 'SUGGESTED') || isFull(model, unit, family)) return false;
  if (open) open.state = 'EXPRESSED_INTEREST';
  else model.links.push({ unit, family, state: 'EXPRESSED_INTEREST' });
  return true;
}

export function leaveLink(model: Model, unit: number, family: number): boolean {
  const open = openOf(model, unit, family);
  if (!open) return false;
  open.state = 'DECLINED_BY_CHILD_AGENCY';
  return true;
}

/** Pairs that a meeting ruled out and did not take back. */
export const ruledOut = ({ meetings }: Model): string[] =>
  [...new Set(meetings.flatMap(({ items }) => items.flatMap(({ unit, pairs }) => [...pairs].filter(([, { outcome }]) => outcome === 'RULE_OUT').map(([family]) => `${unit} ${family}`))))].sort();
