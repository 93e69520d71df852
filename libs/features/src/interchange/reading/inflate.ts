import { createInflateRaw } from 'node:zlib';
import { LIMITS } from './limits';
import { damaged, inflatesTooFar } from './refusal';
import type { ZipEntry } from './zip-directory';

const CHUNK = 64 * 1024;

/** Counts what really comes out, over all parts of one workbook: the directory may lie. */
export class InflateBudget {
  private left: number = LIMITS.inflatedBytes;

  spend(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw inflatesTooFar();
  }
}

/** The bytes of one part, chunk by chunk, so that no more than a chunk is ever held. */
export async function* inflate(bytes: Buffer, entry: ZipEntry, budget: InflateBudget): AsyncGenerator<Buffer> {
  const packed = bytes.subarray(entry.start, entry.start + entry.compressedSize);
  let seen = 0;
  for await (const chunk of entry.isDeflated ? deflated(packed) : stored(packed)) {
    seen += chunk.length;
    budget.spend(chunk.length);
    if (seen > entry.size) throw inflatesTooFar();
    yield chunk;
  }
  if (seen !== entry.size) throw damaged();
}

function* stored(packed: Buffer): Generator<Buffer> {
  for (let at = 0; at < packed.length; at += CHUNK) yield packed.subarray(at, at + CHUNK);
}

async function* deflated(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: CHUNK });
  stream.end(packed);
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code === 'string' && (error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw damaged();
    throw error;
  } finally {
    stream.destroy();
  }
}
