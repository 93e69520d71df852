import { DomainError } from '@hub/domain/errors';
import type { Request } from 'express';

const MOST_BYTES = 10 * 1024 * 1024;
/** How much more is read and thrown away, so that the sender hears the answer; beyond it the connection is cut. */
const MOST_DRAINED = 40 * 1024 * 1024;

/** The body as bytes, never more than the limit in memory; beyond it LIMIT_EXCEEDED (413). */
export async function readUpload(request: Request): Promise<Buffer> {
  let chunks: Buffer[] = [];
  let seen = 0;
  for await (const chunk of request) {
    seen += (chunk as Buffer).length;
    if (seen <= MOST_BYTES) chunks.push(chunk as Buffer);
    else chunks = [];
    if (seen > MOST_BYTES + MOST_DRAINED) break;
  }
  if (seen > MOST_BYTES) throw new DomainError('LIMIT_EXCEEDED', 'The file is larger than 10 MB. Save only the sheets that are needed, or split it.');
  return Buffer.concat(chunks);
}
