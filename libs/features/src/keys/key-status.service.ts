import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { DomainError } from '@hub/domain/errors';
import { KeyStore } from '@hub/database/crypto/key-store';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { listAgencies } from '../agencies/agencies.queries';
import { countByKey, meetAgency } from './rewrap.queries';
import { confirmedShreddings, emptiedEnquiries } from './shredding.queries';

export interface KeyVersion {
  readonly version: number;
  readonly keyId: string;
  readonly made: string;
  readonly records: number;
}

/** What stands of one agency's keys, and what is wrong with them; no key is in it. */
export interface AgencyKeys {
  readonly code: string;
  readonly versions: readonly KeyVersion[];
  readonly shares: { readonly held: number; readonly destroyed: number } | null;
  readonly problems: readonly string[];
}

@Injectable()
export class KeyStatusService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(KeyStore) private readonly keys: KeyStore) {}

  async all(): Promise<AgencyKeys[]> {
    const agencies = await this.uow.run(SYSTEM_ACTOR, 'keys.inspect', listAgencies);
    const found: AgencyKeys[] = [];
    for (const { id, code } of agencies) found.push(await this.of(id, code));
    return found;
  }

  private async of(agencyId: string, code: string): Promise<AgencyKeys> {
    const { records, shredded } = await this.uow.run(SYSTEM_ACTOR, 'keys.inspect', async (tx) => {
      await meetAgency(tx, agencyId);
      return { records: await countByKey(tx, agencyId), shredded: [...(await confirmedShreddings(tx, agencyId)), ...(await emptiedEnquiries(tx, agencyId))] };
    });
    const keys = this.keys.keys(agencyId);
    const versions = keys.map(({ version, id, made }): KeyVersion => {
      const keyId = id.toString('hex');
      return { version, keyId, made, records: (records.get(keyId) ?? 0) + (version === 1 ? (records.get('') ?? 0) : 0) };
    });
    const known = new Set(versions.map(({ keyId }) => keyId));
    const lost = [...records].filter(([keyId]) => !known.has(keyId) && (keyId !== '' || keys.length === 0));
    const problems = lost.map(([keyId, count]) => `${count} records are sealed under key ${keyId || 'of the first kind'}, which the key file does not hold. Put back a copy of the key file that does.`);
    if (keys.length === 0) return { code, versions, shares: null, problems };
    return { code, versions, ...this.shares(agencyId, shredded, problems) };
  }

  private shares(agencyId: string, shredded: readonly string[], problems: readonly string[]): Pick<AgencyKeys, 'shares' | 'problems'> {
    try {
      const back = shredded.filter((rowId) => !this.keys.isDestroyed(agencyId, rowId)).length;
      const again = back === 0 ? [] : [`The shares of ${back} destroyed records are there again: the share file is an older copy, or the destruction was cut off. Run hub keys shred --repeat.`];
      return { shares: this.keys.countShares(agencyId), problems: [...problems, ...again] };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { shares: null, problems: [...problems, error.message] };
    }
  }
}
