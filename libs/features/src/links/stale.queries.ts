import { DomainError } from '@hub/domain/errors';
import { differencesBetween, type LinkVersion } from '@hub/domain/links/differences';
import { rows, type Tx } from '@hub/database/tx';
import { linkPeople } from './link-people.queries';
import type { LinkRow } from './links.queries';

/** For who came second: what the link was when they read it, and what it is now, field by field (trust.md REL-5). */
export async function staleLink(tx: Tx, link: LinkRow, seen: number): Promise<DomainError> {
  const versions = await rows<LinkVersion>(tx, `
    select version, to_state as state, event as "lastStep", on_date as "lastStepOn", panel_on as "panelOn", child_worker_id as "childWorker", adopters_worker_id as "adoptersWorker"
    from hub.link_event where link_id = $1::uuid and version in ($2, (select max(e.version) from hub.link_event e where e.link_id = $1::uuid)) order by version`, [link.id, seen]);
  const nameOf = await linkPeople(tx, [link.id]);
  const named = versions.map((one) => ({ ...one, childWorker: nameOf(link.id, one.childWorker)?.displayName ?? null, adoptersWorker: nameOf(link.id, one.adoptersWorker)?.displayName ?? null }));
  const [before, now] = [named.find(({ version }) => version === seen), named.at(-1)];
  return new DomainError('STALE_VERSION', 'Somebody else has changed this link since you opened it. Compare both versions, then decide again.', {
    seenVersion: seen, currentVersion: now?.version ?? link.version, differences: before && now ? differencesBetween(before, now) : [],
  });
}
