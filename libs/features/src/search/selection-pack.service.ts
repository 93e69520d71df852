import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { notFound } from '@hub/domain/errors';
import { selectionSections, selectionTitle, type SelectionContent } from '@hub/domain/search/selection-sections';
import type { Tx } from '@hub/database/tx';
import { PackPrinter, type PackFile } from '../packs/pack-printer';
import { entryCards } from './entry-cards.queries';
import { entriesOf } from './selection-entries.queries';
import { findSelection } from './selections.queries';

const NOTE = 'Stage S0: cards alone. Notes, and the name that people gave the selection, are not part of it. What counts is the page in the hub, not this file.';

/** A selection on paper. */
@Injectable()
export class SelectionPack {
  constructor(@Inject(PackPrinter) private readonly packs: PackPrinter) {}

  pdf(actor: Actor, id: string): Promise<PackFile> {
    return this.packs.print<SelectionContent>(actor, {
      name: 'selection', view: 'search.view', leave: 'search.export', read: (tx) => content(tx, id),
      told: (_, { entries }) => Promise.resolve({ fields: fieldNames({ entries }), count: entries.length }),
      pack: (found) => ({ title: selectionTitle(found), note: NOTE, sections: selectionSections(found) }),
    });
  }
}

async function content(tx: Tx, id: string): Promise<SelectionContent> {
  const selection = await findSelection(tx, id);
  if (!selection) throw notFound('selection');
  return { holds: selection.holds, subject: selection.subject, entries: await entryCards(tx, await entriesOf(tx, id)) };
}
