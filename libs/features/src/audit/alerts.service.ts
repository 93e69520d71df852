import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { unusualLooking } from '@hub/domain/audit/unusual-looking';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { CONFIG, type Config } from '@hub/platform/config';
import { isStanding, recentLooks } from './alerts.queries';
import { notifyOfficers } from './notices.queries';

/** Tells the data protection officers of looking that stands out (trust.md AUD-8). Called every minute. */
@Injectable()
export class AlertsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(CONFIG) private readonly config: Pick<Config, 'alertProfilesPerHour'>) {}

  /** Answers how many alerts were raised. */
  watch(): Promise<number> {
    return this.uow.run(SYSTEM_ACTOR, 'audit.watch', async (tx) => {
      let raised = 0;
      for (const alert of unusualLooking(await recentLooks(tx), this.config.alertProfilesPerHour)) {
        if (await isStanding(tx, alert)) continue;
        await notifyOfficers(tx, alert.agencies, { kind: alert.kind, actor: { userId: alert.actorId, agencyId: alert.actorAgencyId } });
        raised += 1;
      }
      return raised;
    });
  }
}
