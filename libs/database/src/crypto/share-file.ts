import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { assertPrivate, writeWhole } from './durable-file';
import type { ShareCount } from './key-store';

const SLOT = 64;
export const SHARE_FILE_HEAD = SLOT;
const ID = 16;
const SHARE = 32;
const MAGIC = Buffer.from('hub shares 1\0\0\0\0', 'latin1');
const GONE = Buffer.concat([Buffer.alloc(SHARE), Buffer.from('destroyed\0\0\0\0\0\0\0', 'latin1')]);

/**
 * The shares of one agency's records: slots of 64 bytes (row id, share, check), added at the end and overwritten where they
 * stand when they are destroyed. Only where a slot lies is remembered; every look reads the slot itself, so that no process
 * ever answers with a share that another has destroyed. Whoever writes holds the key store's lock.
 */
export class ShareFile {
  private readonly slots = new Map<string, number>();
  private known = SLOT;

  private constructor(private readonly path: string, private readonly handle: number) {}

  static create(path: string, id: string): void {
    writeWhole(path, Buffer.concat([MAGIC, Buffer.from(id, 'hex')], SLOT));
  }

  /** Undefined where there is no such file, or one that belongs to other keys. */
  static open(path: string, id: string): ShareFile | undefined {
    if (!existsSync(path)) return undefined;
    assertPrivate(path);
    const file = new ShareFile(path, openSync(path, 'r+'));
    const head = file.slotAt(0);
    if (head.subarray(0, MAGIC.length).equals(MAGIC) && head.subarray(MAGIC.length, MAGIC.length + 16).toString('hex') === id) return file;
    file.close();
    return undefined;
  }

  /** False when the file was moved away or another was put in its place. */
  isCurrent(): boolean {
    return existsSync(this.path) && statSync(this.path).ino === fstatSync(this.handle).ino;
  }

  close(): void {
    closeSync(this.handle);
  }

  has(rowId: string): boolean {
    return this.find(rowId) !== undefined;
  }

  isDestroyed(rowId: string): boolean {
    const at = this.find(rowId);
    return at !== undefined && this.slotAt(at).subarray(ID).equals(GONE);
  }

  /** The share; null where it was destroyed, undefined where there is none or it is damaged. */
  read(rowId: string): Buffer | null | undefined {
    const at = this.find(rowId) ?? this.findAnew(rowId);
    if (at === undefined) return undefined;
    const slot = this.slotAt(at);
    if (slot.subarray(ID).equals(GONE)) return null;
    const share = slot.subarray(ID, ID + SHARE);
    return slot.subarray(ID + SHARE).equals(check(slot.subarray(0, ID), share)) ? share : undefined;
  }

  add(rowIds: readonly string[]): void {
    const missing = [...new Set(rowIds)].filter((rowId) => !this.has(rowId));
    if (missing.length === 0) return;
    // A slot that was half written when a process died is written over.
    this.write(Buffer.concat(missing.map(newSlot)), this.known);
    fsyncSync(this.handle);
    this.learn();
  }

  /** Ids without a share are marked too: none is ever made for them again. Answers how many were not destroyed before. */
  destroy(rowIds: readonly string[]): number {
    const there = rowIds.filter((rowId) => !this.isDestroyed(rowId));
    this.add(there);
    for (const rowId of there) this.write(GONE, (this.find(rowId) ?? 0) + ID);
    fsyncSync(this.handle);
    return there.length;
  }

  count(): ShareCount {
    this.learn();
    const destroyed = [...this.slots.values()].filter((at) => this.slotAt(at).subarray(ID).equals(GONE)).length;
    return { held: this.slots.size - destroyed, destroyed };
  }

  private find(rowId: string): number | undefined {
    if (!this.slots.has(rowId)) this.learn();
    return this.slots.get(rowId);
  }

  /** A record that should have its share is worth a second look: the slots might have been read while they were written. */
  private findAnew(rowId: string): number | undefined {
    this.known = SLOT;
    this.learn();
    return this.slots.get(rowId);
  }

  /** Reads where the slots lie that came since. */
  private learn(): void {
    const end = Math.floor(fstatSync(this.handle).size / SLOT) * SLOT;
    if (end <= this.known) return;
    const added = Buffer.alloc(end - this.known);
    readSync(this.handle, added, 0, added.length, this.known);
    for (let at = 0; at < added.length; at += SLOT) this.slots.set(uuidOf(added.subarray(at, at + ID)), this.known + at);
    this.known = end;
  }

  private slotAt(at: number): Buffer {
    const slot = Buffer.alloc(SLOT);
    readSync(this.handle, slot, 0, SLOT, at);
    return slot;
  }

  private write(bytes: Buffer, at: number): void {
    for (let done = 0; done < bytes.length;) done += writeSync(this.handle, bytes, done, bytes.length - done, at + done);
  }
}

function newSlot(rowId: string): Buffer {
  const [id, share] = [Buffer.from(rowId.replaceAll('-', ''), 'hex'), randomBytes(SHARE)];
  if (id.length !== ID) throw new Error('A share belongs to a row id, which is a UUID');
  return Buffer.concat([id, share, check(id, share)]);
}

const check = (id: Buffer, share: Buffer): Buffer => createHash('sha256').update(id).update(share).digest().subarray(0, SLOT - ID - SHARE);

const uuidOf = (id: Buffer): string => id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
