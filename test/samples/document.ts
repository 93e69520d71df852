import { zip, type ZipPart } from './workbook';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const relation = (type: string): string => `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="x"/>`;

interface WordOptions {
  readonly more?: readonly ZipPart[];
  /** Kinds of relations that the settings name. */
  readonly relations?: readonly string[];
}

/** A Word file as Word would write it, with a paragraph for each line. */
export function wordFile(lines: readonly string[], { more = [], relations = [] }: WordOptions = {}): Buffer {
  const body = lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`).join('');
  return zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: `<w:document xmlns:w="m"><w:body>${body}</w:body></w:document>` },
    { name: 'word/_rels/settings.xml.rels', content: `<Relationships>${relations.map(relation).join('')}</Relationships>` },
    ...more,
  ]);
}

/** A PDF of one page with a line of text, written by hand so that a test can say what else stands in it. */
export function pdfFile(line: string, more = ''): Buffer {
  const content = `BT /F1 12 Tf 40 700 Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`;
  const objects = [
    `<</Type /Catalog /Pages 2 0 R ${more}>>`, '<</Type /Pages /Kids [3 0 R] /Count 1>>', '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`, '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${file}trailer\n<</Size ${objects.length + 1} /Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`, 'latin1');
}
