import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import type { AuditSigner } from '@hub/database/crypto/audit-signer';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { followFile } from './archive-file';
import { boundariesOf } from './boundaries.queries';
import { boundaryFault, startAfter } from './boundary';
import { ChainCheck, type Fault } from './chain-check';
import { chainHeads, chainLinks, isSealed, unchained, type ChainHead } from './chain.queries';
import { isSigned, type SignedHead } from './heads-file';

export interface ChainReport {
  /** `null`: the chain of what belongs to no agency. */
  readonly agency: string | null;
  readonly links: number;
  /** How many of them are in archive files, and whether those were followed too. */
  readonly archived: number;
  readonly archiveFollowed: boolean;
  /** How many heads from outside the database it was compared with. */
  readonly heads: number;
  readonly fault: Fault | null;
}

export interface Outside {
  readonly heads: readonly (SignedHead | null)[];
  readonly signer: AuditSigner;
  /** The folder of archive files; without it a chain is followed from its last boundary on. */
  readonly archive?: string;
}

const PAGE = 5000;

/** Recomputes the chains of the access log, and says where the first thing is wrong (trust.md AUD-5). */
@Injectable()
export class AuditVerification {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  isSealed(): Promise<boolean> {
    return this.uow.run(SYSTEM_ACTOR, 'audit.watch', isSealed);
  }

  /** All chains, or that of one agency; `undefined` for an agency that has none. */
  verify(outside: Outside, code?: string): Promise<ChainReport[] | undefined> {
    return this.uow.run(SYSTEM_ACTOR, 'audit.verify', async (tx) => {
      // The heads first: what is written meanwhile lies behind them.
      const inside = await chainHeads(tx);
      const lost = lostChains(inside, outside.heads);
      const heads = [...inside, ...lost].filter((head) => code === undefined || head.code === code);
      if (heads.length === 0 && code !== undefined) return undefined;
      const reports: ChainReport[] = [];
      for (const head of heads) reports.push(await followChain(tx, head, outside));
      if (outside.heads.includes(null)) reports.push(ofNobody({ kind: 'FORGED_HEAD', seq: null, row: null, message: 'A line of the heads file cannot be read.' }));
      const [stray] = code === undefined ? await unchained(tx) : [];
      if (stray) reports.push(ofNobody({ kind: 'UNCHAINED', seq: null, row: { table: stray.kind, id: stray.id }, message: `audit.${stray.kind} ${stray.id} is in no chain.` }));
      return reports;
    });
  }
}

const ofNobody = (fault: Fault): ChainReport => ({ agency: null, links: 0, archived: 0, archiveFollowed: false, heads: 0, fault });

async function followChain(tx: Tx, head: ChainHead, outside: Outside): Promise<ChainReport> {
  const { signer, archive } = outside;
  const boundaries = await boundariesOf(tx, head.agencyId);
  const start = startAfter(boundaries);
  const known = outside.heads.filter((one): one is SignedHead => one?.agencyId === head.agencyId && (archive !== undefined || one.seq >= start.seq));
  const check = new ChainCheck(head, archive === undefined ? start : undefined, new Set(known.map(({ seq }) => seq)));
  const report = (fault: Fault | null): ChainReport =>
    ({ agency: head.code, links: check.length, archived: start.seq, archiveFollowed: archive !== undefined && start.seq > 0, heads: known.length, fault });
  const forged = boundaryFault(boundaries, signer);
  if (forged) return report(forged);
  for (const boundary of archive === undefined ? [] : boundaries) {
    const fault = await followFile(check, archive ?? '', boundary);
    if (fault) return report(fault);
  }
  for (let size = PAGE; size === PAGE;) {
    const page = await chainLinks(tx, head.agencyId, check.length, PAGE);
    const fault = check.follow(page);
    if (fault) return report(fault);
    size = page.length;
  }
  const now = (await chainHeads(tx)).find(({ agencyId }) => agencyId === head.agencyId)?.seq ?? 0;
  return report(check.end(now) ?? compare(known, check, signer));
}

/** What the files outside say of chains that the database knows nothing of. */
function lostChains(inside: readonly ChainHead[], heads: readonly (SignedHead | null)[]): ChainHead[] {
  const lost = new Map(heads.flatMap((head) => (head && !inside.some(({ agencyId }) => agencyId === head.agencyId) ? [[head.agencyId, head] as const] : [])));
  return [...lost.values()].map(({ agencyId, code }) => ({ agencyId, code, seq: 0, hash: Buffer.alloc(32) }));
}

/** A whole chain can be computed anew, but not the heads that were written out and signed. */
function compare(heads: readonly SignedHead[], check: ChainCheck, signer: AuditSigner): Fault | null {
  for (const head of heads) {
    const { seq, hash, at } = head;
    if (!isSigned(head, signer)) return { kind: 'FORGED_HEAD', seq, row: null, message: `The head of ${at} at link ${seq} is not signed with a key of the key file.` };
    if (seq > check.length) return { kind: 'CUT', seq: check.length + 1, row: null, message: `The chain ends at link ${check.length}; on ${at} it had ${seq}.` };
    if (check.hashAt(seq) !== hash) return { kind: 'REWRITTEN', seq, row: null, message: `Link ${seq} is not the one that was signed on ${at}: the chain was written anew at or before it.` };
  }
  return null;
}
