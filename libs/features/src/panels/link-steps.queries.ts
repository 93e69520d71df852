import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { notFound } from '@hub/domain/errors';
import type { LinkEvent, LinkFacts } from '@hub/domain/links/events';
import { isExit, type LinkState } from '@hub/domain/links/states';
import type { Tx } from '@hub/database/tx';
import { tellWorkers } from '../links/link-notices.queries';
import { findLink, takeStep, type LinkRow } from '../links/links.queries';
import { pairFacts } from '../links/pair.queries';
import { staleLink } from '../links/stale.queries';

export interface LinkOfItem {
  readonly link: LinkRow;
  /** For the child's side, which brings a match to its panel. */
  readonly facts: LinkFacts;
}

/** The link of an item, held, with what its table of steps asks. */
export async function linkOfItem(tx: Tx, reference: string, { onDate, today, panelOn }: Pick<LinkFacts, 'onDate' | 'today' | 'panelOn'>): Promise<LinkOfItem> {
  const link = await findLink(tx, reference, 'lock');
  if (!link) throw notFound('link', reference);
  const pair = await pairFacts(tx, 'id', link.unitId, link.householdId);
  return {
    link,
    facts: {
      by: 'CHILD', interestBy: link.interestBy, agreements: { CHILD: link.childAgreement, ADOPTERS: link.adoptersAgreement }, isShared: pair?.isShared ?? false, lacksEarlyPermanence: pair?.lacksEarlyPermanence ?? false,
      onDate, since: link.sinceOn, today, reason: null, words: null, panelOn,
    },
  };
}

export interface Following {
  readonly link: LinkRow;
  readonly event: LinkEvent;
  readonly to: LinkState;
  readonly onDate: IsoDate;
  readonly panelOn?: IsoDate | null;
}

/** The step of a link that follows from what happened to its item; both sides' workers are told. */
export async function followLink(tx: Tx, actor: Actor, { link, event, to, onDate, panelOn }: Following): Promise<void> {
  const changes = panelOn == null ? {} : { panelOn };
  if (!(await takeStep(tx, link, { event, to, side: 'CHILD', onDate, actor, changes }))) throw await staleLink(tx, link, link.version);
  await tellWorkers(tx, actor, link, isExit(to) ? 'LINK_ENDED' : 'LINK_MOVED');
}
