import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR, type Actor } from '@hub/domain/access/actor';
import { findActor } from '@hub/database/actors';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { findHubAdministrator, findUserId } from './import-records.queries';

/**
 * For whom the local command acts: whoever can run it holds the database's address already, and still acts as a person
 * with that person's rights, so that the log names somebody.
 */
@Injectable()
export class LocalPeople {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  person(agencyCode: string, email: string): Promise<Actor | undefined> {
    return this.find((tx) => findUserId(tx, agencyCode, email));
  }

  hubAdministrator(): Promise<Actor | undefined> {
    return this.find(findHubAdministrator);
  }

  private find(idOf: (tx: Tx) => Promise<string | undefined>): Promise<Actor | undefined> {
    return this.uow.run(SYSTEM_ACTOR, 'imports.execute', async (tx) => {
      const id = await idOf(tx);
      return id === undefined ? undefined : findActor(tx, id);
    });
  }
}
