import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { isoDate } from '@hub/domain/dates/iso-date';
import { waitsFor } from '@hub/domain/links/who-acts';
import { conflict, DomainError, invalid, notFound } from '@hub/domain/errors';
import { next } from '@hub/domain/links/events';
import { isExit, type LinkState, type Side } from '@hub/domain/links/states';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { aboutPair } from '../audit/about-pair';
import { isColleague } from '../children/workers.queries';
import { tellWorkers } from './link-notices.queries';
import { insertMessage, messageRefusals } from './link-texts.queries';
import { summariesOf, viewOf, type LinkSummary, type LinkView } from './link-view.queries';
import { findLink, listLinks, openLinksAbout, takeStep, type LinkRow } from './links.queries';
import { sideFor, type LinkStanding } from './links.service';
import { staleLink } from './stale.queries';

export interface LinkFilter {
  /** The viewer is the named worker of a side. */
  readonly mine?: boolean | null;
  readonly states?: readonly LinkState[] | null;
  /** Who acts next: the viewer's agency, or the other one. */
  readonly move?: 'OURS' | 'THEIRS' | null;
  readonly unit?: string | null;
  readonly household?: string | null;
}

export interface HandoverRequest {
  readonly link: string;
  readonly version: number;
  readonly userId: string;
  readonly side?: Side | null;
  readonly idempotencyKey?: string | null;
}

export interface MessageRequest {
  readonly link: string;
  readonly body: string;
  readonly side?: Side | null;
  readonly idempotencyKey?: string | null;
}

/** Who acts next on it. */
export type OpenLink = 'OURS' | 'THEIRS';

const MOST_MINE = 20;

/** Links as people read them, write about them and hand them over. */
@Injectable()
export class LinkWorkService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  find(actor: Actor, reference: string): Promise<LinkView | null> {
    return this.uow.run(actor, 'links.read', async (tx) => {
      const link = await findLink(tx, reference);
      if (!link) return null;
      const view = await viewOf(tx, this.vault, actor, link);
      shown({ about: aboutPair(link), fields: fieldNames(view) });
      return view;
    });
  }

  list(actor: Actor, { mine, move, ...wish }: LinkFilter, limit: number, offset: number): Promise<{ items: LinkSummary[]; totalCount: number }> {
    return this.uow.run(actor, 'links.read', async (tx) => {
      const all = await summariesOf(tx, actor, await listLinks(tx, { ...wish, workerId: mine ? actor.userId : null }));
      const found = move == null ? all : all.filter(({ isOurMove, isOpen }) => isOpen && isOurMove === (move === 'OURS'));
      const items = found.slice(offset, offset + limit);
      shown({ fields: fieldNames(items), count: items.length });
      return { items, totalCount: found.length };
    });
  }

  async mine(actor: Actor): Promise<LinkSummary[]> {
    return can(actor, 'links.move') ? (await this.list(actor, { mine: true }, MOST_MINE, 0)).items : [];
  }

  /** For loaders: of each unit and household with an open link of the actor's agency, by reference, whether any such link waits for it. */
  async openLinks(actor: Actor, references: readonly string[]): Promise<ReadonlyMap<string, OpenLink>> {
    if (!can(actor, 'links.read')) return new Map();
    return this.uow.run(actor, 'links.read', async (tx) => {
      const links = await openLinksAbout(tx, references);
      shown({ fields: ['openLink'], count: links.length });
      const waits = new Set(links.flatMap((link) => (waitsFor(actor.agencyId, link) ? [link.unitReference, link.householdReference] : [])));
      return new Map(links.flatMap(({ unitReference, householdReference }) => [unitReference, householdReference]).map((reference) => [reference, waits.has(reference) ? 'OURS' : 'THEIRS']));
    });
  }

  /** Open links of the own agency whose side is with nobody, or with somebody who left, for whoever approves there. */
  toHandOver(actor: Actor): Promise<LinkSummary[]> {
    if (!can(actor, 'disclosure.approve')) return Promise.resolve([]);
    return this.uow.run(actor, 'links.read', async (tx) => {
      const items = await summariesOf(tx, actor, await listLinks(tx, { isUnassigned: true }));
      shown({ fields: fieldNames(items), count: items.length });
      return items;
    });
  }

  /** To a colleague of the own agency, by whoever works there: nothing is left with somebody who is away. */
  handOver(actor: Actor, { idempotencyKey, ...body }: HandoverRequest): Promise<LinkStanding> {
    return this.uow.run(actor, 'links.handOver', (tx) => once(tx, this.vault, actor, { operation: 'links.handOver', key: idempotencyKey, body }, async () => {
      const link = await mustFind(tx, body.link);
      if (link.version !== body.version) throw await staleLink(tx, link, body.version);
      const side = sideFor(actor, link, body.side ?? null);
      if (!(await isColleague(tx, body.userId))) throw invalid([{ path: 'userId', message: 'This is nobody of your agency.' }]);
      const today = isoDate(this.clock.today());
      const to = next(link.state, 'HANDED_OVER', {
        by: side, interestBy: link.interestBy, agreements: { CHILD: link.childAgreement, ADOPTERS: link.adoptersAgreement }, isShared: true, lacksEarlyPermanence: false,
        onDate: today, since: null, today, reason: null, words: null, panelOn: null,
      });
      if (to instanceof DomainError) throw to;
      const step = { event: 'HANDED_OVER', to, side, onDate: today, actor, changes: { worker: { side, userId: body.userId } } } as const;
      if (!(await takeStep(tx, link, step))) throw await staleLink(tx, link, body.version);
      await tellWorkers(tx, actor, await mustFind(tx, body.link), 'LINK_HANDED_OVER');
      return { reference: link.reference, state: link.state, version: link.version + 1 };
    }));
  }

  /** Answers where the link stands: a message moves nothing. */
  write(actor: Actor, { idempotencyKey, ...body }: MessageRequest): Promise<LinkStanding> {
    return this.uow.run(actor, 'links.write', (tx) => once(tx, this.vault, actor, { operation: 'links.write', key: idempotencyKey, body }, async () => {
      const link = await mustFind(tx, body.link);
      if (isExit(link.state)) throw conflict('GUARD_FAILED', 'The link has ended. Nothing more is written on it.');
      const side = sideFor(actor, link, body.side ?? null);
      const refusals = await messageRefusals(tx, this.vault, actor, link, body.body);
      if (refusals.length > 0) throw invalid(refusals.map((message) => ({ path: 'body', message })));
      await insertMessage(tx, this.vault, actor, { link, side, body: body.body });
      await tellWorkers(tx, actor, link, 'LINK_MESSAGE');
      return { reference: link.reference, state: link.state, version: link.version };
    }));
  }
}

async function mustFind(tx: Tx, reference: string): Promise<LinkRow> {
  const link = await findLink(tx, reference, 'lock');
  if (!link) throw notFound('link', reference);
  shown({ about: aboutPair(link) });
  return link;
}
