import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, notFound } from '@hub/domain/errors';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { findEdition, nameEdition } from './editions.queries';
import { toEdition, type Edition } from './performance.service';

/** Reckonings that are kept under a name: frozen, with their data date and the versions of the definitions, and read again exactly as they were. */
@Injectable()
export class PublicationsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  /** Keeps the current reckoning. Throws NOT_FOUND before the first one, CONFLICT where it is kept already. */
  publish(actor: Actor, name: string): Promise<Edition> {
    return this.uow.run(actor, 'performance.publish', async (tx) => {
      const current = await findEdition(tx, undefined);
      if (current === undefined) throw notFound('reckoning');
      if (current.name !== null || !(await nameEdition(tx, current.id, name))) throw conflict('CONFLICT', 'The newest reckoning is published already. The next one is made tonight.');
      return toEdition({ ...current, name });
    });
  }
}
