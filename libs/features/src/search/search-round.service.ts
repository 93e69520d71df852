import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import { SYSTEM_ACTOR, type Actor } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { searchDue } from '@hub/domain/search/saved-search';
import { findActors } from '@hub/database/actors';
import { Vault } from '@hub/database/crypto/vault';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { Logger } from '@hub/platform/logger';
import { notify } from '../audit/notices.queries';
import { forgetFinds, foundBy, noteFinds } from './search-finds.queries';
import { noteRuns, opened, searchTimes, takeSearches } from './searches.queries';

interface Due { readonly owner: Actor; readonly ids: readonly string[] }

/** The hourly round over saved searches: each owner is told of what is new to them, as they would find it themselves. */
@Injectable()
export class SearchRound {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Logger) private readonly logger: Logger,
  ) {}

  /** Answers how many searches had something new to tell. */
  async look(): Promise<number> {
    let telling = 0;
    for (const due of await this.due()) {
      try {
        telling += await this.lookFor(due);
      } catch (error) {
        // One person's search that takes too long keeps nobody else from theirs.
        this.logger.failure('saved searches not looked at', error, { owner: due.owner.userId });
      }
    }
    return telling;
  }

  /** By owner; who left, or may not search any more, is told nothing. */
  private due(): Promise<Due[]> {
    const now = { today: isoDate(this.clock.today()), hour: this.clock.hour() };
    return this.uow.run(SYSTEM_ACTOR, 'search.round', async (tx) => {
      const searches = (await searchTimes(tx)).filter((search) => searchDue(search, now));
      const owners = await findActors(tx, [...new Set(searches.map(({ ownerId }) => ownerId))]);
      return [...owners.values()].filter((owner) => can(owner, 'search.look'))
        .map((owner) => ({ owner, ids: searches.filter(({ ownerId }) => ownerId === owner.userId).map(({ id }) => id) }));
    });
  }

  /** One unit of work for each person, in their name: one row of the log, with how many cards their searches met. */
  private lookFor({ owner, ids }: Due): Promise<number> {
    return this.uow.run(owner, 'search.look', async (tx) => {
      let [met, telling] = [0, 0];
      const taken = await takeSearches(tx, ids);
      for (const search of taken) {
        const found = await foundBy(tx, search.holds, opened(this.vault, search).filter);
        const fresh = await noteFinds(tx, search, found);
        met += found.length;
        if (fresh === 0 || search.tells === 'NEVER') continue;
        await notify(tx, { agencyId: owner.agencyId, userId: owner.userId }, { kind: 'SEARCH_NEW', subject: { type: 'SEARCH', reference: search.id }, count: fresh });
        telling += 1;
      }
      await noteRuns(tx, taken.map(({ id }) => id));
      await forgetFinds(tx, ids);
      // Nobody read a card: a number is all that leaves.
      shown({ fields: [], count: met });
      return telling;
    });
  }
}
