import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { capsOf, saveCaps, type LinkCaps } from './caps.queries';

/** An agency's caps of open links; the hub's are the region's default. The database holds links to them. */
@Injectable()
export class LinkCapsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  read(actor: Actor): Promise<LinkCaps> {
    return this.uow.run(actor, 'agencies.list', (tx) => capsOf(tx, actor.agencyId));
  }

  /** Links that are open already stay, above a lower cap too. */
  set(actor: Actor, caps: LinkCaps): Promise<LinkCaps> {
    return this.uow.run(actor, 'linkCaps.set', async (tx) => {
      await saveCaps(tx, actor.agencyId, caps);
      return capsOf(tx, actor.agencyId);
    });
  }
}
