import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { DomainError, invalid } from '@hub/domain/errors';
import type { Side } from '@hub/domain/links/states';
import { codeWords } from '@hub/domain/placements/codes';
import { CHILD_EVENT_OF, LINK_END_OF } from '@hub/domain/placements/consequences';
import { childrenFor, isOfChild, nextPlacement, type PlacementEvent } from '@hub/domain/placements/events';
import { isEnd, standingOf, type Home, type PlacedChildState, type PlacementState } from '@hub/domain/placements/states';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, rows, type Tx } from '@hub/database/tx';
import { loadChildren } from '../children/child-records.queries';
import { seekAgain } from '../children/family-finding.queries';
import { recordChildEvent } from '../children/record-event.queries';
import { isColleague } from '../children/workers.queries';
import { findLink, takeStep } from '../links/links.queries';
import { insertDeed } from './placement-history.queries';
import { childrenOf, type PlacedChildRow, type PlacementRow } from './placements.queries';

export interface PlacementStep {
  readonly event: PlacementEvent;
  readonly side: Side;
  /** Numbers of the children whose step it is. None: of all who stand where it can be taken. */
  readonly children: readonly number[];
  readonly onDate: IsoDate;
  readonly today: IsoDate;
  readonly code: string | null;
  readonly words: string | null;
  /** Of a disruption or a match that fell: whether a family is sought for the child again at once. */
  readonly isSearchResumed: boolean;
}

/**
 * The one path by which a placement changes: its row and its history, one version further for each child that the step is of, and with them the child's own
 * record, the family's (by the database, for it may be another agency's) and the link. The placement is locked. Throws the domain's refusal. Answers its new
 * version and state.
 */
export async function takePlacementStep(tx: Tx, vault: Vault, actor: Actor, placement: PlacementRow, step: PlacementStep): Promise<Pick<PlacementRow, 'state' | 'version'>> {
  let standing: PlacementRow = placement;
  for (const number of childrenOfStep(step, await childrenOf(tx, [placement.id]))) standing = await takeOne(tx, vault, actor, standing, { ...step, number });
  if (isEnd(standing.state) && placement.endedAt === null) await endLink(tx, actor, standing, step);
  if (step.isSearchResumed) await resumeSearch(tx, vault, actor, placement, step);
  return { state: standing.state, version: standing.version };
}

/** Each child has a row of history of its own; what leads nobody on and is for all of them is one row. */
function childrenOfStep({ event, children: wanted }: PlacementStep, children: readonly PlacedChildRow[]): readonly (number | null)[] {
  if (isOfChild(event) && wanted.length === 0) throw invalid([{ path: 'children', message: 'Choose the children whom it is about.' }]);
  const chosen = [...new Set(wanted.length > 0 ? wanted : childrenFor(event, children).map(({ number }) => number))].sort((a, b) => a - b);
  return isOfChild(event) || (chosen.length > 0 && chosen.length < children.length) ? chosen : [null];
}

async function takeOne(tx: Tx, vault: Vault, actor: Actor, placement: PlacementRow, { number, ...step }: PlacementStep & { readonly number: number | null }): Promise<PlacementRow> {
  const children = await childrenOf(tx, [placement.id]);
  const child = number === null ? null : (children.find((one) => one.number === number) ?? null);
  if (number !== null && child === null) throw invalid([{ path: 'children', message: 'There is no such child in this placement.' }]);
  const { event, side, onDate, code, words } = step;
  const next = nextPlacement(placement.state, event, { ...placement, children: children.map(({ state: stands }) => stands), by: side, child, onDate, today: step.today, code, words });
  if (next instanceof DomainError) throw next;
  if (child !== null && isOfChild(event)) await moveChild(tx, child, next.child ?? child.state, step);
  const planAgreedOn = event === 'PLAN_AGREED' ? (placement.planAgreedOn ?? onDate) : placement.planAgreedOn;
  const introductionsOn = event === 'INTRODUCTIONS_STARTED' ? onDate : placement.introductionsOn;
  const state = standingAfter(placement, { planAgreedOn, introductionsOn }, children.map((one) => (one.id === child?.id ? (next.child ?? one.state) : one.state)));
  const after = { ...placement, planAgreedOn, introductionsOn, state, version: placement.version + 1 };
  await save(tx, after);
  await insertDeed(tx, vault, actor, { placementId: placement.id, version: after.version, event, side, childId: child?.childId ?? null, code, words, from: placement.state, to: state, onDate });
  await follow(tx, vault, actor, step, child === null ? children.filter((one) => one.state === 'MATCHED' && one.home === null) : [child]);
  return after;
}

/** What has ended stays ended as it did: papers come after an order, and what was learnt after a disruption. */
function standingAfter({ state }: PlacementRow, dates: Pick<PlacementRow, 'planAgreedOn' | 'introductionsOn'>, children: readonly PlacedChildState[]): PlacementState {
  return isEnd(state) ? state : standingOf({ isPlanAgreed: dates.planAgreedOn !== null, hasIntroductions: dates.introductionsOn !== null, children });
}

async function save(tx: Tx, { id, version, state, planAgreedOn, introductionsOn }: PlacementRow): Promise<void> {
  const changed = await affected(tx, `
    update hub.placement set version = $2, state = $3, plan_agreed_on = $4::date, introductions_on = $5::date, ended_at = case when $6 then coalesce(ended_at, now()) end where id = $1::uuid and version = $2 - 1`,
  [id, version, state, planAgreedOn, introductionsOn, isEnd(state)]);
  // A row that is read and locked and yet not changed is one that row-level security keeps from this person.
  if (changed === 0) throw new DomainError('FORBIDDEN', 'You may not do this.');
}

const DATE_OF: Readonly<Partial<Record<PlacementEvent, string>>> = { PLACED: 'placed_on', PLACED_BY_AGREEMENT: 'placed_on', FELL: 'fell_on', AO_APPLIED: 'ao_applied_on', ADOPTED: 'adopted_on', DISRUPTED: 'disrupted_on', LIVES_THERE: 'lives_there_since' };

async function moveChild(tx: Tx, { id, home }: PlacedChildRow, to: PlacedChildState, { event, onDate, code }: PlacementStep): Promise<void> {
  const column = DATE_OF[event];
  if (column === undefined) throw new Error(`${event} has no date of a child's own.`);
  await rows(tx, `update hub.placement_child set state = $2, ${column} = $3::date, home = $4 where id = $1::uuid`, [id, to, onDate, event === 'LIVES_THERE' ? (code as Home) : home]);
}

/** The same on the children's own records. */
async function follow(tx: Tx, vault: Vault, actor: Actor, { event, onDate, code, words, today }: PlacementStep, children: readonly PlacedChildRow[]): Promise<void> {
  const of = CHILD_EVENT_OF[event];
  if (of === undefined) return;
  const reason = code === null ? null : [codeWords(event, code), words?.trim()].filter(Boolean).join(': ');
  for (const record of await loadChildren(tx, vault, 'c.id', children.map(({ childId }) => childId), 'for update of c')) await recordChildEvent(tx, vault, actor, record, { event: of, onDate, reason, today });
}

async function endLink(tx: Tx, actor: Actor, { link: reference, state }: PlacementRow, { side, onDate }: PlacementStep): Promise<void> {
  const link = await findLink(tx, reference, 'lock');
  if (!link || !isEnd(state)) throw new Error('A placement without its link.');
  const to = LINK_END_OF[state];
  await takeStep(tx, link, { event: to, to, side, onDate, actor });
}

/** The children's journeys go on, and family finding with them. After the link has ended, which would else end as one of a search that found another family. */
async function resumeSearch(tx: Tx, vault: Vault, actor: Actor, placement: PlacementRow, { children: numbers, onDate, today }: PlacementStep): Promise<void> {
  const ids = (await childrenOf(tx, [placement.id])).filter(({ number }) => numbers.includes(number)).map(({ childId }) => childId);
  const records = await loadChildren(tx, vault, 'c.id', ids, 'for update of c');
  for (const record of records) {
    // A match that fell has led back to the search already.
    if (record.details.state === 'DISRUPTED') await recordChildEvent(tx, vault, actor, record, { event: 'SEARCH_RESUMED', onDate, reason: null, today });
  }
  await seekAgain(tx, vault, [...new Set(records.map(({ unitId }) => unitId))], { onDate, today });
}

/** To a colleague of the own agency, who acts for that side from now on. */
export async function handOverPlacement(tx: Tx, vault: Vault, actor: Actor, placement: PlacementRow, { side, userId, onDate }: { readonly side: Side; readonly userId: string; readonly onDate: IsoDate }): Promise<PlacementRow> {
  if (!(await isColleague(tx, userId))) throw invalid([{ path: 'userId', message: 'This is nobody of your agency.' }]);
  const version = placement.version + 1;
  await affected(tx, `update hub.placement set version = $2, ${side === 'CHILD' ? 'child_worker_id' : 'adopters_worker_id'} = $3::uuid where id = $1::uuid`, [placement.id, version, userId]);
  await insertDeed(tx, vault, actor, { placementId: placement.id, version, event: 'HANDED_OVER', side, childId: null, code: null, words: null, from: placement.state, to: placement.state, onDate });
  return { ...placement, version, ...(side === 'CHILD' ? { childWorkerId: userId } : { adoptersWorkerId: userId }) };
}
