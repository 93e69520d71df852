import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { Vault } from '@hub/database/crypto/vault';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { refreshHouseholdCards } from '../adopters/household-cards.queries';
import { refreshIdentified } from '../disclosure/identified-writes.queries';
import { refreshCards } from './cards.queries';

/** The daily round: children grow into the next age band and wait into the next waiting band without any write. */
@Injectable()
export class CardsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  refreshAll(): Promise<{ units: number; households: number }> {
    return this.uow.run(SYSTEM_ACTOR, 'cards.refresh', async (tx) => {
      await refreshIdentified(tx, this.vault, isoDate(this.clock.today()));
      return { units: await refreshCards(tx, this.vault, 'ALL', isoDate(this.clock.today())), households: await refreshHouseholdCards(tx, 'ALL') };
    });
  }
}
