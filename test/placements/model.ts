/*
 * What the hub promises from the recommended match on, in the plainest words and without a database: the model against which it is tried. It knows nothing of
 * the hub's own table of steps. Days are left out: every step is taken today, and children were placed long enough ago.
 */

export type Child = 'WAITING' | 'MATCHED' | 'PLACED' | 'APPLIED' | 'ADOPTED' | 'DISRUPTED';

export interface ModelPlacement {
  readonly unit: number;
  readonly family: number;
  plan: boolean;
  introductions: boolean;
  /** Of each child of the unit where it stands here; FELL where the match fell for it. */
  readonly children: (Exclude<Child, 'WAITING'> | 'FELL')[];
}

export interface Model {
  /** Where the own record of each child of each unit stands. */
  readonly units: Child[][];
  readonly families: ('FREE' | 'MATCHED' | 'PLACED' | 'DONE')[];
  readonly placements: ModelPlacement[];
}

const LIVE = ['MATCHED', 'PLACED', 'APPLIED'];
export const isLive = ({ children }: ModelPlacement): boolean => children.some((child) => LIVE.includes(child));
export const liveOf = (model: Model, unit: number): ModelPlacement | undefined => model.placements.find((one) => one.unit === unit && isLive(one));

/** The decision maker approves: every child waits, and the family is free. */
export function match(model: Model, unit: number, family: number): boolean {
  const children = model.units[unit] ?? [];
  if (children.some((child) => child !== 'WAITING') || model.families[family] !== 'FREE') return false;
  model.placements.push({ unit, family, plan: false, introductions: false, children: children.map(() => 'MATCHED') });
  children.fill('MATCHED');
  model.families[family] = 'MATCHED';
  return true;
}

const hasPlaced = ({ children }: ModelPlacement): boolean => children.some((child) => ['PLACED', 'APPLIED', 'ADOPTED'].includes(child));

/** Agreed anew until somebody has moved in. */
export function plan(placement: ModelPlacement): boolean {
  if (hasPlaced(placement)) return false;
  placement.plan = true;
  return true;
}

export function introduce(placement: ModelPlacement): boolean {
  if (!placement.plan || placement.introductions || hasPlaced(placement)) return false;
  placement.introductions = true;
  return true;
}

const MOVES = { PLACED: ['MATCHED', 'PLACED'], AO_APPLIED: ['PLACED', 'APPLIED'], ADOPTED: ['APPLIED', 'ADOPTED'] } as const;
export type Move = keyof typeof MOVES;

export function move(model: Model, placement: ModelPlacement, child: number, event: Move): boolean {
  const [from, to] = MOVES[event];
  if (placement.children[child] !== from || event === 'PLACED' && !placement.introductions) return false;
  settle(model, placement, child, to);
  return true;
}

/** `again`: a family is sought for the child at once. */
export function disrupt(model: Model, placement: ModelPlacement, child: number, again: boolean): boolean {
  if (!['PLACED', 'APPLIED'].includes(placement.children[child] ?? '')) return false;
  settle(model, placement, child, 'DISRUPTED');
  if (again) setChild(model, placement, child, 'WAITING');
  return true;
}

export function fall(model: Model, placement: ModelPlacement, child: number): boolean {
  if (placement.children[child] !== 'MATCHED') return false;
  placement.children[child] = 'FELL';
  setChild(model, placement, child, 'WAITING');
  settleFamily(model, placement);
  return true;
}

function setChild(model: Model, { unit }: ModelPlacement, child: number, to: Child): void {
  const children = model.units[unit];
  if (children) children[child] = to;
}

function settle(model: Model, placement: ModelPlacement, child: number, to: Exclude<Child, 'WAITING'>): void {
  placement.children[child] = to;
  setChild(model, placement, child, to);
  settleFamily(model, placement);
}

/** The family is placed with the first child, done with the last order, and free again where nobody stayed. */
function settleFamily(model: Model, placement: ModelPlacement): void {
  if (isLive(placement)) {
    if (model.families[placement.family] === 'MATCHED' && hasPlaced(placement)) model.families[placement.family] = 'PLACED';
    return;
  }
  model.families[placement.family] = placement.children.includes('ADOPTED') ? 'DONE' : 'FREE';
}
