import { conflict, DomainError } from '../errors';
import { dayWords } from '../dates/words';
import type { IsoDate } from '../dates/iso-date';
import type { Side } from '../links/states';
import type { ChildOnCourse } from './course';
import { isOfChild, nextPlacement, PLACEMENT_EVENTS, type PlacementEvent } from './events';
import { isEnd, standingOf, type Home, type PlacementState } from './states';

/** Rows of history about another row: what was recorded wrongly is put right beside it, never over it. */
export const CORRECTION_EVENTS = { CORRECTION_ASKED: 'Correction asked for', CORRECTED: 'Corrected', CORRECTION_REFUSED: 'Correction not approved', STRUCK_OUT: 'Struck out: it did not happen' } as const;
export type CorrectionEvent = keyof typeof CORRECTION_EVENTS;

export const isCorrection = (event: string): event is CorrectionEvent => Object.hasOwn(CORRECTION_EVENTS, event);
/** The decision's day is put right with the decision, and who acts for a side by handing over. */
export const canBeCorrected = (event: string): event is PlacementEvent => Object.hasOwn(PLACEMENT_EVENTS, event);

/** A row of history, as far as corrections ask. */
export interface RecordedDeed {
  readonly version: number;
  readonly event: string;
  readonly code: string | null;
  readonly onDate: IsoDate;
  /** Of a row of `CORRECTION_EVENTS`: the version that it is about. */
  readonly corrects: number | null;
}

/** What was done, as it is known today: the latest correction's day and code, and nothing that was struck out. */
export function asItStands<T extends RecordedDeed>(deeds: readonly T[]): readonly T[] {
  const about = (version: number, event: CorrectionEvent): T | undefined => deeds.findLast((one) => one.corrects === version && one.event === event);
  return deeds.filter(({ event, version }) => !isCorrection(event) && about(version, 'STRUCK_OUT') === undefined).map((deed) => {
    const right = about(deed.version, 'CORRECTED');
    return right === undefined ? deed : { ...deed, onDate: right.onDate, code: right.code };
  });
}

/** The row that asks for a correction of this version and has no answer yet. */
export function openRequest<T extends RecordedDeed>(deeds: readonly T[], version: number): T | undefined {
  const last = deeds.findLast(({ corrects, event }) => corrects === version && event !== 'STRUCK_OUT');
  return last?.event === 'CORRECTION_ASKED' ? last : undefined;
}

/** Days from which rights follow: when a child was placed, since when it lives there, the order, the end. A second person of the agency approves their correction. */
export const needsApproval = (event: string): boolean => canBeCorrected(event) && isOfChild(event);

const MOVING: readonly string[] = ['PLAN_AGREED', 'INTRODUCTIONS_STARTED'];

/** What moved a child or the placement can get another day; only what stands in the history alone can be struck out. */
export const canBeStruckOut = (event: string): boolean => canBeCorrected(event) && !isOfChild(event) && !MOVING.includes(event);

export interface DeedOfChild extends RecordedDeed {
  readonly side: Side;
  /** The child's number; null of what was done for all. */
  readonly child: number | null;
}

/** A placement's dates as its history gives them. */
export interface Replayed {
  readonly planAgreedOn: IsoDate | null;
  readonly introductionsOn: IsoDate | null;
  readonly children: readonly ChildOnCourse[];
}

/**
 * The history gone through again by the same rules: every step must follow from what stood before it. `children`: their numbers. Answers the dates that come
 * of it, or which step would not stand any more, and why.
 */
export function replay(deeds: readonly DeedOfChild[], children: readonly number[], today: IsoDate): Replayed | DomainError {
  const standing = asItStands(deeds);
  const decidedOn = standing.find(({ event }) => event === 'OPENED')?.onDate;
  if (decidedOn === undefined) throw new Error('A placement without its first row of history.');
  let state: PlacementState = 'MATCHED';
  let at: Replayed = { planAgreedOn: null, introductionsOn: null, children: children.map(unmoved) };
  for (const deed of standing) {
    if (!canBeCorrected(deed.event)) continue;
    const child = at.children.find(({ number }) => number === deed.child) ?? null;
    const next = nextPlacement(state, deed.event, { ...at, children: at.children.map((one) => one.state), decidedOn, by: deed.side, child, onDate: deed.onDate, today, code: deed.code, words: 'said' });
    if (next instanceof DomainError) return conflict('GUARD_FAILED', `"${PLACEMENT_EVENTS[deed.event].label}" of ${dayWords(deed.onDate)} would not stand: ${next.message}`);
    at = after(at, deed.event, deed, next.child);
    if (!isEnd(state)) state = standingOf({ isPlanAgreed: at.planAgreedOn !== null, hasIntroductions: at.introductionsOn !== null, children: at.children.map((one) => one.state) });
  }
  return at;
}

const unmoved = (number: number): ChildOnCourse => ({ number, state: 'MATCHED', home: null, livesThereSince: null, placedOn: null, aoAppliedOn: null, adoptedOn: null, disruptedOn: null, fellOn: null });

const DATE_OF: Readonly<Partial<Record<PlacementEvent, keyof ChildOnCourse>>> = {
  LIVES_THERE: 'livesThereSince', PLACED: 'placedOn', PLACED_BY_AGREEMENT: 'placedOn', FELL: 'fellOn', AO_APPLIED: 'aoAppliedOn', ADOPTED: 'adoptedOn', DISRUPTED: 'disruptedOn',
};

function after(at: Replayed, event: PlacementEvent, { child: number, onDate, code }: DeedOfChild, to: ChildOnCourse['state'] | null): Replayed {
  if (event === 'PLAN_AGREED') return { ...at, planAgreedOn: at.planAgreedOn ?? onDate };
  if (event === 'INTRODUCTIONS_STARTED') return { ...at, introductionsOn: onDate };
  const date = DATE_OF[event];
  if (to === null || date === undefined) return at;
  const moved = (one: ChildOnCourse): ChildOnCourse => ({ ...one, state: to, [date]: onDate, ...(event === 'LIVES_THERE' ? { home: code as Home } : {}) });
  return { ...at, children: at.children.map((one) => (one.number === number ? moved(one) : one)) };
}
