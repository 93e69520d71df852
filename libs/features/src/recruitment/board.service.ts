import { Inject, Injectable } from '@nestjs/common';
import type { Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { isoDate } from '@hub/domain/dates/iso-date';
import { stageCounts } from '@hub/domain/recruitment/board';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { listAgencies } from '../agencies/agencies.queries';
import { peopleByIds } from '../agencies/users.queries';
import { agencyBoards, isMeant, placed, type AgencyBoard, type Board, type BoardFilter } from './board';
import { ownPipeline, regionPipeline } from './board.queries';

/** Who is where on the way to approval, and who is late: by household in the own agency, by count elsewhere. */
@Injectable()
export class BoardService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock) {}

  read(actor: Actor, filter: BoardFilter, limit: number, offset: number): Promise<Board> {
    return this.board(actor, 'recruitment.read', filter, (board) => ({ ...board, items: board.items.slice(offset, offset + limit) }));
  }

  /** All that the filter finds, for a file. */
  export(actor: Actor, filter: BoardFilter): Promise<Board> {
    return this.board(actor, 'recruitment.export', filter, (board) => board);
  }

  region(actor: Actor): Promise<readonly AgencyBoard[]> {
    return this.uow.run(actor, 'recruitment.readRegion', async (tx) => {
      const boards = agencyBoards(await regionPipeline(tx), await listAgencies(tx), isoDate(this.clock.today()));
      shown({ count: boards.length });
      return boards;
    });
  }

  /** Two statements, however many households there are. */
  private board(actor: Actor, action: Action, filter: BoardFilter, part: (board: Board) => Board): Promise<Board> {
    return this.uow.run(actor, action, async (tx) => {
      const all = placed(await ownPipeline(tx), isoDate(this.clock.today()));
      const people = new Map((await peopleByIds(tx, [...new Set(all.flatMap(({ workerId }) => workerId ?? []))])).map((person) => [person.id, person]));
      const meant = all.filter((row) => isMeant(row, filter)).map(({ workerId, ...row }) => ({ ...row, worker: (workerId && people.get(workerId)) || null }));
      const workers = [...people.values()].sort((a, b) => a.displayName.localeCompare(b.displayName));
      const board = part({ items: meant, totalCount: meant.length, stages: stageCounts(all), workers });
      shown({ fields: fieldNames(board.items), count: board.items.length });
      return board;
    });
  }
}
