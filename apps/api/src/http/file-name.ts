import { invalid } from '@hub/domain/errors';
import type { Request } from 'express';

/** The name of an uploaded file, percent-encoded in the header x-file-name: an address is logged (trust.md HDR-3). Throws INVALID_INPUT. */
export function fileNameOf(request: Request): string {
  const header = request.headers['x-file-name'];
  if (typeof header !== 'string' || header === '' || header.length > 1000) throw invalid([{ path: 'x-file-name', message: 'Name the file in the header x-file-name.' }]);
  try {
    return decodeURIComponent(header);
  } catch {
    throw invalid([{ path: 'x-file-name', message: 'Write the name of the file percent-encoded.' }]);
  }
}
