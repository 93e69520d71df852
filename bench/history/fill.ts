import type { HouseholdFacts } from '@hub/domain/adopters/facts';
import type { ChildFacts } from '@hub/domain/children/facts';
import { addDays } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { applyHouseholds } from '@hub/features/adopters/apply-households.queries';
import { applyChildren } from '@hub/features/children/apply-children.queries';
import { FallDueService } from '@hub/features/fees/fall-due.service';
import { systemClock } from '@hub/platform/clock';
import type { Town, World } from '../../test/harness/world';
import { PLACEMENTS } from './placements-sql';

const TODAY = isoDate(systemClock.today());
const DAYS = 3_650;
/** From entering care, or from the enquiry. */
const WAY = { decided: 150, order: 200, matched: 350, placed: 400, adopted: 600 } as const;

export interface History {
  /** Children placed by each council in ten years. */
  readonly placed: number;
  /** Applicants of each agency in ten years who left, and those on their way now. */
  readonly left: number;
  readonly applying: number;
}

/** Ten years of placements from the match to the order, the latest still under way, and of people who wished to adopt, with the fees that fell due. */
export async function fillHistory(world: World, towns: readonly Town[], { placed, left, applying }: History): Promise<void> {
  const councils = towns.filter(({ kind }) => kind === 'COUNCIL');
  for (const [at, town] of towns.entries()) {
    const worker = town.as('APPROVING_MANAGER');
    const families = [
      ...councils.flatMap((_, council) => days(placed).flatMap((start, nth) => ((council + nth) % towns.length === at ? placedFamily(`${council}-${nth}`, start) : []))),
      ...Array.from({ length: left }, (_, nth) => leftFamily(nth, left)), ...Array.from({ length: applying }, (_, nth) => applicant(nth)),
    ];
    await world.run(worker, 'imports.apply', (tx) => applyHouseholds(tx, world.vault, worker, families, TODAY));
    if (town.kind !== 'COUNCIL') continue;
    const children = days(placed).map((start, nth) => placedChild(`placed-${nth}`, start));
    await world.run(worker, 'imports.apply', (tx) => applyChildren(tx, world.vault, worker, children, TODAY));
  }
  for (const statement of PLACEMENTS) await world.sql(statement);
  await world.sql('analyze');
  await new FallDueService(world.uow, systemClock).fallDue();
  await world.sql('analyze');
}

/** When each child entered care, so that the last was placed a week ago. */
const days = (count: number): IsoDate[] => Array.from({ length: count }, (_, nth) => addDays(TODAY, -7 - WAY.placed - Math.floor((DAYS * (count - 1 - nth)) / count)));

const past = (day: IsoDate): IsoDate | null => (day <= TODAY ? day : null);

function placedChild(externalId: string, start: IsoDate): ChildFacts {
  return {
    externalId, dateOfBirth: addDays(start, -300), sex: 'F', enteredCareOn: start, admDecidedOn: addDays(start, WAY.decided), placementOrderOn: addDays(start, WAY.order),
    matchedOn: addDays(start, WAY.matched), placedOn: addDays(start, WAY.placed), adoptedOn: past(addDays(start, WAY.adopted)),
  };
}

function placedFamily(familyExternalId: string, start: IsoDate): HouseholdFacts {
  return {
    familyExternalId, enquiryOn: addDays(start, -100), roiOn: addDays(start, -60), stage1StartedOn: addDays(start, -55), stage1EndedOn: start, stage2StartedOn: addDays(start, 10), approvedOn: addDays(start, 130),
    matchedOn: addDays(start, WAY.matched), placedOn: addDays(start, WAY.placed), childrenPlaced: 1, aoOn: past(addDays(start, WAY.adopted)), maxChildren: 1,
  };
}

function leftFamily(nth: number, count: number): HouseholdFacts {
  const start = addDays(TODAY, -100 - Math.floor((DAYS * nth) / count));
  return { familyExternalId: `left-${nth}`, enquiryOn: start, roiOn: addDays(start, 20), stage1StartedOn: addDays(start, 25), leftOn: addDays(start, 90), leftReason: '1' };
}

/** At every stage, some of them late. */
function applicant(nth: number): HouseholdFacts {
  const start = addDays(TODAY, -20 - nth * 9);
  const steps = { roiOn: addDays(start, 15), stage1StartedOn: addDays(start, 20), stage1EndedOn: addDays(start, 85), stage2StartedOn: addDays(start, 100) };
  return { familyExternalId: `applying-${nth}`, enquiryOn: start, ...Object.fromEntries(Object.entries(steps).filter(([, day], step) => day <= TODAY && step <= nth % 5)) };
}
