import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { notFound } from '@hub/domain/errors';
import { KeyStore, type AgencyKey } from '@hub/database/crypto/key-store';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { findAgency } from '../agencies/agencies.queries';
import { countByKey, databaseTime, hasOlderTransaction, meetAgency, rewrapBatch, sealedTables } from './rewrap.queries';

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
/** Longer than the hub's longest statement. */
const PATIENCE_MS = 150_000;
const LOOK_AGAIN_MS = 100;

export interface Rotation {
  readonly version: number;
  readonly rewrapped: number;
  readonly retired: readonly number[];
  /** Versions that had to stay, because records under them do not open or a long transaction may still write some. */
  readonly kept: readonly number[];
}

/**
 * A new key for an agency while the hub serves (trust.md FLD-5, SEC-2): new data keys go under it at once, the others are
 * rewrapped batch by batch, then the older versions are retired. Cut off at any point, the next call goes on where it was.
 */
@Injectable()
export class RotationService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(KeyStore) private readonly keys: KeyStore) {}

  async rotate(agencyCode: string, tell: (rewrapped: number) => void = () => undefined): Promise<Rotation> {
    const agency = await this.uow.run(SYSTEM_ACTOR, 'keys.inspect', (tx) => findAgency(tx, agencyCode));
    if (!agency) throw notFound('agency');
    const [newest, older] = this.keys.keys(agency.id);
    const current = newest && older ? newest : this.keys.addKey(agency.id);
    const began = await this.uow.run(SYSTEM_ACTOR, 'keys.inspect', databaseTime);
    let rewrapped = await this.sweep(agency.id, current, tell);
    const isQuiet = await this.untilQuiet(began);
    // Once more: whatever such a transaction left.
    rewrapped += await this.sweep(agency.id, current, tell);
    return { version: current.version, rewrapped, ...(await this.retire(agency.id, current, isQuiet)) };
  }

  private async sweep(agencyId: string, current: AgencyKey, tell: (rewrapped: number) => void): Promise<number> {
    let total = 0;
    for (const table of await this.uow.run(SYSTEM_ACTOR, 'keys.inspect', sealedTables)) {
      for (let after: string | null = FIRST_ID; after !== null;) {
        const from: string = after;
        const batch = await this.inAgency('keys.rotate', agencyId, (tx) => rewrapBatch(tx, this.vault, table, { agencyId, keyId: current.id.toString('hex'), after: from }));
        total += batch.rewrapped;
        if (batch.rewrapped > 0) tell(total);
        after = batch.last;
      }
    }
    return total;
  }

  private async untilQuiet(began: string): Promise<boolean> {
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_AGAIN_MS) {
      if (!(await this.uow.run(SYSTEM_ACTOR, 'keys.inspect', (tx) => hasOlderTransaction(tx, began)))) return true;
      await pause(LOOK_AGAIN_MS);
    }
    return false;
  }

  private async retire(agencyId: string, current: AgencyKey, isQuiet: boolean): Promise<Pick<Rotation, 'retired' | 'kept'>> {
    const used = await this.inAgency('keys.inspect', agencyId, (tx) => countByKey(tx, agencyId));
    const [retired, kept]: [number[], number[]] = [[], []];
    for (const { version, id } of this.keys.keys(agencyId).filter((key) => key.version !== current.version)) {
      const isUsed = used.has(id.toString('hex')) || (version === 1 && used.has(''));
      if (isQuiet && !isUsed) this.keys.retireKey(agencyId, version);
      (isQuiet && !isUsed ? retired : kept).push(version);
    }
    return { retired, kept };
  }

  private inAgency<T>(action: 'keys.rotate' | 'keys.inspect', agencyId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.uow.run(SYSTEM_ACTOR, action, async (tx) => {
      await meetAgency(tx, agencyId);
      return work(tx);
    });
  }
}
