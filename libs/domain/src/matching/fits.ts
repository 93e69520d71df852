import type { Policy } from './policy';
import type { Contact, Level, Member } from './pool';
import { LARGEST_FIT, toTwentieths } from './twentieths';

/** A criterion's finding: a fit in twentieths (0 to 20), or that it is not recorded, or that it does not apply. */
export type Fit = number | 'unknown' | 'notApplicable';

/** Applies unless the need is recorded as 0; up to `maxNeedGap` levels short is a stretch. */
export function needFit(
  need: Level | null,
  accepted: Level | null,
  { stretchFit, maxNeedGap }: Pick<Policy, 'stretchFit' | 'maxNeedGap'>,
): Fit {
  if (need === 0) return 'notApplicable';
  if (need === null || accepted === null) return 'unknown';
  if (need <= accepted) return LARGEST_FIT;
  return isStretch(need, accepted, maxNeedGap) ? toTwentieths(stretchFit) : 0;
}

/** True where the household is short of the need by no more than the policy lets it stretch. */
export function isStretch(need: number | null, accepted: number | null, maxNeedGap: number): boolean {
  return need !== null && accepted !== null && need > accepted && need - accepted <= maxNeedGap;
}

/** One level short counts as a stretch; it never blocks. `stretch` in twentieths. */
export function contactFit(wanted: Contact | null, supported: Contact | null, stretch: number): Fit {
  if (wanted === 0) return 'notApplicable';
  if (wanted === null || supported === null) return 'unknown';
  if (supported >= wanted) return LARGEST_FIT;
  return wanted - supported === 1 ? stretch : 0;
}

/** Applies where the household prefers a sex or has not said. One mismatch settles it, whatever else is recorded. */
export function sexFit(members: readonly Member[], preferred: 'F' | 'M' | 'any' | null): Fit {
  if (preferred === 'any') return 'notApplicable';
  if (preferred === null) return 'unknown';
  const sexes = members.map((member) => member.sex ?? null);
  if (sexes.some((sex) => sex !== null && sex !== preferred)) return 0;
  return sexes.includes(null) ? 'unknown' : LARGEST_FIT;
}

/** Whether the lists share a value; applies unless the unit's list is recorded as empty. */
export function sharedFit(wanted: readonly string[] | null, offered: readonly string[] | null): Fit {
  if (wanted?.length === 0) return 'notApplicable';
  if (wanted === null || offered === null) return 'unknown';
  return wanted.some((value) => offered.includes(value)) ? LARGEST_FIT : 0;
}

/**
 * Applies unless there are no children at home. All months. Full where each is older than the oldest member by
 * the gap, half where each is that far from every member either way.
 */
export function atHomeFit(members: readonly number[], atHome: readonly number[] | null, gap: number): Fit {
  if (atHome === null) return 'unknown';
  if (atHome.length === 0) return 'notApplicable';
  let older = true;
  let apart = true;
  // Plain loops: the kernel comes here for every household that is nearly on a list.
  for (const child of atHome) {
    for (const member of members) {
      if (child - member < gap) older = false;
      if (Math.abs(child - member) < gap) apart = false;
    }
  }
  if (older) return LARGEST_FIT;
  return apart ? LARGEST_FIT / 2 : 0;
}
