import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { notFound } from '@hub/domain/errors';
import { shortlistSections } from '@hub/domain/matching/explanation/shortlist-sections';
import { PackPrinter, type PackFile } from '../packs/pack-printer';
import { readingAs } from './runs.queries';
import { readShortlist, shownOf, type Shortlist } from './shortlists.service';

const NOTE = 'Stage S0: cards and bands alone; names, exact ages and places are not part of it. The order helps people look; it decides nothing. What counts is the page in the hub, not this file.';

/** A shortlist on paper, with the reasons for each family. */
@Injectable()
export class ShortlistPack {
  constructor(@Inject(PackPrinter) private readonly packs: PackPrinter) {}

  pdf(actor: Actor, unit: string): Promise<PackFile> {
    const view = readingAs(actor);
    return this.packs.print<Shortlist>(actor, {
      name: `shortlist-${unit}`, view, leave: 'matching.export', ...(view === 'matching.readRegion' && { again: view }), about: { type: 'UNIT', reference: unit, stage: 'S0' },
      read: async (tx) => {
        const found = await readShortlist(tx, unit, null);
        if (!found) throw notFound('shortlist', unit);
        return found;
      },
      told: (_, found) => Promise.resolve(shownOf(found)),
      pack: (found) => ({ title: `Shortlist of ${unit}`, note: NOTE, sections: shortlistSections(found) }),
    });
  }
}
