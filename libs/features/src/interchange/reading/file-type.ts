import { LIMITS } from './limits';
import { refuseFile, tooLarge } from './refusal';
import { hasMacros, readDirectory } from './zip-directory';

export type FileType = 'XLSX' | 'CSV';

const OTHER_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(xls|xlsb|xlsm|xlt|xltx|xltm|ods|numbers)$/, 'Workbooks are taken as .xlsx alone. Open the file and save it as "Excel workbook (.xlsx)".'],
  [/^pdf$/, 'A PDF cannot be read as a list. Save the list as .xlsx or .csv.'],
  [/^(zip|7z|rar|gz)$/, 'Archives are not opened. Upload the .xlsx or .csv file itself.'],
];

const MAGIC: readonly (readonly [string, string])[] = [
  ['d0cf11e0a1b11ae1', 'This is a workbook of the old kind or one with a password. Save it as .xlsx without a password.'],
  ['25504446', 'This is a PDF, whatever its name says. Save the list as .xlsx or .csv.'],
  ['4d5a', 'This is a program and not a list, whatever its name says.'],
  ['7f454c46', 'This is a program and not a list, whatever its name says.'],
  ['1f8b', 'Archives are not opened. Upload the .xlsx or .csv file itself.'],
];

/**
 * The type of a file by its name, its first bytes and its structure, all three agreeing; throws FILE_REFUSED with a
 * sentence otherwise. Inflates nothing, so the upload itself can answer.
 */
export function fileType(fileName: string, bytes: Buffer): FileType {
  if (bytes.length > LIMITS.fileBytes) throw tooLarge();
  if (bytes.length === 0) throw refuseFile('The file is empty.');
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? '';
  const other = OTHER_KINDS.find(([pattern]) => pattern.test(extension));
  if (other) throw refuseFile(other[1]);
  if (extension !== 'xlsx' && extension !== 'csv') throw refuseFile('Only .xlsx and .csv files are taken.');
  const head = bytes.subarray(0, 8).toString('hex');
  const foreign = MAGIC.find(([magic]) => head.startsWith(magic));
  if (foreign) throw refuseFile(foreign[1]);
  const isZip = head.startsWith('504b');
  if (extension === 'xlsx') {
    if (!isZip) throw refuseFile('The name says .xlsx, but this is no workbook. Save it as .xlsx in a spreadsheet program.');
    if (hasMacros(readDirectory(bytes).keys())) throw refuseFile('The workbook holds macros. Save it as "Excel workbook (.xlsx)", which has none.');
    return 'XLSX';
  }
  if (isZip) throw refuseFile('The name says .csv, but this is a workbook or an archive. Rename a workbook to .xlsx.');
  checkText(bytes);
  return 'CSV';
}

const isUtf16 = (bytes: Buffer): boolean => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function checkText(bytes: Buffer): void {
  if (!isUtf16(bytes) && bytes.includes(0)) throw refuseFile('The name says .csv, but this is no text. Save the list as .csv or .xlsx.');
  const start = bytes.subarray(0, 200).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').trimStart().toLowerCase();
  if (start.startsWith('<?xml') || start.startsWith('<html') || start.startsWith('<!doctype') || start.startsWith('{\\rtf')) {
    throw refuseFile('The name says .csv, but this is a document of another kind. Save the list as .csv or .xlsx.');
  }
}
