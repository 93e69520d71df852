import { end, familyOf, isWaiting, unitOf, withdrawAll, type Child, type Model, type ModelPlacement } from './model';

/* The model of placements: from the match to the order or the end before it. Every step is taken today. */

const LIVE: readonly string[] = ['MATCHED', 'PLACED', 'APPLIED'];
const isLive = ({ children }: ModelPlacement): boolean => children.some((child) => LIVE.includes(child));
export const liveOf = ({ placements }: Model, unit: number): ModelPlacement | undefined => placements.find((one) => one.link.unit === unit && isLive(one));

const hasPlaced = ({ children }: ModelPlacement): boolean => children.some((child) => ['PLACED', 'APPLIED', 'ADOPTED'].includes(child));

/** Agreed, and agreed anew until somebody has moved in. */
export function plan(placement: ModelPlacement): boolean {
  if (hasPlaced(placement)) return false;
  placement.hasPlan = true;
  return true;
}

/** Of those who are still to move in, also where a brother or sister lives there already. */
export function introduce(placement: ModelPlacement): boolean {
  if (!placement.hasPlan || placement.hasIntroductions || !placement.children.includes('MATCHED')) return false;
  placement.hasIntroductions = true;
  return true;
}

export function livesThere(placement: ModelPlacement, child: number): boolean {
  if (placement.children[child] !== 'MATCHED') return false;
  placement.home[child] = true;
  return true;
}

const MOVES = { PLACED: ['MATCHED', 'PLACED'], AO_APPLIED: ['PLACED', 'APPLIED'], ADOPTED: ['APPLIED', 'ADOPTED'] } as const;
export type Move = keyof typeof MOVES;

export function move(model: Model, placement: ModelPlacement, child: number, event: Move): boolean {
  const [from, to] = MOVES[event];
  if (placement.children[child] !== from) return false;
  if (event === 'PLACED' && !(placement.hasPlan && (placement.hasIntroductions || placement.home[child]))) return false;
  // Ten weeks at home with the family, which no child has who came today.
  if (event === 'AO_APPLIED' && !placement.home[child]) return false;
  settle(model, placement, child, to);
  return true;
}

/** `isSoughtAgain`: a family is sought for the child at once. */
export function disrupt(model: Model, placement: ModelPlacement, child: number, isSoughtAgain: boolean): boolean {
  if (!['PLACED', 'APPLIED'].includes(placement.children[child] ?? '')) return false;
  settle(model, placement, child, 'DISRUPTED');
  if (isSoughtAgain) seekAgain(model, placement, child);
  return true;
}

export function fall(model: Model, placement: ModelPlacement, child: number, isSoughtAgain: boolean): boolean {
  if (placement.children[child] !== 'MATCHED') return false;
  placement.children[child] = 'FELL';
  setChild(model, placement, child, 'WAITING');
  settleFamily(model, placement);
  if (isSoughtAgain) seekAgain(model, placement, child);
  return true;
}

/** A group is searched for as one: its search opens when every child of it needs a family. */
function seekAgain(model: Model, placement: ModelPlacement, child: number): void {
  const unit = unitOf(model, placement.link.unit);
  setChild(model, placement, child, 'WAITING');
  if (isWaiting(unit)) unit.search = 'ACTIVE';
}

function setChild(model: Model, { link }: ModelPlacement, child: number, to: Child): void {
  unitOf(model, link.unit).children[child] = to;
}

/** Whoever is placed ends the search for the unit, and what was granted for it. */
function settle(model: Model, placement: ModelPlacement, child: number, to: Exclude<Child, 'WAITING'>): void {
  placement.children[child] = to;
  setChild(model, placement, child, to);
  const { unit } = placement.link;
  unitOf(model, unit).search = 'CLOSED';
  withdrawAll(model, 'CHILD', unit);
  settleFamily(model, placement);
}

/** The family is placed with the first child, done with the last order, and free where nobody stayed: but offered again by its own agency alone. */
function settleFamily(model: Model, placement: ModelPlacement): void {
  const family = familyOf(model, placement.link.family);
  if (isLive(placement)) {
    if (family.state === 'MATCHED' && hasPlaced(placement)) family.state = 'PLACED';
    return;
  }
  const [isAdopted, isDisrupted] = [placement.children.includes('ADOPTED'), placement.children.includes('DISRUPTED')];
  family.state = isAdopted ? 'DONE' : 'FREE';
  if (!isAdopted) family.isOffered = false;
  end(model, placement.link, isAdopted ? 'ADOPTED' : isDisrupted ? 'DISRUPTED' : 'INTRODUCTIONS_FAILED');
}
