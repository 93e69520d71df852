import { Inject, Injectable } from '@nestjs/common';
import type { Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { quarterOf, type Quarter } from '@hub/domain/dates/financial-year';
import { isoDate } from '@hub/domain/dates/iso-date';
import { statementOf, type Statement } from '@hub/domain/fees/statement';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { statedItems } from './stated-items.queries';

/** What the own agency owed and was owed in a quarter, by placement and by agency. Placements are named by reference alone. */
@Injectable()
export class StatementsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock) {}

  /** Of the quarter of today where none is named. */
  read(actor: Actor, quarter: Quarter | null): Promise<Statement> {
    return this.make(actor, 'fees.read', quarter ?? quarterOf(isoDate(this.clock.today())));
  }

  /** The same for a file. */
  export(actor: Actor, quarter: Quarter): Promise<Statement> {
    return this.make(actor, 'fees.export', quarter);
  }

  private make(actor: Actor, action: Action, quarter: Quarter): Promise<Statement> {
    return this.uow.run(actor, action, async (tx) => {
      const statement = statementOf(await statedItems(tx, actor, quarter), quarter);
      shown({ fields: ['lines', 'totals'], count: statement.lines.length });
      return statement;
    });
  }
}
