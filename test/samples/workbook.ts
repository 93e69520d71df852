import { deflateRawSync } from 'node:zlib';
import { crc32 } from 'node:zlib';

/**
 * Workbooks for tests, written as raw XML and raw ZIP, so that a test can say exactly what a spreadsheet program, or
 * somebody with bad intentions, would put there.
 */
export interface ZipPart {
  readonly name: string;
  readonly content: Buffer | string;
  /** What the directory says instead of the truth. */
  readonly claims?: { readonly size?: number; readonly name?: string; readonly mode?: number; readonly flags?: number };
  /** Shares the bytes of the part before: the flat bomb. */
  readonly sharesBytes?: boolean;
}

export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  let last = 0;
  for (const { name, content, claims = {}, sharesBytes = false } of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const size = claims.size ?? plain.length;
    const nameBytes = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(claims.flags ?? 0, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(plain), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(nameBytes.length, 26);
    const at = sharesBytes ? last : offset;
    if (!sharesBytes) {
      const local = Buffer.concat([head, nameBytes, packed]);
      locals.push(local);
      last = offset;
      offset += local.length;
    }
    central.push(directoryEntry(Buffer.from(claims.name ?? name), { crc: crc32(plain), packed: packed.length, size, at, mode: claims.mode ?? 0, flags: claims.flags ?? 0 }));
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

interface Facts {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
  readonly mode: number;
  readonly flags: number;
}

function directoryEntry(name: Buffer, { crc, packed, size, at, mode, flags }: Facts): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(mode * 0x10000, 38);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

/** What a cell's XML holds: a text, a number, a date by its serial number, or XML of the test's own. */
export type TestCell = string | number | null | { readonly serial: number } | { readonly xml: string };

export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}

function cellXml(cell: TestCell, place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if ('serial' in cell) return `<c r="${place}" s="1"><v>${cell.serial}</v></c>`;
  return cell.xml.replace('PLACE', place);
}

function sheetXml({ rows }: TestSheet): string {
  const data = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`)).join('')}</row>`);
  return `${XML}<worksheet ${MAIN}><sheetData>${data.join('')}</sheetData></worksheet>`;
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** The parts of a workbook; style 0 is General, style 1 a day. */
export function workbookParts(sheets: readonly TestSheet[], { strings = [] as readonly string[], is1904 = false } = {}): ZipPart[] {
  const ids = sheets.map((sheet, index) => ({ sheet, id: `rId${index + 1}`, part: `worksheets/sheet${index + 1}.xml` }));
  const relation = (id: string, kind: string, target: string): string => `<Relationship Id="${id}" Type="${RELS}/${kind}" Target="${target}"/>`;
  return [
    { name: '[Content_Types].xml', content: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` },
    { name: '_rels/.rels', content: `${XML}<Relationships ${PACKAGE}>${relation('r0', 'officeDocument', 'xl/workbook.xml')}</Relationships>` },
    { name: 'xl/workbook.xml', content: `${XML}<workbook ${MAIN} xmlns:r="${RELS}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${ids.map(({ sheet, id }, at) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${at + 1}" r:id="${id}"/>`).join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `${XML}<Relationships ${PACKAGE}>${ids.map(({ id, part }) => relation(id, 'worksheet', part)).join('')}${relation('s', 'styles', 'styles.xml')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}</Relationships>` },
    { name: 'xl/styles.xml', content: `${XML}<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>` },
    { name: 'xl/sharedStrings.xml', content: `${XML}<sst ${MAIN}>${strings.map((text) => `<si><t>${escapeXml(text)}</t></si>`).join('')}</sst>` },
    ...ids.map(({ sheet, part }) => ({ name: `xl/${part}`, content: sheetXml(sheet) })),
  ];
}

export function workbook(sheets: readonly TestSheet[], options: { strings?: readonly string[]; is1904?: boolean } = {}): Buffer {
  return zip(workbookParts(sheets, options));
}

/** A sheet of headings and rows by heading. */
export function tableSheet(name: string, headings: readonly string[], rows: readonly Readonly<Record<string, TestCell>>[]): TestSheet {
  return { name, rows: [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))] };
}
