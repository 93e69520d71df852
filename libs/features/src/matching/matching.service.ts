import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import { SYSTEM_ACTOR, type Actor } from '@hub/domain/access/actor';
import { mayRun } from '@hub/domain/access/run-scopes';
import { isoDate } from '@hub/domain/dates/iso-date';
import { conflict, forbidden, notFound, type ErrorCode } from '@hub/domain/errors';
import { findActor } from '@hub/database/actors';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { newReference } from '@hub/platform/reference';
import { enqueue, runMatching } from '@hub/queue/jobs';
import { loadPool } from '../children/pool.queries';
import { comparePool } from './compare-pool';
import { CompareThread } from './compare-thread';
import type { Facts } from './comparison';
import { dataHash } from './data-hash';
import type { RunFindings } from './results-of';
import { insertOffers, insertResults } from './results.queries';
import { runSubject } from './run-subject.queries';
import { cancelRun, claimRun, completeRun, failRun, findRun, holdRun, insertRun, noteProgress, type ClaimedRun, type RunScope, type RunSummary } from './runs.queries';
import { loadSharing } from './sharing.queries';

/** A run from the wish to the stored result: `start` and `execute` stand side by side. */
@Injectable()
export class MatchingService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CompareThread) private readonly thread: CompareThread,
  ) {}

  /** Writes the run and its job in one transaction. `subject` is a reference of the own agency; none for a region. */
  async start(actor: Actor, scope: RunScope, subject: string | null): Promise<RunSummary> {
    return this.uow.run(actor, 'matching.start', async (tx) => {
      if (!(await isEntitled(tx, actor, scope))) throw forbidden('matching.start');
      const asAt = isoDate(this.clock.today());
      const subjectId = await runSubject(tx, scope, subject, asAt);
      const reference = newReference('R');
      const runId = await insertRun(tx, actor, { reference, scope, subjectId, asAt });
      await enqueue(tx, runMatching, { runId });
      const run = await findRun(tx, reference);
      if (!run) throw notFound('run', reference);
      return run;
    });
  }

  /**
   * Called by the worker, more than once where a worker died: finished and cancelled runs are left alone, and of two
   * claims only the newer one can store. Scores outside any transaction.
   */
  async execute(runId: string): Promise<void> {
    const claim = await this.claim(runId);
    if (!claim) return;
    const facts = await this.load(claim);
    if (!facts) return;
    const findings = await comparePool({ claim, facts }, this.thread, (progress) => this.tell(claim, progress));
    if (findings) await this.store(claim, facts, findings);
  }

  /** Nobody tries again: the run must not look as if it were still going on. A run that has ended stays as it is. */
  async giveUp(runId: string, code: ErrorCode): Promise<void> {
    await this.uow.run(SYSTEM_ACTOR, 'matching.execute', (tx) => failRun(tx, runId, code));
  }

  async cancel(actor: Actor, reference: string): Promise<RunSummary> {
    return this.uow.run(actor, 'matching.cancel', async (tx) => {
      const run = await findRun(tx, reference);
      if (!run?.isOwn) throw notFound('run', reference);
      if (!(await cancelRun(tx, reference))) throw conflict('GUARD_FAILED', 'This run is finished already.');
      return (await findRun(tx, reference)) ?? run;
    }, { type: 'RUN', reference });
  }

  /** A transaction of its own, so that a run whose facts cannot be read has used up an attempt too, and says so in the end. */
  private claim(runId: string): Promise<ClaimedRun | null> {
    return this.uow.run(SYSTEM_ACTOR, 'matching.execute', async (tx) => {
      const claim = await claimRun(tx, runId);
      if (!claim) return null;
      // Who asked may have left, or lost the role, or the agency its membership, since (trust.md AZ-8).
      const asker = await findActor(tx, claim.requestedBy);
      if (asker && (await isEntitled(tx, asker, claim.scope))) return claim;
      await failRun(tx, runId, 'FORBIDDEN');
      return null;
    });
  }

  /** Null where whom the run is about has left the pool since it was asked for: then the run ends saying so. */
  private load(claim: ClaimedRun): Promise<Facts | null> {
    return this.uow.run(SYSTEM_ACTOR, 'matching.execute', async (tx) => {
      const loaded = await loadPool(tx, this.vault, claim);
      const subjects = claim.scope === 'HOUSEHOLD' ? loaded.households : loaded.units;
      if (claim.scope === 'REGION' || subjects.size > 0) return { ...loaded, sharing: await loadSharing(tx) };
      if (await holdRun(tx, claim)) await failRun(tx, claim.id, 'NOT_IN_POOL');
      return null;
    });
  }

  private tell(claim: ClaimedRun, progress: number): Promise<boolean> {
    return this.uow.run(SYSTEM_ACTOR, 'matching.execute', (tx) => noteProgress(tx, claim, 10 + progress, 'Comparing'));
  }

  private async store(claim: ClaimedRun, facts: Facts, { results, offers, units }: RunFindings): Promise<void> {
    await this.uow.run(SYSTEM_ACTOR, 'matching.execute', async (tx) => {
      if (!(await holdRun(tx, claim))) return;
      await insertOffers(tx, claim.id, offers);
      const inserted = insertResults(tx, claim.id, results);
      // While the database stores.
      const hash = dataHash(facts.pool, claim.policy, facts);
      await inserted;
      await completeRun(tx, claim, { dataHash: hash, units, households: shownHouseholds(facts) });
    });
  }
}

/** Everybody in the region reads a run's totals: what an agency keeps to itself is not among them. */
const shownHouseholds = ({ pool, kept }: Facts): number => pool.households.filter(({ id }) => !kept.has(id)).length;

/** An active person with the right role, of an agency that is a member today. */
async function isEntitled(tx: Tx, person: Actor, scope: RunScope): Promise<boolean> {
  return can(person, 'matching.start') && mayRun(person, scope) && (await loadSharing(tx)).get(person.agencyCode)?.isMember === true;
}
