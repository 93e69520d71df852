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
import { beginningOf, boundariesOf } from './boundaries.queries';
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
  write(chain: ChainHead, wish: ArchiveWish): Promise<Boundary | null> {
    return this.uow.run(SYSTEM_ACTOR, 'audit.archive', async (tx) => {
      const boundaries = await boundariesOf(tx, chain.agencyId);
      const start = startAfter(boundaries);
      const written = await this.copy(tx, chain, start, wish);
      if (!written) return null;
      const boundary = await closingOf(wish.folder, written);
      const fault = boundary && (boundaryFault([...boundaries, boundary], this.signer()) ?? (await followFile(new ChainCheck(chain, start), wish.folder, boundary)));
      if (!boundary || fault) throw new PlainError(`The file ${written} is there already and is no whole archive. Nothing was taken out of the log: move that file away, and archive again.`);
      return boundary;
    });
  }

  private signer(): AuditSigner {
    return new AuditSigner(this.keys.purposeKey('AUDIT_SIGNING'));
  }

  /** The links from `start` to the first that is too young; answers the file's name. */
  private async copy(tx: Tx, chain: ChainHead, start: Head, { before, folder }: ArchiveWish): Promise<string | null> {
    const until = await beginningOf(tx, before);
    const check = new ChainCheck(chain, start);
    const code = chain.code ?? 'none';
    const writer = new ArchiveWriter(folder, code);
    for (let isOld = true; isOld;) {
      const page = await chainLinks(tx, chain.agencyId, check.length, PAGE);
      const young = page.findIndex(({ content }) => content !== null && happened(content) >= until);
      const old = young < 0 ? page : page.slice(0, young);
      const fault = check.follow(old);
      if (fault) throw new PlainError(`${fault.message} Nothing was archived: run hub verify-audit.`);
      writer.add(old);
      isOld = young < 0 && page.length === PAGE;
    }
    const { seq, hash } = check.reached;
    if (seq === start.seq) return writer.discard();
    const plain = {
      agencyId: chain.agencyId, first: start.seq + 1, seq, hash: hash.toString('hex'), before, file: archiveName(code, start.seq + 1, seq),
      contentHash: writer.contentHash(), at: this.clock.now().toISOString(),
    };
    return writer.close(signBoundary(plain, this.signer()));
  }
}

/** When the row of a link was written, from its canonical form. */
const happened = (content: string): Date => new Date((JSON.parse(content) as { at: string }).at);
