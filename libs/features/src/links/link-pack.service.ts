import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { notFound } from '@hub/domain/errors';
import { linkSections, type LinkContent } from '@hub/domain/links/link-sections';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { aboutPair } from '../audit/about-pair';
import { PackPrinter, type PackFile } from '../packs/pack-printer';
import { viewOf } from './link-view.queries';
import { findLink } from './links.queries';

const NOTE = 'For the file of either side: cards, steps and turns, as your agency may see them now (stage S0). Messages, names and free words are not part of it. What counts is the page in the hub, not this file.';

/** A link's page on paper. */
@Injectable()
export class LinkPack {
  constructor(@Inject(PackPrinter) private readonly packs: PackPrinter, @Inject(Vault) private readonly vault: Vault) {}

  pdf(actor: Actor, reference: string): Promise<PackFile> {
    return this.packs.print(actor, {
      name: `link-${reference}`, view: 'links.read', leave: 'links.export', read: (tx) => this.content(tx, actor, reference),
      told: (_, link) => Promise.resolve({ about: aboutPair(link), fields: fieldNames(link), count: 1 }),
      pack: (link) => ({ title: `Link summary: ${reference}`, note: NOTE, sections: linkSections(link) }),
    });
  }

  private async content(tx: Tx, actor: Actor, reference: string): Promise<LinkContent> {
    const link = await findLink(tx, reference);
    if (!link) throw notFound('link', reference);
    const { state, isOpen, since, panelOn, exitReason, unitReference, householdReference, unit, household, parties, turns, history } = await viewOf(tx, this.vault, actor, link);
    return { reference, state, isOpen, since, panelOn, exitReason, unitReference, householdReference, unit, household, parties, turns, history };
  }
}
