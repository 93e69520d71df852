import { Inject, Injectable } from '@nestjs/common';
import { can, type Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { invalid, notFound } from '@hub/domain/errors';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import type { Tx } from '@hub/database/tx';
import { assignWorker, isColleague, type WorkedTable } from './workers.queries';

/** The tables that name a worker, under the right that assigning one needs. */
const SUBJECTS: readonly (readonly [Action, readonly WorkedTable[]])[] = [
  ['children.edit', ['hub.unit', 'hub.child']],
  ['adopters.edit', ['hub.household']],
];

const SUBJECT_TYPES = { 'hub.unit': 'UNIT', 'hub.child': 'CHILD', 'hub.household': 'HOUSEHOLD' } as const;

export interface WorkerRequest {
  readonly subject: string;
  readonly userId: string;
}

/** Who of the agency's people a unit, a child or a household is with; reassigning is the handover. */
@Injectable()
export class WorkersService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  async assign(actor: Actor, subject: string, userId: string): Promise<true> {
    const allowed = SUBJECTS.filter(([action]) => can(actor, action));
    // Whoever may do neither is refused by the door, which notes it.
    for (const [action, tables] of allowed.length === 0 ? SUBJECTS : allowed) {
      if (await this.uow.run(actor, action, (tx) => assignIn(tx, tables, subject, userId))) return true;
    }
    throw notFound('subject', subject);
  }
}

async function assignIn(tx: Tx, tables: readonly WorkedTable[], subject: string, userId: string): Promise<boolean> {
  if (!(await isColleague(tx, userId))) throw invalid([{ path: 'userId', message: 'This is nobody of the agency.' }]);
  for (const table of tables) {
    if (!(await assignWorker(tx, table, subject, userId))) continue;
    shown({ about: { type: SUBJECT_TYPES[table], reference: subject } });
    return true;
  }
  return false;
}
