import type { Alert, Look } from '@hub/domain/audit/unusual-looking';
import { rows, type Tx } from '@hub/database/tx';

/** One process at a time looks for alerts, so that none is raised twice. */
const LOCK = '7205759403792795';

/** An hour, and the minute between two times of looking. */
const WINDOW = '61 minutes';

/** How long an alert stands before the next of its kind about the same person. */
const STANDS: Readonly<Record<Alert['kind'], string>> = { MANY_PROFILES: '60 minutes', OUT_OF_HOURS: '12 hours' };

export async function recentLooks(tx: Tx): Promise<Look[]> {
  await rows(tx, `select pg_advisory_xact_lock(${LOCK})`);
  return rows(tx, `
    select actor_id as "actorId", agency_id as "agencyId", subject_agency_id as "subjectAgencyId", subject_type || ' ' || subject_reference as subject,
      extract(hour from at at time zone 'Europe/London')::int as hour, extract(isodow from at at time zone 'Europe/London')::int as weekday
    from audit.access
    where at > clock_timestamp() - interval '${WINDOW}' and stage <> 'S0' and outcome = 'ALLOWED' and actor_id is not null and agency_id is not null
      and subject_type in ('UNIT', 'HOUSEHOLD') and subject_reference is not null
    order by id`);
}

export async function isStanding(tx: Tx, { kind, actorId }: Alert): Promise<boolean> {
  const found = await rows(tx, `select 1 from hub.notice where actor_id = $1::uuid and kind = $2 and at > clock_timestamp() - interval '${STANDS[kind]}' limit 1`, [actorId, kind]);
  return found.length > 0;
}
