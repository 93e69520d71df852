import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, linkSync, mkdirSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '@hub/database/crypto/durable-file';
import type { Boundary } from './boundary';
import type { ChainCheck, Fault, Link } from './chain-check';

/**
 * A part of one agency's chain in a file: JSON, a line for each link with its row as it was hashed, and the signed boundary as the last
 * line. It is written once, for its owner alone.
 */
interface Line {
  readonly seq: number;
  readonly kind: Link['kind'];
  readonly row: number;
  readonly hash: string;
  readonly content: string;
}

export const archiveName = (code: string, first: number, seq: number): string => `audit-${code}-${first}-${seq}.jsonl`;

export class ArchiveWriter {
  private readonly part: string;
  private readonly file: number;
  private readonly hash = createHash('sha256');

  /** Under a name of its own until it is whole: what a killed command left is written over. */
  constructor(private readonly folder: string, code: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.part = join(folder, `audit-${code}.part`);
    this.file = openSync(this.part, 'w', 0o600);
  }

  add(links: readonly Link[]): void {
    const text = links.map(({ seq, kind, rowId, hash, content }) => `${JSON.stringify({ seq, kind, row: rowId, hash: hash.toString('hex'), content })}\n`).join('');
    this.hash.update(text);
    writeSync(this.file, text);
  }

  /** SHA-256 of all lines so far, hex. */
  contentHash(): string {
    return this.hash.copy().digest('hex');
  }

  /** On the disk when this returns; answers the name of the file. One that is there already is never written over. */
  close(boundary: Boundary): string {
    writeSync(this.file, `${JSON.stringify(boundary)}\n`);
    fsyncSync(this.file);
    if (!existsSync(join(this.folder, boundary.file))) linkSync(this.part, join(this.folder, boundary.file));
    this.discard();
    syncFolder(this.folder);
    return boundary.file;
  }

  discard(): null {
    closeSync(this.file);
    unlinkSync(this.part);
    return null;
  }
}

/** The boundary at the end of a file that a command wrote and did not live to use; `null` where it is none. */
export async function closingOf(folder: string, name: string): Promise<Boundary | null> {
  let last: Buffer = Buffer.alloc(0);
  for await (const line of linesOf(join(folder, name))) last = line;
  try {
    const boundary = JSON.parse(last.toString('utf8')) as Partial<Boundary>;
    return typeof boundary.signature?.value === 'string' ? (boundary as Boundary) : null;
  } catch {
    return null;
  }
}

const PAGE = 5000;

/** Leads the check through a file of the folder up to its boundary; answers the first thing that is wrong with the file. */
export async function followFile(check: ChainCheck, folder: string, boundary: Boundary): Promise<Fault | null> {
  const { file, first, seq, hash, contentHash } = boundary;
  const wrong = (message: string): Fault => ({ kind: 'ARCHIVE_ALTERED', seq: null, row: null, message: `The archive file ${file} ${message}` });
  if (!existsSync(join(folder, file))) return { ...wrong(`with links ${first} to ${seq} is not in the folder.`), kind: 'ARCHIVE_MISSING', seq: first };
  const content = createHash('sha256');
  let page: Link[] = [];
  let number = 0;
  let last: Buffer | undefined;
  for await (const line of linesOf(join(folder, file))) {
    if (last) {
      number += 1;
      content.update(last).update('\n');
      const link = linkOf(last);
      if (!link) return wrong(`cannot be read at line ${number}.`);
      page.push(link);
    }
    last = line;
    if (page.length < PAGE) continue;
    const fault = check.follow(page);
    if (fault) return inFile(fault, file);
    page = [];
  }
  const fault = check.follow(page);
  if (fault) return inFile(fault, file);
  if (content.digest('hex') !== contentHash || check.length !== seq || check.reached.hash.toString('hex') !== hash) return wrong('is not the one that was written.');
  return last?.toString('utf8') === JSON.stringify(boundary) ? null : wrong('does not end with the boundary that the log knows.');
}

const inFile = (fault: Fault, file: string): Fault => ({ ...fault, kind: 'ARCHIVE_ALTERED', message: `The archive file ${file}: ${fault.message}` });

/** Lines by their bytes: what JavaScript takes for an end of line besides may stand in a row. The end of the file is a line too, if there is text. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, piece]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield rest.subarray(0, end);
      rest = rest.subarray(end + 1);
    }
  }
  if (rest.length > 0) yield rest;
}

function linkOf(line: Buffer): Link | null {
  try {
    const { seq, kind, row, hash, content } = JSON.parse(line.toString('utf8')) as Partial<Line>;
    const isWhole = Number.isSafeInteger(seq) && (kind === 'access' || kind === 'event') && Number.isSafeInteger(row) && /^[0-9a-f]{64}$/.test(hash ?? '') && typeof content === 'string';
    return isWhole ? { seq, kind, rowId: row, hash: Buffer.from(hash ?? '', 'hex'), content } as Link : null;
  } catch {
    return null;
  }
}
