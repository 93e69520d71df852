import type { Actor } from '@hub/domain/access/actor';
import { DomainError } from '@hub/domain/errors';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { next, type LinkFacts } from '@hub/domain/links/events';
import { isWithinOneAgency } from '@hub/domain/links/sides';
import type { Side } from '@hub/domain/links/states';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';
import { agenciesByIds } from '../agencies/agencies.queries';
import { askForIdentified } from '../disclosure/ask-grant.queries';
import { GRANT_STATUS } from '../disclosure/grants.queries';
import { findLink, takeStep, type LinkRow } from './links.queries';
import { tellWorkers } from './link-notices.queries';

/**
 * The grant by which a side agrees to explore: S2 of its own record to the other agency. One that lives or waits already for another
 * link of the two agencies serves this one too, for it shows the same to the same people. Null within one agency.
 */
export async function grantOfSide(tx: Tx, vault: Vault, actor: Actor, link: LinkRow, side: Side): Promise<string | null> {
  if (isWithinOneAgency(link)) return null;
  const [subjectType, subjectId, otherId] = side === 'CHILD' ? (['UNIT', link.unitId, link.adoptersAgencyId] as const) : (['HOUSEHOLD', link.householdId, link.childAgencyId] as const);
  const standing = await row<{ id: string }>(tx, `
    select r.id from hub.disclosure_grant r where r.subject_id = $1::uuid and r.stage = 'S2' and r.audience = 'AGENCY' and r.audience_agency_id = $2::uuid
      and ${GRANT_STATUS} in ('LIVE', 'REQUESTED') order by r.approved_at nulls last limit 1`, [subjectId, otherId]);
  if (standing) return standing.id;
  const [other] = await agenciesByIds(tx, [otherId]);
  return askForIdentified(tx, vault, actor, { subjectType, subjectId, purpose: `To explore link ${link.reference}`, to: { agency: other?.code ?? null } });
}

/** After a second person approved a grant: the links that waited for it are explored, where the other side's lives too. */
export async function beginExploring(tx: Tx, actor: Actor, grantId: string, today: IsoDate): Promise<void> {
  const waiting = await rows<{ reference: string }>(tx, `
    select reference from hub.link where state = 'SHORTLISTED' and $1::uuid in (child_grant_id, adopters_grant_id) order by reference`, [grantId]);
  for (const { reference } of waiting) await exploreIfAgreed(tx, actor, reference, today);
}

/** Does nothing while an agreement is missing. Locks the link first, so that of two approvals at once the later sees the earlier. */
export async function exploreIfAgreed(tx: Tx, actor: Actor, reference: string, today: IsoDate): Promise<void> {
  const link = await findLink(tx, reference, 'lock');
  if (!link) return;
  const side: Side = link.childAgencyId === actor.agencyId ? 'CHILD' : 'ADOPTERS';
  const to = next(link.state, 'EXPLORING_BEGUN', factsOfAgreement(link, side, today));
  if (to instanceof DomainError) return;
  await takeStep(tx, link, { event: 'EXPLORING_BEGUN', to, side, onDate: today, actor });
  await tellWorkers(tx, actor, link, 'LINK_MOVED');
}

function factsOfAgreement(link: LinkRow, by: Side, today: IsoDate): LinkFacts {
  return {
    by, interestBy: link.interestBy, agreements: { CHILD: link.childAgreement, ADOPTERS: link.adoptersAgreement }, isShared: true, lacksEarlyPermanence: false,
    onDate: today, since: link.sinceOn, today, reason: null, words: null, panelOn: null,
  };
}
