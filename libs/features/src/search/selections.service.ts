import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, notFound } from '@hub/domain/errors';
import { moved, MOST_ENTRIES, type SelectionChangeKind, type SelectionOf } from '@hub/domain/search/selection';
import { Vault } from '@hub/database/crypto/vault';
import { row, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import type { Person } from '../agencies/users.queries';
import { namesOf } from '../disclosure/cases.queries';
import { entryCards, type EntryCard } from './entry-cards.queries';
import { changesOf, entriesOf, findKeepable, insertEntries, noteOf, placeEntries, removeEntry, writeNote, type EntryRow } from './selection-entries.queries';
import { findSelection, insertSelection, listSelections, lockSelection, noteChanges, toSummary, type NewSelection, type SelectionRow, type SelectionSummary } from './selections.queries';

export interface SelectionEntry extends EntryCard {
  readonly id: string;
  readonly note: string | null;
  readonly keptBy: Person;
  readonly keptAt: Date;
}

export interface SelectionChange {
  readonly what: SelectionChangeKind;
  readonly reference: string | null;
  readonly changedBy: Person;
  readonly changedAt: Date;
}

export interface Selection extends SelectionSummary {
  readonly entries: readonly SelectionEntry[];
  readonly changes: readonly SelectionChange[];
}

/** What people keep by hand out of a search, alone or with the colleagues of their agency who look for families. */
@Injectable()
export class SelectionsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault) {}

  list(actor: Actor, page: { holds: SelectionOf | null; limit: number; offset: number }): Promise<{ items: SelectionSummary[]; totalCount: number }> {
    return this.uow.run(actor, 'search.view', (tx) => listSelections(tx, this.vault, page));
  }

  /** Null alike for a selection that does not exist and for one that the actor may not read. */
  find(actor: Actor, id: string): Promise<Selection | null> {
    return this.uow.run(actor, 'search.view', async (tx) => {
      const found = await findSelection(tx, id);
      return found ? this.shown(tx, found) : null;
    });
  }

  /** The number of its last change; null where the actor may not read it. */
  version(actor: Actor, id: string): Promise<number | null> {
    return this.uow.run(actor, 'search.watch', async (tx) => (await row<{ version: number }>(tx, 'select version from hub.selection where id = $1::uuid and ended_at is null', [id]))?.version ?? null);
  }

  create(actor: Actor, request: NewSelection): Promise<Selection> {
    return this.uow.run(actor, 'search.keep', async (tx) => {
      const id = await insertSelection(tx, this.vault, actor, request);
      const made = id === null ? undefined : await findSelection(tx, id);
      if (!made) throw notFound(request.holds === 'UNIT' ? 'household' : 'unit', request.subject ?? undefined);
      return this.shown(tx, made);
    });
  }

  /** Adds to the end; who stands there already stays where they are. */
  keep(actor: Actor, id: string, references: readonly string[]): Promise<Selection> {
    return this.change(actor, id, async (tx, selection) => {
      const found = await findKeepable(tx, selection, [...new Set(references)]);
      if (found.length < new Set(references).size) throw notFound(selection.holds === 'UNIT' ? 'unit' : 'household');
      const added = found.filter(({ standsAlready }) => !standsAlready);
      if (selection.size + added.length > MOST_ENTRIES) throw conflict('CONFLICT', `A selection holds at most ${MOST_ENTRIES}. Remove some first.`);
      if (added.length === 0) return;
      await insertEntries(tx, actor, id, added);
      await noteChanges(tx, actor, id, 'KEPT', added);
    });
  }

  note(actor: Actor, id: string, entry: string, note: string): Promise<Selection> {
    return this.changeEntry(actor, { id, entry, what: 'NOTED' }, (tx, selection, found) => writeNote(tx, this.vault, { selection, entry: found }, note));
  }

  remove(actor: Actor, id: string, entry: string): Promise<Selection> {
    return this.changeEntry(actor, { id, entry, what: 'REMOVED' }, (tx) => removeEntry(tx, entry));
  }

  move(actor: Actor, id: string, entry: string, up: boolean): Promise<Selection> {
    return this.changeEntry(actor, { id, entry, what: 'MOVED' }, async (tx) => {
      const order = moved((await entriesOf(tx, id)).map((one) => one.id), entry, up);
      if (order === null) throw conflict('CONFLICT', 'It stands at that end of the selection already.');
      await placeEntries(tx, order);
    });
  }

  /** Ends it for everybody who read it; its notes are read by nobody any more. */
  end(actor: Actor, id: string): Promise<boolean> {
    return this.uow.run(actor, 'search.keep', async (tx) => {
      if (!(await lockSelection(tx, id))) throw notFound('selection');
      await noteChanges(tx, actor, id, 'ENDED', [null]);
      return true;
    });
  }

  private change(actor: Actor, id: string, work: (tx: Tx, selection: SelectionRow) => Promise<void>): Promise<Selection> {
    return this.uow.run(actor, 'search.keep', async (tx) => {
      const selection = await lockSelection(tx, id);
      if (!selection) throw notFound('selection');
      await work(tx, selection);
      return this.shown(tx, (await findSelection(tx, id)) ?? selection);
    });
  }

  private changeEntry(actor: Actor, { id, entry, what }: { id: string; entry: string; what: SelectionChangeKind }, work: (tx: Tx, selection: SelectionRow, entry: EntryRow) => Promise<void>): Promise<Selection> {
    return this.change(actor, id, async (tx, selection) => {
      const found = (await entriesOf(tx, id)).find((one) => one.id === entry);
      if (!found) throw notFound('entry');
      await work(tx, selection, found);
      await noteChanges(tx, actor, id, what, [found]);
    });
  }

  private async shown(tx: Tx, selection: SelectionRow): Promise<Selection> {
    const [entries, changes] = [await entriesOf(tx, selection.id), await changesOf(tx, selection.id)];
    const nameOf = await namesOf(tx, [selection.ownerId, ...entries.map(({ keptBy }) => keptBy), ...changes.map(({ changedBy }) => changedBy)]);
    const cards = await entryCards(tx, entries);
    return {
      ...toSummary(this.vault, selection, nameOf),
      entries: entries.map((entry, at) => {
        const { unit, household } = cards[at] ?? { unit: null, household: null };
        // What was written about a case that is not to be seen is not to be read either.
        const note = unit ?? household ? noteOf(this.vault, entry) : null;
        return { id: entry.id, unit, household, note, keptBy: nameOf(entry.keptBy), keptAt: entry.keptAt };
      }),
      changes: changes.map(({ changedBy, ...change }) => ({ ...change, changedBy: nameOf(changedBy) })),
    };
  }
}
