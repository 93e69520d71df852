import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from './durable-file';
import { keyUnavailable, recordDestroyed, type LostKey } from './key-errors';
import { agencyKey, bringForward, decodeKey, newKeptKey, newKeyFile, newShareId, readKeyFile, writeKeyFile, type AgencyEntry, type KeyFile } from './key-file';
import { KeyStore, type AgencyKey, type KeyPurpose, type ShareCount } from './key-store';
import { UnsealError } from './seal';
import { ShareFile, SHARE_FILE_HEAD } from './share-file';

/** Told once for each agency and each kind of loss. */
export type TellLoss = (loss: { readonly agencyId: string; readonly what: LostKey }) => void;

interface Held {
  readonly stamp: string | undefined;
  readonly content: KeyFile;
  readonly agencies: Map<string, readonly AgencyKey[]>;
}

/**
 * The key store in files: a key file, and beside it a folder `NAME.shares` with one file for each agency. The API, the worker
 * and the commands hold it at the same time; a changed key file is noticed by its stamp, a changed share at each look.
 */
export class FileKeyStore extends KeyStore {
  private readonly shareFiles = new Map<string, ShareFile>();
  private readonly told = new Set<string>();

  private constructor(private readonly path: string, private held: Held, private readonly tell: TellLoss) {
    super();
  }

  /** Opens the files, or makes them; they must be readable by their owner alone. */
  static open(path: string, tell: TellLoss = () => undefined): FileKeyStore {
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      withLock(path, () => existsSync(path) || writeKeyFile(path, newKeyFile()));
    }
    return new FileKeyStore(path, read(path) ?? withLock(path, () => upgraded(path)), tell);
  }

  purposeKey(purpose: KeyPurpose): Buffer {
    return decodeKey(this.held.content.purposes[purpose]);
  }

  currentKey(agencyId: string): AgencyKey {
    return this.keys(agencyId)[0] ?? this.change((content) => this.withFirstKey(content, agencyId), agencyId);
  }

  keyOf(agencyId: string, id?: Buffer): AgencyKey {
    const held = this.heldKeys(agencyId);
    const of = (keys: readonly AgencyKey[]) => (id ? keys.find((key) => key.id.equals(id)) : keys.at(-1));
    const found = of(held) ?? of(this.keys(agencyId));
    if (found) return found;
    // Wrapped for another agency: a row that was moved, not a key that was lost.
    if (id && Object.keys(this.held.content.agencies).some((other) => of(this.heldKeys(other)))) throw new UnsealError();
    throw this.loss(agencyId, 'AGENCY_KEY', id);
  }

  keys(agencyId: string): readonly AgencyKey[] {
    const stamp = stampOf(this.path);
    if (stamp === undefined) throw this.loss(agencyId, 'AGENCY_KEY');
    if (stamp !== this.held.stamp) this.held = read(this.path) ?? withLock(this.path, () => upgraded(this.path));
    return this.heldKeys(agencyId);
  }

  addKey(agencyId: string): AgencyKey {
    this.currentKey(agencyId);
    return this.change((content) => {
      const entry = this.entry(content, agencyId);
      return withAgency(content, agencyId, { ...entry, keys: [...entry.keys, newKeptKey(Math.max(...entry.keys.map(({ version }) => version)) + 1)] });
    }, agencyId);
  }

  retireKey(agencyId: string, version: number): void {
    this.change((content) => {
      const entry = this.entry(content, agencyId);
      const keys = entry.keys.filter((key) => key.version !== version);
      if (keys.length === 0) throw new Error('The last key of an agency is never retired');
      return withAgency(content, agencyId, { ...entry, keys });
    }, agencyId);
  }

  addShares(agencyId: string, rowIds: readonly string[]): void {
    if (this.heldKeys(agencyId).length === 0) this.currentKey(agencyId);
    const file = this.sharesOf(agencyId);
    const missing = rowIds.filter((rowId) => !file.has(rowId));
    if (missing.length > 0) withLock(this.path, () => this.currentShares(agencyId).add(missing));
  }

  share(agencyId: string, rowId: string): Buffer {
    const share = this.sharesOf(agencyId).read(rowId) ?? this.currentShares(agencyId).read(rowId);
    if (share === null) throw recordDestroyed();
    if (share === undefined) throw this.loss(agencyId, 'SHARE');
    return share;
  }

  isDestroyed(agencyId: string, rowId: string): boolean {
    return this.currentOrHeld(agencyId).length > 0 && this.sharesOf(agencyId).isDestroyed(rowId);
  }

  destroyShares(agencyId: string, rowIds: readonly string[]): number {
    return withLock(this.path, () => this.currentShares(agencyId).destroy(rowIds));
  }

  countShares(agencyId: string): ShareCount {
    return this.currentShares(agencyId).count();
  }

  private heldKeys(agencyId: string): readonly AgencyKey[] {
    const known = this.held.agencies.get(agencyId);
    if (known) return known;
    const keys = (this.held.content.agencies[agencyId]?.keys ?? []).map(agencyKey).reverse();
    this.held.agencies.set(agencyId, keys);
    return keys;
  }

  /** A share file without a key beside it belongs to a key that was lost: a new key would hide that. */
  private withFirstKey(content: KeyFile, agencyId: string): KeyFile {
    if (content.agencies[agencyId]) return content;
    if (hasShares(this.path, agencyId)) throw this.loss(agencyId, 'AGENCY_KEY');
    const entry = { shares: newShareId(), keys: [newKeptKey(1)] };
    makeShareFile(this.path, agencyId, entry);
    return withAgency(content, agencyId, entry);
  }

  private change(make: (content: KeyFile) => KeyFile, agencyId: string): AgencyKey {
    return withLock(this.path, () => {
      const before = upgraded(this.path);
      const content = make(before.content);
      if (content !== before.content) writeKeyFile(this.path, content);
      return this.currentKey(agencyId);
    });
  }

  private entry(content: KeyFile, agencyId: string): AgencyEntry {
    const entry = content.agencies[agencyId];
    if (!entry) throw this.loss(agencyId, 'AGENCY_KEY');
    return entry;
  }

  private currentOrHeld(agencyId: string): readonly AgencyKey[] {
    const held = this.heldKeys(agencyId);
    return held.length > 0 ? held : this.keys(agencyId);
  }

  private sharesOf(agencyId: string): ShareFile {
    return this.shareFiles.get(agencyId) ?? this.currentShares(agencyId);
  }

  /** Looks whether the file was moved away or replaced: before anything is written, and before a share is given up as lost. */
  private currentShares(agencyId: string): ShareFile {
    const open = this.shareFiles.get(agencyId);
    if (open?.isCurrent()) return open;
    open?.close();
    this.shareFiles.delete(agencyId);
    if (this.keys(agencyId).length === 0) throw this.loss(agencyId, 'AGENCY_KEY');
    const file = ShareFile.open(sharePath(this.path, agencyId), this.entry(this.held.content, agencyId).shares);
    if (!file) throw this.loss(agencyId, 'SHARE_FILE');
    this.shareFiles.set(agencyId, file);
    return file;
  }

  private loss(agencyId: string, what: LostKey, keyId?: Buffer): Error {
    if (!this.told.has(`${agencyId} ${what}`)) this.tell({ agencyId, what });
    this.told.add(`${agencyId} ${what}`);
    return keyUnavailable(what, keyId);
  }
}

const sharePath = (path: string, agencyId: string): string => join(`${path}.shares`, `${agencyId}.bin`);

/** An empty share file is what a process left that died before it wrote the key. */
const hasShares = (path: string, agencyId: string): boolean =>
  existsSync(sharePath(path, agencyId)) && statSync(sharePath(path, agencyId)).size > SHARE_FILE_HEAD;

function makeShareFile(path: string, agencyId: string, { shares }: AgencyEntry): void {
  mkdirSync(`${path}.shares`, { recursive: true, mode: 0o700 });
  ShareFile.create(sharePath(path, agencyId), shares);
}

const withAgency = (content: KeyFile, agencyId: string, entry: AgencyEntry): KeyFile => ({ ...content, agencies: { ...content.agencies, [agencyId]: entry } });

/** A written key file always differs in one of these: it is a new file, moved into the place of the old one. */
function stampOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.ino} ${found.mtimeMs} ${found.size}`;
}

/** Undefined where the file is of the first kind. */
function read(path: string): Held | undefined {
  const stamp = stampOf(path);
  const content = readKeyFile(path);
  return content.version === 2 ? { stamp, content, agencies: new Map() } : undefined;
}

/** Under the lock: the file as it is, brought forward where it is of the first kind. */
function upgraded(path: string): Held {
  const first = readKeyFile(path);
  if (first.version === 1) {
    const content = bringForward(path, first);
    for (const [agencyId, entry] of Object.entries(content.agencies)) makeShareFile(path, agencyId, entry);
    writeKeyFile(path, content);
  }
  const now = read(path);
  if (!now) throw new Error('The key file was not brought forward');
  return now;
}
