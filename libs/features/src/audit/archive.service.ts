import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { archivableBefore } from '@hub/domain/audit/archive';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { AuditSigner } from '@hub/database/crypto/audit-signer';
import { KeyStore } from '@hub/database/crypto/key-store';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { PlainError } from '@hub/platform/plain-error';
import { archiveName, ArchiveWriter, closingOf, followFile } from './archive-file';
import { boundariesOf, lastLinkBefore } from './boundaries.queries';
import { boundaryFault, signBoundary, startAfter, type Boundary } from './boundary';
import { ChainCheck, type Head } from './chain-check';
import { chainHeads, chainLinks, type ChainHead } from './chain.queries';

export interface ArchiveWish {
  /** The first day that stays. */
  readonly before: IsoDate;
  readonly folder: string;
}

const PAGE = 5000;

/** Writes the old part of each chain into a file (trust.md AUD-10). Taking it out of the database is the owner's: libs/database/src/audit-archive.ts. */
@Injectable()
export class AuditArchive {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(KeyStore) private readonly keys: KeyStore, @Inject(Clock) private readonly clock: Clock) {}

  /** The first day that must stay in the database. */
  archivableBefore(): IsoDate {
    return archivableBefore(this.clock.today());
  }

  chains(): Promise<ChainHead[]> {
    return this.uow.run(SYSTEM_ACTOR, 'audit.archive', chainHeads);
  }

  /** Writes the file and reads it back; `null` where nothing is so old. A file that a stopped command left whole is taken as it is. */
  write(chain: ChainHead, { before, folder }: ArchiveWish): Promise<Boundary | null> {
    return this.uow.run(SYSTEM_ACTOR, 'audit.archive', async (tx) => {
      const boundaries = await boundariesOf(tx, chain.agencyId);
      const start = startAfter(boundaries);
      const last = (await lastLinkBefore(tx, chain.agencyId, before)) ?? chain.seq;
      if (last <= start.seq) return null;
      const file = archiveName(chain.code ?? 'none', start.seq + 1, last);
      const isThere = existsSync(join(folder, file));
      const boundary = isThere ? await closingOf(folder, file) : await this.copy(tx, chain, { start, last, before, folder, file });
      const fault = boundary && (boundaryFault([...boundaries, boundary], this.signer()) ?? (await followFile(new ChainCheck(chain, start), folder, boundary)));
      if (!boundary || fault) throw new PlainError(`The file ${file} is there already and is no whole archive. Nothing was taken out of the log: move that file away, and archive again.`);
      return boundary;
    });
  }

  private signer(): AuditSigner {
    return new AuditSigner(this.keys.purposeKey('AUDIT_SIGNING'));
  }

  private async copy(tx: Tx, chain: ChainHead, { start, last, before, folder, file }: ArchiveWish & { start: Head; last: number; file: string }): Promise<Boundary> {
    const check = new ChainCheck(chain, start, new Set([last]));
    const writer = new ArchiveWriter(folder, file);
    while (check.length < last) {
      const page = (await chainLinks(tx, chain.agencyId, check.length, PAGE)).filter(({ seq }) => seq <= last);
      const fault = check.follow(page);
      if (fault || page.length === 0) throw new PlainError(`${fault?.message ?? 'The chain ends too early.'} Nothing was archived: run hub verify-audit.`);
      writer.add(page);
    }
    const at = this.clock.now().toISOString();
    const plain = { agencyId: chain.agencyId, first: start.seq + 1, seq: last, hash: check.hashAt(last) ?? '', before, file, contentHash: writer.contentHash(), at };
    const boundary = signBoundary(plain, this.signer());
    writer.close(boundary);
    return boundary;
  }
}
