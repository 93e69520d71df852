import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditSigner, Signature } from '@hub/database/crypto/audit-signer';
import type { ChainHead } from './chain.queries';

/** How far a chain had come at an instant, signed; one line of a heads file. */
export interface SignedHead {
  readonly at: string;
  readonly agencyId: string;
  readonly code: string | null;
  readonly seq: number;
  /** SHA-256, hex. */
  readonly hash: string;
  readonly signature: Signature;
}

const signedText = ({ at, agencyId, code, seq, hash }: Omit<SignedHead, 'signature'>): string => JSON.stringify([at, agencyId, code, seq, hash]);

export function signHead(head: ChainHead, at: Date, signer: AuditSigner): SignedHead {
  const plain = { at: at.toISOString(), agencyId: head.agencyId, code: head.code, seq: head.seq, hash: head.hash.toString('hex') };
  return { ...plain, signature: signer.sign(signedText(plain)) };
}

export const isSigned = (head: SignedHead, signer: AuditSigner): boolean => signer.verify(signedText(head), head.signature);

/** Adds the heads to the month's file and waits until the disk has them. */
export function appendHeads(folder: string, heads: readonly SignedHead[]): void {
  const month = heads[0]?.at.slice(0, 7);
  if (month === undefined) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSync(join(folder, `heads-${month}.jsonl`), 'a', 0o600);
  try {
    writeSync(file, heads.map((head) => `${JSON.stringify(head)}\n`).join(''));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The heads of a file, or of every heads file of a folder; a line that is none is answered as `null`. */
export function readHeads(place: string): (SignedHead | null)[] {
  if (!existsSync(place)) return [];
  const files = statSync(place).isDirectory() ? readdirSync(place).filter((name) => /^heads-.*\.jsonl$/.test(name)).sort().map((name) => join(place, name)) : [place];
  return files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map(headOf));
}

function headOf(line: string): SignedHead | null {
  try {
    const head = JSON.parse(line) as Partial<SignedHead>;
    const isWhole = typeof head.at === 'string' && typeof head.agencyId === 'string' && Number.isSafeInteger(head.seq) && /^[0-9a-f]{64}$/.test(head.hash ?? '') && typeof head.signature?.value === 'string';
    return isWhole ? (head as SignedHead) : null;
  } catch {
    return null;
  }
}
