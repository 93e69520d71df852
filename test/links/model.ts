import { isExit, otherSide, type LinkState, type Side } from '@hub/domain/links/states';

/*
 * What the hub promises of links, in the plainest words and without a database: the model against which it is tried. It knows nothing of
 * the hub's own table of steps.
 */

export interface ModelGrant {
  readonly side: Side;
  /** Of the unit or family. */
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
}

export interface Model {
  readonly links: ModelLink[];
  readonly grants: ModelGrant[];
}

export const PER_UNIT = 2;
export const PER_FAMILY = 2;

export const ONWARDS = { CPR_SHARED: 'EXPLORING', VISITED: 'CPR_SHARED', APR_DRAFTED: 'VISITED', PANEL_BOOKED: 'APR_DRAFTED' } as const;

export const isOpen = ({ state }: ModelLink): boolean => !isExit(state);
export const openOf = (model: Model, unit: number, family: number): ModelLink | undefined => model.links.find((link) => isOpen(link) && link.unit === unit && link.family === family);
const bothLive = ({ grants }: ModelLink): boolean => grants.CHILD?.status === 'LIVE' && grants.ADOPTERS?.status === 'LIVE';

export function express(model: Model, side: Side, unit: number, family: number): boolean {
  const open = model.links.filter(isOpen);
  if (openOf(model, unit, family) || open.filter((link) => link.unit === unit).length >= PER_UNIT || open.filter((link) => link.family === family).length >= PER_FAMILY) return false;
  model.links.push({ unit, family, state: 'EXPRESSED_INTEREST', interestBy: side, grants: {} });
  return true;
}

export function shortlist(link: ModelLink, side: Side): boolean {
  if (link.state !== 'EXPRESSED_INTEREST' || side !== otherSide(link.interestBy)) return false;
  link.state = 'SHORTLISTED';
  return true;
}

export function agree(model: Model, link: ModelLink, side: Side): boolean {
  const own = link.grants[side];
  if (['EXPRESSED_INTEREST'].includes(link.state) || !isOpen(link) || (own && own.status !== 'OVER')) return false;
  const subject = side === 'CHILD' ? link.unit : link.family;
  const standing = model.grants.find((grant) => grant.side === side && grant.subject === subject && grant.status !== 'OVER');
  const grant = standing ?? { side, subject, status: 'ASKED' as const };
  if (!standing) model.grants.push(grant);
  link.grants[side] = grant;
  begin(model);
  return true;
}

/** A second person of a side approves all that waits there. */
export function approve(model: Model, side: Side): void {
  for (const grant of model.grants) if (grant.side === side && grant.status === 'ASKED') grant.status = 'LIVE';
  begin(model);
}

function begin({ links }: Model): void {
  for (const link of links) if (link.state === 'SHORTLISTED' && bothLive(link)) link.state = 'EXPLORING';
}

export function onwards(model: Model, link: ModelLink, event: keyof typeof ONWARDS): boolean {
  if (link.state !== ONWARDS[event] || !bothLive(link)) return false;
  if (event === 'PANEL_BOOKED' && model.links.some((one) => one.state === 'PANEL_BOOKED' && one.unit === link.unit)) return false;
  link.state = event;
  return true;
}

export function leave({ links }: Model, link: ModelLink, exit: 'DECLINED_BY_CHILD_AGENCY' | 'DECLINED_BY_ADOPTERS'): boolean {
  if (!isOpen(link)) return false;
  link.state = exit;
  for (const grant of Object.values(link.grants)) if (!links.some((one) => isOpen(one) && Object.values(one.grants).includes(grant))) grant.status = 'OVER';
  return true;
}

/** Somebody withdraws what a side granted of one subject. */
export function revoke({ grants }: Model, side: Side, subject: number): boolean {
  const grant = grants.find((one) => one.side === side && one.subject === subject && one.status !== 'OVER');
  if (grant) grant.status = 'OVER';
  return grant !== undefined;
}
