import { DomainError } from '../errors';

/** What is taken as a document (trust.md UPL-1). */
export const DOCUMENT_LIMITS = { bytes: 10 * 1024 * 1024 } as const;

export type DocumentType = 'PDF' | 'DOCX' | 'PNG' | 'JPEG';

/** The content type under which a file of the type is given, and how its name ends. */
export const DOCUMENT_TYPES: Readonly<Record<DocumentType, { readonly mime: string; readonly extension: string }>> = {
  PDF: { mime: 'application/pdf', extension: 'pdf' },
  DOCX: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
  PNG: { mime: 'image/png', extension: 'png' },
  JPEG: { mime: 'image/jpeg', extension: 'jpg' },
};

const MARKS: readonly (readonly [DocumentType, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]], ['DOCX', [0x50, 0x4b, 0x03, 0x04]], ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]], ['JPEG', [0xff, 0xd8, 0xff]],
];
/** Old Word files, and any Office file with a password. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

const OTHER = 'Only PDF files, Word files (.docx) and pictures (PNG, JPEG) are taken, and this is none, whatever its name says. Save the report as a PDF and choose that.';
const OLD = 'This is a Word file of the old kind, or one with a password. Save it as .docx or as a PDF, without a password.';
const CUT = 'This PDF is not whole. Save it again and choose that.';

/** The type of a file by its bytes alone; a refusal where it is none that is taken. */
export function documentType(bytes: Uint8Array): DocumentType | DomainError {
  if (bytes.length > DOCUMENT_LIMITS.bytes) return new DomainError('LIMIT_EXCEEDED', 'The document is larger than 10 MB. Save it smaller, or split it.');
  const begins = (mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
  const type = MARKS.find(([, mark]) => begins(mark))?.[0];
  if (type === undefined) return new DomainError('FILE_REFUSED', begins(OLD_OFFICE) ? OLD : OTHER);
  return type === 'PDF' && !latin(bytes.subarray(-TAIL)).includes('%%EOF') ? new DomainError('FILE_REFUSED', CUT) : type;
}

/** Writers may append a little after the end mark. */
const TAIL = 1024;
const STEP = 8192;

function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += STEP) text += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return text;
}

const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [/\/Encrypt(?![A-Za-z])/, 'The PDF has a password or limits on its use. Save it without and choose that.'],
  [/\/(?:JavaScript|JS|Launch|RichMedia|XFA)(?![A-Za-z])/, 'The PDF holds a program, a film or a form that runs. Print it to a new PDF and choose that.'],
  [/\/(?:EmbeddedFiles?|Filespec)(?![A-Za-z])/, 'The PDF has another file inside. Save that as a document of its own, print this one to a new PDF and choose that.'],
];

/**
 * What makes a PDF more than something to read, by the names in its objects; null where there is nothing. What lies in packed streams is not
 * looked into here: noise would read as names. Unpacked streams of objects are asked about by a call of their own.
 */
export function activeInPdf(bytes: Uint8Array): DomainError | null {
  const objects = latin(bytes).replace(/stream\r?\n[\s\S]*?endstream/g, ' ').replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const found = ACTIVE.find(([name]) => name.test(objects));
  return found ? new DomainError('FILE_REFUSED', found[1]) : null;
}
