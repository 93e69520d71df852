import type { Side } from '@hub/domain/links/states';
import { familyOf, isInPool, isWaiting, subjectOf, unitOf, withdrawAll, type Model } from './model';

/* The model of what is released and revoked: profiles, consent, the agreement, and the pool itself. */

export function release(model: Model, side: Side, subject: number): boolean {
  if (!model.isAgreed || !isInPool(model, side, subject)) return false;
  subjectOf(model, side, subject).isReleased = true;
  return true;
}

/** With the profile go the names that stand on it. */
export function revokeProfile(model: Model, side: Side, subject: number): boolean {
  if (!subjectOf(model, side, subject).isReleased) return false;
  withdrawAll(model, side, subject);
  return true;
}

export function consent(model: Model, family: number, isGiven: boolean): boolean {
  const found = familyOf(model, family);
  if (!isGiven && !found.hasConsent) return false;
  found.hasConsent = isGiven;
  if (!isGiven) withdrawAll(model, 'ADOPTERS', family);
  return true;
}

export function endAgreement(model: Model): boolean {
  const was = model.isAgreed;
  model.isAgreed = false;
  return was;
}

/** Its own agency offers a family again. Until it is free that shows nothing. */
export function offer(model: Model, family: number): boolean {
  familyOf(model, family).isOffered = true;
  return true;
}

/** Pausing a search hides it, and everything that stands on it; opening it shows it again. */
export function search(model: Model, unit: number, isSought: boolean): boolean {
  const found = unitOf(model, unit);
  if (isSought ? found.search === 'ACTIVE' || !isWaiting(found) : found.search !== 'ACTIVE') return false;
  found.search = isSought ? 'ACTIVE' : 'PAUSED';
  return true;
}
