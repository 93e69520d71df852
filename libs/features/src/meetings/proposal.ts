import type { Agenda } from '@hub/domain/matching/agenda/agenda';
import type { AgendaRequest } from '@hub/domain/matching/agenda/request';
import { unpackEvidence, unpackOffers, type PackedEvidence } from '@hub/domain/matching/explanation/evidence';
import { readCandidate } from '@hub/domain/matching/explanation/read-evidence';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import { rulebook } from '@hub/domain/matching/rulebook';
import type { Tx } from '@hub/database/tx';
import { unpack } from '../matching/evidence-codec';
import { loadSharing } from '../matching/sharing.queries';
import type { MeetingRow } from './meetings.queries';
import { householdsToPropose, newestRun, offersToPropose, pairsToLeave, standingItems, standingPairs, unitsToPropose, type PairNumbers, type ProposedHouseholdRow, type ProposedUnitRow, type StandingItem, type StandingPair } from './proposal.queries';

/** All that the programme of a meeting is made of, and what its answer is stored with. */
export interface Proposal {
  readonly request: AgendaRequest;
  readonly runReference: string | null;
  readonly units: ReadonlyMap<string, ProposedUnitRow>;
  readonly households: ReadonlyMap<string, ProposedHouseholdRow>;
  readonly numbers: ReadonlyMap<string, PairNumbers>;
  readonly pairs: readonly StandingPair[];
  readonly items: readonly StandingItem[];
}

const offersKey = (agencyId: string, localOnly: boolean): string => `${agencyId} ${localOnly}`;

export const pairKey = (unitId: string, householdId: string): string => `${unitId} ${householdId}`;

/**
 * The programme's request: units and families of the invited agencies that are in the pool and share with each other today, as the newest run of the
 * region ranked them. Open links take up places; what people pinned is kept where it can be chosen, what they ruled out, left off or linked is left away.
 */
export async function loadProposal(tx: Tx, meeting: MeetingRow): Promise<Proposal> {
  const run = await newestRun(tx);
  const found = run ? await unitsToPropose(tx, run.id, meeting) : [];
  const offers = new Map((run ? await offersToPropose(tx, run.id) : []).map((one) => [offersKey(one.agencyId, one.localOnly), unpackOffers(unpack<string>(one.offers))]));
  const policy = run?.policy ?? DEFAULT_POLICY;
  const rules = rulebook(policy);
  const households = await householdsToPropose(tx, meeting.id, meeting.perHousehold);
  const [pairs, items, sharing] = [await standingPairs(tx, meeting.id), await standingItems(tx, meeting.id), await loadSharing(tx)];
  const left = new Set([...(await pairsToLeave(tx)), ...pairs.filter(({ leftOut }) => leftOut)].map(({ unitId, householdId }) => pairKey(unitId, householdId)));
  const leftItems = new Set(items.filter(({ leftOut }) => leftOut).map(({ unitId }) => unitId));
  const byReference = new Map(households.map((household) => [household.reference, household]));
  const numbers = new Map<string, PairNumbers>();
  const shares = (unit: ProposedUnitRow, household: ProposedHouseholdRow): boolean =>
    (unit.agencyCode === household.agencyCode || sharing.get(unit.agencyCode)?.partners.includes(household.agencyCode) === true) && (!unit.earlyPermanence || household.earlyPermanence);
  const units = found.filter(({ unitId }) => !leftItems.has(unitId)).map((unit) => {
    const pack = unpackEvidence(unpack<PackedEvidence>(unit.evidence), offers.get(offersKey(unit.unitAgencyId, unit.localOnly)) ?? []);
    const candidates = pack.listed.flatMap((listed) => {
      const household = byReference.get(listed.offer.household);
      if (!household || !shares(unit, household)) return [];
      const { rank, low, high, band } = readCandidate(listed, pack, rules);
      numbers.set(pairKey(unit.unitId, household.householdId), { rank, low, high, band });
      return [{ household: household.householdId, rank }];
    });
    return { unit: unit.unitId, priority: unit.priority, candidates, places: unit.places };
  });
  // A pin that the programme cannot choose stays on the agenda all the same: people put it there.
  const pinned = pairs.filter(({ pinned: is, unitId, householdId }) => is && numbers.has(pairKey(unitId, householdId)) && !left.has(pairKey(unitId, householdId)));
  return {
    request: {
      units, siblings: [], limits: { ...policy.agenda, perUnit: meeting.perUnit, perHousehold: meeting.perHousehold }, maxLinks: meeting.maxLinks,
      householdPlaces: new Map(households.map(({ householdId, places }) => [householdId, places])),
      pinned: pinned.map(({ unitId, householdId }) => ({ unit: unitId, household: householdId })),
      ruledOut: [...left].map((key) => ({ unit: key.slice(0, key.indexOf(' ')), household: key.slice(key.indexOf(' ') + 1) })),
    },
    runReference: found.length > 0 && run ? run.reference : null, units: new Map(found.map((unit) => [unit.unitId, unit])), households: new Map(households.map((household) => [household.householdId, household])), numbers, pairs, items,
  };
}

/** The order of the meeting: what the programme proposes by priority, then what people put there, as they had it. */
export function orderOf(agenda: Agenda, { items }: Pick<Proposal, 'items'>): readonly string[] {
  const proposed = agenda.units.map(({ unit }) => unit);
  return [...proposed, ...items.filter(({ unitId, position }) => position !== null && !proposed.includes(unitId)).map(({ unitId }) => unitId)];
}
