import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { csvText } from '@hub/domain/audit/csv';
import { watermarkWords } from '@hub/domain/audit/watermark';
import { financialYearWords, type Quarter } from '@hub/domain/dates/financial-year';
import { isoDate } from '@hub/domain/dates/iso-date';
import { invalid } from '@hub/domain/errors';
import { CHILD_COLUMNS, childRows, HOUSEHOLD_COLUMNS, householdRows, RETURN_PURPOSES, returnPeriod, type ReturnPurpose } from '@hub/domain/performance/quarterly-return';
import { Vault } from '@hub/database/crypto/vault';
import { requestId } from '@hub/database/request-id';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { returnChildren, returnHouseholds } from './quarterly-return.queries';

export interface ReturnRequest extends Quarter {
  readonly purpose: ReturnPurpose;
}

/** So many rows are no council's return. */
const MOST = 20_000;

type Rows = readonly (readonly (string | number | null)[])[];

/** The quarterly return of the own agency, child by child and family by family, as files (domain.md 3.6). */
@Injectable()
export class QuarterlyReturns {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  children(actor: Actor, request: ReturnRequest): Promise<Buffer> {
    return this.make(actor, request, CHILD_COLUMNS, async (tx) => childRows(await returnChildren(tx, this.vault), returnPeriod(request)));
  }

  adopters(actor: Actor, request: ReturnRequest): Promise<Buffer> {
    return this.make(actor, request, HOUSEHOLD_COLUMNS, async (tx) => householdRows(await returnHouseholds(tx), returnPeriod(request), actor.agencyKind));
  }

  private async make(actor: Actor, { purpose, ...quarter }: ReturnRequest, columns: readonly string[], read: (tx: Tx) => Promise<Rows>): Promise<Buffer> {
    const { from, to } = returnPeriod(quarter);
    const today = isoDate(this.clock.today());
    if (from > today) throw invalid([{ path: 'quarter', message: 'This quarter has not begun.' }]);
    return this.uow.run(actor, 'reports.exportReturn', async (tx) => {
      const found = await read(tx);
      if (found.length > MOST) throw invalid([{ path: 'quarter', message: `This is more than ${MOST} rows. Ask the hub’s administrators.` }]);
      shown({ fields: columns.map((column) => column.replaceAll(/\W+/g, '_')), count: found.length });
      const made = watermarkWords({ person: actor.displayName, agency: actor.agencyCode, at: this.clock.now(), purpose: `for ${RETURN_PURPOSES[purpose]}`, requestId: requestId() });
      const what = `${financialYearWords(quarter.year)}, quarter ${quarter.quarter}: ${from} to ${to < today ? to : today}, cumulative from April. By what was known on ${today}.`;
      return Buffer.from(csvText([columns, ...found, [what], [made]]), 'utf8');
    });
  }
}
