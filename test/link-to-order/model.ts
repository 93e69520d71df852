import { isExit, otherSide, type LinkState, type Side } from '@hub/domain/links/states';

/*
 * What the hub promises of children, families and the links between two agencies, in the plainest words and without a database: the model against which
 * it is tried, from the first interest to the match. It knows nothing of the hub's own tables of steps. `placements.ts` goes on from the match.
 */

export type Child = 'WAITING' | 'MATCHED' | 'PLACED' | 'APPLIED' | 'ADOPTED' | 'DISRUPTED';

export interface ModelUnit {
  readonly children: Child[];
  search: 'ACTIVE' | 'PAUSED' | 'CLOSED';
  /** Its profile (S1). */
  isReleased: boolean;
}

export interface ModelFamily {
  state: 'FREE' | 'MATCHED' | 'PLACED' | 'DONE';
  isOffered: boolean;
  hasConsent: boolean;
  isReleased: boolean;
}

/** Of S2 of a unit or family, to the other agency. */
export interface ModelGrant {
  readonly side: Side;
  readonly subject: number;
  status: 'ASKED' | 'LIVE' | 'OVER';
}

export interface ModelLink {
  readonly unit: number;
  readonly family: number;
  state: LinkState;
  readonly interestBy: Side;
  /** What each side's agreement stands on. */
  readonly grants: Partial<Record<Side, ModelGrant>>;
  /** Whose report was given to the other side. */
  readonly given: Record<Side, boolean>;
  isRecommended: boolean;
}

export interface ModelPlacement {
  readonly link: ModelLink;
  hasPlan: boolean;
  hasIntroductions: boolean;
  /** Of each child of the unit where it stands here; FELL where the match fell for it. */
  readonly children: (Exclude<Child, 'WAITING'> | 'FELL')[];
  /** Which of them lived with the family before, and so long that the order may be applied for. */
  readonly home: boolean[];
}

export interface Model {
  /** The agencies' agreement, under which everything is shared. */
  isAgreed: boolean;
  readonly units: ModelUnit[];
  readonly families: ModelFamily[];
  readonly links: ModelLink[];
  readonly grants: ModelGrant[];
  readonly placements: ModelPlacement[];
}

export type Pair = readonly [unit: number, family: number];
export type Exit = 'DECLINED_BY_CHILD_AGENCY' | 'DECLINED_BY_ADOPTERS';

export const CAP = 2;
export const ONWARDS = { CPR_SHARED: 'EXPLORING', VISITED: 'CPR_SHARED', APR_DRAFTED: 'VISITED', PANEL_BOOKED: 'APR_DRAFTED' } as const;
const REPORTED: readonly LinkState[] = ['CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'PANEL_BOOKED', 'PANEL_RECOMMENDED', 'MATCHED'];
const AT_PANEL: readonly LinkState[] = ['PANEL_BOOKED', 'PANEL_RECOMMENDED', 'MATCHED'];

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new Error(`There is no number ${index}.`);
  return found;
};
export const unitOf = ({ units }: Model, unit: number): ModelUnit => at(units, unit);
export const familyOf = ({ families }: Model, family: number): ModelFamily => at(families, family);
export const subjectOf = (model: Model, side: Side, subject: number): ModelUnit | ModelFamily => (side === 'CHILD' ? unitOf(model, subject) : familyOf(model, subject));

export const isWaiting = ({ children }: ModelUnit): boolean => children.every((child) => child === 'WAITING');
/** In the pool, for whoever may look into it. */
export function isInPool(model: Model, side: Side, subject: number): boolean {
  if (side === 'CHILD') return unitOf(model, subject).search === 'ACTIVE' && isWaiting(unitOf(model, subject));
  const { state, isOffered, hasConsent } = familyOf(model, subject);
  return state === 'FREE' && isOffered && hasConsent;
}
const isShared = (model: Model, [unit, family]: Pair): boolean => model.isAgreed && isInPool(model, 'CHILD', unit) && isInPool(model, 'ADOPTERS', family);
const sharedLink = (model: Model, { unit, family }: ModelLink): boolean => isShared(model, [unit, family]);

export const isOpen = ({ state }: ModelLink): boolean => !isExit(state);
export const openOf = ({ links }: Model, [unit, family]: Pair): ModelLink | undefined => links.find((link) => isOpen(link) && link.unit === unit && link.family === family);
const bothLive = ({ isAgreed }: Model, { grants }: ModelLink): boolean => isAgreed && grants.CHILD?.status === 'LIVE' && grants.ADOPTERS?.status === 'LIVE';
const subjectOn = ({ unit, family }: ModelLink, side: Side): number => (side === 'CHILD' ? unit : family);

export function express(model: Model, side: Side, [unit, family]: Pair): boolean {
  const open = model.links.filter(isOpen);
  if (!isShared(model, [unit, family]) || openOf(model, [unit, family]) || open.filter((link) => link.unit === unit).length >= CAP || open.filter((link) => link.family === family).length >= CAP) return false;
  model.links.push({ unit, family, state: 'EXPRESSED_INTEREST', interestBy: side, grants: {}, given: { CHILD: false, ADOPTERS: false }, isRecommended: false });
  return true;
}

export function shortlist(model: Model, link: ModelLink, side: Side): boolean {
  if (link.state !== 'EXPRESSED_INTEREST' || side !== otherSide(link.interestBy) || !sharedLink(model, link)) return false;
  link.state = 'SHORTLISTED';
  return true;
}

export function agree(model: Model, link: ModelLink, side: Side): boolean {
  const own = link.grants[side];
  if (!['SHORTLISTED', 'EXPLORING', 'CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'PANEL_BOOKED'].includes(link.state) || (own && own.status !== 'OVER') || !sharedLink(model, link)) return false;
  const subject = subjectOn(link, side);
  const standing = model.grants.find((grant) => grant.side === side && grant.subject === subject && grant.status !== 'OVER');
  // No stage is skipped: names follow a profile.
  if (!standing && !subjectOf(model, side, subject).isReleased) return false;
  const grant = standing ?? { side, subject, status: 'ASKED' as const };
  if (!standing) model.grants.push(grant);
  link.grants[side] = grant;
  begin(model);
  return true;
}

/** A second person of a side approves what waits there of a subject. */
export function approve(model: Model, side: Side, subject: number): boolean {
  const asked = model.grants.find((grant) => grant.side === side && grant.subject === subject && grant.status === 'ASKED');
  if (!asked || !model.isAgreed || !isInPool(model, side, subject) || !subjectOf(model, side, subject).isReleased) return false;
  asked.status = 'LIVE';
  begin(model);
  return true;
}

function begin(model: Model): void {
  for (const link of model.links) if (link.state === 'SHORTLISTED' && bothLive(model, link)) link.state = 'EXPLORING';
}

export function onwards(model: Model, link: ModelLink, event: keyof typeof ONWARDS): boolean {
  if (link.state !== ONWARDS[event] || !bothLive(model, link) || !sharedLink(model, link)) return false;
  if (event === 'PANEL_BOOKED' && model.links.some((one) => AT_PANEL.includes(one.state) && one.unit === link.unit)) return false;
  link.state = event;
  return true;
}

/** The place on the panel is given back. */
export function unbook(link: ModelLink): boolean {
  if (link.state !== 'PANEL_BOOKED') return false;
  link.state = 'APR_DRAFTED';
  return true;
}

export function hear(link: ModelLink, said: 'RECOMMENDED' | 'NOT_RECOMMENDED' | 'DEFERRED'): boolean {
  if (link.state !== 'PANEL_BOOKED') return false;
  link.state = said === 'DEFERRED' ? 'APR_DRAFTED' : 'PANEL_RECOMMENDED';
  link.isRecommended = said === 'RECOMMENDED';
  return true;
}

/** The decision maker says no, or yes: then the children and the family are matched, and every other link of either ends. */
export function decide(model: Model, link: ModelLink, isApproved: boolean): boolean {
  if (link.state !== 'PANEL_RECOMMENDED') return false;
  if (!isApproved) {
    end(model, link, link.isRecommended ? 'ADM_NOT_APPROVED' : 'PANEL_NOT_RECOMMENDED');
    return true;
  }
  const [unit, family] = [unitOf(model, link.unit), familyOf(model, link.family)];
  if (!isWaiting(unit) || family.state !== 'FREE') return false;
  link.state = 'MATCHED';
  for (const other of model.links.filter((one) => one !== link && isOpen(one) && (one.unit === link.unit || one.family === link.family))) end(model, other, other.unit === link.unit ? 'DECLINED_BY_CHILD_AGENCY' : 'DECLINED_BY_ADOPTERS');
  model.placements.push({ link, hasPlan: false, hasIntroductions: false, children: unit.children.map(() => 'MATCHED'), home: unit.children.map(() => false) });
  unit.children.fill('MATCHED');
  // A match can still fall: the search pauses. The family is out of the pool, and nothing is granted of it any more.
  if (unit.search === 'ACTIVE') unit.search = 'PAUSED';
  family.state = 'MATCHED';
  withdrawAll(model, 'ADOPTERS', link.family);
  return true;
}

export function leave(model: Model, link: ModelLink, exit: Exit): boolean {
  if (!isOpen(link) || link.state === 'MATCHED') return false;
  end(model, link, exit);
  return true;
}

/** With a link go both sides' grants, unless another open link stands on one. */
export function end({ links }: Model, link: ModelLink, state: LinkState): void {
  link.state = state;
  for (const grant of Object.values(link.grants)) if (!links.some((one) => isOpen(one) && Object.values(one.grants).includes(grant))) grant.status = 'OVER';
}

/** A side gives the other its report. Giving it again changes nothing. */
export function give(link: ModelLink, side: Side): boolean {
  if (!isOpen(link) || ['EXPRESSED_INTEREST', 'SHORTLISTED'].includes(link.state)) return false;
  link.given[side] = true;
  return true;
}

/** Of the pair's open link, else of its newest: what has ended is taken back too. */
export function takeBack({ links }: Model, [unit, family]: Pair, side: Side): boolean {
  const link = links.findLast((one) => one.unit === unit && one.family === family);
  if (!link?.given[side]) return false;
  link.given[side] = false;
  return true;
}

/** What the other agency sees of a subject today. */
export function seen(model: Model, side: Side, subject: number): 'NOTHING' | 'S0' | 'S1' | 'S2' {
  if (!model.isAgreed || !isInPool(model, side, subject)) return 'NOTHING';
  if (!subjectOf(model, side, subject).isReleased) return 'S0';
  return model.grants.some((grant) => grant.side === side && grant.subject === subject && grant.status === 'LIVE') ? 'S2' : 'S1';
}

/** Whether a side's report is shown to the other: while both agreements live, and after the match while the placement does. */
export function isReportShown(model: Model, link: ModelLink, side: Side): boolean {
  return link.given[side] && model.isAgreed && REPORTED.includes(link.state) && (link.state === 'MATCHED' || bothLive(model, link));
}

/** What was granted of a subject ends, its profile with it. */
export function withdrawAll(model: Model, side: Side, subject: number): void {
  subjectOf(model, side, subject).isReleased = false;
  withdrawNames(model, side, subject);
}

export function withdrawNames({ grants }: Model, side: Side, subject: number): boolean {
  const live = grants.filter((grant) => grant.side === side && grant.subject === subject && grant.status !== 'OVER');
  for (const grant of live) grant.status = 'OVER';
  return live.length > 0;
}
