import type { HouseholdFacts } from '@hub/domain/adopters/facts';
import type { ChildFacts } from '@hub/domain/children/facts';
import { addMonths } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import { systemClock } from '@hub/platform/clock';
import { applyHouseholds } from '../adopters/apply-households.queries';
import { applyChildren } from '../children/apply-children.queries';
import { openWorld, type Addresses, type Town, type World } from '../children/spec-world';
import { CompareThread } from './compare-thread';
import { MatchingService } from './matching.service';
import { RulingOutService } from './ruling-out.service';
import { RunsService } from './runs.service';
import { ShortlistsService } from './shortlists.service';

export const TODAY = isoDate(systemClock.today());
const ago = (months: number): IsoDate => addMonths(TODAY, -months);
const needs = Object.fromEntries(DEFAULT_POLICY.needs.map((key) => [key, 0 as const]));
const accepts = Object.fromEntries(DEFAULT_POLICY.needs.map((key) => [key, 2 as const]));

/** A child who waits, with one severe need that is essential. */
export const CHILD: ChildFacts = {
  externalId: 'C1', firstName: 'Canary', dateOfBirth: ago(30), sex: 'F', ethnicity: 'WBRI', enteredCareOn: ago(14), admDecidedOn: ago(8), placementOrderOn: ago(6),
  needs: { ...needs, attachment: 3 }, essential: ['attachment'], contact: 1, heritage: ['WBRI'], languages: ['en'], religion: 'none', petsRisk: false,
  avoidAreas: ['QZ9'], homeArea: 'QA1', familyFinding: 'ACTIVE',
};

/** A household that fits the child but for a stretch of one level. */
export const HOUSEHOLD: HouseholdFacts = {
  familyExternalId: 'F1', enquiryOn: ago(20), stage1StartedOn: ago(18), stage1EndedOn: ago(16), stage2StartedOn: ago(15), approvedOn: ago(11), availability: 'AVAILABLE',
  shareConsent: true, shareConsentOn: ago(11), maxChildren: 1, ageMinMonths: 0, ageMaxMonths: 60, sexPreference: 'any', accepts, area: 'QB1', contact: 2, heritage: ['WBRI'],
  languages: ['en'], religion: 'none', childrenAtHome: [], pets: false, smokers: false, adults: [{ externalId: 'A1', gender: 'F' }],
};

export interface MatchingWorld extends World {
  readonly matching: MatchingService;
  readonly runs: RunsService;
  readonly shortlists: ShortlistsService;
  readonly rulingOut: RulingOutService;
  /** Two councils that share; the child is north's. */
  readonly north: Town;
  readonly south: Town;
  readonly unit: string;
  /** South's, which fits. */
  readonly family: string;
  /** North's own, in an area to avoid. */
  readonly ownFamily: string;
  bringHousehold(town: Town, facts: HouseholdFacts): Promise<string>;
  /** A run over the region for north, executed; answers its reference. */
  runToTheEnd(): Promise<string>;
}

/** A child of one council, a household of another, and the services of matching, for the tests. */
export async function openMatchingWorld(addresses: Addresses): Promise<MatchingWorld> {
  const world = await openWorld(addresses);
  const [north, south] = [await world.town('NMB'), await world.town('SVC')];
  await world.agree(north, south);
  await world.sql(`update hub.app_user set roles = '{FAMILY_FINDER,ADOPTERS_WORKER}'`);
  const finder = north.as('FAMILY_FINDER');
  await world.run(finder, 'imports.apply', (tx) => applyChildren(tx, world.vault, finder, [CHILD], TODAY));
  const [made] = await world.sql<{ reference: string }>('select reference from hub.unit');
  const bringHousehold = async (town: Town, facts: HouseholdFacts): Promise<string> => {
    const worker = town.as('ADOPTERS_WORKER', 'AGENCY_ADMIN');
    const [applied] = await world.run(worker, 'imports.apply', (tx) => applyHouseholds(tx, world.vault, worker, [facts], TODAY));
    return applied?.reference ?? '';
  };
  const matching = new MatchingService(world.uow, world.vault, systemClock, new CompareThread());
  return {
    ...world, matching, north, south, bringHousehold, unit: made?.reference ?? '',
    runs: new RunsService(world.uow), shortlists: new ShortlistsService(world.uow, world.vault), rulingOut: new RulingOutService(world.uow, world.vault),
    family: await bringHousehold(south, HOUSEHOLD),
    ownFamily: await bringHousehold(north, { ...HOUSEHOLD, familyExternalId: 'F2', area: 'QZ9', adults: [{ externalId: 'A2', gender: 'M' }] }),
    async runToTheEnd() {
      const { reference, id } = await matching.start(finder, 'REGION', null);
      await matching.execute(id);
      return reference;
    },
  };
}
