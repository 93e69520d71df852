import { DomainError } from '../errors';
import { activeInPdf, DOCUMENT_LIMITS, documentType } from './document-file';

const bytes = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
const told = (answer: string | DomainError | null): string | null => (answer instanceof DomainError ? answer.code : answer);

describe('the type of a document', () => {
  // The marks as the formats' own specifications have them.
  it.each([
    ['a PDF', '%PDF-1.7\n%%EOF\n', 'PDF'], ['a PDF that was cut off', '%PDF-1.7\nobj', 'FILE_REFUSED'], ['a Word file', 'PK\x03\x04rest', 'DOCX'], ['a PNG', '\x89PNG\r\n\x1a\n', 'PNG'],
    ['a JPEG', '\xff\xd8\xff\xe0', 'JPEG'], ['an old Word file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'FILE_REFUSED'], ['a program', 'MZ\x90\x00', 'FILE_REFUSED'],
    ['a page of the web', '<!doctype html>', 'FILE_REFUSED'], ['a drawing of text', '<svg xmlns="', 'FILE_REFUSED'], ['rich text', '{\\rtf1', 'FILE_REFUSED'], ['a PDF behind something else', 'x%PDF-1.7\n%%EOF', 'FILE_REFUSED'], ['nothing', '', 'FILE_REFUSED'],
  ])('%s', (_, content, expected) => expect(told(documentType(bytes(content)))).toBe(expected));

  it('is asked of no more than 10 MB', () => {
    const large = new Uint8Array(DOCUMENT_LIMITS.bytes + 1);
    large.set(bytes('\x89PNG\r\n\x1a\n'));
    expect(told(documentType(large))).toBe('LIMIT_EXCEEDED');
    expect(told(documentType(large.subarray(0, DOCUMENT_LIMITS.bytes)))).toBe('PNG');
  });

  it('tells what to do with an old Word file', () => {
    expect(documentType(bytes('\xd0\xcf\x11\xe0'))).toMatchObject({ message: expect.stringContaining('.docx') as string });
  });
});

describe('what is active in a PDF', () => {
  it.each([
    ['a plain page', '1 0 obj <</Type /Page>> endobj', null],
    ['a place to open at', '<</OpenAction [3 0 R /Fit]>>', null],
    ['a name that begins alike', '<</JSONish 1 /Launcher 2 /Encrypted 3>>', null],
    ['a password', 'trailer <</Encrypt 5 0 R>>', 'password'],
    ['a script', '<</S /JavaScript /JS (app.alert(1))>>', 'program'],
    ['a script whose name is written in hex', '<</S /J#61vaScript>>', 'program'],
    ['a program to start', '<</S/Launch/F(x)>>', 'program'],
    ['a form that runs', '<</AcroForm <</XFA 4 0 R>>>>', 'program'],
    ['another file inside', '<</Names <</EmbeddedFiles 4 0 R>>>>', 'another file'],
    ['noise in a packed stream', '<</Length 9>> stream\n\x01/JS (\x02\nendstream', null],
    ['a script behind a packed stream', '<</Length 1>> stream\nx\nendstream endobj <</JS (x)>>', 'program'],
  ])('%s', (_, content, words) => {
    const found = activeInPdf(bytes(`%PDF-1.7\n${content}\n%%EOF`));
    if (words === null) expect(found).toBeNull();
    else expect(found).toMatchObject({ code: 'FILE_REFUSED', message: expect.stringContaining(words) as string });
  });
});
