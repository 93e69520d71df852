import { DomainError } from '@hub/domain/errors';
import { rows, type Tx } from '@hub/database/tx';
import type { PlacementRow } from './placements.queries';

interface Version {
  readonly version: number;
  readonly state: string;
  readonly lastStep: string;
  readonly lastStepOn: string;
}

/** For who came second: what the placement was when they read it, and what it is now, field by field (trust.md REL-5). */
export async function stalePlacement(tx: Tx, { id, version }: PlacementRow, seen: number): Promise<DomainError> {
  const versions = await rows<Version>(tx, `
    select version, to_state as state, event as "lastStep", on_date as "lastStepOn" from hub.placement_event where placement_id = $1::uuid and version in ($2, $3) order by version`, [id, seen, version]);
  const [before, now] = [versions.find((one) => one.version === seen), versions.at(-1)];
  const differences = before && now ? (['state', 'lastStep', 'lastStepOn'] as const).flatMap((field) => (before[field] === now[field] ? [] : [{ field, seen: before[field], now: now[field] }])) : [];
  return new DomainError('STALE_VERSION', 'Somebody else has changed this placement since you opened it. Compare both versions, then decide again.', { seenVersion: seen, currentVersion: version, differences });
}
