import { inflateSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';
import { activeInPdf } from '@hub/domain/documents/document-file';
import { activePdf, damagedPdf } from './refusal';

/** Of one packed stream of objects, inflated. */
const MOST_BYTES = 20 * 1024 * 1024;
const OBJECT_STREAM = /\/ObjStm[\s\S]{0,400}?stream\r?\n/g;

/** The words of a PDF that holds nothing but something to read; throws FILE_REFUSED. */
export async function readPdf(bytes: Buffer): Promise<string> {
  for (const objects of [bytes, ...objectStreams(bytes)]) {
    const refusal = activeInPdf(objects);
    if (refusal) throw refusal;
  }
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false });
    if (document.isPureXfa || (await document.getJSActions()) !== null || (await document.getAttachments()) !== null) throw activePdf();
    return (await extractText(document, { mergePages: true })).text;
  } catch (error) {
    throw (error as Error).name === 'DomainError' ? error : damagedPdf();
  }
}

/** Objects that the file keeps packed, whose names the bytes themselves do not show. What does not unpack is no such stream. */
function objectStreams(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (const { index, 0: head } of bytes.toString('latin1').matchAll(OBJECT_STREAM)) {
    try {
      found.push(inflateSync(bytes.subarray(index + head.length), { maxOutputLength: MOST_BYTES }));
    } catch {
      continue;
    }
  }
  return found;
}
