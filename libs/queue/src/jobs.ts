import { z } from 'zod';
import { rows, type Tx } from '@hub/database/tx';
import { defineJob, type Job } from './define-job';

export type { Job };

/**
 * Every job of the hub: this list is the documentation. Payloads carry ids only, for a queue is no safe place for a child's details.
 * Each has exactly one processor in apps/worker, or the worker refuses to start.
 */
export const runMatching = defineJob('matching.run', z.strictObject({ runId: z.uuid() }), { queue: 'matching' });
/** `wish`: which of the meeting's wishes for an agenda; an older one stores nothing. */
export const proposeAgenda = defineJob('meetings.propose', z.strictObject({ meetingId: z.uuid(), wish: z.int().min(1) }), { queue: 'matching' });
export const checkImport = defineJob('interchange.check', z.strictObject({ importId: z.uuid() }), { queue: 'interchange' });
export const applyImport = defineJob('interchange.apply', z.strictObject({ importId: z.uuid() }), { queue: 'interchange' });
/** Bands of age and waiting time on the cards change by themselves with the days. */
export const refreshCards = defineJob('children.refresh-cards', z.strictObject({}), { queue: 'care', daily: 0 });

/** Of agreements and consents that come to their end. */
export const remind = defineJob('notices.remind', z.strictObject({}), { queue: 'care', daily: 0 });

/** Whether every row keeps what the hub promises. */
export const checkInvariants = defineJob('invariants.check', z.strictObject({}), { queue: 'care', daily: 0 });

/** Hands over what mails wait, this one among them. */
export const sendMail = defineJob('mail.send', z.strictObject({ mailId: z.uuid() }), { queue: 'mail' });
/** Of what is new to each person, in the morning. */
export const digest = defineJob('mail.digest', z.strictObject({}), { queue: 'care', daily: 7 });

/** Of saved searches that are due. */
export const lookSearches = defineJob('search.round', z.strictObject({}), { queue: 'care', hourly: true });

/** What of every placement's fee fell due; also when somebody enters a rate that was missing. */
export const fallDue = defineJob('fees.fall-due', z.strictObject({}), { queue: 'care', daily: 0 });

/** Of every agency, by month; also when somebody asks for it. */
export const reckonPerformance = defineJob('performance.reckon', z.strictObject({}), { queue: 'care', daily: 0 });

export const JOBS: readonly Job[] = [runMatching, proposeAgenda, checkImport, applyImport, refreshCards, remind, checkInvariants, sendMail, digest, lookSearches, fallDue, reckonPerformance];

/**
 * Promises a job in the transaction of the change that asks for it: committed together or not at all.
 * The worker's relay hands it over to the queue under the row's id; the row stays until the job has ended (docs/adr/0003).
 */
export async function enqueue<P>(tx: Tx, job: Job<P>, payload: P): Promise<string> {
  const checked = job.parse(payload);
  const [row] = await rows<{ id: string }>(tx, 'insert into hub.outbox (name, queue, payload) values ($1, $2, $3::jsonb) returning id', [
    job.name, job.queue, JSON.stringify(checked),
  ]);
  if (!row) throw new Error(`${job.name} was not written to the outbox`);
  return row.id;
}
