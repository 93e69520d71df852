import { LIMITS } from './limits';
import { damaged, inflatesTooFar, refuseFile, unsafe } from './refusal';

/** One part of a workbook as the archive's directory lists it; nothing is inflated yet. */
export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the part's bytes begin. */
  readonly start: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENCRYPTED = 0x0001;
const SYMBOLIC_LINK = 0xa000;

/**
 * The parts of a workbook, after every check that the directory alone allows (trust.md UPL-2): count, declared sizes,
 * ratio, names, links, passwords, parts that overlap. Throws FILE_REFUSED.
 */
export function readDirectory(bytes: Buffer): ReadonlyMap<string, ZipEntry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const offset = bytes.readUInt32LE(end + 16);
  // 0xffff and 0xffffffff point to a ZIP64 directory, which nothing under 10 MB needs.
  if (count === 0xffff || offset === 0xffffffff || count > LIMITS.zipEntries || count !== bytes.readUInt16LE(end + 8)) throw unsafe();
  const entries = new Map<string, ZipEntry>();
  let at = offset;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(bytes, at, end);
    if (entries.has(entry.name)) throw unsafe();
    entries.set(entry.name, entry);
    at = next;
  }
  if (at !== end) throw unsafe();
  checkSizes([...entries.values()]);
  if (!entries.has('[Content_Types].xml')) throw refuseFile('This is an archive and no workbook. Upload the .xlsx or .csv file itself.');
  return entries;
}

/** Whether an Office file holds programs. */
export const hasMacros = (names: Iterable<string>): boolean => [...names].some((name) => /vbaProject\.bin$/i.test(name));

/** The end record closes the file: nothing may follow but its own comment, nor stand before the first part. */
function findEnd(bytes: Buffer): number {
  if (bytes.length < END_BYTES || bytes.readUInt32LE(0) !== LOCAL) throw damaged();
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - 0xffff); at -= 1) {
    if (bytes.readUInt32LE(at) === END && at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  throw damaged();
}

function readEntry(bytes: Buffer, at: number, end: number): { entry: ZipEntry; next: number } {
  if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw damaged();
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const next = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  if (next > end) throw damaged();
  const name = bytes.toString('utf8', at + 46, nameEnd);
  const method = bytes.readUInt16LE(at + 10);
  const mode = bytes.readUInt32LE(at + 38) >>> 16;
  const isPlain = (bytes.readUInt16LE(at + 8) & ENCRYPTED) === 0 && (method === 0 || method === 8) && (mode & 0xf000) !== SYMBOLIC_LINK;
  if (!isPlain || !isSafeName(name)) throw unsafe();
  const entry = { name, isDeflated: method === 8, compressedSize: bytes.readUInt32LE(at + 20), size: bytes.readUInt32LE(at + 24) };
  return { entry: { ...entry, start: startOf(bytes, bytes.readUInt32LE(at + 42), entry) }, next };
}

function isSafeName(name: string): boolean {
  return name.length > 0 && name.length <= 255 && !/[\\\u0000-\u001f]/.test(name) && !name.startsWith('/') && !/^[a-z]:/i.test(name) && !name.split('/').includes('..');
}

/** Where the part's own header says it begins; a header of another name is a second, hidden file. */
function startOf(bytes: Buffer, at: number, { name, compressedSize }: Pick<ZipEntry, 'name' | 'compressedSize'>): number {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw damaged();
  const nameEnd = at + 30 + bytes.readUInt16LE(at + 26);
  const start = nameEnd + bytes.readUInt16LE(at + 28);
  if (bytes.toString('utf8', at + 30, nameEnd) !== name || start + compressedSize > bytes.length) throw unsafe();
  return start;
}

function checkSizes(entries: readonly ZipEntry[]): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > LIMITS.inflatedBytes) throw inflatesTooFar();
  if (entries.some(({ size, compressedSize }) => size > LIMITS.ratioFrom && size > compressedSize * LIMITS.ratio)) throw inflatesTooFar();
  const byStart = [...entries].sort((a, b) => a.start - b.start);
  // Parts that share their bytes multiply without an end: the flat bomb.
  if (byStart.some((entry, index) => index > 0 && entry.start < (byStart[index - 1] as ZipEntry).start + (byStart[index - 1] as ZipEntry).compressedSize)) throw unsafe();
}
