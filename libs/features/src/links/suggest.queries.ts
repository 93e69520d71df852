import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { DomainError } from '@hub/domain/errors';
import { next } from '@hub/domain/links/events';
import type { Tx } from '@hub/database/tx';
import { newReference } from '@hub/platform/reference';
import { tellWorkers } from './link-notices.queries';
import { findLink, insertLink, type LinkRow } from './links.queries';
import type { PairFacts } from './pair.queries';

/** Puts a pair before both sides, neither of which is bound by it, and tells their workers. Throws the domain's refusal. */
export async function suggestLink(tx: Tx, actor: Actor, pair: PairFacts, today: IsoDate): Promise<LinkRow> {
  const to = next('NEW', 'SUGGESTED', {
    by: 'HUB', interestBy: null, agreements: { CHILD: 'NONE', ADOPTERS: 'NONE' }, isShared: pair.isShared, lacksEarlyPermanence: pair.lacksEarlyPermanence,
    onDate: today, since: null, today, reason: null, words: null, panelOn: null,
  });
  if (to instanceof DomainError) throw to;
  const reference = newReference('L');
  await insertLink(tx, {
    reference, unitId: pair.unitId, householdId: pair.householdId, childAgencyId: pair.unitAgencyId, adoptersAgencyId: pair.householdAgencyId,
    suggestedBy: actor.userId, childWorkerId: null, adoptersWorkerId: null,
  }, { event: 'SUGGESTED', to, side: null, onDate: today, actor });
  const link = await findLink(tx, reference);
  if (!link) throw new Error('The link is not there after its step.');
  await tellWorkers(tx, actor, link, 'LINK_SUGGESTED');
  return link;
}
