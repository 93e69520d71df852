import type { AuditSigner, Signature } from '@hub/database/crypto/audit-signer';
import type { Fault, Head } from './chain-check';
import { GENESIS } from './chain-check';

/** Where a chain goes on in the database after a part of it went into an archive file; it ends that file, and stands in audit.boundary. */
export interface Boundary {
  readonly agencyId: string;
  /** The links in the file: the first, and the last with its hash (SHA-256, hex). */
  readonly first: number;
  readonly seq: number;
  readonly hash: string;
  /** All in the file is older than this day. */
  readonly before: string;
  /** Its name, without a folder. */
  readonly file: string;
  /** Of all lines but the last one, which is this (SHA-256, hex). */
  readonly contentHash: string;
  readonly at: string;
  readonly signature: Signature;
}

const signedText = ({ agencyId, first, seq, hash, before, file, contentHash, at }: Omit<Boundary, 'signature'>): string =>
  JSON.stringify(['boundary', agencyId, first, seq, hash, before, file, contentHash, at]);

export function signBoundary(plain: Omit<Boundary, 'signature'>, signer: AuditSigner): Boundary {
  return { ...plain, signature: signer.sign(signedText(plain)) };
}

/** Where the chain in the database begins. */
export function startAfter(boundaries: readonly Boundary[]): Head {
  const last = boundaries.at(-1);
  return last ? { seq: last.seq, hash: Buffer.from(last.hash, 'hex') } : { seq: 0, hash: GENESIS };
}

/** Boundaries of one chain, in its order: each signed, each beginning where the one before ended. */
export function boundaryFault(boundaries: readonly Boundary[], signer: AuditSigner): Fault | null {
  for (const [at, boundary] of boundaries.entries()) {
    const { first, seq, signature } = boundary;
    const follows = first === (boundaries[at - 1]?.seq ?? 0) + 1;
    if (!follows || !signer.verify(signedText(boundary), signature)) {
      return { kind: 'FORGED_BOUNDARY', seq, row: null, message: `The boundary at link ${seq} is not signed with a key of the key file, or not where the one before it ended.` };
    }
  }
  return null;
}
