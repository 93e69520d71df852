import type { PlacementClockFacts } from '@hub/domain/clocks/facts';
import { clockFactsOf, type ChildOnCourse, type Done } from '@hub/domain/placements/course';
import { rows, type Tx } from '@hub/database/tx';
import type { ClockCase } from './child-cases.queries';

interface PlacedRow extends ChildOnCourse {
  readonly id: string;
  readonly agencyId: string;
  readonly workerId: string | null;
  readonly subject: string;
  readonly member: string;
  readonly done: readonly Done[];
}

const PLACED = `
  select child_id as id, agency_id as "agencyId", worker_id as "workerId", reference as subject, member, number, state, home, lives_there_since as "livesThereSince", placed_on as "placedOn",
    ao_applied_on as "aoAppliedOn", adopted_on as "adoptedOn", disrupted_on as "disruptedOn", fell_on as "fellOn", done
  from hub.placed_children()`;

const toCase = ({ id, agencyId, workerId, subject, member, done, ...child }: PlacedRow): ClockCase<PlacementClockFacts> => ({ id, agencyId, workerId, subject, member, facts: clockFactsOf(child, done) });

/** Children who were placed: of the own agency, or of all in a round. One statement. */
export async function placementCases(tx: Tx): Promise<ClockCase<PlacementClockFacts>[]> {
  return (await rows<PlacedRow>(tx, PLACED)).map(toCase);
}

/** Those of these children. */
export async function placementCasesOf(tx: Tx, childIds: readonly string[]): Promise<ClockCase<PlacementClockFacts>[]> {
  return (await rows<PlacedRow>(tx, `${PLACED} where child_id = any($1::uuid[])`, [childIds])).map(toCase);
}
