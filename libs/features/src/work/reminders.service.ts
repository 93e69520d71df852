import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { Vault } from '@hub/database/crypto/vault';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { notify } from '../audit/notices.queries';
import { clockReminders } from '../clocks/clock-reminders.queries';
import { keepCounts } from '../clocks/region-clocks.queries';
import { roundItems } from '../clocks/round-items.queries';
import { driftReminders } from '../drift/drift-reminders.queries';
import { paperReminders } from '../panels/paper-reminders.queries';
import { agreementReminders, consentReminders, wideningReminders } from './reminders.queries';

/** The daily round of reminders (trust.md 4): 60, 30 and 7 days ahead and on the day, of a search that widens and of clocks a week ahead and on the day, each told once however often it is asked for. It also counts the region's clocks. */
@Injectable()
export class RemindersService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  async remind(): Promise<void> {
    const today = isoDate(this.clock.today());
    await this.uow.run(SYSTEM_ACTOR, 'notices.remind', async (tx) => {
      const clocks = await roundItems(tx, this.vault, today);
      await keepCounts(tx, clocks, today);
      const due = [
        ...(await clockReminders(tx, clocks)), ...(await driftReminders(tx, today)), ...(await agreementReminders(tx, today)), ...(await consentReminders(tx, today)), ...(await wideningReminders(tx, today)),
        ...(await paperReminders(tx, today)),
      ];
      for (const { to, ...notice } of due) {
        for (const one of to) await notify(tx, one, notice);
      }
    });
  }
}
