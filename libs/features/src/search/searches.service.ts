import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { DomainError, forbidden, notFound } from '@hub/domain/errors';
import { MOST_FOUND, MOST_SEARCHES } from '@hub/domain/search/saved-search';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { searchHouseholds, type HouseholdFilter, type HouseholdHit } from '../adopters/household-search.queries';
import { markReadAbout } from '../audit/notices.queries';
import type { PageOf } from '../children/search-sql';
import { searchUnits, type UnitFilter, type UnitHit } from '../children/unit-search.queries';
import { foundBy, newOf, noteFinds, noteSeen } from './search-finds.queries';
import { changeSearch, countOwn, endSearch, findSearch, insertSearch, listSearches, noteRuns, noteVisit, opened, shownSearches, type NewSearch, type SavedSearch, type SearchChange, type SearchRow } from './searches.queries';

export interface ResultsRequest {
  /** What was found later is new; left out, since the actor opened it last. */
  readonly since?: Date | null;
  readonly onlyNew: boolean;
  readonly first: number;
  readonly after: string | null;
}

/** A page of what a saved search finds now; one of the two lists is null. */
export interface SearchResults {
  readonly units: PageOf<UnitHit> | null;
  readonly households: PageOf<HouseholdHit> | null;
  /** Of all of them, and by reference those on the page. */
  readonly newCount: number;
  readonly newReferences: readonly string[];
  /** It finds more than are looked at for what is new. */
  readonly isCut: boolean;
}

/** Searches that people keep: what they find, and what of it is new to whoever opens them. */
@Injectable()
export class SearchesService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault) {}

  list(actor: Actor): Promise<SavedSearch[]> {
    return this.uow.run(actor, 'search.view', (tx) => listSearches(tx, this.vault, actor));
  }

  /** Null alike for one that does not exist and for one that the actor may not read. */
  find(actor: Actor, id: string): Promise<SavedSearch | null> {
    return this.uow.run(actor, 'search.view', async (tx) => this.one(tx, actor, await findSearch(tx, id)));
  }

  /** New results of the actor's own searches; none for who keeps none. */
  async newResults(actor: Actor): Promise<number> {
    if (!can(actor, 'search.view')) return 0;
    return (await this.list(actor)).reduce((sum, { isOwn, newCount }) => sum + (isOwn ? newCount : 0), 0);
  }

  /** What it finds at that moment is known, not new. */
  save(actor: Actor, request: NewSearch): Promise<SavedSearch> {
    return this.uow.run(actor, 'search.keep', async (tx) => {
      if ((await countOwn(tx, actor.userId)) >= MOST_SEARCHES) throw new DomainError('LIMIT_EXCEEDED', `You keep ${MOST_SEARCHES} searches already. End one first.`);
      const id = await insertSearch(tx, this.vault, actor, request);
      const search = await mustFind(tx, id);
      await noteFinds(tx, search, await foundBy(tx, search.holds, opened(this.vault, search).filter));
      await noteVisit(tx, actor, id);
      return this.mustShow(tx, actor, id);
    });
  }

  change(actor: Actor, id: string, change: SearchChange): Promise<SavedSearch> {
    return this.uow.run(actor, 'search.keep', async (tx) => {
      if (!(await changeSearch(tx, this.vault, await mustFind(tx, id), change))) throw forbidden('search.keep');
      return this.mustShow(tx, actor, id);
    });
  }

  end(actor: Actor, id: string): Promise<boolean> {
    return this.uow.run(actor, 'search.keep', async (tx) => {
      await mustFind(tx, id);
      if (!(await endSearch(tx, id))) throw forbidden('search.keep');
      return true;
    });
  }

  /** Notes that the actor looks at it now. Answers since when what is found is new to them: their last look, or when it was saved. */
  open(actor: Actor, id: string): Promise<Date> {
    return this.uow.run(actor, 'search.keep', async (tx) => {
      const search = await mustFind(tx, id);
      const found = await foundBy(tx, search.holds, opened(this.vault, search).filter);
      if (search.ownerId === actor.userId) {
        await noteFinds(tx, search, found);
        await noteRuns(tx, [id]);
      } else {
        await noteSeen(tx, search, found);
      }
      await noteVisit(tx, actor, id);
      await markReadAbout(tx, 'SEARCH_NEW', id);
      return search.since;
    });
  }

  results(actor: Actor, id: string, { since, onlyNew, ...page }: ResultsRequest): Promise<SearchResults | null> {
    return this.uow.run(actor, 'search.view', async (tx) => {
      const search = await findSearch(tx, id);
      if (!search) return null;
      const { filter } = opened(this.vault, search);
      const found = await foundBy(tx, search.holds, filter);
      const fresh = await newOf(tx, search, found, since ?? search.since);
      const shownFilter: UnitFilter & HouseholdFilter = filter === null ? { references: [] } : { ...filter, ...(onlyNew && { references: fresh }) };
      const units = search.holds === 'UNIT' ? await searchUnits(tx, { filter: shownFilter, sort: 'WAITING', ...page }) : null;
      const households = search.holds === 'HOUSEHOLD' ? await searchHouseholds(tx, { filter: shownFilter, ...page }) : null;
      const items = [...(units?.items ?? []), ...(households?.items ?? [])];
      shown({ fields: fieldNames(items), count: items.length });
      const isNew = new Set(fresh);
      return {
        units, households, newCount: fresh.length, isCut: found.length === MOST_FOUND,
        newReferences: items.flatMap(({ reference }) => (isNew.has(reference) ? [reference] : [])),
      };
    });
  }

  private async one(tx: Tx, actor: Actor, search: SearchRow | undefined): Promise<SavedSearch | null> {
    return search ? ((await shownSearches(tx, this.vault, actor, [search]))[0] ?? null) : null;
  }

  private async mustShow(tx: Tx, actor: Actor, id: string): Promise<SavedSearch> {
    const saved = await this.one(tx, actor, await findSearch(tx, id));
    if (!saved) throw notFound('search');
    return saved;
  }
}

async function mustFind(tx: Tx, id: string): Promise<SearchRow> {
  const search = await findSearch(tx, id);
  if (!search) throw notFound('search');
  return search;
}
