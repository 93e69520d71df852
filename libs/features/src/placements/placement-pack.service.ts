import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { isoDate } from '@hub/domain/dates/iso-date';
import { notFound } from '@hub/domain/errors';
import { placementSections, type PlacementContent } from '@hub/domain/placements/placement-sections';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { Clock } from '@hub/platform/clock';
import { aboutPair } from '../audit/about-pair';
import { PackPrinter, type PackFile } from '../packs/pack-printer';
import { placementView } from './placement-view.queries';
import { findPlacement } from './placements.queries';

const NOTE = 'For the file of either agency (stage S4): dates, steps and what is due. Free words are not part of it. What counts is the page in the hub, not this file.';

/** A placement's page on paper. */
@Injectable()
export class PlacementPack {
  constructor(@Inject(PackPrinter) private readonly packs: PackPrinter, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  pdf(actor: Actor, reference: string): Promise<PackFile> {
    return this.packs.print(actor, {
      name: `placement-${reference}`, view: 'placements.read', leave: 'placements.export', read: (tx) => this.content(tx, actor, reference),
      told: (_, placement) => Promise.resolve({ about: aboutPair(placement), fields: fieldNames(placement), count: 1 }),
      pack: (placement) => ({ title: `Placement: ${reference}`, note: NOTE, sections: placementSections(placement) }),
    });
  }

  private async content(tx: Tx, actor: Actor, reference: string): Promise<PlacementContent> {
    const placement = await findPlacement(tx, reference);
    if (!placement) throw notFound('placement', reference);
    const { state, unitReference, householdReference, adopterNames, decidedOn, planAgreedOn, introductionsOn, parties, children, due, history } = await placementView(tx, { vault: this.vault, actor, today: isoDate(this.clock.today()) }, placement);
    return { state, unitReference, householdReference, adopterNames, decidedOn, planAgreedOn, introductionsOn, parties, children, due, history: history.map(({ label, detail, side, child, onDate, at, person }) => ({ label, detail, side, child, onDate, at, person })) };
  }
}
