import { createHash } from 'node:crypto';

/** A link of a chain beside the row of the log that it stands for; `content` is null where that row is gone. */
export interface Link {
  readonly seq: number;
  readonly kind: 'access' | 'event';
  readonly rowId: number;
  readonly hash: Buffer;
  readonly content: string | null;
}

export interface Head {
  readonly seq: number;
  readonly hash: Buffer;
}

export type FaultKind =
  'ALTERED' | 'MISSING' | 'REORDERED' | 'CUT' | 'UNCHAINED' | 'REWRITTEN' | 'FORGED_HEAD' | 'FORGED_BOUNDARY' | 'ARCHIVE_MISSING' | 'ARCHIVE_ALTERED';

/** The first thing that is wrong with a chain, and where: `seq` in the chain, `row` in its table. */
export interface Fault {
  readonly kind: FaultKind;
  readonly seq: number | null;
  readonly row: { readonly table: 'access' | 'event'; readonly id: number } | null;
  readonly message: string;
}

export const GENESIS = Buffer.alloc(32);

const linkHash = (previous: Buffer, content: string): Buffer => createHash('sha256').update(previous).update(content, 'utf8').digest();

/** Follows one chain page by page, with nothing taken over from the database but the rows themselves. */
export class ChainCheck {
  private hash: Buffer;
  private seq: number;
  private readonly seen = new Map<number, string>();

  /**
   * `head`: as the database kept it before the first page was read; what is written meanwhile lies behind it. `start`: the first link's
   * forerunner, where that is a boundary. `marks`: the links whose hashes are asked for afterwards.
   */
  constructor(private readonly head: Head, start: Head = { seq: 0, hash: GENESIS }, private readonly marks: ReadonlySet<number> = new Set()) {
    this.hash = start.hash;
    this.seq = start.seq;
    this.remember();
  }

  get length(): number {
    return this.seq;
  }

  /** The hash (hex) of a marked link that was passed. */
  hashAt(seq: number): string | undefined {
    return this.seen.get(seq);
  }

  /** The last link that was passed. */
  get reached(): Head {
    return { seq: this.seq, hash: this.hash };
  }

  /** The next page in the order of the chain; answers the first fault in it. */
  follow(page: readonly Link[]): Fault | null {
    for (const [at, link] of page.entries()) {
      const fault = this.check(link, page.slice(at + 1));
      if (fault) return fault;
      this.hash = link.hash;
      this.seq = link.seq;
      this.remember();
    }
    return null;
  }

  private remember(): void {
    if (this.marks.has(this.seq) || this.seq === this.head.seq) this.seen.set(this.seq, this.hash.toString('hex'));
  }

  private check(link: Link, rest: readonly Link[]): Fault | null {
    const { seq, kind, rowId, hash, content } = link;
    const row = { table: kind, id: rowId } as const;
    const next = this.seq + 1;
    if (seq !== next) return { kind: 'MISSING', seq: next, row: null, message: `Link ${next} is missing; the next one that is there is ${seq}, of audit.${kind} ${rowId}.` };
    if (content === null) return { kind: 'MISSING', seq, row, message: `audit.${kind} ${rowId}, link ${seq}, is gone.` };
    if (linkHash(this.hash, content).equals(hash)) return null;
    const moved = rest.find((other) => other.content !== null && linkHash(this.hash, other.content).equals(hash));
    if (moved) return { kind: 'REORDERED', seq, row, message: `audit.${kind} ${rowId} stands at link ${seq}, where audit.${moved.kind} ${moved.rowId} was.` };
    return { kind: 'ALTERED', seq, row, message: `audit.${kind} ${rowId}, link ${seq}, is not what was written.` };
  }

  /** After the last link; `now`: how far the database's head has come since. */
  end(now: number): Fault | null {
    const { seq, hash } = this.head;
    if (this.seq < seq || this.seq > now) {
      const head = this.seq < seq ? seq : now;
      return { kind: 'CUT', seq: Math.min(head, this.seq) + 1, row: null, message: `The chain ends at link ${this.seq}, its head stands at ${head}.` };
    }
    const there = this.seen.get(seq);
    if (there === undefined || there === hash.toString('hex')) return null;
    return { kind: 'ALTERED', seq, row: null, message: `The head of the chain does not fit its link ${seq}.` };
  }
}
